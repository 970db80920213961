using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;

namespace JingJian.Tools.Benchmarks;

/// <summary>Makes any number of paragraphs from real ones, so that speed can be measured at sizes no collection has.</summary>
/// <remarks>
/// A paragraph is a real one with clauses dropped, clauses of another spliced in, or digits changed. One in four is a copy
/// of an earlier one with other digits, in its family.
/// </remarks>
internal static class ParagraphMill
{
    private const int ShortestParagraph = 30;
    private const int LongestParagraph = 600;
    private const int ParagraphsPerReport = 20;
    private const int ReportsPerSource = 10;

    public static Passage[] Make(ReadOnlySpan<string> folders, int count, Random random)
    {
        string[][] clauses = Clauses(folders);
        var passages = new Passage[count];
        for (int id = 0; id < count; id++)
        {
            Passage? original = id > 0 && random.Next(4) == 0 ? passages[random.Next(id)] : null;
            int report = id / ParagraphsPerReport, family = original is null ? -1 : original.Family >= 0 ? original.Family : (int)original.Id;
            if (original is { Family: < 0 })
            {
                passages[original.Id] = original with { Family = family };
            }

            passages[id] = new Passage(
                id,
                OtherDigits(original?.Text ?? Spliced(clauses, random), random),
                $"第{report}单位工作总结\n{clauses[(id / 5) % clauses.Length][0]}",
                (Function)random.Next(10),
                random.Next(4) == 0 ? (Function)random.Next(10) : null,
                random.Next(5) == 0 ? 0 : 2005 + (report % 20),
                $"单位{report % 500}",
                report,
                report / ReportsPerSource,
                family,
                1,
                random.Next(10) == 0);
        }

        return passages;
    }

    private static string[][] Clauses(ReadOnlySpan<string> folders)
    {
        var clauses = new List<string[]>();
        foreach (string folder in folders)
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                clauses.AddRange(File.ReadLines(file, Encoding.UTF8)
                    .Select(line => line.Trim())
                    .Where(line => line.Length is >= ShortestParagraph and <= LongestParagraph && !line.Contains('\ufffd', StringComparison.Ordinal))
                    .Select(line => line.Split('，', '；', '。')));
            }
        }

        return [.. clauses];
    }

    private static string Spliced(string[][] clauses, Random random)
    {
        string[] first = clauses[random.Next(clauses.Length)], second = clauses[random.Next(clauses.Length)];
        IEnumerable<string> kept = first.Where(clause => clause.Length > 0 && random.Next(5) > 0);
        if (random.Next(2) == 0)
        {
            kept = kept.Concat(second.Where(_ => random.Next(3) == 0));
        }

        return string.Join('，', kept) + "。";
    }

    private static string OtherDigits(string text, Random random) => string.Create(text.Length, (text, random), static (made, from) =>
    {
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = char.IsAsciiDigit(from.text[i]) && from.random.Next(2) == 0 ? (char)('0' + from.random.Next(10)) : from.text[i];
        }
    });
}
