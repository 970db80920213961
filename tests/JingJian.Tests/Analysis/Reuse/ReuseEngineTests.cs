using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>What an auditor is told about each kind of recycling.</summary>
public sealed class ReuseEngineTests
{
    private const string Visit = "我们坚持把困难职工帮扶放在心上，全年走访慰问困难家庭，为患病职工申请专项救助，并安排骨干一对一联系，做到急事当天办、难事有回音。";
    private const string Skills = "围绕生产一线的短板，车间组织师徒结对和岗位练兵，青年工人每周上台讲一道工序，老师傅当场点评，半年下来返工率明显下降，设备停机时间缩短。";
    private const string Library = "图书角由各班组轮流管理，借阅登记全部上墙，读书会每月选一本业务书共读，交流笔记汇编成册发到每个岗位，借阅人次比去年翻了一番。";

    [Fact]
    public void A_paragraph_with_only_the_year_and_the_figures_changed_is_a_copy()
    {
        ReusePair pair = Single("2022年，" + Visit + "共发放慰问金3.5万元。", "二〇二三年，" + Visit + "共发放慰问金12万元。");

        Assert.Equal(ReuseKind.Copy, pair.Kind);
        Assert.Equal("Year 2022年→二〇二三年; Figure 3.5→12", Picture.Changes(pair));
    }

    [Fact]
    public void A_masked_year_is_the_year_and_a_filled_one_is_told()
    {
        ReusePair pair = Single("20_年，" + Visit, "2024年，" + Visit);

        Assert.Equal((ReuseKind.Copy, "Year 20_年→2024年"), (pair.Kind, Picture.Changes(pair)));
        Assert.Equal("", Picture.Changes(Single("20_年，" + Visit, "20xx年，" + Visit)));
    }

    [Fact]
    public void A_lone_mask_stands_for_the_words_it_hides_and_the_passage_runs_through()
    {
        ReusePair pair = Single("认真学习_精神，" + Visit, "认真学习党的二十大精神，" + Visit);

        Assert.Equal("Mask _→党的二十大", Picture.Changes(pair));
        Assert.Single(pair.Spans);
    }

    [Fact]
    public void A_new_congress_in_an_old_sentence_is_a_slogan_change()
    {
        ReusePair pair = Single("深入学习贯彻十八大精神，" + Visit, "深入学习贯彻十九大精神，" + Visit);

        Assert.Equal("Slogan 十八大→十九大", Picture.Changes(pair));
    }

    [Fact]
    public void A_heading_glued_in_front_is_an_insertion()
    {
        ReusePair pair = Single(Visit, "（三）关心关爱困难群体 " + Visit);

        Assert.Equal((ReuseKind.Near, "Numbering →（三）; Inserted →关心关爱困难群体"), (pair.Kind, Picture.Changes(pair)));
        Assert.Equal(Visit, pair.Spans[0].A.In(Visit).ToString());
    }

    [Fact]
    public void Three_paragraphs_merged_into_one_are_each_found_in_it()
    {
        ReuseFindings findings = Find(Visit, Skills, Library, Visit + Skills + Library);

        Assert.Equal(["0~3", "1~3", "2~3"], findings.Pairs.Select(pair => $"{pair.A}~{pair.B}"));
        Assert.All(findings.Pairs, pair => Assert.Equal((ReuseKind.Partial, 1.0), (pair.Kind, pair.Cover)));
        Assert.Equal(Visit.Length + Skills.Length, findings.Pairs[2].Spans[0].B.Start);
        Assert.Empty(findings.Families);
    }

    [Fact]
    public void Sentences_in_another_order_are_the_same_text()
    {
        ReuseFindings findings = Find(Visit + Skills, Skills + Visit);

        ReusePair pair = Assert.Single(findings.Pairs);
        Assert.Equal(1.0, pair.Cover);
        Assert.Contains(pair.Changes, change => change.Type == ChangeType.Reordered);
        Assert.Single(findings.Families);
    }

    [Fact]
    public void A_truncated_copy_is_found()
    {
        ReusePair pair = Single(Visit + Skills + Library, Visit[..^8] + "...");

        Assert.Equal((ReuseKind.Partial, 1.0), (pair.Kind, pair.Cover));
    }

    [Fact]
    public void One_sentence_lifted_into_another_paragraph_is_a_passage()
    {
        string lifted = Skills[..45];
        ReusePair pair = Single(Skills + Library, "今年以来我局把服务企业作为头等大事，领导班子逐户上门，听意见、解难题、送政策，" + lifted + "企业普遍反映良好。" + Visit);

        Assert.Equal(ReuseKind.Passage, pair.Kind);
        Assert.Equal(lifted, pair.Spans[0].A.In(Skills).ToString());
    }

    [Fact]
    public void Few_letters_with_the_same_figures_between_and_beside_them_are_a_passage()
    {
        const string Lifted = "建成项目471个，增长22.02%，项目面积2436万平方米，增长24.22%";
        ReuseFindings findings = Find(Skills + Lifted + "。" + Library, Visit + Lifted + "。", string.Concat(Library.Reverse()) + Lifted.Replace("471", "388", StringComparison.Ordinal).Replace("2436", "1190", StringComparison.Ordinal).Replace("22.02", "31.7", StringComparison.Ordinal).Replace("24.22", "8.3", StringComparison.Ordinal));

        Assert.Equal([(0, 1)], findings.Pairs.Select(pair => (pair.A, pair.B)));
    }

    [Fact]
    public void A_formula_in_unrelated_texts_makes_no_pair()
    {
        const string Formula = "坚持以高质量发展为主题，统筹推进各项改革任务落地见效，切实增强人民群众的获得感幸福感安全感，";
        ReuseFindings findings = Find(
            Formula + Visit + Visit[..30], Skills + Skills[5..40] + Formula, Library + Formula + Library[..33],
            Formula + string.Concat(Skills.Reverse()), string.Concat(Library.Reverse()) + Formula);

        Assert.Empty(findings.Pairs);
    }

    [Fact]
    public void Short_paragraphs_take_no_part()
    {
        Assert.Empty(Find("一、加强组织领导，提高思想认识，压实工作责任", "一、加强组织领导，提高思想认识，压实工作责任").Pairs);
    }

    [Fact]
    public void Copies_that_differ_only_in_digits_are_never_missed()
    {
        string[] texts = [.. Enumerable.Range(0, 150).Select(i => $"{2000 + (i % 25)}年" + Visit + $"累计{i}人次。")];

        ReuseFindings findings = Find(texts);

        Assert.Equal(150 * 149 / 2, findings.Pairs.Length);
        Assert.Equal(150, Assert.Single(findings.Families).Members.Length);
    }

    [Fact]
    public void Very_many_copies_are_each_tied_to_the_first_and_stay_one_family()
    {
        ReuseFindings findings = Find([.. Enumerable.Repeat(Visit, 1000)]);

        Assert.Equal(999 + 998, findings.Pairs.Length);
        Assert.Equal(1000, Assert.Single(findings.Families).Members.Length);
    }

    [Fact]
    public void A_chain_of_edits_does_not_make_one_family_of_two_different_texts()
    {
        // Each text keeps nine tenths of the one before; the first and the last share next to nothing.
        string[] chain = [.. Enumerable.Range(0, 10).Select(step => (Skills + Library)[(step * 12)..] + (Visit + Visit)[..(step * 12)])];

        ReuseFindings findings = Find(chain);

        Assert.True(findings.Families.Length > 1);
        Assert.DoesNotContain(findings.Families, family => family.Members.Contains(0) && family.Members.Contains(9));
    }

    [Fact]
    public void The_order_of_paragraphs_changes_no_family()
    {
        string[] texts = ["2021年" + Visit, Skills, Visit + "特此报告。", Library + Skills, Skills + "成效明显。", "20_年" + Visit];
        int[] order = [3, 0, 5, 4, 2, 1];

        IEnumerable<string> families = Members(Find(texts), i => i);
        IEnumerable<string> shuffled = Members(Find([.. order.Select(i => texts[i])]), i => order[i]);

        Assert.Equal(families.Order(StringComparer.Ordinal), shuffled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_familys_id_depends_on_its_earliest_text_alone()
    {
        string id = Assert.Single(Find(Visit, Visit).Families).Id;

        Assert.Matches("^f[0-9a-f]{12}$", id);
        Assert.Equal(id, Assert.Single(Find(Skills, Library, Visit[..^1] + "！", Visit + "特此总结。").Families).Id);
    }

    [Fact]
    public void A_damaged_copy_stands_for_its_family_only_where_no_whole_one_can()
    {
        ReuseParagraph[] archive =
        [
            new(0, "20_年，" + Visit, IsDamaged: true), new(1, "20_年，" + Visit, IsDamaged: true), new(2, Visit + "特此报告。"), new(3, "2021年，" + Visit),
            new(4, Skills, IsDamaged: true), new(5, Skills, IsDamaged: true),
        ];

        Assert.Equal([3, 4], ReuseEngine.Find(archive, new ReuseOptions()).Families.Select(family => family.Medoid));
    }

    [Fact]
    public void Hostile_paragraphs_do_no_harm()
    {
        var random = new Random(11);
        string noise = string.Concat(Enumerable.Range(0, 1_000_000).Select(_ => (char)random.Next(0x4E00, 0x9FA5)));
        string[] texts =
        [
            "", "   ", new string('好', 500_000), new string('好', 300_000), noise, noise[..700_000] + Visit, new string('8', 50_000),
            string.Concat(Enumerable.Repeat("\uD842", 100)), string.Concat(Enumerable.Repeat("𠮷", 100)), string.Concat(Enumerable.Repeat("𠮷", 99)),
            new string('_', 1000), string.Concat(Enumerable.Repeat("年20_", 5000)), "\0\uFFFF" + Visit,
        ];

        ReuseFindings findings = Find(texts);

        Assert.Equal(["2~3", "4~5", "5~12", "8~9"], findings.Pairs.Select(pair => $"{pair.A}~{pair.B}"));
        Assert.All(findings.Pairs.SelectMany(pair => pair.Spans.SelectMany(span => new[] { (pair.A, span.A), (pair.B, span.B) })), place =>
        {
            string text = texts[place.Item1];
            Assert.False(char.IsLowSurrogate(text[place.Item2.Start]) || char.IsHighSurrogate(text[place.Item2.End - 1]));
        });
    }

    [Fact]
    public void A_draft_gets_the_same_evidence_against_the_archive()
    {
        ReuseParagraph[] archive = Paragraphs("2022年，" + Visit, Skills, Library, Skills + Library);
        ReuseIndex index = ReuseIndex.Build(archive, new ReuseOptions());

        ReuseMatch match = Assert.Single(index.Query("2025年，" + Visit));

        Assert.Equal((0, ReuseKind.Copy), (match.Paragraph, match.Kind));
        Assert.Equal("2022年", Assert.Single(match.Changes).From);
        Assert.Equal([1, 3], index.Query(Skills).Select(found => found.Paragraph));
        Assert.Empty(index.Query("一段与档案毫无关系的新文字，讲的是另外一件事情，措辞、对象、做法和数据都出自作者本人的实地走访记录。"));
    }

    [Fact]
    public void A_draft_that_copies_the_most_common_text_of_all_is_told_so()
    {
        ReuseParagraph[] archive = Paragraphs([.. Enumerable.Range(0, 400).Select(i => Visit + (char)('一' + i))]);
        ReuseIndex index = ReuseIndex.Build(archive, new ReuseOptions());

        ReuseMatch match = index.Query(archive[399].Text)[0];

        Assert.Equal((399, ReuseKind.Copy), (match.Paragraph, match.Kind));
    }

    [Fact]
    public void A_reworded_paragraph_is_told_from_a_copy()
    {
        ReusePair pair = Single(Visit, "我局始终把困难群众帮扶放在首位，全年登门慰问困难家庭，为患病职工争取专项救助，并指派党员一对一联系，做到急事当天办、难事有答复。");

        Assert.Equal(ReuseKind.Reworded, pair.Kind);
        Assert.InRange(pair.Ratio, 0.6, 0.8);
    }

    private static ReusePair Single(string a, string b) => Assert.Single(Find(a, b).Pairs);

    private static ReuseFindings Find(params string[] texts) => ReuseEngine.Find(Paragraphs(texts), new ReuseOptions());

    private static ReuseParagraph[] Paragraphs(params string[] texts) => [.. texts.Select((text, i) => new ReuseParagraph(i, text))];

    private static IEnumerable<string> Members(ReuseFindings findings, Func<int, int> original) =>
        findings.Families.Select(family => string.Join(' ', family.Members.Select(original).Order()));
}
