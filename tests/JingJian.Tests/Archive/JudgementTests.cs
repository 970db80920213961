using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Tests.Cli;
using JingJian.Text;

namespace JingJian.Tests.Archive;

/// <summary>Marks and exclusions are what people said: they change the figures, and nothing the service does loses them.</summary>
public sealed class JudgementTests : IDisposable
{
    private const string Copy = "2021.txt";
    private const string Origin = "2020.txt";

    private readonly TwoReports reports = new();
    private readonly ReportArchive archive;

    public JudgementTests() => archive = Open();

    public void Dispose() => reports.Dispose();

    [Fact]
    public void An_excluded_match_leaves_the_figures_and_the_report_gives_them_before_and_after()
    {
        AuditView before = Assert.Single(archive.Audits.Audit(Copy));
        Assert.Null(before.FiguresBefore);
        Assert.True(before.Figures.Total > 0.2);

        Assert.True(archive.Judgements.Exclude(Copy, Origin, "集体撰写").TryGet(out _, out _));

        AuditView after = Assert.Single(archive.Audits.Audit(Copy));
        Assert.Equal((0.0, 1.0, before.Figures.Total), (after.Figures.Total, after.Figures.Originality, after.Figures.Excluded));
        Assert.Equal(before.Figures, after.FiguresBefore);
        Assert.Empty(after.Findings);
        Assert.All(after.ExcludedEvidence, evidence => Assert.Equal("集体撰写", evidence.Excluded));
        Assert.Equal(before.Evidence.Count, after.ExcludedEvidence.Count);
    }

    [Fact]
    public void An_exclusion_holds_for_one_paragraph_from_either_side_and_can_be_taken_back()
    {
        AuditView before = Assert.Single(archive.Audits.Audit(Copy));
        EvidenceView evidence = before.Evidence[0];
        Assert.True(archive.Judgements.Exclude(evidence.OtherPlace.Paragraph, evidence.Place.Paragraph, "引用").TryGet(out ExclusionView? exclusion, out _));

        Assert.DoesNotContain(Assert.Single(archive.Audits.Audit(Copy)).Evidence, one => one.Place.Paragraph == evidence.Place.Paragraph);

        Assert.True(archive.Judgements.Include(exclusion.Id));
        Assert.False(archive.Judgements.Include(exclusion.Id));
        Assert.Equal(before.Figures, Assert.Single(archive.Audits.Audit(Copy)).Figures);
    }

    [Theory]
    [InlineData("superior", "superior")]
    [InlineData("template", "template")]
    [InlineData("quotable", "quotable")]
    [InlineData("own", "own")]
    public void A_mark_decides_the_class_of_what_was_taken_from_a_source(string kind, string expected)
    {
        Assert.True(archive.Judgements.Mark(Origin, kind, "").TryGet(out MarkView[]? marks, out _));
        Assert.Equal(Origin, Assert.Single(marks).Name);
        archive.Judgements.Mark(Copy, "own", "");

        AuditView audit = Assert.Single(archive.Audits.Audit(Copy));

        Assert.All(audit.Evidence, evidence => Assert.Equal(expected, evidence.Class));
        Assert.Equal(kind is "superior" or "quotable" ? 0 : audit.Figures.Total, audit.Figures.WithoutLawful);
    }

    [Fact]
    public void Marks_and_exclusions_survive_a_rebuild_and_a_restart()
    {
        archive.Judgements.Mark(Origin, "superior", "市里的通知");
        archive.Judgements.Exclude(Copy, "", "样稿");
        string version = Assert.Single(archive.Audits.Audit(Copy)).Provenance.Judgements;

        Open().RebuildIndex();

        ReportArchive again = Open();
        Assert.Equal("市里的通知", Assert.Single(again.Judgements.Marks()).Reason);
        Assert.Equal("样稿", Assert.Single(again.Judgements.Exclusions()).Reason);
        Assert.Equal(version, Assert.Single(again.Audits.Audit(Copy)).Provenance.Judgements);
        Assert.NotEmpty(version);
    }

    [Fact]
    public void Every_figure_counts_the_letters_of_its_spans()
    {
        AuditView audit = Assert.Single(archive.Audits.Audit(Copy));
        Dictionary<string, string> texts = audit.Paragraphs.ToDictionary(paragraph => paragraph.Place.Paragraph, paragraph => paragraph.Text);

        foreach (FigureView figure in audit.FigureSpans)
        {
            Assert.Equal(figure.Letters, figure.Spans.Sum(span => texts[span.Paragraph].Substring(span.At, span.Length).Count(char.IsLetter)));
        }
    }

    [Fact]
    public void What_is_not_there_or_has_no_reason_is_refused_in_Chinese()
    {
        Assert.Equal("mark.not-found", Code(archive.Judgements.Mark("没有.txt", "own", "")));
        Assert.Equal("mark.kind", Code(archive.Judgements.Mark(Origin, "上级", "")));
        Assert.Equal("exclusion.reason", Code(archive.Judgements.Exclude(Copy, Origin, " ")));
        Assert.Equal("exclusion.not-found", Code(archive.Judgements.Exclude(Copy, "没有.txt", "引用")));
        Assert.Equal("judgement.too-long", Code(archive.Judgements.Exclude(Copy, Origin, new string('长', 501))));
        Assert.Empty(archive.Judgements.Marks());
        Assert.Empty(archive.Judgements.Exclusions());
    }

    private static string Code<T>(Result<T> result)
        where T : notnull => result.TryGet(out _, out Fault? fault) ? "" : fault.Code;

    private ReportArchive Open() => ReportArchive.Open(new ArchiveOptions { DataFolder = reports.Data, ModelsFolder = Repository.At("models") }, TimeProvider.System);
}
