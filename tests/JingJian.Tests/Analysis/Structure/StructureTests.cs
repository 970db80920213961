using System.Collections.Immutable;
using JingJian.Analysis.Structure;
using JingJian.Text;

namespace JingJian.Tests.Analysis.Structure;

/// <summary>Reports, headings and paragraphs, drawn under the text they were found in.</summary>
public sealed class StructureTests
{
    private const string Long = "全年围绕中心工作，走访慰问困难职工214人次，发放慰问金9.7万元，帮助二十六户职工渡过了难关，受到大家好评。";

    [Theory]
    [InlineData("工会工作总结8")]
    [InlineData("基层工会工作总结篇三")]
    [InlineData("【篇二】乡镇人民政府年度工作总结")]
    [InlineData("篇一:《青禾县人民医院2018年工作总结》")]
    [InlineData("202_年单位工作总结：")]
    [InlineData("第三篇 职工之家建设情况汇报")]
    [InlineData("青禾县总工会2021年工作总结（送审稿）")]
    [InlineData("关于2021年工会工作情况的报告")]
    [InlineData("石潭镇镇长2023年述职报告")]
    [InlineData("柳河镇2023年工作要点")]
    public void A_title_of_any_style_starts_a_report(string title)
    {
        Document document = StructureReader.Read($"厂工会2018年工作总结\n{Long}\n{title}\n{Long}");

        Assert.Equal([BlockKind.Title, BlockKind.Paragraph, BlockKind.Title, BlockKind.Paragraph], document.Blocks.Select(block => block.Kind));
        Assert.Equal([0, 0, 1, 1], document.Blocks.Select(block => block.Report));
    }

    [Theory]
    [InlineData("青禾县政府工作报告", "2019年工作安排", BlockKind.Heading)]
    [InlineData("青禾县政府工作报告", "2018年主要工作总结", BlockKind.Heading)]
    [InlineData("2018年度工作总结", "2019年度工作计划", BlockKind.Title)]
    public void A_year_s_work_without_a_unit_is_a_section_where_the_title_says_more(string title, string line, BlockKind kind) =>
        Assert.Equal(kind, StructureReader.Read($"{title}\n{Long}\n{line}\n{Long}").Blocks[2].Kind);

    [Theory]
    [InlineData("各位代表！")]
    [InlineData("为全县的发展作出了新贡献。")]
    public void A_speaker_s_address_or_a_pledge_in_the_middle_ends_no_report(string line)
    {
        string source = $"2018年政府工作报告\n各位代表：\n{Long}\n一、2018年工作回顾\n{Long}\n{line}\n过去的一年，我们加强自身建设。{Long}\n二、2019年目标\n{Long}";

        Assert.Single(StructureReader.Read(source).Reports);
    }

    [Fact]
    public void Rows_of_a_table_behind_a_space_start_no_report() =>
        Assert.Single(StructureReader.Read($"厂工会2018年工作总结1\n{Long}\n 其中：城镇      214\n      乡村      97\n 女性      26\n{Long}").Reports);

    [Fact]
    public void Marks_of_Markdown_make_headings_and_are_no_part_of_them() => AssertPicture(
        $"""
        ---
        layout: post
        ---
        # 厂工会2018年工作总结
        {Long}
        ## 工作回顾
        ### 抓竞赛 ###
        {Long}
        - 第一季度：启动
        - 第二季度：决赛
        **（一）办食堂**
        {Long}
        ## **下一步打算**
        {Long}
        """,
        """
        report
          noise · 1 · ---
          noise · 2 · layout: post
          noise · 3 · ---
          title · 4 · 厂工会2018年工作总结
          paragraph · 5 · 全年围绕中心工作，走访慰…
          heading 1 · 6 · 工作回顾
            heading 2 · 7 · 抓竞赛
              paragraph · 8 · 全年围绕中心工作，走访慰…
              paragraph · 9 · - 第一季度：启动
              paragraph · 10 · - 第二季度：决赛
              heading 3 · 11 · （一）办食堂
                paragraph · 12 · 全年围绕中心工作，走访慰…
          heading 1 · 13 · 下一步打算
            paragraph · 14 · 全年围绕中心工作，走访慰…
        """);

    [Theory]
    [InlineData("**县**局")]
    [InlineData("#号楼")]
    [InlineData("****")]
    [InlineData("#")]
    public void What_only_looks_like_Markdown_stays(string line) =>
        Assert.Contains(line, StructureReader.Read($"厂工会2018年工作总结\n{Long}\n{line}\n{Long}").Blocks.Select(block => block.Text.Text));

    [Fact]
    public void The_rows_of_a_table_are_no_headings_and_not_cut_off() => AssertPicture(
        $"""
        厂工会2018年工作总结
        {Long}
        一、工作量
        项目	数量
        走访	二十六户
        一、合计	二十六户
        {Long[..^1]}	{Long[..^1]}
        {Long}
        """,
        """
        report
          title · 1 · 厂工会2018年工作总结
          paragraph · 2 · 全年围绕中心工作，走访慰…
          heading 1 · 3 · 一、工作量
            paragraph · 4 · 项目	数量
            paragraph · 5 · 走访	二十六户
            paragraph · 6 · 一、合计	二十六户
            paragraph · 7 · 全年围绕中心工作，走访慰…
            paragraph · 8 · 全年围绕中心工作，走访慰…
        """);

    [Fact]
    public void A_letterhead_and_an_annex_number_stand_above_the_title() => AssertPicture(
        $"""
        附件2
        青禾县总工会
        2018 年工会工作目标考核办法
        及评分标准
        {Long}
        """,
        """
        report
          noise · 1 · 附件2
          title · 2 · 青禾县总工会
          title · 3 · 2018 年工会工作目标…
          title · 4 · 及评分标准
          paragraph · 5 · 全年围绕中心工作，走访慰…
        """);

    [Theory]
    [InlineData("一、2021年工作总结")]
    [InlineData("下半年工作计划")]
    public void A_section_that_is_named_like_a_title_starts_none(string heading) => AssertPicture(
        $"""
        厂工会2018年工作总结
        {Long}
        {heading}
        {Long}
        """,
        $"""
        report
          title · 1 · 厂工会2018年工作总结
          paragraph · 2 · 全年围绕中心工作，走访慰…
          heading 1 · 3 · {heading}
            paragraph · 4 · 全年围绕中心工作，走访慰…
        """);

    [Fact]
    public void One_space_before_a_line_starts_a_report_whose_title_is_lost() => AssertPicture(
        $"""
        {Long}
        {Long}
         今年是搬迁改造的关键之年。
        一、守好厂门
        {Long}
        """,
        """
        report
          paragraph · 1 · 全年围绕中心工作，走访慰…
          paragraph · 2 · 全年围绕中心工作，走访慰…
        report
          paragraph · 3 · 今年是搬迁改造的关键之年…
          heading 1 · 4 · 一、守好厂门
            paragraph · 5 · 全年围绕中心工作，走访慰…
        """);

    [Fact]
    public void Spaces_before_every_line_start_nothing() =>
        Assert.Single(StructureReader.Read($" {Long}\n {Long}\n {Long}").Reports);

    [Fact]
    public void A_report_printed_again_without_its_title_begins_where_its_opening_comes_again()
    {
        string opening = $"职工之家是职工的家，办好它要花心思。{Long}";
        string whole = string.Concat(Enumerable.Range(0, 7).Select(i => $"第{i}组{Long}\n"));
        Document document = StructureReader.Read($"工会工作总结1\n{opening}\n{whole}工会工作总结2\n另一个厂的情况不同。{Long}\n{Long}\n{opening}\n{whole}");

        Assert.Equal([1, 10, 13], document.Reports.Select(report => document.Blocks[report.Boundary.Block].Line));
        Assert.Equal([BoundarySign.SameOpening], document.Reports[2].Boundary.Signs);
    }

    [Fact]
    public void A_fragment_tells_nothing_of_where_its_whole_begins() => Assert.Equal(
        2,
        StructureReader.Read($"工会工作总结1\n要办好食堂。{Long}\n{Long}\n工会工作总结2\n另一个厂的情况不同。{Long}\n{Long}\n要办好食堂。{Long}\n{Long}").Reports.Length);

    [Fact]
    public void A_line_of_title_s_length_above_chapters_that_start_again_is_a_title()
    {
        Document document = StructureReader.Read(
            $"厂工会2018年工作总结\n一、竞赛\n{Long}\n二、食堂\n{Long}\n围绕中心、服务大局，做职工的贴心人\n工会依靠全体职工。{Long}\n一、维权\n{Long}\n二、帮扶\n{Long}");

        Assert.Equal(["厂工会2018年工作总结", "围绕中心、服务大局，做职工的贴心人"], document.Reports.Select(report => report.Title));
        Assert.Equal(BlockKind.Title, document.Blocks[5].Kind);
    }

    [Fact]
    public void Chapters_of_a_higher_rank_below_many_of_a_lower_one_begin_a_report() => Assert.Equal(
        [1, 10],
        StructureReader.Read($"工会工作总结1\n1、竞赛\n{Long}\n2、食堂\n{Long}\n3、维权\n{Long}\n4、帮扶\n{Long}\n一、安全\n{Long}\n二、文体\n{Long}") is { } document
            ? document.Reports.Select(report => document.Blocks[report.Boundary.Block].Line) : []);

    [Fact]
    public void A_unit_not_spoken_of_before_starts_a_report_behind_numbered_lines() => AssertPicture(
        $"""
        今年以来，县总工会抓了三件事。
        一、抓建会。{Long}
        二、抓帮扶。{Long}
        运输车间工会在公司工会的正确领导和车间党支部的大力支持下，以职工小家建设为抓手，较好地完成了全年的各项任务，职工十分满意。
        """,
        """
        report
          paragraph · 1 · 今年以来，县总工会抓了三…
            paragraph · 2 · 一、抓建会。全年围绕中心…
            paragraph · 3 · 二、抓帮扶。全年围绕中心…
        report
          paragraph · 4 · 运输车间工会在公司工会的…
        """);

    [Fact]
    public void A_unit_spoken_of_before_starts_none()
    {
        string opening = "运输车间工会在公司工会的正确领导和车间党支部的大力支持下，以职工小家建设为抓手，较好地完成了全年的各项任务，职工十分满意。";

        Assert.Single(StructureReader.Read($"运输车间工会有会员86人。\n一、抓建会。{Long}\n二、抓帮扶。{Long}\n{opening}").Reports);
    }

    [Fact]
    public void A_mark_has_the_rank_that_its_report_gives_it() => AssertPicture(
        $"""
        厂工会工作总结1
        一、主要工作
        （一）抓建会
        1.摸清底数
        {Long}
        （二）抓帮扶
        {Long}
        三、存在的问题
        {Long}
        厂工会工作总结2
        1、主要工作
        (1)抓建会
        {Long}
        2、存在的问题
        {Long}
        """,
        """
        report
          title · 1 · 厂工会工作总结1
          heading 1 · 2 · 一、主要工作
            heading 2 · 3 · （一）抓建会
              heading 3 · 4 · 1.摸清底数
                paragraph · 5 · 全年围绕中心工作，走访慰…
            heading 2 · 6 · （二）抓帮扶
              paragraph · 7 · 全年围绕中心工作，走访慰…
          heading 1 · 8 · 三、存在的问题
            paragraph · 9 · 全年围绕中心工作，走访慰…
        report
          title · 10 · 厂工会工作总结2
          heading 1 · 11 · 1、主要工作
            heading 2 · 12 · (1)抓建会
              paragraph · 13 · 全年围绕中心工作，走访慰…
          heading 1 · 14 · 2、存在的问题
            paragraph · 15 · 全年围绕中心工作，走访慰…
        """);

    [Fact]
    public void Marked_lines_without_anything_below_are_list_items() => AssertPicture(
        $"""
        一、下步打算
        1、办好职工食堂
        2、修好职工宿舍
        3、建好职工书屋
        二、几点体会
        {Long}
        """,
        """
        report
          heading 1 · 1 · 一、下步打算
            paragraph · 2 · 1、办好职工食堂
            paragraph · 3 · 2、修好职工宿舍
            paragraph · 4 · 3、建好职工书屋
          heading 1 · 5 · 二、几点体会
            paragraph · 6 · 全年围绕中心工作，走访慰…
        """);

    [Fact]
    public void A_marked_line_with_a_body_of_its_own_is_a_paragraph() => AssertPicture(
        $"""
        一、抓建会。{Long}
        一是摸底数。{Long}
        """,
        """
        report
            paragraph · 1 · 一、抓建会。全年围绕中心…
            paragraph · 2 · 一是摸底数。全年围绕中心…
        """);

    [Fact]
    public void A_heading_glued_to_its_paragraph_opens_a_section() => AssertPicture(
        $"""
        厂工会2018年工作总结
        一、提高认识。今年以来，我们{Long}
        {Long}
        二、狠抓竞赛
        1、备赛要细。我们{Long}
        2、比赛要活。我们{Long}
        总之，{Long}
        三、加强管理在县总工会的指导下，{Long}
        {Long}
        """,
        """
        report
          title · 1 · 厂工会2018年工作总结
            paragraph · 2 · 一、提高认识。今年以来，…
            paragraph · 3 · 全年围绕中心工作，走访慰…
          heading 1 · 4 · 二、狠抓竞赛
              paragraph · 5 · 1、备赛要细。我们全年围…
              paragraph · 6 · 2、比赛要活。我们全年围…
            paragraph · 7 · 总之，全年围绕中心工作，…
            paragraph · 8 · 三、加强管理在县总工会的…
            paragraph · 9 · 全年围绕中心工作，走访慰…
        """);

    [Fact]
    public void A_glued_heading_and_its_body_lead_back_to_the_source()
    {
        string source = $"厂工会2018年工作总结\n\n一、提高认识。今年以来，我们\n{Long}\n（一）抓学习\n{Long}";
        ImmutableArray<Block> blocks = StructureReader.Read(source).Blocks;
        Block glued = blocks[1];
        TextSpan heading = glued.RunIn!.Value;

        Assert.Equal("一、提高认识", glued.Text.ToSource(heading).In(source).ToString());
        Assert.Equal("一、提高认识", glued.Heading.ToString());
        Assert.Equal("今年以来", glued.Text.Text.Substring(RunInHeading.BodyStart(glued.Text.Text, heading), 4));
        Assert.Equal([1], glued.Sections);
        Assert.Equal((BlockKind.Heading, 2), (blocks[2].Kind, blocks[2].Level));
        Assert.Equal([1, 2], blocks[3].Sections);
    }

    [Fact]
    public void A_unit_that_signs_with_the_name_in_the_title_is_no_title() => Assert.Equal(
        [BlockKind.Title, BlockKind.Paragraph, BlockKind.Noise, BlockKind.Noise],
        StructureReader.Read($"青禾县第一中学2023年工作总结\n{Long}\n青禾县第一中学\n2023年12月30日").Blocks.Select(block => block.Kind));

    [Fact]
    public void Bare_lines_above_running_text_are_headings() => AssertPicture(
        $"""
        厂工会2018年工作总结
        {Long}
        劳动竞赛与技能比武
        {Long}
        不足
        {Long}
        >生活保障
        {Long}
        """,
        """
        report
          title · 1 · 厂工会2018年工作总结
          paragraph · 2 · 全年围绕中心工作，走访慰…
          heading 1 · 3 · 劳动竞赛与技能比武
            paragraph · 4 · 全年围绕中心工作，走访慰…
          heading 1 · 5 · 不足
            paragraph · 6 · 全年围绕中心工作，走访慰…
          heading 1 · 7 · >生活保障
            paragraph · 8 · 全年围绕中心工作，走访慰…
        """);

    [Fact]
    public void A_sentence_cut_by_a_line_break_is_joined() => AssertPicture(
        """
        认真解决职工在工作和生活中存在的难点、热
        点问题，让职工满意。
        办巡线摄影展，鼓励职工把铁塔下的云海和老乡的笑脸拍下来，照片在公司
        门厅轮番展出。
        组建协会三个，会费自理，
        场地费由工会出一半。
        """,
        """
        report
          paragraph · 1-2 · 认真解决职工在工作和生活…
          paragraph · 3-4 · 办巡线摄影展，鼓励职工把…
          paragraph · 5-6 · 组建协会三个，会费自理，…
        """);

    [Fact]
    public void Lines_that_are_whole_are_not_joined() => AssertPicture(
        $"""
        开展送温暖活动，走访困难职工一百二十六户
        组织技能比武，三百八十六名职工登台比试
        举办文艺演出，两千四百多名职工到场观看

        全年工作受到上级充分肯定，职工十分满意

        {Long}
        一、加强组织领导，落实工作责任，形成齐抓共管的工作格局
        {Long}
        """,
        """
        report
          paragraph · 1 · 开展送温暖活动，走访困难…
          paragraph · 2 · 组织技能比武，三百八十六…
          paragraph · 3 · 举办文艺演出，两千四百多…
          paragraph · 5 · 全年工作受到上级充分肯定…
          paragraph · 7 · 全年围绕中心工作，走访慰…
          heading 1 · 8 · 一、加强组织领导，落实工…
            paragraph · 9 · 全年围绕中心工作，走访慰…
        """);

    [Fact]
    public void Teasers_signatures_dates_and_site_words_are_noise() => AssertPicture(
        $"""
        全年围绕中心工作，走访慰问困难职工214人次，发放慰问金9.7万元...
        青禾县总工会2021年工作总结
        {Long}
        中共柳河镇委员会　柳河镇人民政府　二〇二三年一月十六日
        2021年12月28日
        述职人：罗小筝
        以上就是为大家整理的工作总结，更多内容请关注本站。
        ——————
        """,
        """
        report
          noise · 1 · 全年围绕中心工作，走访慰… [Teaser]
          title · 2 · 青禾县总工会2021年工…
          paragraph · 3 · 全年围绕中心工作，走访慰…
          noise · 4 · 中共柳河镇委员会　柳河镇…
          noise · 5 · 2021年12月28日
          noise · 6 · 述职人：罗小筝
          noise · 7 · 以上就是为大家整理的工作…
          noise · 8 · ——————
        """);

    [Fact]
    public void Bare_lines_with_nothing_below_them_are_noise() => AssertPicture(
        $"""
        厂工会工作总结1
        {Long}
        厂工会创新做法
        厂工会工作经验
        厂工会工作总结2
        {Long}
        """,
        """
        report
          title · 1 · 厂工会工作总结1
          paragraph · 2 · 全年围绕中心工作，走访慰…
          noise · 3 · 厂工会创新做法
          noise · 4 · 厂工会工作经验
        report
          title · 5 · 厂工会工作总结2
          paragraph · 6 · 全年围绕中心工作，走访慰…
        """);

    [Theory]
    [InlineData("20_年，全厂职工齐心协力。", Damage.MaskedDate)]
    [InlineData("20xx年，全厂职工齐心协力。", Damage.MaskedDate)]
    [InlineData("全年总产值达到亿元，增长10%。", Damage.LostFigure)]
    [InlineData("，全厂职工齐心协力，完成了任务。", Damage.LostBeginning)]
    [InlineData("年，全厂职工齐心协力，完成了任务。", Damage.LostBeginning)]
    [InlineData("谢谢大家。", Damage.None)]
    [InlineData("全厂职工齐心协力，完成了任务，受到了…", Damage.Truncated)]
    [InlineData("2021年，全厂产值达到3亿元，增长10%。", Damage.None)]
    public void Damage_is_flagged_on_the_paragraph(string paragraph, Damage damage) =>
        Assert.Equal(damage, StructureReader.Read($"厂工会2018年工作总结\n{paragraph}").Blocks[1].Damage);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Lines_end_with_any_of_the_three_line_ends(string end) =>
        Assert.Equal([1, 2, 4], StructureReader.Read($"工作总结1{end}{Long}{end}　 {end}{Long}").Blocks.Select(block => block.Line));

    private static void AssertPicture(string source, string picture) =>
        Assert.Equal(picture.ReplaceLineEndings("\n"), StructurePicture.Of(source.ReplaceLineEndings("\n")));
}
