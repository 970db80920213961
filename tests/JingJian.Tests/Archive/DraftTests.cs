using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Tests.Cli;

namespace JingJian.Tests.Archive;

/// <summary>A draft gets the audit that it would get as a report of the archive, and nothing of it stays.</summary>
public sealed class DraftTests : IDisposable
{
    private readonly TwoReports reports = new();
    private readonly ReportArchive archive;

    public DraftTests() => archive = ReportArchive.Open(new ArchiveOptions { DataFolder = reports.Data, ModelsFolder = Repository.At("models") }, TimeProvider.System);

    public void Dispose() => reports.Dispose();

    [Fact]
    public void A_draft_has_figures_by_class_and_findings_with_both_sides()
    {
        string draft = TwoReports.Second.Replace("2021年", "2022年", StringComparison.Ordinal);

        AuditView audit = Assert.Single(archive.Drafts.Check("新稿.txt", draft).Audits);

        Assert.Equal(("白石镇总工会", 2022, "新稿.txt"), (audit.Report.Organisation, audit.Report.Year, audit.Report.Source));
        Assert.Equal(1.0, audit.Figures.OwnOrganisation, 2);
        Assert.Contains(audit.Findings, finding => finding.Kind == "self-reuse");
        Assert.All(audit.Evidence, evidence => Assert.Equal(draft[evidence.Start..evidence.End], evidence.Text));
        Assert.Equal(2, archive.Catalogue.Stats().Reports);
    }

    [Fact]
    public void A_draft_that_is_in_the_archive_is_a_copy_of_itself_and_marks_hold_for_it()
    {
        archive.Judgements.Mark("2020.txt", "superior", "");

        AuditView audit = Assert.Single(archive.Drafts.Check("新稿.txt", TwoReports.Second).Audits);

        Assert.Equal(0.0, audit.Figures.Originality, 2);
        Assert.All(audit.Evidence, evidence => Assert.Equal(evidence.OtherPlace.Source == "2020.txt" ? "superior" : "own", evidence.Class));
    }

    [Fact]
    public void A_draft_that_shares_nothing_and_an_empty_one_are_their_own()
    {
        AuditView audit = Assert.Single(archive.Drafts.Check("新稿.txt", "今天天气很好，我们去公园看了花，又在湖边坐了一个下午，读完了那本放了很久没有动过的小说，晚上回家做了一桌菜。").Audits);

        Assert.Equal((1.0, 0), (audit.Figures.Originality, audit.Evidence.Count));
        Assert.Empty(archive.Drafts.Check("空.txt", "").Paragraphs);
    }
}
