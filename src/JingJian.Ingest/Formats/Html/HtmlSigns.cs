using System.Text.RegularExpressions;

namespace JingJian.Ingest.Formats.Html;

/// <summary>Tells a web page, or the fragment of one that an editor saved, from a text with a few tags in it.</summary>
/// <remarks>Wrongly read as a page, a text would lose its line ends. So a fragment has to begin with a tag, and to hold at least
/// one tag for every two of its lines.</remarks>
internal static partial class HtmlSigns
{
    /// <summary>Whether this is a page or a fragment of one.</summary>
    public static bool In(string text)
    {
        string start = text[..Math.Min(text.Length, 4096)].TrimStart();
        return Page().IsMatch(start) || (Fragment().IsMatch(start) && Tag().Count(text) * 2 >= Lines(text));
    }

    private static int Lines(string text)
    {
        int lines = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            lines += line.IsWhiteSpace() ? 0 : 1;
        }

        return lines;
    }

    // Atomic groups: a comment ends at its first end, so hostile comments cost one pass.
    [GeneratedRegex(@"\G(<\?xml[^>]{0,200}>\s*)?(?>(?><!--.*?-->\s*)*)<(!doctype\s+html|html|head|body|meta|title|link)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Page();

    [GeneratedRegex(@"\G(?>(?><!--.*?-->\s*)*)</?(p|div|span|table|h[1-6]|strong|b|font|center|section|article|br|hr|img|a|ul|ol|style|script|blockquote|em|u|i)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"<(/?[a-z][a-z0-9]*\b|!--)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
