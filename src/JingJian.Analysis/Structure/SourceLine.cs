using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>One line of the source that is not blank.</summary>
/// <param name="Number">Its line number, from 1.</param>
/// <param name="Start">Where the line starts, its indent included.</param>
/// <param name="Whole">The line without blanks on either side.</param>
/// <param name="Content">The same without marks of Markdown.</param>
/// <param name="Depth">How many # of Markdown make it a heading; 0 when none do.</param>
internal readonly record struct SourceLine(int Number, int Start, TextSpan Whole, TextSpan Content, int Depth)
{
    /// <summary>How many blanks stand before it.</summary>
    public int Indent => Whole.Start - Start;

    /// <summary>The lines of a text that hold more than blanks. A line ends with \n, \r\n or \r.</summary>
    public static List<SourceLine> In(string text)
    {
        List<SourceLine> lines = [];
        int number = 1;
        for (int start = 0; start <= text.Length; number++)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r') is int offset && offset >= 0 ? start + offset : text.Length;
            TextSpan whole = Trim(text, start, end);
            if (whole.Length > 0)
            {
                (int depth, TextSpan content) = MarkdownLine.Read(text, whole);
                lines.Add(new SourceLine(number, start, whole, content, depth));
            }

            start = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
        }

        return lines;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }

    /// <summary>White space and the invisible characters that editors and web pages leave behind.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';
}
