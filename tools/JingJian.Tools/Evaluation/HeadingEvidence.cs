using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using JingJian.Analysis.Structure;
using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Tools.Evaluation;

/// <summary>Which of the lines that web pages had set as headings are found to be headings.</summary>
/// <remarks>
/// <para><b>Source.</b> <c>gov_work_reports/headings.tsv</c> of the open corpora: lines that stood in h2–h4 or in bold type.</para>
/// <para><b>Departures.</b> The marking is uneven: pages set whole paragraphs, captions of tables and dates in bold too, and many
/// pages mark no heading at all. So only recall is asked for, and of bold lines only those that are numbered and no longer
/// than a heading, without a sentence's end inside.</para>
/// </remarks>
public sealed partial class HeadingEvidence
{
    private const int LongestBold = 45;

    private readonly SortedDictionary<string, (int Marked, int Found, int Titles)> counts = new(StringComparer.Ordinal);
    private readonly List<string> missed = [];

    private HeadingEvidence()
    {
    }

    /// <summary>The marked lines that are found to be neither heading nor title.</summary>
    public IReadOnlyList<string> Missed => missed;

    /// <summary>Share of the marked lines of a sort (<c>h2</c>, <c>h3</c>, <c>h4</c>, <c>bold</c>) that are found as headings or titles.</summary>
    public double Recall(string markup) =>
        counts.GetValueOrDefault(markup) is { Marked: > 0 } count ? (count.Found + count.Titles) / (double)count.Marked : 0;

    /// <summary>Compares.</summary>
    /// <param name="openFolder">The folder of the open corpora.</param>
    public static HeadingEvidence Of(string openFolder)
    {
        var evidence = new HeadingEvidence();
        string folder = Path.Combine(openFolder, "gov_work_reports");
        foreach (IGrouping<string, string[]> file in File.ReadLines(Path.Combine(folder, "headings.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Where(IsEvidence).GroupBy(row => row[0]))
        {
            evidence.Compare(file.Key, Structure(Path.Combine(folder, file.Key)), file);
        }

        return evidence;
    }

    /// <summary>A table for people.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{"markup",-12}{"lines",6}{"headings",10}{"titles",8}{"R",7}");
        foreach ((string markup, (int marked, int found, int titles)) in counts)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{markup,-12}{marked,6}{found,10}{titles,8}{Recall(markup),7:F3}");
        }

        return table.ToString();
    }

    private static bool IsEvidence(string[] row) =>
        row[2] != "bold" || (row[3].Length <= LongestBold && Numbered().IsMatch(row[3]) && !row[3].AsSpan(0, row[3].Length - 1).Contains('。'));

    private static Document Structure(string path) =>
        SourceReader.ReadFile(new SourceFile(path, Path.GetFileName(path)), IngestLimits.Default).TryGet(out SourceText? source, out Fault? fault)
            ? StructureReader.Read(source.Decoded.Text)
            : throw new InvalidDataException($"{path}: {fault.Message}");

    private void Compare(string name, Document document, IEnumerable<string[]> rows)
    {
        Dictionary<int, Block> byLine = document.Blocks.ToDictionary(block => block.Line);
        foreach (string[] row in rows)
        {
            BlockKind? kind = byLine.GetValueOrDefault(int.Parse(row[1], CultureInfo.InvariantCulture))?.Kind;
            (int marked, int found, int titles) = counts.GetValueOrDefault(row[2]);
            counts[row[2]] = (marked + 1, found + (kind == BlockKind.Heading ? 1 : 0), titles + (kind == BlockKind.Title ? 1 : 0));
            if (kind is not (BlockKind.Heading or BlockKind.Title))
            {
                missed.Add($"{name}:{row[1]} {row[2]} -> {kind?.ToString() ?? "cont"}");
            }
        }
    }

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}[编章节篇部]|[（(][一二三四五六七八九十]{1,3}[)）])")]
    private static partial Regex Numbered();
}
