using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>One logical line: a line of the source, or several that a hard line break had cut in mid-sentence.</summary>
/// <param name="Lines">The source lines, in order.</param>
/// <param name="Text">Their contents joined.</param>
/// <param name="Mark">The numbering mark at its start.</param>
internal sealed record LogicalLine(ImmutableArray<SourceLine> Lines, MappedText Text, HeadingMark Mark)
{
    /// <summary>Its first line.</summary>
    public SourceLine First => Lines[0];

    /// <summary>The stretch of the source from its first to its last character.</summary>
    public TextSpan Source => TextSpan.Between(Lines[0].Content.Start, Lines[^1].Content.End);
}

/// <summary>Joins the lines of a sentence that a hard line break had cut.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; measured on labelled compilations in <c>corpus/labels</c>.</para>
/// <para>A line goes on in the next one when it does not end a sentence, the next one does not start something
/// (mark, title, indent), and the seam looks like running text: a comma, a line too long for a heading, or two characters
/// that the same text usually has side by side (热|点 of 热点).</para>
/// </remarks>
internal static class LineJoiner
{
    private const string SentenceEnds = "。！？!?；;：:”’\"』」》〉)）】］]….";
    private const string Clauses = "，,、";

    /// <summary>A line longer than this is no heading: those of the labelled compilations end near 45 characters.</summary>
    private const int LongestHeading = 50;

    /// <summary>Below this a line is a label or a title, not a cut sentence.</summary>
    private const int ShortestCutLine = 12;

    /// <summary>Joins the lines of <paramref name="source"/>.</summary>
    public static List<LogicalLine> Join(string source, IReadOnlyList<SourceLine> lines)
    {
        var neighbours = new Neighbours(source, lines);
        List<LogicalLine> joined = [];
        for (int i = 0; i < lines.Count;)
        {
            int end = i + 1;
            while (end < lines.Count && GoesOn(source, lines[end - 1], lines[end], lines[i], neighbours))
            {
                end++;
            }

            ImmutableArray<SourceLine> parts = [.. lines.Skip(i).Take(end - i)];
            MappedText text = MappedText.From(source, parts.Select(part => part.Content).ToArray());
            joined.Add(new LogicalLine(parts, text, HeadingMark.Of(text.Text)));
            i = end;
        }

        return joined;
    }

    private static bool GoesOn(string source, SourceLine previous, SourceLine next, SourceLine first, Neighbours neighbours)
    {
        ReadOnlySpan<char> before = previous.Content.In(source);
        ReadOnlySpan<char> after = next.Content.In(source);
        char last = before[^1];
        // Blank lines stand between paragraphs, never inside a sentence.
        if (SentenceEnds.Contains(last, StringComparison.Ordinal) || next.Number != previous.Number + 1
            || before.Length < ShortestCutLine || TitleLine.Looks(before.ToString()) || StartsSomething(source, next, first))
        {
            return false;
        }

        if (Clauses.Contains(last, StringComparison.Ordinal))
        {
            return true;
        }

        return before.Contains('。') || before.Length > LongestHeading || neighbours.Belong(last, after[0]);
    }

    private static bool StartsSomething(string source, SourceLine line, SourceLine first)
    {
        string content = line.Content.In(source).ToString();
        bool deeper = line.Indent > first.Indent && line.Indent > 0;
        return deeper || HeadingMark.Of(content) is not { Scheme: MarkScheme.None, Quoted: false } || TitleLine.Looks(content);
    }
}
