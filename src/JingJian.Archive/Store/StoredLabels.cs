using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Archive.Store;

/// <summary>What the store keeps of the functions of a document: answers, reasons, sections, and which of them people gave.</summary>
/// <param name="Reading">The answers, those of people among them.</param>
/// <param name="Said">The ordinals of those that people gave.</param>
internal sealed record StoredLabels(FunctionReading Reading, IReadOnlySet<int> Said)
{
    /// <summary>The columns of a block, in the order of their values.</summary>
    public const string Columns = "function, secondary, confidence, because, undecided, corrected, section_function, section_secondary, section_share";

    /// <summary>Puts the answers of people in the place of the classifier's.</summary>
    public static StoredLabels Of(Document document, FunctionReading reading, Corrections corrections)
    {
        Dictionary<int, GivenFunction> said = corrections.In(document);
        return new StoredLabels(reading.With(document, said, Corrections.Reason), said.Keys.ToHashSet());
    }

    /// <summary>The values of a block.</summary>
    public object?[] Of(Block block)
    {
        FunctionLabel label = Reading.Labels[block.Ordinal];
        FunctionLabel? section = Reading.Sections.TryGetValue(block.Ordinal, out FunctionLabel found) ? found : null;
        return
        [
            (int)label.Primary, (int?)label.Secondary, label.Confidence, string.Join('\n', Reading.Reasons[block.Ordinal]),
            Reading.IsUndecided(block), Said.Contains(block.Ordinal), (int?)section?.Primary, (int?)section?.Secondary, section?.Confidence,
        ];
    }
}
