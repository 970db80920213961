using System.Text;
using JingJian.Archive;
using JingJian.Archive.Exports;
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

    [Fact]
    public void Quoted_words_neither_begin_with_the_bracket_of_a_number_nor_end_with_one_that_is_left_open()
    {
        const string shared = "困难职工帮扶实行“一户一策”，按照致困原因分为病、学、岗、灾四类，分别匹配医疗救助和技能培训";
        archive.Ingest([("2019.txt", (Stream)new MemoryStream(Encoding.UTF8.GetBytes($"白石镇总工会2019年工作总结\n（二）{shared}（由县医院承办）。\n")))], CancellationToken.None);

        DraftCheckView check = archive.Drafts.Check("新稿.txt", $"黑水镇总工会2022年工作总结\n（一）{shared}（在邻镇租用教室）。\n");

        DraftPassageView passage = Assert.Single(check.Paragraphs.SelectMany(paragraph => paragraph.Passages));
        EvidenceView evidence = Assert.Single(Assert.Single(check.Audits).Evidence);
        Assert.All([passage.Text, passage.Source!.Text, evidence.Text, evidence.OtherText], text => Assert.Equal(shared, text));
        Assert.Equal((shared.Length, passage.Start, passage.End), (check.ReusedCharacters, evidence.Start, evidence.End));
    }

    /// <summary>The quick check leaves out figures and works on several paragraphs at once; the full one is its slow twin.</summary>
    [Theory]
    [InlineData("白石镇", "白石镇")]
    [InlineData("白石镇", "黑水镇")]
    [InlineData("2021年", "2022年")]
    [InlineData("困难职工", "特困职工")]
    [InlineData("四十五户", "五十户")]
    [InlineData("退休教师", "张建国老师")]
    public void The_quick_check_says_of_each_passage_what_the_full_one_says(string from, string to)
    {
        string draft = (TwoReports.Second + "\n" + TwoReports.First.Split('\n')[3]).Replace(from, to, StringComparison.Ordinal);

        DraftCheckView quick = archive.Drafts.Check(new DraftWish("新稿.txt", draft) { Full = false });
        DraftCheckView full = archive.Drafts.Check(new DraftWish("新稿.txt", draft));

        Assert.NotEmpty(quick.Paragraphs.SelectMany(paragraph => paragraph.Passages));
        Assert.Equal(Told(full), Told(quick));

        static string Told(DraftCheckView check) =>
            System.Text.Json.JsonSerializer.Serialize(new { check.Characters, check.Share, check.Summary.Kinds, check.Summary.Todo, Of = check.Paragraphs.Select(paragraph => new { paragraph.Passages, paragraph.Flags, paragraph.Share }) });
    }

    [Fact]
    public void A_large_archive_that_was_prepared_for_checks_answers_as_before()
    {
        archive.Ingest([.. Enumerable.Range(0, 500).Select(i => ($"{i}.txt", (Stream)new MemoryStream(Encoding.UTF8.GetBytes(
            $"{i}号乡总工会2019年工作总结\n一、主要工作\n第{i}次走访慰问困难职工，送去米面油和冬衣，帮助他们安心过冬，听取大家对工会工作的意见。\n"))))], CancellationToken.None);
        var wish = new DraftWish("新稿.txt", TwoReports.Second) { Full = false };
        DraftCheckView before = archive.Drafts.Check(wish);

        archive.Drafts.Prepare(CancellationToken.None);

        Assert.Equal(before.Summary.Sentence, archive.Drafts.Check(wish).Summary.Sentence);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => archive.Drafts.Prepare(cancelled.Token));
    }

    [Fact]
    public void A_stretch_of_a_draft_has_one_source_a_kind_and_something_to_do()
    {
        string copied = TwoReports.First.Split('\n')[3].Trim();
        string draft = "黑水镇总工会2022年工作总结\n" + copied + "今年我们还请退休老师傅来教大家磨刀，来的人比想的多。\n";

        DraftCheckView check = archive.Drafts.Check(new DraftWish("新稿.txt", draft) { Full = false });

        DraftPassageView passage = Assert.Single(Assert.Single(check.Paragraphs).Passages);
        Assert.Equal(("other", "rewrite", copied), (passage.Kind, passage.Action, passage.Text));
        Assert.Equal(draft[passage.Start..passage.End], passage.Text);
        Assert.Equal(("2020.txt", 2020, copied), (passage.Source!.Place.Source, passage.Source.Year, passage.Source.Text));
        Assert.Matches("^[0-9a-f]{64}$", passage.Source.SourceHash);
        Assert.Equal(check.Characters, check.Summary.Kinds.Sum(kind => kind.Characters));
        Assert.Contains(check.Summary.Todo, todo => todo.Action == "rewrite" && todo.Text.Contains("白石镇总工会", StringComparison.Ordinal));
        Assert.Empty(check.Audits);
        Assert.All(check.Paragraphs, paragraph => Assert.Empty(paragraph.Matches));
    }

    [Theory]
    [InlineData("白石镇总工会", "own", "update")]
    [InlineData("白石镇", "other", "rewrite")]
    [InlineData("白石镇中心小学", "other", "cite")]
    public void Whose_a_passage_is_follows_from_the_unit_that_writes(string unit, string kind, string action)
    {
        string draft = TwoReports.First.Split('\n')[3];

        DraftPassageView passage = Assert.Single(archive.Drafts.Check(new DraftWish("新稿.txt", draft) { Organisation = unit }).Paragraphs[0].Passages);

        Assert.Equal((kind, action), (passage.Kind, passage.Action));
    }

    [Fact]
    public void A_unit_that_nobody_names_is_the_one_whose_archive_it_is_or_else_a_note_says_so()
    {
        string draft = TwoReports.First.Split('\n')[3];
        DraftCheckView unknown = archive.Drafts.Check("新稿.txt", draft);
        archive.Judgements.Mark("2020.txt", "own", "");

        Assert.Equal("check", Assert.Single(unknown.Paragraphs[0].Passages).Action);
        Assert.Contains(unknown.Summary.Notes, note => note.Contains("没有写明单位", StringComparison.Ordinal));
        DraftCheckView own = archive.Drafts.Check("新稿.txt", draft);
        Assert.Equal(("白石镇总工会", "own"), (own.Summary.Organisation, Assert.Single(own.Paragraphs[0].Passages).Kind));
    }

    [Theory]
    [InlineData("superior", "formula", "cite")]
    [InlineData("quotable", "quotable", "cite")]
    [InlineData("template", "template", "rewrite")]
    public void What_people_marked_decides_what_a_passage_is(string mark, string kind, string action)
    {
        archive.Judgements.Mark("2020.txt", mark, "");

        DraftPassageView passage = archive.Drafts.Check("新稿.txt", "黑水镇2022年工作总结\n" + TwoReports.First.Split('\n')[3]).Paragraphs[0].Passages[0];

        Assert.Equal((kind, action), (passage.Kind, passage.Action));
    }

    [Fact]
    public void Values_that_stayed_as_they_were_and_gaps_that_were_not_filled_are_flagged()
    {
        const string old = "2020年12月，我们为困难职工发放慰问金25.6万元，走访128户，把每户的难处记在本子上，逐月回访，办完一件销号一件，大家都说好。";
        Ingest("白石镇总工会2020年工作报告\n一、主要做法\n" + old + "\n");

        DraftParagraphView[] paragraphs =
            [.. archive.Drafts.Check("新稿.txt", "白石镇总工会2022年工作总结\n" + old.Replace("128户", "130户", StringComparison.Ordinal) + "\n今年又走访了xx户困难职工家庭，把他们的情况一一记录下来，交给有关部门去研究和解决，效果还要再看一看。\n").Paragraphs];

        Assert.Equal(["left-over-year", "same-dates", "same-figures"], paragraphs[0].Flags.Select(flag => flag.Kind).Order(StringComparer.Ordinal));
        Assert.Equal("25.6万元", paragraphs[0].Flags.Single(flag => flag.Kind == "same-figures").Detail);
        Assert.Equal("placeholder", Assert.Single(paragraphs[1].Flags).Kind);
    }

    [Fact]
    public void Text_that_five_units_have_is_nobodys()
    {
        string copied = TwoReports.First.Split('\n')[3].Trim();
        foreach (char town in "甲乙丙丁戊")
        {
            Ingest($"{town}水镇人民政府2019年工作总结\n一、主要做法\n{copied}\n");
        }

        DraftPassageView passage = Assert.Single(archive.Drafts.Check("新稿.txt", "黑水镇人民政府2022年工作总结\n" + copied).Paragraphs[0].Passages);

        Assert.Equal(("template", "common", 6), (passage.Kind, passage.Class, passage.Units));
    }

    [Fact]
    public void A_draft_may_share_text_with_a_report_of_which_nobody_knows_the_unit()
    {
        const string old = "我们把每个车间的安全员请到一张桌子上，让他们自己排隐患、自己定办法、自己盯着改，三个月里改掉了八十多处多年没人管的老毛病。";
        Ingest("一年来的工作情况\n一、主要做法\n" + old + "\n");

        DraftPassageView passage = Assert.Single(archive.Drafts.Check("新稿.txt", "黑水镇总工会2022年工作总结\n" + old).Paragraphs[0].Passages);

        Assert.Equal(("other", "unknown", "check"), (passage.Kind, passage.Class, passage.Action));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("csv")]
    [InlineData("json")]
    public void The_check_of_a_draft_is_written_as_a_file(string name)
    {
        Assert.True(ExportFormat.Parse(name).TryGet(out ExportFormat? format, out _));
        using var file = new MemoryStream();

        format.Write(archive.Drafts.Check("<b>稿</b>.txt", TwoReports.Second + "<script>alert(1)</script>"), file);

        Assert.True(file.Length > 0);
        Assert.DoesNotContain("<script>", name == "html" ? Encoding.UTF8.GetString(file.ToArray()) : "", StringComparison.Ordinal);
    }

    private void Ingest(string text)
    {
        string name = $"另{text[0]}{text.Length}.txt";
        archive.Ingest([(name, new MemoryStream(Encoding.UTF8.GetBytes(text)))], TestContext.Current.CancellationToken);
    }
}
