using System.Text.Json;

namespace JingJian.Tests.Cli;

/// <summary>The objects that programs get: the contract of <c>--json</c>.</summary>
public sealed class OutputTests(TwoReports archive) : IClassFixture<TwoReports>
{
    private const string Place = "source line lineEnd start end";

    [Fact]
    public void Ingest_tells_what_became_of_every_file_and_sums_up()
    {
        IReadOnlyList<JsonElement> rows = Run("ingest", archive.Texts);

        Assert.Equal(["2020.txt known", "2021.txt known"], rows.SkipLast(1).Select(row => $"{row.Text("source")} {row.Text("outcome")}"));
        rows[^1].GetProperty("total").Has("read known refused reports paragraphs");
    }

    [Fact]
    public void Parse_prints_the_units_in_order()
    {
        IReadOnlyList<JsonElement> units = Run("parse", Path.Combine(archive.Texts, "2020.txt"));

        Assert.Equal("title heading paragraph paragraph heading paragraph", string.Join(' ', units.Select(unit => unit.Text("kind"))));
        Assert.Equal([1, 2, 3, 4, 5, 6], units.Select(unit => unit.Number("line")));
        foreach (JsonElement unit in units)
        {
            unit.Has("report kind level start end line lineEnd function secondary confidence sections damage text");
            Assert.Equal(TwoReports.First[unit.Number("start")..unit.Number("end")], unit.Text("text"));
            Assert.InRange(unit.GetProperty("confidence").GetDouble(), 0, 1);
        }

        Assert.Equal("problem", units[5].Text("function"));
        Assert.Equal("二、存在问题", units[5].GetProperty("sections")[0].GetString());
    }

    [Fact]
    public void A_text_cannot_steer_the_terminal()
    {
        string output = CommandLine.Bash("jingjian parse <(echo '<p>工作总结&#27;[2J&#8238;一年来，办好了食堂。</p>')").Ends(0).Output;

        Assert.Contains("工作总结␛[2J\uFFFD一年来", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_reads_from_a_pipe_as_well()
    {
        Finished piped = CommandLine.Bash($"jingjian parse <(cat '{archive.Texts}/2020.txt') --json").Ends(0);

        Assert.Equal(CommandLine.Run("parse", Path.Combine(archive.Texts, "2020.txt"), "--json").Output, piped.Output);
    }

    [Fact]
    public void Segment_puts_one_space_between_words_line_by_line()
    {
        Assert.Equal("工会 开展 送温暖 活动\n\n车间 职工\n", CommandLine.RunWithInput("工会开展送温暖活动\n\n车间职工", "segment").Ends(0).Output);

        JsonElement line = Assert.Single(CommandLine.RunWithInput("工会开展送温暖活动\n", "segment", "--json").Ends(0).Objects);
        Assert.Equal(1, line.Number("line"));
        Assert.Equal(["工会", "开展", "送温暖", "活动"], line.GetProperty("words").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public void Keywords_come_with_their_scores_best_first()
    {
        IReadOnlyList<JsonElement> words = Run("keywords", Path.Combine(archive.Texts, "2020.txt"), "--top", "5");

        Assert.Equal(5, words.Count);
        Assert.Equal(words.Select(Score).OrderDescending(), words.Select(Score));
        Assert.All(words, word => Assert.NotEmpty(word.Text("word")));
        static double Score(JsonElement word) => word.GetProperty("score").GetDouble();
    }

    [Fact]
    public void Keywords_of_a_report_are_what_the_rest_of_the_archive_does_not_say()
    {
        string report = Run("audit", "2021.txt")[0].GetProperty("report").Text("id");
        string family = Run("families")[0].Text("id");

        string[] ofReport = [.. Run("keywords", "--report", report).Select(word => word.Text("word"))];

        Assert.Contains("暑托班", ofReport);
        Assert.NotEmpty(Run("keywords", "--family", family));
        Assert.Contains("工会", Run("keywords", "--archive").Select(word => word.Text("word")));
        Assert.Equal(ofReport, Run("keywords", "--report", report).Select(word => word.Text("word")));
    }

    [Fact]
    public void Proposed_words_come_with_their_figures_or_a_sentence_when_there_are_none()
    {
        Finished none = CommandLine.On(archive.Data, "lexicon", "propose", "--json").Ends(0);

        Assert.Equal("", none.Output);
        Assert.Contains("没有找到新词", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_show_both_places_the_shared_spans_and_what_was_changed()
    {
        JsonElement pair = Assert.Single(Run("pairs"));

        pair.Has("a b kind ratio cover spans changes direction");
        pair.GetProperty("a").Has(Place);
        pair.GetProperty("b").Has(Place);
        Assert.Equal("2020.txt:3-3 2021.txt:3-3", $"{At(pair.GetProperty("a"))} {At(pair.GetProperty("b"))}");
        Assert.InRange(pair.GetProperty("ratio").GetDouble(), 0.8, 1);
        foreach (JsonElement span in pair.GetProperty("spans").EnumerateArray())
        {
            int[] at = [.. span.EnumerateArray().Select(offset => offset.GetInt32())];
            Assert.Equal(TwoReports.First[at[0]..at[1]], TwoReports.Second[at[2]..at[3]]);
        }

        foreach (JsonElement change in pair.GetProperty("changes").EnumerateArray())
        {
            change.Has("type from to at");
        }

        Assert.Equal("b-from-a", pair.GetProperty("direction").Text("verdict"));
        Assert.Contains("六万→八万", pair.GetProperty("changes").EnumerateArray().Select(change => $"{change.Text("from")}→{change.Text("to")}"));
    }

    [Fact]
    public void Families_are_listed_and_one_is_shown_with_its_members()
    {
        JsonElement family = Assert.Single(Run("families"));
        family.Has("id copies reports sources text");
        Assert.Equal(2, family.Number("copies"));

        JsonElement detail = Assert.Single(Run("families", family.Text("id")));
        JsonElement[] members = [.. detail.GetProperty("members").EnumerateArray()];
        Assert.Equal(["2020.txt:3-3", "2021.txt:3-3"], members.Select(member => At(member.GetProperty("place"))));
        Assert.Contains(members, member => member.GetProperty("changes").GetArrayLength() > 0);
    }

    [Fact]
    public void Audit_takes_a_report_or_a_source_and_gives_shares_of_its_letters()
    {
        JsonElement audit = Assert.Single(Run("audit", "2021.txt"));
        audit.Has("report figures findings evidence");
        JsonElement figures = audit.GetProperty("figures");
        figures.Has("letters total withoutStock ownOrganisation otherOrganisation largestSingle onlyNumbersChanged originality");
        Assert.InRange(figures.GetProperty("ownOrganisation").GetDouble(), 0.1, 0.9);

        JsonElement same = Assert.Single(Run("audit", audit.GetProperty("report").Text("id")));
        Assert.Equal(audit.GetRawText(), same.GetRawText());
    }

    [Fact]
    public void Check_finds_the_draft_in_the_archive_and_stores_nothing()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.At("draft.txt"), "草稿\n" + TwoReports.First.Split('\n')[3] + "\n这一段是新写的，讲的是青年职工读书会和茶水间里的小图书角，档案里没有别人写过。");

        JsonElement check = Assert.Single(Run("check", folder.At("draft.txt")));

        check.Has("name characters reusedCharacters share paragraphs");
        Dictionary<int, JsonElement> paragraphs = check.GetProperty("paragraphs").EnumerateArray().ToDictionary(paragraph => paragraph.Number("line"));
        Assert.Equal(1, paragraphs[2].GetProperty("share").GetDouble());
        Assert.Equal("2020.txt:4-4", At(paragraphs[2].GetProperty("matches")[0].GetProperty("place")));
        Assert.Equal(0, paragraphs[3].GetProperty("share").GetDouble());
        Assert.Equal(2, Run("stats")[0].Number("sources"));
    }

    [Fact]
    public void Search_gives_one_hit_a_family_with_its_source_and_snippet()
    {
        JsonElement hit = Assert.Single(Run("search", "慰问"));

        hit.Has("rank source line lineEnd report function score family copies snippet");
        Assert.Equal(2, hit.Number("copies"));
        Assert.Contains("慰问", hit.Text("snippet"), StringComparison.Ordinal);
    }

    [Fact]
    public void Search_is_narrowed_by_function_year_and_source()
    {
        Assert.Equal("2021.txt:6-6", At(Assert.Single(Run("search", "会员底数", "--function", "plan"))));
        Assert.Equal("2020.txt:6-6", At(Assert.Single(Run("search", "会员底数", "--year", "2019..2020"))));
        Assert.Equal("2020.txt:6-6", At(Assert.Single(Run("search", "会员底数", "--source", "2020.txt"))));
        Assert.Equal("2021.txt:6-6", At(Assert.Single(Run("search", "会员底数", "--top", "1", "--year", "2021"))));
    }

    [Fact]
    public void Exemplars_have_the_function_asked_for_and_show_their_score()
    {
        IReadOnlyList<JsonElement> found = Run("exemplars", "--function", "做法", "--topic", "慰问");

        Assert.NotEmpty(found);
        found[0].Has("rank source line report function score parts family copies damage text");
        found[0].GetProperty("parts").Has("function relevance concreteness originality integrity recency");
        Assert.Contains("慰问", found[0].Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Exemplars_say_when_the_topic_stands_nowhere_and_only_then()
    {
        Assert.Empty(CommandLine.On(archive.Data, "exemplars", "--function", "做法").Ends(0).Error);
        Assert.Contains("“航天发射”没有", CommandLine.On(archive.Data, "exemplars", "--function", "做法", "--topic", "航天发射").Ends(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_and_rebuild_index_count_what_is_there()
    {
        JsonElement stats = Assert.Single(Run("stats"));

        stats.Has("sources reports paragraphs characters pairs families functions years");
        Assert.Equal((2, 2, 6, 1, 1), (stats.Number("sources"), stats.Number("reports"), stats.Number("paragraphs"), stats.Number("pairs"), stats.Number("families")));
        Assert.Equal(6, Run("rebuild-index")[0].Number("paragraphs"));
        Assert.Equal(stats.GetRawText(), Run("stats")[0].GetRawText());
    }

    [Fact]
    public void Stats_of_an_empty_archive_leave_out_what_there_is_none_of()
    {
        using var folder = new ScratchFolder();

        Assert.Equal(
            "来源文件　0\n报告　　　0\n段落　　　0（0 字）\n重复　　　0 对；0 个段落归为 0 个同源族\n",
            CommandLine.On(folder.At("data"), "stats").Ends(0).Output);
    }

    [Theory]
    [InlineData("search 送温暖")]
    [InlineData("cards --topic 送温暖")]
    [InlineData("exemplars --function 做法 --topic 送温暖")]
    public void An_empty_archive_says_that_it_is_empty_and_not_that_other_words_would_help(string line)
    {
        using var folder = new ScratchFolder();

        Finished run = CommandLine.On(folder.At("data"), line.Split(' ')).Ends(0);

        Assert.Equal(("", "档案库还是空的。请先用 jingjian ingest 把历年的工作总结入库。\n"), (run.Output, run.Error));
    }

    [Theory]
    [InlineData("pairs", "整段|基本相同")]
    [InlineData("families", "2 处")]
    [InlineData("audit 2021.txt", "原创度")]
    [InlineData("search 慰问", "相同的合并后 1 条")]
    [InlineData("exemplars --function practice", "得分")]
    [InlineData("stats", "来源文件　2")]
    public void People_read_Chinese_without_colours_in_a_pipe(string line, string shown)
    {
        Finished run = CommandLine.On(archive.Data, line.Split(' ')).Ends(0);

        Assert.Matches(shown, run.Output);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
    }

    private static string At(JsonElement place) => $"{place.Text("source")}:{place.Number("line")}-{place.Number("lineEnd")}";

    private IReadOnlyList<JsonElement> Run(params string[] arguments) => CommandLine.On(archive.Data, [.. arguments, "--json"]).Ends(0).Objects;
}
