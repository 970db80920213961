using JingJian.Archive;
using JingJian.Archive.Views;

namespace JingJian.Tools.Evaluation;

/// <summary>Whether drafts that were put together from several reports of an archive are told from drafts that were not.</summary>
/// <param name="Spliced">How many were put together from two to four reports.</param>
/// <param name="Found">How many of these are told so.</param>
/// <param name="Sources">How many reports these were put together from.</param>
/// <param name="Named">How many reports the findings name, no more than each draft was put together from.</param>
/// <param name="Others">Drafts of one report with words of nobody in between.</param>
/// <param name="WronglyFound">How many of these are told to be put together.</param>
public sealed record SpliceEvaluation(int Spliced, int Found, int Sources, int Named, int Others, int WronglyFound)
{
    private const int Drafts = 60;
    private const int MostSources = 4;
    private const int DraftParagraphs = 8;

    /// <summary>A report that stands in others itself would not be one source.</summary>
    private const double LeastOriginality = 0.8;

    /// <summary>Draws drafts from the reports of an archive that have most words of their own, without their openings, with which a report would begin in the middle.</summary>
    public static SpliceEvaluation Of(ReportArchive archive)
    {
        var random = new Random(1);
        string[][] reports =
        [
            .. archive.Catalogue.Reports(null).OrderBy(report => report.Source, StringComparer.Ordinal).ThenBy(report => report.Line)
                .SelectMany(report => archive.Audits.Audit(report.Id)).Where(audit => audit.Figures.Originality >= LeastOriginality && audit.Paragraphs.Count > DraftParagraphs / 2)
                .Select(audit => audit.Paragraphs.Select(paragraph => paragraph.Text).ToArray()),
        ];
        int found = 0, sources = 0, named = 0, wronglyFound = 0;
        for (int draft = 0; draft < Drafts; draft++)
        {
            int count = random.Next(2, MostSources + 1);
            string[][] parts = [.. random.GetItems(Enumerable.Range(0, reports.Length).ToArray(), reports.Length).Distinct().Take(count).Select(i => reports[i])];
            FindingView? finding = Finding(archive, [.. parts.SelectMany(part => part.Skip(1).Take(DraftParagraphs / count))]);
            found += finding is null ? 0 : 1;
            sources += count;
            named += Math.Min(count, finding?.Others.Select(other => other.Report).Distinct().Count() ?? 0);
            wronglyFound += Finding(archive, [.. reports[draft % reports.Length].SelectMany(text => new[] { text, Reversed(text) })]) is null ? 0 : 1;
        }

        return new SpliceEvaluation(Drafts, found, sources, named, Drafts, wronglyFound);
    }

    private static FindingView? Finding(ReportArchive archive, string[] paragraphs) =>
        archive.Drafts.Check("草稿.txt", "2025年工作总结\n" + string.Join('\n', paragraphs)).Audits.SelectMany(audit => audit.Findings).FirstOrDefault(finding => finding.Kind == "spliced-report");

    /// <summary>Words that stand nowhere.</summary>
    private static string Reversed(string text) => string.Concat(text.Reverse());
}
