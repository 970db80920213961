using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Tests.Cli;
using JingJian.Text;

namespace JingJian.Tests.Archive;

/// <summary>What people say of the functions of paragraphs holds at once, everywhere and for good, and can be taken back.</summary>
public sealed class FunctionDeskTests : IDisposable
{
    private readonly TwoReports reports = new();
    private readonly ReportArchive archive;

    public FunctionDeskTests() => archive = Open();

    public void Dispose() => reports.Dispose();

    [Fact]
    public void A_correction_is_what_every_view_and_every_search_shows()
    {
        BlockView before = Paragraph(archive, "2021.txt", "暑托班");

        CorrectionView said = Right(archive.Functions.Correct(before.Id, "经验体会", "result", "讲的是体会", null));

        Assert.Equal((before.Id, "experience", "result", "2021.txt"), (said.Paragraph, said.Function, said.Secondary, said.Source));
        BlockView after = archive.Catalogue.Block(before.Id)!;
        Assert.Equal(("experience", "result", 1.0, true, false), (after.Function, after.Secondary, after.Confidence, after.Corrected, after.Undecided));
        Assert.Equal("人工确认", Assert.Single(after.Because));
        Assert.Equal(before.Id, Assert.Single(Found("经验体会").Hits).Paragraph);
        Assert.Equal(said, Assert.Single(archive.Functions.Corrections()));
    }

    [Fact]
    public void A_correction_that_is_taken_back_leaves_the_answer_of_before()
    {
        BlockView before = Paragraph(archive, "2021.txt", "暑托班");
        Right(archive.Functions.Correct(before.Id, "experience", null, "", null));

        Right(archive.Functions.Withdraw(before.Id, null));

        BlockView after = archive.Catalogue.Block(before.Id)!;
        Assert.Equal((before.Function, before.Secondary, before.Confidence, false), (after.Function, after.Secondary, after.Confidence, after.Corrected));
        Assert.Equal(before.Because, after.Because);
        Assert.Empty(Found("经验体会").Hits);
        Assert.Empty(archive.Functions.Corrections());
    }

    [Fact]
    public void The_same_words_below_the_same_heading_follow_wherever_they_come_in_later()
    {
        BlockView paragraph = Paragraph(archive, "2021.txt", "暑托班");
        Right(archive.Functions.Correct(paragraph.Id, "experience", null, "", null));
        string folder = Path.Combine(reports.Texts, "..", "later");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "修订.txt"), "上报稿\n" + TwoReports.Second + "\n特此报告。\n");
        File.WriteAllText(Path.Combine(folder, "别处.txt"), "青石镇总工会2022年工作总结\n三、存在问题\n" + paragraph.Text + "\n");

        archive.Ingest([folder], null, TestContext.Current.CancellationToken);

        Assert.Equal("experience", Paragraph(archive, "修订.txt", "暑托班").Function);
        Assert.False(Paragraph(archive, "别处.txt", "暑托班").Corrected);
        Open().RebuildIndex();
        Assert.Equal("experience", Paragraph(Open(), "2021.txt", "暑托班").Function);
    }

    [Fact]
    public void Somebody_who_saw_an_older_state_is_refused()
    {
        BlockView paragraph = Paragraph(archive, "2021.txt", "暑托班");
        CorrectionView first = Right(archive.Functions.Correct(paragraph.Id, "practice", null, "", FunctionDesk.NoTag));

        Assert.Equal("correction.changed", Code(archive.Functions.Correct(paragraph.Id, "result", null, "", FunctionDesk.NoTag)));
        Right(archive.Functions.Correct(paragraph.Id, "result", null, "", first.Tag));

        Assert.Equal("correction.changed", Code(archive.Functions.Withdraw(paragraph.Id, first.Tag)));
        Assert.Equal("result", archive.Catalogue.Block(paragraph.Id)!.Function);
    }

    [Fact]
    public void Training_with_ones_own_labels_changes_answers_and_reset_brings_the_old_ones_back()
    {
        BlockView paragraph = Paragraph(archive, "2021.txt", "暑托班");
        string shipped = archive.Functions.State().Weights;
        string labels = "file\tline\tfunction\tsecondary\n"
            + string.Concat(((string[])["2020.txt", "2021.txt"]).SelectMany(file => Enumerable.Range(2, 5).Select(line => $"{file}\t{line}\texperience\t-\n")));

        TrainingView training = Right(archive.Functions.Train(labels, null, force: true, _ => { }, TestContext.Current.CancellationToken));

        // The heading that both have counts once.
        Assert.True(training.Adopted);
        Assert.Equal((9, 2), (training.Labels, training.Documents));
        FunctionStateView state = Open().Functions.State();
        Assert.Equal((training.Weights, true), (state.Weights, state.Own));
        Assert.Equal("experience", Open().Catalogue.Block(paragraph.Id)!.Function);
        Assert.Equal(training.Weights, Right(archive.Functions.Train(labels, null, force: true, _ => { }, TestContext.Current.CancellationToken)).Weights);
        Assert.True(archive.Functions.Reset());
        Assert.False(archive.Functions.Reset());
        Assert.Equal((shipped, false), (archive.Functions.State().Weights, archive.Functions.State().Own));
        Assert.Equal(paragraph.Function, archive.Catalogue.Block(paragraph.Id)!.Function);
    }

    [Fact]
    public void The_export_of_corrections_trains_like_the_corrections()
    {
        foreach (string word in (string[])["暑托班", "困难职工"])
        {
            Right(archive.Functions.Correct(Paragraph(archive, "2021.txt", word).Id, "experience", null, "一行\n两行", null));
        }

        string export = archive.Functions.Export();
        string fromCorrections = Right(archive.Functions.Train(null, null, force: true, _ => { }, TestContext.Current.CancellationToken)).Weights;
        foreach (CorrectionView correction in archive.Functions.Corrections())
        {
            Right(archive.Functions.Withdraw(correction.Paragraph!, null));
        }

        Assert.Equal(fromCorrections, Right(archive.Functions.Train(export, null, force: true, _ => { }, TestContext.Current.CancellationToken)).Weights);
    }

    [Fact]
    public void What_is_asked_about_is_not_what_people_have_decided_and_the_same_each_time()
    {
        DoubtView[] doubts = Right(archive.Functions.Doubts(3));
        Right(archive.Functions.Correct(doubts[0].Paragraph, "practice", null, "", null));

        Assert.Equal(3, doubts.DistinctBy(doubt => doubt.Paragraph).Count());
        Assert.DoesNotContain(Right(archive.Functions.Doubts(10)), doubt => doubt.Paragraph == doubts[0].Paragraph);
        Assert.Equal(Right(archive.Functions.Doubts(5)).Select(doubt => doubt.Paragraph), Right(Open().Functions.Doubts(5)).Select(doubt => doubt.Paragraph));
    }

    [Fact]
    public void A_report_says_what_its_sections_do_and_a_paragraph_why_and_how_much()
    {
        BlockView paragraph = Paragraph(archive, "2021.txt", "困难职工");
        IReadOnlyList<SectionView> sections = archive.Catalogue.Sections(paragraph.Report);

        Assert.Equal(["一、主要做法", "二、下一步打算"], sections.Select(section => section.Title));
        Assert.Equal(["practice", "plan"], sections.Select(section => section.Function));
        Assert.NotEmpty(paragraph.Because);
        SearchView all = Found(null);
        Assert.Equal(all.Paragraphs, all.Facets.Certainty.Sum(bucket => bucket.Paragraphs));
        Assert.All(Found(null, undecided: true).Hits, hit => Assert.True(hit.Undecided));
        Assert.All(Found(null, undecided: false).Hits, hit => Assert.False(hit.Undecided));
    }

    [Fact]
    public void What_cannot_be_used_is_refused_in_Chinese()
    {
        string id = Paragraph(archive, "2021.txt", "暑托班").Id;
        Assert.Equal("correction.function", Code(archive.Functions.Correct(id, "好事", null, "", null)));
        Assert.Equal("correction.function", Code(archive.Functions.Correct(id, "practice", "好事", "", null)));
        Assert.Equal("correction.too-long", Code(archive.Functions.Correct(id, "practice", null, new string('长', 501), null)));
        Assert.Equal("paragraph.not-found", Code(archive.Functions.Correct("不在", "practice", null, "", null)));
        Assert.Equal("doubts.bad-range", Code(archive.Functions.Doubts(0)));
        Assert.Equal("training.empty", Code(Train(null)));
        Assert.Equal("labels.columns", Code(Train("文件\t行\n")));
        Assert.Equal("labels.line", Code(Train("file\tline\tfunction\n2021.txt\t零\tplan\n")));
        Assert.Equal("labels.function", Code(Train("file\tline\tfunction\n2021.txt\t3\t好事\n")));
        Assert.Equal("training.empty", Code(Train("file\tline\tfunction\n没有.txt\t3\tplan\n")));
        Assert.Empty(archive.Functions.Corrections());
        Assert.False(archive.Functions.State().Own);
    }

    private Result<TrainingView> Train(string? labels) => archive.Functions.Train(labels, null, force: false, _ => { }, TestContext.Current.CancellationToken);

    private SearchView Found(string? function, bool? undecided = null) =>
        Right(archive.Search.Search(new SearchWish("") { Function = function, Undecided = undecided, Top = 50 }));

    private static BlockView Paragraph(ReportArchive archive, string source, string word) => archive.Catalogue.Reports(null)
        .Where(report => report.Source == source).SelectMany(report => archive.Catalogue.Blocks(report.Id))
        .First(block => block.Kind == "paragraph" && block.Text.Contains(word, StringComparison.Ordinal));

    private static T Right<T>(Result<T> result)
        where T : notnull => result.TryGet(out T? value, out Fault? fault) ? value : throw new Xunit.Sdk.XunitException(fault.Message);

    private static string Code<T>(Result<T> result)
        where T : notnull => result.TryGet(out _, out Fault? fault) ? "" : fault.Code;

    private ReportArchive Open() => ReportArchive.Open(new ArchiveOptions { DataFolder = reports.Data, ModelsFolder = Repository.At("models") }, TimeProvider.System);
}
