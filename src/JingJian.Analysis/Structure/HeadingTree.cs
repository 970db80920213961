using System.Collections.Immutable;

namespace JingJian.Analysis.Structure;

/// <summary>Infers, report by report, how deep each heading stands.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. 1、 is a chapter in some reports and a third level in others, so the rank of a scheme is the
/// order in which the report first nests it: a scheme met for the first time opens below the heading above it, a scheme
/// met again goes back to its own rank. Gaps, restarts and repeats in the numbers (a third of the reports) do no harm.</para>
/// <para>A heading glued to its paragraph ranks as if it stood alone. Where its like before it had no second paragraph, what
/// follows without a mark belongs to the section around them: 总之 below 1. 2. 3. is no part of 3.</para>
/// </remarks>
internal sealed class HeadingTree
{
    private readonly List<OpenHeading> open = [];

    private ImmutableArray<int> Sections => [.. open.Select(heading => heading.Ordinal)];

    /// <summary>Forgets everything: a new report begins.</summary>
    public void Clear() => open.Clear();

    /// <summary>Places a block: its level, and the ordinals of the headings that it stands under.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="runIn">Whether it is a paragraph that begins with a heading.</param>
    /// <param name="mark">Its mark.</param>
    /// <param name="ordinal">Its ordinal.</param>
    public (int Level, ImmutableArray<int> Sections) Place(BlockKind kind, bool runIn, HeadingMark mark, int ordinal)
    {
        switch (kind)
        {
            case BlockKind.Title:
                return (0, []);
            case BlockKind.Heading:
                Add(mark, ordinal, false);
                return (open.Count, Sections[..^1]);
            case BlockKind.Paragraph when runIn:
                // Bold words rank as a line in 【】 does: below what is open.
                Add(mark.Scheme == MarkScheme.None ? mark with { Scheme = MarkScheme.Bracket, Depth = 0 } : mark, ordinal, true);
                break;
            case BlockKind.Paragraph when open is [.., { RunIn: true } last] && mark.Scheme == MarkScheme.None:
                CloseOrGoOn(last);
                break;
        }

        return (open.Count + 1, Sections);
    }

    private void Add(HeadingMark mark, int ordinal, bool runIn)
    {
        int rank = mark.Depth > 0 ? BelowShallower(mark.Depth) : RankOf(mark);
        bool likeWasAlone = rank < open.Count && open[rank] is { RunIn: true, HasMore: false } like && like.Mark.IsSibling(mark);
        open.RemoveRange(rank, open.Count - rank);
        open.Add(new OpenHeading(mark, ordinal, runIn) { LikeWasAlone = likeWasAlone });
    }

    /// <summary>A paragraph without a mark below one that begins with a heading.</summary>
    private void CloseOrGoOn(OpenHeading last)
    {
        last.HasMore = true;
        if (last.LikeWasAlone)
        {
            open.RemoveAt(open.Count - 1);
        }
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

    /// <summary>A heading whose section has not ended.</summary>
    private sealed record OpenHeading(HeadingMark Mark, int Ordinal, bool RunIn)
    {
        /// <summary>Whether the one of the same rank before it had its own paragraph and no other.</summary>
        public bool LikeWasAlone { get; init; }

        /// <summary>Whether another paragraph stands below it.</summary>
        public bool HasMore { get; set; }
    }
}
