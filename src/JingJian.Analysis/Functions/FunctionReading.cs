using System.Collections.Immutable;
using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>Everything that is said of the functions of a document.</summary>
/// <param name="Labels">By ordinal of the block.</param>
/// <param name="Reasons">By ordinal: what decided, in words, strongest first; empty for titles and noise.</param>
/// <param name="Sections">What whole sections do, by the ordinal of their heading.</param>
/// <param name="Threshold">Answers less sure than this are 未定.</param>
public sealed record FunctionReading(
    ImmutableArray<FunctionLabel> Labels,
    ImmutableArray<ImmutableArray<string>> Reasons,
    IReadOnlyDictionary<int, FunctionLabel> Sections,
    double Threshold)
{
    /// <summary>Whether the answer for a block is too unsure to be taken for decided.</summary>
    public bool IsUndecided(Block block) =>
        block.Kind is BlockKind.Heading or BlockKind.Paragraph && Labels[block.Ordinal].Confidence < Threshold;

    /// <summary>The same with some answers replaced by what people said; their sections follow.</summary>
    /// <param name="document">The document.</param>
    /// <param name="said">By ordinal of the block.</param>
    /// <param name="reason">The reason given for those.</param>
    public FunctionReading With(Document document, IReadOnlyDictionary<int, GivenFunction> said, string reason)
    {
        if (said.Count == 0)
        {
            return this;
        }

        ImmutableArray<FunctionLabel>.Builder labels = Labels.ToBuilder();
        ImmutableArray<ImmutableArray<string>>.Builder reasons = Reasons.ToBuilder();
        foreach ((int ordinal, GivenFunction given) in said)
        {
            labels[ordinal] = new FunctionLabel(given.Primary, given.Secondary, 1);
            reasons[ordinal] = [reason];
        }

        ImmutableArray<FunctionLabel> replaced = labels.ToImmutable();
        return this with { Labels = replaced, Reasons = reasons.ToImmutable(), Sections = SectionFunctions.Of(document, replaced) };
    }
}
