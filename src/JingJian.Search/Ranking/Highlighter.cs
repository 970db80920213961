using System.Collections.Immutable;
using JingJian.Search.Queries;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>Marks what matched, and chooses the part of a long text to show.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Marks come from the text itself, so they cannot be shifted; they are in order and do not touch each
/// other; neither they nor the snippet split a surrogate pair.</para>
/// </remarks>
internal static class Highlighter
{
    /// <summary>Length of a snippet in UTF-16 units: three lines on a page of usual width.</summary>
    private const int SnippetLength = 120;

    /// <summary>How much is shown before the first mark, at the most.</summary>
    private const int Lead = 24;

    public static ImmutableArray<TextSpan> Marks(ReadOnlySpan<char> text, IEnumerable<Atom> atoms)
    {
        var found = new List<TextSpan>();
        foreach (Atom atom in atoms)
        {
            if (atom.Word.Scope != WordScope.Headings)
            {
                AddOccurrences(text, atom.Text, found);
            }
        }

        return Merge(found);
    }

    /// <summary>The words that stand in the text.</summary>
    public static ImmutableArray<string> Standing(ReadOnlySpan<char> text, IReadOnlyList<Atom> atoms)
    {
        ImmutableArray<string>.Builder standing = ImmutableArray.CreateBuilder<string>();
        foreach (Atom atom in atoms)
        {
            if (text.Contains(atom.Text, StringComparison.Ordinal))
            {
                standing.Add(atom.Text);
            }
        }

        return standing.ToImmutable();
    }

    /// <summary>The stretch with the most marked letters, begun at the start of a clause when one is near.</summary>
    public static TextSpan Snippet(ReadOnlySpan<char> text, ImmutableArray<TextSpan> marks)
    {
        if (text.Length <= SnippetLength)
        {
            return new TextSpan(0, text.Length);
        }

        int best = 0, bestCovered = -1;
        foreach (TextSpan mark in marks)
        {
            int start = StartBefore(text, mark.Start), covered = Covered(marks, start, start + SnippetLength);
            if (covered > bestCovered)
            {
                (best, bestCovered) = (start, covered);
            }
        }

        int end = Math.Min(text.Length, best + SnippetLength);
        return TextSpan.Between(best, Whole(text, end));
    }

    private static void AddOccurrences(ReadOnlySpan<char> text, ReadOnlySpan<char> wanted, List<TextSpan> found)
    {
        for (int from = 0; ;)
        {
            int next = text[from..].IndexOf(wanted);
            if (next < 0)
            {
                return;
            }

            found.Add(new TextSpan(from + next, wanted.Length));
            from += next + 1;
        }
    }

    private static ImmutableArray<TextSpan> Merge(List<TextSpan> spans)
    {
        ImmutableArray<TextSpan>.Builder merged = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (TextSpan span in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = TextSpan.Between(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged.ToImmutable();
    }

    private static int StartBefore(ReadOnlySpan<char> text, int mark)
    {
        int latest = Math.Max(0, text.Length - SnippetLength), earliest = Math.Max(0, mark - Lead);
        if (earliest >= latest)
        {
            return Whole(text, latest);
        }

        // After the last stop before the mark, or simply a little before it.
        int stop = text[earliest..mark].LastIndexOfAny("。;!?");
        if (stop < 0)
        {
            stop = text[earliest..mark].IndexOfAny(",、:");
        }

        return Whole(text, Math.Min(latest, stop < 0 ? earliest : earliest + stop + 1));
    }

    private static int Covered(ImmutableArray<TextSpan> marks, int start, int end) =>
        marks.Sum(mark => Math.Max(0, Math.Min(mark.End, end) - Math.Max(mark.Start, start)));

    /// <summary>The position itself, or one earlier when it lies inside a surrogate pair.</summary>
    private static int Whole(ReadOnlySpan<char> text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
