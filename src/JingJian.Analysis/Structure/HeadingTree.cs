using System.Collections.Immutable;

namespace JingJian.Analysis.Structure;

/// <summary>Infers, report by report, how deep each heading stands.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. 1、 is a chapter in some reports and a third level in others, so the rank of a scheme is the
/// order in which the report first nests it: a scheme met for the first time opens below the heading above it, a scheme
/// met again goes back to its own rank. Gaps, restarts and repeats in the numbers (a third of the reports) do no harm.</para>
/// </remarks>
internal sealed class HeadingTree
{
    private readonly List<(HeadingMark Mark, int Ordinal)> open = [];

    /// <summary>Ordinals of the open headings, outermost first.</summary>
    public ImmutableArray<int> Sections => [.. open.Select(heading => heading.Ordinal)];

    /// <summary>How deep a paragraph stands here.</summary>
    public int ParagraphLevel => open.Count + 1;

    /// <summary>Forgets everything: a new report begins.</summary>
    public void Clear() => open.Clear();

    /// <summary>Places a heading; returns its level, 1 the highest.</summary>
    public int Add(HeadingMark mark, int ordinal)
    {
        int rank = mark.Depth > 0 ? BelowShallower(mark.Depth) : RankOf(mark);
        open.RemoveRange(rank, open.Count - rank);
        open.Add((mark, ordinal));
        return open.Count;
    }

    private int RankOf(HeadingMark mark)
    {
        int same = open.FindIndex(heading => heading.Mark.Depth == 0 && heading.Mark.IsSibling(mark));
        // A heading without a mark stands beside the first such heading, or above everything but those of Markdown.
        return same >= 0 ? same : mark.Scheme == MarkScheme.None ? BelowShallower(int.MaxValue) : AtLeastBelow(mark.Scheme);
    }

    /// <summary>The number of # says how deep a heading of Markdown stands among its like; all others stand below them.</summary>
    private int BelowShallower(int depth) =>
        open.FindIndex(heading => heading.Mark.Depth == 0 || heading.Mark.Depth >= depth) is var rank and >= 0 ? rank : open.Count;

    /// <summary>一、 is never below （一）, nor （一） below 1.: the customary order breaks a tie that the report leaves open.</summary>
    private int AtLeastBelow(MarkScheme scheme)
    {
        int rank = open.FindIndex(heading => heading.Mark is { Depth: 0, Scheme: > MarkScheme.None } && heading.Mark.Scheme > scheme
            && heading.Mark.Scheme <= MarkScheme.ArabicInParentheses && scheme <= MarkScheme.ArabicInParentheses);
        return rank >= 0 ? rank : open.Count;
    }
}
