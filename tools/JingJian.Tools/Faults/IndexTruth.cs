using System.Text.Json;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Search.Indexing;

namespace JingJian.Tools.Faults;

/// <summary>Holds the answers of an archive against a plain reading of its store.</summary>
internal static class IndexTruth
{
    private const int Strings = 25;
    private const int LongestString = 8;

    private static readonly string[] Queries = ["工作 建设", "+发展 -教育", "“人民政府”", "产业 OR 民生", "工* 服务", "怎样帮助困难职工"];

    /// <summary>What is wrong: acknowledged files that are not there, and strings that are not counted and found as a scan does.</summary>
    public static IEnumerable<string> Faults(ReportArchive archive, IEnumerable<string> acknowledged, Random random)
    {
        HashSet<string> stored = [.. archive.Catalogue.Sources().Select(source => source.Name)];
        foreach (string lost in acknowledged.Where(file => !stored.Contains(file)))
        {
            yield return $"{lost} was acknowledged and is not there";
        }

        BlockView[] paragraphs =
        [
            .. archive.Catalogue.Reports(null).SelectMany(report => archive.Catalogue.Blocks(report.Id)).Where(block => block.Kind == "paragraph"),
        ];
        string[] texts = [.. paragraphs.Select(paragraph => Folding.Fold(paragraph.Text))];
        if (Found(archive, "原创度:0..100") is var all && all.Paragraphs != texts.Length)
        {
            yield return $"{all.Paragraphs} paragraphs are searched, {texts.Length} are stored";
        }

        for (int i = 0; i < Strings && texts.Length > 0; i++)
        {
            string text = texts[random.Next(texts.Length)];
            int length = random.Next(1, LongestString), start = random.Next(Math.Max(1, text.Length - length));
            string wanted = text.Substring(start, Math.Min(length, text.Length - start));
            if (!wanted.All(char.IsLetter))
            {
                continue;
            }

            HashSet<string> scan = [.. paragraphs.Where((_, at) => texts[at].Contains(wanted, StringComparison.Ordinal)).Select(paragraph => paragraph.Id)];
            SearchView found = Found(archive, $"“{wanted}”");
            if (found.Paragraphs != scan.Count || !found.Hits.All(hit => scan.Contains(hit.Paragraph)))
            {
                yield return $"“{wanted}” is found in {found.Paragraphs} paragraphs, a scan finds {scan.Count}";
            }
        }
    }

    /// <summary>Whether an archive answers as it does when its index is built anew.</summary>
    public static bool IsAsRebuilt(string data)
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = data }, TimeProvider.System);
        string[] before = Answers(archive);
        archive.RebuildIndex();
        return before.SequenceEqual(Answers(archive));
    }

    private static string[] Answers(ReportArchive archive) => [.. Queries.Select(query => JsonSerializer.Serialize(Found(archive, query)))];

    private static SearchView Found(ReportArchive archive, string query) =>
        archive.Search.Search(new SearchWish(query) { Explain = true }).TryGet(out SearchView? view, out var fault) ? view : throw new InvalidOperationException(fault.Message);
}
