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

    [Fact]
    public void Findings_that_were_worked_out_beforehand_are_those_that_are_worked_out_when_they_are_asked_for()
    {
        ReportArchive archive = Samples();
        FindingDesk desk = archive.For(Sight.Everything).Findings;
        JudgedFindingView[] before = [.. Pages(desk, 1000)];
        string[] some = [.. before.Where((_, i) => i % 5 == 0).Select(finding => finding.Id).Distinct()];
        Accepted(desk.Judge(some[..(some.Length / 2)], "dismissed", "集体撰写", "王工"));
        Accepted(desk.Judge(some[(some.Length / 2)..], "confirmed", "", "王工"));
        archive.Judgements.Mark(before[0].Report.Source, "superior", "");
        JudgedFindingView[] all = [.. Pages(desk, 1000)];
        Assert.Empty(Books());

        Prepare(desk);

        Assert.Single(Books());
        FindingsWish[] wishes =
        [
            new(), new(Verdict: "dismissed"), new(Verdict: "confirmed"), new(Verdict: "open"), new(Verdict: "noted"), new(Kind: "没有这一种"),
            .. all.Select(finding => new FindingsWish(finding.Finding.Kind)).Distinct(), .. all.Select(finding => new FindingsWish(finding.Finding.Kind, "open")).Distinct(),
            .. all.Select(finding => new FindingsWish(Organisation: finding.Report.Organisation)).Distinct(), .. all.Select(finding => new FindingsWish(Year: finding.Report.Year)).Distinct(),
            .. all.Select(finding => new FindingsWish(Report: finding.Report.Id, Year: finding.Report.Year)).Distinct().Take(5), new(Report: "没有这一篇"),
        ];
        Assert.All(wishes, wish =>
        {
            string[] expected = [.. all.Where(finding => IsAsked(finding, wish)).Select(Text)];
            FindingsPageView whole = Accepted(desk.Find(wish, null, 100_000, Cancellation));
            Assert.Equal(expected, whole.Items.Select(Text));
            Assert.Equal((null, archive.Catalogue.Reports(null).Count, archive.Catalogue.Reports(null).Count), (whole.Next, whole.Passed, whole.Reports));
            Assert.Equal(expected, Pages(desk, 2, wish).Select(Text));
        });
        Assert.Equal("finding.cursor", Refused(desk.Find(new FindingsWish(), "0123456789ab-r1", 10, Cancellation)).Code);
    }

    [Fact]
    public void A_book_that_is_made_from_an_earlier_one_is_like_one_that_is_made_from_nothing()
    {
        string[] files = [.. Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal)];
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System);
        archive.Ingest(files[..^6], null, Cancellation);
        FindingDesk desk = archive.For(Sight.Everything).Findings;
        Prepare(desk);
        string[] names = [.. Pages(desk, 1000).Select(finding => finding.Report.Source).Distinct().Where((_, i) => i % 4 == 0)];
        int different = 0;
        foreach (Action change in (Action[])
        [
            () => archive.Judgements.Mark(names[0], "superior", ""),
            () => archive.Judgements.Exclude(names[1], "", "联合行文"),
            () => archive.Ingest(files[^6..^2], null, Cancellation),
            () => archive.Judgements.Mark(names[2], "own", ""),
            () => archive.Judgements.Exclude(names[0], names[3], "集体撰写"),
            () => archive.Ingest(files, null, Cancellation),
            () => archive.Judgements.Mark(names[0], "none", ""),
        ])
        {
            string[] before = [.. Pages(desk, 1000).Select(Text)];
            change();
            string[] expected = [.. Pages(desk, 1000).Select(Text)];
            different += expected.SequenceEqual(before) ? 0 : 1;

            Prepare(desk);

            Assert.Single(Books());
            Assert.Equal(expected, Pages(desk, 1000).Select(Text));
        }

        Assert.InRange(different, 4, 7);
    }

    [Fact]
    public void A_page_that_is_looked_up_is_full_or_the_last_and_parts_no_report()
    {
        FindingDesk desk = Samples().For(Sight.Everything).Findings;
        Prepare(desk);

        string? next = null;
        HashSet<string> reports = [];
        int passed = 0;
        do
        {
            FindingsPageView page = Accepted(desk.Find(new FindingsWish("left-over-name"), next, 3, Cancellation));
            Assert.True(page.Next is null || page.Items.Count >= 3);
            Assert.InRange(page.Passed, passed + 1, page.Reports);
            Assert.Equal(page.Next is null, page.Passed == page.Reports);
            Assert.All(page.Items.Select(finding => finding.Report.Id).Distinct(), report => Assert.True(reports.Add(report)));
            (next, passed) = (page.Next, page.Passed);
        }
        while (next is not null);
        Assert.True(reports.Count > 3);
    }

    [Theory]
    [InlineData("texts", true)]
    [InlineData("texts", false)]
    [InlineData("lines", true)]
    [InlineData("reports", false)]
    [InlineData("checksums", false)]
    public void A_damaged_book_of_findings_is_never_shown(string file, bool isShortened)
    {
        ReportArchive archive = Samples();
        FindingDesk desk = archive.For(Sight.Everything).Findings;
        Prepare(desk);
        string[] expected = [.. Pages(desk, 1000).Select(Text)];
        string path = Path.Combine(Assert.Single(Books()), file);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.Delete(path);
        File.WriteAllBytes(path, isShortened ? bytes[..^1] : bytes);

        FindingDesk opened = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System).For(Sight.Everything).Findings;
        Assert.Equal(expected, Pages(opened, 1000).Select(Text));
        Assert.Empty(Books());
    }

    [Fact]
    public void What_came_in_went_or_was_judged_is_in_the_next_list()
    {
        ReportArchive archive = Samples();
        FindingDesk desk = archive.For(Sight.Everything).Findings;
        Prepare(desk);
        string removed = Sources().First();
        Assert.NotEmpty(FilesWith(removed));

        Accepted(archive.Removals.Remove(removed, "误入库", "王工"));
        Assert.DoesNotContain(removed, Sources());
        Assert.Empty(FilesWith(removed));

        string excluded = Sources().First();
        Prepare(desk);
        Assert.Contains(excluded, Sources());
        archive.Judgements.Exclude(excluded, "", "联合行文");
        Assert.DoesNotContain(excluded, Sources());
        Prepare(desk);
        Assert.DoesNotContain(excluded, Sources());
        archive.Ingest(Directory.GetFiles(SampleKey.Folder, "*.txt"), null, Cancellation);
        Assert.Contains(removed, Sources());

        List<string> Sources() => [.. Pages(desk, 1000).Select(finding => finding.Report.Source)];

        List<string> FilesWith(string name) => [.. Books().SelectMany(Directory.GetFiles).Where(file => File.ReadAllText(file).Contains(name, StringComparison.Ordinal))];
    }

    [Fact]
    public void Who_sees_some_collections_has_a_book_of_those_alone()
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System);
        string[] files = [.. Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal)];
        string hidden = SampleKey.Reports.GroupBy(report => report.File).First(reports => reports.Count() == 1).Key;
        CollectionView open = Accepted(archive.Collections.Add("公开", "王工"));
        archive.Ingest(JingJian.Ingest.FoundSources.In(files.Where(file => Path.GetFileName(file) != hidden)), open.Id, null, Cancellation);
        archive.Ingest(JingJian.Ingest.FoundSources.In(files), CollectionDesk.Default, null, Cancellation);
        Prepare(archive.For(Sight.Everything).Findings);
        FindingDesk desk = archive.For(Sight.Of([open.Id])).Findings;
        string[] expected = [.. Pages(desk, 1000).Select(Text)];

        Prepare(desk);

        Assert.Single(Directory.GetDirectories(folder.At("data", "rooms"), "findings", SearchOption.AllDirectories).SelectMany(Directory.GetDirectories));
        Assert.Equal(expected, Pages(desk, 1000).Select(Text));
        Assert.DoesNotContain(hidden, Pages(desk, 1000).Select(finding => finding.Report.Source));
    }

    private static bool IsAsked(JudgedFindingView finding, FindingsWish wish) => (wish.Kind is null || wish.Kind == finding.Finding.Kind)
        && (wish.Verdict is null || wish.Verdict == (finding.Verdict?.Verdict ?? "open")) && (wish.Organisation is null || wish.Organisation == finding.Report.Organisation)
        && (wish.Year is null || wish.Year == finding.Report.Year) && (wish.Report is null || wish.Report == finding.Report.Id);

    private static string Text(JudgedFindingView finding) => System.Text.Json.JsonSerializer.Serialize(finding);

    /// <summary>At the second look nothing has changed.</summary>
    private static void Prepare(FindingDesk desk)
    {
        desk.Prepare(Cancellation);
        desk.Prepare(Cancellation);
    }

    private ReportArchive Samples()
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System);
        archive.Ingest(Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal), null, Cancellation);
        return archive;
    }

    private string[] Books() => Directory.Exists(folder.At("data", "findings")) ? Directory.GetDirectories(folder.At("data", "findings")) : [];

    private static IEnumerable<JudgedFindingView> Pages(FindingDesk desk, int top, FindingsWish? wish = null)
    {
        string? next = null;
        do
        {
            FindingsPageView page = Accepted(desk.Find(wish ?? new FindingsWish(), next, top, Cancellation));
            foreach (JudgedFindingView finding in page.Items)
            {
                yield return finding;
            }

            next = page.Next;
        }
        while (next is not null);
    }
}
