using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>Joins the lines of a sentence that a hard line break had cut.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; measured on labelled compilations in <c>corpus/labels</c>.</para>
/// <para>A line goes on in the next one when it does not end a sentence and is no row of a table (tabs), the next one does not start something
/// (mark, title, indent), and the seam looks like running text: a comma, a line too long for a heading, or two characters
/// that the same text usually has side by side (热|点 of 热点).</para>
/// </remarks>
internal static partial class LineJoiner
{
    private const string SentenceEnds = "。！？!?；;：:”’\"』」》〉)）】］]….";
    private const string Clauses = "，,、";

    /// <summary>A line longer than this is no heading: those of the labelled compilations end near 45 characters.</summary>
    private const int LongestHeading = 50;

    /// <summary>Below this a line is a label or a title, not a cut sentence.</summary>
    private const int ShortestCutLine = 12;

    /// <summary>How far the end of a cut sentence is looked for.</summary>
    private const int MostPartsAhead = 3;

    /// <summary>Joins the lines of <paramref name="source"/>.</summary>
    public static List<LogicalLine> Join(string source, IReadOnlyList<SourceLine> lines)
    {
        var neighbours = new Neighbours(source, lines);
        List<LogicalLine> joined = [];
        for (int i = 0; i < lines.Count;)
        {
            int end = i + 1;
            while (end < lines.Count && GoesOn(source, lines, end, lines[i], neighbours))
            {
                end++;
            }

            ImmutableArray<SourceLine> parts = [.. lines.Skip(i).Take(end - i)];
            MappedText text = MappedText.From(source, parts.Select(part => part.Content).ToArray());
            joined.Add(LogicalLine.Of(parts, text));
            i = end;
        }

        return joined;
    }

    /// <summary>Whether the line at <paramref name="at"/> goes on with the one before it.</summary>
    private static bool GoesOn(string source, IReadOnlyList<SourceLine> lines, int at, SourceLine first, Neighbours neighbours)
    {
        SourceLine previous = lines[at - 1], next = lines[at];
        ReadOnlySpan<char> before = previous.Content.In(source);
        char last = before[^1];
        // Blank lines stand between paragraphs, never inside a sentence.
        if (SentenceEnds.Contains(last, StringComparison.Ordinal) || next.Number != previous.Number + 1
            || previous.Depth > 0 || before.Length < ShortestCutLine || TitleLine.Looks(before) || Residue.NeverGoesOn(before) || before.Contains('\t') || StartsSomething(source, next, first))
        {
            return false;
        }

        if (Clauses.Contains(last, StringComparison.Ordinal))
        {
            return true;
        }

        return before.Contains('。') || before.Length > LongestHeading || EndsInOneLetter(before)
            || (!MayBeHeading(before) && neighbours.Belong(last, next.Content.In(source)[0])) || IsClause(source, lines, at);
    }

    /// <summary>A numbered line as short as a heading: 作 at its end and 为 below are no cut word.</summary>
    private static bool MayBeHeading(ReadOnlySpan<char> before) =>
        before.Length <= LongestHeading && HeadingMark.Of(before).Scheme is > MarkScheme.None and <= MarkScheme.ArabicInParentheses;

    /// <summary>……难点、热 · ……打分，月: no heading ends in a clause of one letter.</summary>
    private static bool EndsInOneLetter(ReadOnlySpan<char> before) => Clauses.Contains(before[^2], StringComparison.Ordinal);

    /// <summary>An unmarked line with commas, longer than a bare heading, is running text; it was cut when a sentence ends
    /// soon below. In a list of lines that have no stops none does.</summary>
    private static bool IsClause(string source, IReadOnlyList<SourceLine> lines, int at)
    {
        ReadOnlySpan<char> before = lines[at - 1].Content.In(source);
        if (before.Length <= LineKinds.LongestBareHeading || !before.ContainsAny('，', '；') || HeadingMark.Of(before).Scheme != MarkScheme.None)
        {
            return false;
        }

        for (int i = at; i < Math.Min(lines.Count, at + MostPartsAhead); i++)
        {
            if (SentenceEnds.Contains(source[lines[i].Content.End - 1], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsSomething(string source, SourceLine line, SourceLine first)
    {
        ReadOnlySpan<char> content = line.Content.In(source);
        bool deeper = line.Indent > first.Indent && line.Indent > 0;
        return deeper || line.Depth > 0 || MonthLabel().IsMatch(content) || HeadingMark.Of(content) is not { Scheme: MarkScheme.None, Quoted: false } || TitleLine.Looks(content);
    }

    // 11月： above what was done in it.
    [GeneratedRegex(@"^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?[：:]?$")]
    private static partial Regex MonthLabel();
}
