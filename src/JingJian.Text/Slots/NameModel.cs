using JingJian.Text.Lexicons;
using JingJian.Text.Sequences;

namespace JingJian.Text.Slots;

/// <summary>What was learned of names of organisations, places and persons: a chain over pieces of text, and lists of words.</summary>
/// <remarks>How it was trained, and what it reaches, is in <c>models/names/MODEL.md</c>. <b>Threads.</b> Immutable, shared freely.</remarks>
public sealed class NameModel
{
    private const string Magic = "JJNAMES1";
    private const string ChainSection = "CHMD";

    internal NameModel(SequenceModel chain, NameTables tables)
    {
        Chain = chain;
        Tables = tables;
    }

    internal SequenceModel Chain { get; }

    internal NameTables Tables { get; }

    /// <summary>Opens a trained model.</summary>
    /// <param name="bytes">The file; copied.</param>
    /// <param name="name">What to call it when it is damaged.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, of another version, or learned for other labels.</exception>
    public static NameModel Load(ReadOnlyMemory<byte> bytes, string name = "models/names/names.model")
    {
        SectionedFile file = SectionedFile.Open(bytes, name, Magic);
        ReadOnlyMemory<byte> chain = file.Sections().FirstOrDefault(section => section.Tag == ChainSection).Payload;
        SequenceModel model = SequenceModel.Load(chain, name);
        return model.Labels.SequenceEqual(NameLabels.All)
            ? new NameModel(model, NameTables.Read(file, name))
            : throw new CorruptArtifactException(name, string.Join(' ', NameLabels.All), string.Join(' ', model.Labels));
    }

    /// <summary>The model as a file.</summary>
    public byte[] Write() => SectionedFile.Write([(ChainSection, Chain.Write()), .. Tables.Sections()], Magic);
}
