using JingJian.Analysis.Reuse;
using JingJian.Text;
using JingJian.Tests.Text;
using JingJian.Text.Slots;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>The audit of the last report of a small archive.</summary>
public sealed class AuditFiguresTests
{
    private const string Help = "青石镇工会建立困难职工档案86份，逐户走访，筹集帮扶资金12.5万元，为患病职工申请专项救助，并安排骨干一对一联系，做到急事当天办。";
    private const string Study = "支部坚持每月一次集中学习，班子成员轮流领学，结合岗位谈体会、找差距，学习笔记统一检查，并把学习成果用在改进服务上，干部作风明显转变。";
    private const string Own = "针对新业态从业者流动性大的特点，今年首次在快递集散点设立流动服务车，周末巡回登记，当场办理入会，还请律师随车解答合同纠纷，深受欢迎。";

    private static readonly ReportOrigin Stone = new("青石镇总工会", 2022, "a.txt", ["青石镇"]);
    private static readonly ReportOrigin River = new("柳河镇总工会", 2023, "b.txt", ["柳河镇"]);

    [Fact]
    public void A_report_of_its_own_words_is_all_original()
    {
        ReportFigures figures = Audit((Stone, [Help]), (River, [Own])).Figures;

        Assert.Equal((1.0, 0.0, 0.0), (figures.Originality, figures.Total, figures[FigureKind.LargestSingle].Share));
        Assert.Null(figures.LargestReport);
        Assert.Null(figures.Longest);
    }

    [Fact]
    public void Half_copied_from_another_organisation_is_half_reused_across_organisations()
    {
        ReportFigures figures = Audit((Stone, [Help, Study]), (River, [Study, Own])).Figures;

        double share = (double)Letters(Study) / (Letters(Study) + Letters(Own));
        Assert.Equal(share, figures.Total, 12);
        Assert.Equal(share, figures[FigureKind.OtherOrganisation].Share, 12);
        Assert.Equal(0, figures[FigureKind.OwnOrganisation].Share);
        Assert.Equal((0, Letters(Study)), (figures.LargestReport, figures[FigureKind.Longest].Letters));
    }

    [Fact]
    public void A_passage_that_stands_in_many_reports_counts_once()
    {
        ReportFigures figures = Audit((Stone, [Study]), (Stone with { Year = 2021 }, [Study]), (Stone with { Organisation = null }, [Study]), (River, [Study, Own])).Figures;

        double share = (double)Letters(Study) / (Letters(Study) + Letters(Own));
        Assert.Equal(share, figures.Total, 12);
        Assert.Equal(share, figures[FigureKind.UnknownOrganisation].Share, 12);
    }

    [Fact]
    public void Being_copied_by_a_later_report_is_no_reuse()
    {
        ReportFigures figures = Audit((River with { Year = 2024 }, [Study]), (River with { Organisation = "乙", Year = 2023 }, [Study, Own])).Figures;

        Assert.Equal(0, figures.Total);
        Assert.True(figures[FigureKind.CopiedLater].Share > 0.4);
    }

    [Fact]
    public void Repeating_oneself_inside_a_report_is_told_apart()
    {
        ReportFigures figures = Audit((River, [Study, Own, Study])).Figures;

        Assert.Equal(0, figures.Total);
        Assert.Equal(2.0 * Letters(Study) / ((2 * Letters(Study)) + Letters(Own)), figures[FigureKind.RepeatedInside].Share, 12);
    }

    [Fact]
    public void Last_years_report_with_a_new_year_is_self_reuse_with_stale_figures()
    {
        ReportAudit audit = Audit((Stone, ["2022年，" + Help]), (Stone with { Year = 2023 }, ["2023年，" + Help, Own]));

        Assert.Equal(["OnlyYearChanged 2022年→2023年", "StaleFigures 86、12.5", "SelfReuse "], Told(audit));
        Assert.Equal(audit.Figures[FigureKind.OwnOrganisation].Share, audit.Figures[FigureKind.OnlyNumbersChanged].Share, 12);
        Assert.True(audit.Figures[FigureKind.OwnOrganisation].Share > 0.4);
    }

    [Fact]
    public void Figures_that_were_brought_up_to_date_are_not_stale()
    {
        ReportAudit audit = Audit((Stone, ["2022年，" + Help]), (Stone with { Year = 2023 }, ["2023年，" + Help.Replace("86", "93", StringComparison.Ordinal)]));

        Assert.Equal(["SameReport ", "SelfReuse "], Told(audit));
        Assert.Equal(1.0, audit.Figures[FigureKind.OnlyNumbersChanged].Share);
    }

    [Fact]
    public void Figures_in_the_name_of_something_are_not_stale()
    {
        string named = "坚持“5+2”课后服务模式，" + Study;

        Assert.DoesNotContain("StaleFigures", string.Join(' ', Told(Audit((Stone, ["2022年，" + named]), (Stone with { Year = 2023 }, ["2023年，" + named])))), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_towns_name_left_in_is_found_where_it_stands()
    {
        ReportAudit audit = Audit((Stone, [Help]), (River, [Own, Help + "特此报告。"]));

        AuditFinding finding = Assert.Single(audit.Findings, finding => finding.Kind == FindingKind.LeftOverName);
        Assert.Equal((2, "青石镇", new TextSpan(0, 3)), (finding.Paragraph, finding.Detail, finding.At));
    }

    [Theory]
    [InlineData("潭水河石潭段清淤三公里", "石潭")]
    [InlineData("恒力厂机修班得了头名", "恒力厂")]
    [InlineData("大门口立起恒力之窗电子屏", "恒力")]
    public void A_short_name_left_in_is_found(string leftIn, string name)
    {
        ReportOrigin works = new("云岭市石潭镇恒力机械厂工会", 2022, "a.txt", []) { BriefNames = ["恒力", "恒力厂", "石潭"] };

        AuditFinding finding = Assert.Single(WithNames((works, [leftIn + "，" + Study]), (River, [Own, leftIn + "，" + Study])), finding => finding.Kind == FindingKind.LeftOverName);
        Assert.Equal(name, finding.Detail);
    }

    [Theory]
    [InlineData("新华", "订阅新华社的稿件")]
    [InlineData("石潭", "到黑石潭村走访农户")]
    [InlineData("人民", "一切为了人民的生活")]
    public void A_short_name_that_is_a_part_of_other_words_is_not_left_over(string name, string words)
    {
        ReportOrigin other = new("新华化工厂", 2022, "a.txt", []) { BriefNames = [name] };

        Assert.DoesNotContain(WithNames((other, [words + "，" + Study]), (River, [Own, words + "，" + Study])), finding => finding.Kind == FindingKind.LeftOverName);
    }

    [Fact]
    public void A_village_that_stayed_where_others_were_replaced_is_left_over()
    {
        string source = "以上坪村、枫树湾村为核心种黄桃，在岩口村建起分拣线，" + Study;
        string copy = "以双堰村、沙洲村为核心种黄桃，在岩口村建起分拣线，" + Study;

        AuditFinding finding = Assert.Single(WithNames((Stone, [source]), (River, [Own, copy])), finding => finding.Kind == FindingKind.LeftOverName);
        Assert.Equal("岩口村", finding.Detail);
        Assert.DoesNotContain(WithNames((Stone, [source]), (River, ["岩口村今年脱贫。" + Own, copy])), finding => finding.Kind == FindingKind.LeftOverName);
    }

    [Fact]
    public void A_shared_city_is_left_over_only_where_the_copy_gives_its_own_figures_for_it()
    {
        ReportOrigin city = new("云岭市总工会", 2022, "a.txt", []) { Areas = ["云岭市"] };
        ReportOrigin county = new("青禾县总工会", 2023, "b.txt", []);
        string source = "按《云岭市救助办法》办理，云岭市各行业9100名职工参训，" + Study;

        AuditFinding finding = Assert.Single(
            WithNames((city, [source]), (county, [source.Replace("9100", "1040", StringComparison.Ordinal)])), finding => finding.Kind == FindingKind.LeftOverName);
        Assert.Equal("云岭市", finding.Detail);
        Assert.Equal(source.LastIndexOf("云岭市", StringComparison.Ordinal), finding.At.Start);
        Assert.DoesNotContain(WithNames((city, [source]), (county, [source])), finding => finding.Kind == FindingKind.LeftOverName);
    }

    [Fact]
    public void An_old_text_with_a_new_congress_is_found()
    {
        ReportAudit audit = Audit((Stone, ["深入学习贯彻十八大精神，" + Study]), (River, ["深入学习贯彻十九大精神，" + Study]));

        Assert.Contains("SloganChanged 十八大→十九大", Told(audit));
    }

    [Fact]
    public void A_paragraph_put_together_from_two_reports_is_spliced_and_a_copy_known_twice_is_not()
    {
        Assert.Contains("Spliced ", Told(Audit((Stone, [Help]), (Stone, [Study]), (River, [Help + Study]))));
        Assert.DoesNotContain("Spliced ", Told(Audit((Stone, [Help]), (Stone, [Help]), (River, [Help + Own]))));
    }

    [Fact]
    public void A_report_put_together_from_several_reports_names_each_with_what_it_adds()
    {
        ReportAudit audit = Audit((Stone, [Help, Own]), (Stone with { Organisation = "丙" }, [Study]), (Stone, [Help]), (River, [Help, Study]));

        AuditFinding finding = Assert.Single(audit.Findings, finding => finding.Kind == FindingKind.SplicedReport);
        Assert.Equal(AuditFinding.WholeReport, finding.Paragraph);
        Assert.Equal([(1, Letters(Study)), (0, Letters(Help))], audit.SplicedFrom.Select(source => (source.Report, source.Added)).OrderByDescending(source => source.Added));
        Assert.Equal([4, 5], finding.Evidence.Select(evidence => evidence.OwnParagraph).Order());
        Assert.Equal(1, audit.SplicedFrom.Sum(source => source.AddedShare), 12);
    }

    [Fact]
    public void A_report_copied_from_one_or_mostly_its_own_is_not_put_together()
    {
        string[] kinds = [.. Audit((Stone, [Help, Study]), (Stone, [Study]), (River, [Help, Study])).Findings
            .Concat(Audit((Stone, [Help[..30]]), (Stone, [Study[..30]]), (River, [Help[..30], Study[..30], Own, Own[5..]])).Findings).Select(finding => finding.Kind.ToString())];

        Assert.DoesNotContain("SplicedReport", kinds);
    }

    [Fact]
    public void A_report_that_stands_in_one_other_is_the_same_whoever_wrote_that()
    {
        ReportAudit audit = Audit((Stone with { Organisation = null, Year = null }, [Help, Study]), (River, [Help, Study]));

        AuditFinding finding = Assert.Single(audit.Findings, finding => finding.Kind == FindingKind.SameReport);
        Assert.Equal((AuditFinding.WholeReport, 0), (finding.Paragraph, audit.SameAs!.Report));
        Assert.Equal(1, audit.SameAs.Share, 12);
    }

    [Fact]
    public void A_report_with_enough_of_its_own_or_from_a_superior_is_not_the_same()
    {
        Assert.Null(Audit((Stone, [Help]), (River, [Help, Own])).SameAs);
        Assert.Null(Audit((Stone with { Mark = SourceMark.Superior }, [Help]), (River, [Help])).SameAs);
    }

    [Fact]
    public void What_superiors_explain_is_not_a_source_that_a_report_was_put_together_from()
    {
        ReportAudit audit = Audit((Stone with { Mark = SourceMark.Superior }, [Help]), (Stone, [Study]), (Stone, [Help]), (River, [Help, Study]));

        Assert.Equal([0, 1], audit.Sources.Select(source => source.Report).Order());
        Assert.Empty(audit.SplicedFrom);
    }

    [Theory]
    [InlineData("今年，县总工会围着职工转。", "县总工会")]
    [InlineData("在县总工会指导下开展工作。", null)]
    [InlineData("县总工会抓培训，市总工会抓竞赛。", null)]
    public void A_report_that_states_no_unit_seems_to_be_of_the_one_whose_short_name_it_uses_for_itself(string words, string? told)
    {
        ReportOrigin county = new("青禾县总工会", 2022, "a.txt", []);
        ReportOrigin city = new("云岭市总工会", 2022, "b.txt", []);
        ReportOrigin unknown = new(null, 2023, "c.txt", []);

        IEnumerable<AuditFinding> found = Audit((county, [Study]), (city, [Help]), (unknown, [words, Study])).Findings.Where(finding => finding.Kind == FindingKind.SelfReuse);

        Assert.Equal(told is null ? [] : [told], found.Select(finding => finding.Detail));
    }

    [Fact]
    public void The_name_in_a_copied_paragraph_does_not_tell_whose_report_it_is()
    {
        ReportOrigin county = new("青禾县总工会", 2022, "a.txt", []);
        string copied = "县总工会认真谋划。" + Study;

        Assert.DoesNotContain(Audit((county, [copied]), (new ReportOrigin(null, 2023, "c.txt", []), [copied, Own])).Findings, finding => finding.Kind == FindingKind.SelfReuse);
    }

    [Fact]
    public void Stock_phrases_are_taken_off_one_figure()
    {
        AuditRequest request = Request([(Stone, [Study]), (River, [Study])]);
        AuditedParagraph paragraph = request.Paragraphs[0] with { Stock = [new TextSpan(0, 10)] };

        ReportFigures figures = AuditFigures.Of(request with { Paragraphs = [paragraph] }).Figures;

        Assert.Equal(1, figures.Total);
        Assert.Equal(1 - (10.0 / Letters(Study)), figures[FigureKind.WithoutStock].Share, 12);
    }

    [Fact]
    public void An_empty_report_has_figures_too()
    {
        ReportFigures figures = Audit((Stone, [Help]), (River, [])).Figures;

        Assert.Equal((0, 0.0, 1.0), (figures.Letters, figures.Total, figures.Originality));
    }

    private static int Letters(string text) => new NormalizedText(text).Letters.Length;

    private static IEnumerable<string> Told(ReportAudit audit) => audit.Findings.Select(finding => $"{finding.Kind} {finding.Detail}");

    private static ReportAudit Audit(params (ReportOrigin Origin, string[] Paragraphs)[] reports) => AuditFigures.Of(Request(reports));

    /// <summary>The findings when a recognizer tells names and words, and types the changes.</summary>
    private static IEnumerable<AuditFinding> WithNames(params (ReportOrigin Origin, string[] Paragraphs)[] reports)
    {
        string[] texts = [.. reports.SelectMany(report => report.Paragraphs)];
        var names = new NameChanges(new SlotRecognizer(Shipped.Lexicon, Shipped.Names), Shipped.Lexicon);
        AuditRequest request = Request(reports);
        return AuditFigures.Of(request with
        {
            Names = names,
            TextOf = number => texts[number],
            Pairs = [.. request.Pairs.Select(pair => pair with { Changes = names.Typed(pair.Changes, texts[pair.A], texts[pair.B]) })],
        }).Findings;
    }

    private static AuditRequest Request((ReportOrigin Origin, string[] Paragraphs)[] reports)
    {
        ReuseParagraph[] archive = [.. reports.SelectMany((report, i) => report.Paragraphs.Select(text => new ReuseParagraph(i, text)))];
        int last = reports.Length - 1;
        return new AuditRequest(
            last,
            [.. archive.Index().Where(item => item.Item.Report == last).Select(item => new AuditedParagraph(item.Index, item.Item.Text, []))],
            ReuseEngine.Find(archive, new ReuseOptions()).Pairs,
            [.. archive.Select(paragraph => paragraph.Report)],
            [.. reports.Select(report => report.Origin)]);
    }
}
