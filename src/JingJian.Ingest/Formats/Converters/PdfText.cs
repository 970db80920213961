using System.Text.RegularExpressions;

namespace JingJian.Ingest.Formats.Converters;

/// <summary>Makes running text of the pages of a PDF, which knows lines on paper and nothing else.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours, for the layout of Chinese official documents: a paragraph begins with an indent of two characters or
/// below a line that is not full.</para>
/// <para><b>Guarantee.</b> Only page numbers and lines that stand at the edge of most pages are left out; of all else only
/// blanks are changed.</para>
/// </remarks>
internal static partial class PdfText
{
    /// <summary>A line is full when no more than this many columns are missing: two characters, as a mark may not begin a line.</summary>
    private const int MostMissing = 4;

    /// <summary>Narrower text is a list or a table rather than prose.</summary>
    private const int LeastWidth = 40;

    /// <summary>No line on paper has more columns; one that does comes from a hostile file.</summary>
    private const int WidestPaper = 1000;

    /// <summary>Lines at the top and at the bottom of a page that may be its header or footer.</summary>
    private const int EdgeLines = 2;

    /// <summary>The text of pages that are separated by form feeds, laid out with blanks.</summary>
    public static string Of(string laidOut)
    {
        List<string[]> pages = [.. laidOut.Split('\f').Select(page => (string[])[.. page.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)])
            .Where(page => page.Length > 0)];
        HashSet<string> running = RunningLines(pages);
        HashSet<int> counted = CountedFrom(pages);
        return Join([.. pages.SelectMany((page, number) => page.Where((line, index) =>
            !IsEdge(index, page.Length) || !(running.Contains(Pattern(line)) || (NumberOf(line) is int shown && counted.Contains(shown - number)))))]);
    }

    /// <summary>A page of a few lines, a form or a slide, has a body too.</summary>
    private static bool IsEdge(int index, int count) => Math.Clamp((count - 1) / 2, 1, EdgeLines) is var edge && (index < edge || index >= count - edge);

    /// <summary>Numbers that count the pages: by how much they differ from the place of the page, when two pages agree.</summary>
    private static HashSet<int> CountedFrom(List<string[]> pages) =>
        pages.SelectMany((page, number) => page.Where((_, index) => IsEdge(index, page.Length)).Select(NumberOf).OfType<int>().Select(shown => shown - number).Distinct())
            .GroupBy(difference => difference).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();

    private static int? NumberOf(string line) =>
        PageNumber().Match(line) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Lines at the edge of at least half of three pages or more, whatever number they carry.</summary>
    private static HashSet<string> RunningLines(List<string[]> pages)
    {
        var counts = pages.SelectMany(page => page.Where((_, index) => IsEdge(index, page.Length)).Select(Pattern).Distinct())
            .GroupBy(pattern => pattern, StringComparer.Ordinal);
        return counts.Where(group => group.Count() >= 3 && group.Count() * 2 >= pages.Count).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static string Pattern(string line) => Number().Replace(line.Trim(), "0");

    private static string Join(List<string> lines)
    {
        int full = FullWidth(lines);
        var text = new FlowingText { KeepsBlanks = true };
        for (int i = 0; i < lines.Count; i++)
        {
            if (i == 0 || !GoesOn(lines[i - 1], lines[i], full))
            {
                text.Break();
            }
            else if (char.IsAsciiLetterOrDigit(lines[i - 1][^1]) && char.IsAsciiLetterOrDigit(lines[i].TrimStart()[0]))
            {
                text.Append(" ");
            }

            text.Append(Columns().Replace(lines[i].Trim(), "\t"));
        }

        return text.ToString();
    }

    private static bool GoesOn(string line, string next, int full) =>
        full >= LeastWidth && Width(line) >= full - MostMissing && Indent(next) < 2 && !Columns().IsMatch(line.Trim()) && !Columns().IsMatch(next.Trim());

    /// <summary>How wide full lines are: the width that most of the wide lines share, give or take a character.</summary>
    private static int FullWidth(List<string> lines)
    {
        int[] counts = new int[lines.Select(Width).DefaultIfEmpty().Max() + 3];
        foreach (string line in lines.Where(line => !Columns().IsMatch(line.Trim())))
        {
            counts[Width(line)]++;
        }

        int best = 0;
        for (int width = LeastWidth; width + 2 < counts.Length; width++)
        {
            if (Around(width) > Around(best))
            {
                best = width;
            }
        }

        return best;

        int Around(int width) => width < LeastWidth ? 0 : counts[width] + counts[width + 1] + counts[width + 2];
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    /// <summary>Columns on paper, indent included; a Chinese character takes two.</summary>
    private static int Width(string line) => Math.Min(WidestPaper, line.Sum(c => c < '\u2010' ? 1 : 2));

    [GeneratedRegex(@"^\s*[-—－–·第]*\s*([0-9]{1,4})\s*(页|[/／]\s*\d{1,4}|[,，]?\s*共\s*\d{1,4}\s*页)?\s*[-—－–·]*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(" {3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Columns();
}
