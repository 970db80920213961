using System.Text;

namespace JingJian.Tools.Samples;

/// <summary>What copying from web pages does to a text.</summary>
internal static class ScrapingDamage
{
    /// <summary>In a file with soft breaks, one long paragraph in this many is cut: a handful a file.</summary>
    public const int BreakEvery = 6;

    /// <summary>Shorter paragraphs are never cut.</summary>
    public const int BreakableLength = 60;

    // A line that began with one of these would look like a list item or a date rather than the rest of a sentence.
    private const string NotAtLineStart = "一二三四五六七八九十〇第";

    /// <summary>“…” becomes ‚…‛ or \"…\", as the options say.</summary>
    public static string Requote(string text, IReadOnlySet<string> options) =>
        options.Contains("low-quotes") ? Requote(text, "‚", "‛")
        : options.Contains("escaped-quotes") ? Requote(text, "\\\"", "\\\"")
        : text;

    /// <summary>Cuts a paragraph in two near its middle, between two Han characters and inside a sentence.</summary>
    public static (string Head, string Tail) Break(string text)
    {
        int cut = text.Length / 2;
        while (!CanCut(text, cut))
        {
            cut++;
        }

        return (text[..cut], text[cut..]);
    }

    private static string Requote(string text, string open, string close) =>
        new StringBuilder(text).Replace("“", open).Replace("”", close).ToString();

    private static bool CanCut(string text, int cut) =>
        char.IsLetter(text[cut - 1]) && char.IsLetter(text[cut]) && !NotAtLineStart.Contains(text[cut], StringComparison.Ordinal);
}
