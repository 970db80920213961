namespace JingJian.Tools.Samples;

/// <summary>How one file of the archive looks.</summary>
/// <param name="Name">File name without <c>.txt</c>.</param>
/// <param name="Encoding">utf-8, utf-8-bom, utf-16le-bom or gb18030.</param>
/// <param name="Options">crlf, indent, gaps, apart, breaks, low-quotes, escaped-quotes.</param>
/// <param name="Title">The title line: <c>{title}</c> is the report's own, <c>{1}</c> and <c>{一}</c> its place in the file.</param>
/// <param name="Reports">Its reports, in order.</param>
internal sealed record FileLayout(
    string Name, string Encoding, IReadOnlySet<string> Options, string Title, IReadOnlyList<PlacedReport> Reports)
{
    /// <summary>The title line of the report at <paramref name="place"/>, counted from 1.</summary>
    public string TitleOf(PlannedReport report, int place) => Title
        .Replace("{title}", report.Title, StringComparison.Ordinal)
        .Replace("{1}", $"{place}", StringComparison.Ordinal)
        .Replace("{一}", "一二三四五六七八九十".Substring(place - 1, 1), StringComparison.Ordinal);
}

/// <summary>A report in a file.</summary>
/// <param name="Id">Id of the report.</param>
/// <param name="Titled">False when its title was lost: its first line then starts with one ASCII space.</param>
internal readonly record struct PlacedReport(string Id, bool Titled);

/// <summary>Reads <c>corpus/plan/LAYOUT.tsv</c>.</summary>
internal static class LayoutReader
{
    private static readonly HashSet<string> Options = ["crlf", "indent", "gaps", "apart", "breaks", "low-quotes", "escaped-quotes"];

    /// <exception cref="FormatException">A row is broken; the message names its line.</exception>
    public static IReadOnlyList<FileLayout> Read(string text) =>
        [.. text.TrimEnd('\n').Split('\n').Select(ReadRow).Skip(1)];

    private static FileLayout ReadRow(string row, int index)
    {
        string[] fields = row.Split('\t');
        HashSet<string> options = fields.Length == 5 && fields[2] != "-" ? [.. fields[2].Split(',')] : [];
        if (fields.Length != 5 || (index > 0 && !options.IsSubsetOf(Options)))
        {
            throw new FormatException($"LAYOUT.tsv:{index + 1}: expected file, encoding, options, title, reports; found {row}");
        }

        return new(fields[0], fields[1], options, fields[3], [.. fields[4].Split(',').Select(ReadPlace)]);
    }

    private static PlacedReport ReadPlace(string id) => id.StartsWith('~') ? new(id[1..], false) : new(id, true);
}
