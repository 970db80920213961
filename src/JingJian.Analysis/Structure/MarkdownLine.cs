using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>Takes the marks of Markdown off a line that is one thing from end to end: <c>## 一、回顾</c>, <c>**一、回顾**</c>.</summary>
/// <remarks>
/// <para><b>Source.</b> CommonMark 0.31, 4.2 (ATX headings) and 6.2 (strong emphasis), as far as Chinese reports use them.</para>
/// <para><b>Departures.</b> Only <c>**</c> sets a line in bold, and only one with <see cref="ShortestBold"/> characters between: sites mask
/// words with <c>**</c> and <c>____</c>.</para>
/// </remarks>
internal static class MarkdownLine
{
    private const int DeepestHeading = 6;
    private const int ShortestBold = 4;

    /// <summary>How many # a heading has, 0 for other lines, and what stands behind them or between the asterisks.</summary>
    public static (int Depth, TextSpan Content) Read(string text, TextSpan line)
    {
        ReadOnlySpan<char> content = line.In(text);
        int depth = content[0] == '#' ? content.IndexOfAnyExcept('#') : 0;
        if (depth is < 1 or > DeepestHeading || content[depth] is not (' ' or '\t' or '\u3000'))
        {
            return (0, IsBold(content) ? TextSpan.Between(line.Start + 2, line.End - 2) : line);
        }

        ReadOnlySpan<char> heading = content[depth..].Trim();
        int start = line.End - content[depth..].TrimStart().Length;
        ReadOnlySpan<char> closed = heading.TrimEnd('#');
        int length = closed.Length == heading.Length ? heading.Length : closed.TrimEnd().Length;
        TextSpan span = new(start, length);
        return length == 0 ? (0, line) : (depth, IsBold(span.In(text)) ? TextSpan.Between(span.Start + 2, span.End - 2) : span);
    }

    private static bool IsBold(ReadOnlySpan<char> content) =>
        content is ['*', '*', not ('*' or ' '), .., not ('*' or ' '), '*', '*'] && content.Length >= ShortestBold + 4 && !content[2..^2].Contains('*');
}
