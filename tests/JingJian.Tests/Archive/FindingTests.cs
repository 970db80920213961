using JingJian.Archive;
using JingJian.Archive.Access;
using JingJian.Archive.Views;
using JingJian.Tests.Samples;
using static JingJian.Tests.Outcome;

namespace JingJian.Tests.Archive;

/// <summary>What stands out in the archive is listed, judged, and judged once.</summary>
public sealed class FindingTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Findings_of_all_reports_come_page_by_page_and_keep_what_was_said_of_them()
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System);
        archive.Ingest(Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal).Take(12), null, Cancellation);
        FindingDesk desk = archive.For(Sight.Everything).Findings;
        IReadOnlyList<JudgedFindingView> all = Accepted(desk.Find(new FindingsWish(), null, 100_000, Cancellation)).Items;

        Assert.Equal(
            archive.Catalogue.Reports(null).SelectMany(report => archive.Audits.Audit(report.Id)).SelectMany(audit => audit.Findings).Select(finding => (finding.Kind, finding.Start, finding.Words)),
            all.Select(finding => (finding.Finding.Kind, finding.Finding.Start, finding.Finding.Words)));
        Assert.Equal(all.Select(finding => finding.Id), Pages(desk, 3).Select(finding => finding.Id));
        Assert.All(all.GroupBy(finding => finding.Report.Id), one => Assert.Equal(
            one.Select(finding => finding.Id), Accepted(desk.Find(new FindingsWish(Report: one.Key), null, 100_000, Cancellation)).Items.Select(finding => finding.Id)));

        string[] some = [.. all.Take(3).Select(finding => finding.Id).Distinct()];
        Assert.Equal("finding.reason", Refused(desk.Judge(some, "dismissed", " ", "王工")).Code);
        Assert.Equal("finding.not-found", Refused(desk.Judge([.. some, "0123456789ab-r1.0123456789abcdef"], "confirmed", "", "王工")).Code);
        Assert.Empty(Accepted(desk.Find(new FindingsWish(Verdict: "dismissed"), null, 1000, Cancellation)).Items);

        Assert.Equal(some.Length, Accepted(desk.Judge(some, "dismissed", "集体撰写", "王工")));
        JudgedFindingView judged = Accepted(desk.Find(new FindingsWish(Verdict: "dismissed"), null, 1000, Cancellation)).Items[0];
        Assert.Equal((some[0], "集体撰写", "王工"), (judged.Id, judged.Verdict!.Reason, judged.Verdict.Who));
        Assert.Equal(all.Count(finding => !some.Contains(finding.Id)), Accepted(desk.Find(new FindingsWish(Verdict: "open"), null, 100_000, Cancellation)).Items.Count);
        Accepted(desk.Judge(some, "open", "", "王工"));
        Assert.Empty(Accepted(desk.Find(new FindingsWish(Verdict: "dismissed"), null, 1000, Cancellation)).Items);
        Assert.Equal("finding.not-found", Refused(archive.For(Sight.Nothing).Findings.Judge(some, "confirmed", "", "王工")).Code);
    }

    private static IEnumerable<JudgedFindingView> Pages(FindingDesk desk, int top)
    {
        string? next = null;
        do
        {
            FindingsPageView page = Accepted(desk.Find(new FindingsWish(), next, top, Cancellation));
            foreach (JudgedFindingView finding in page.Items)
            {
                yield return finding;
            }

            next = page.Next;
        }
        while (next is not null);
    }
}
