using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;

namespace JingJian.Tests.Search;

public sealed class MeaningTests
{
    private static readonly WordHelp Help = new(Table("职代会 = 职工代表大会\n天热, 中暑 > 送温暖 医疗  # 一行\n困难+职工 > 慰问"), null);

    [Theory]
    [InlineData("请问怎样让一线工人参与管理", "让一线工人参与管理")]
    [InlineData("空气不好怎么治", "空气不好")]
    [InlineData("怎么办", "怎么办")]
    [InlineData("职代会", "职代会")]
    public void Words_that_ask_are_no_words_to_look_for(string typed, string rest) =>
        Assert.Equal(rest, string.Join('/', QuestionWords.Rest(typed).Select(span => typed[span.Start..span.End])));

    [Fact]
    public void Same_words_find_each_other_and_are_not_counted()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "召开职代会。"), Passages.Of(2, "召开职工代表大会。"), Passages.Of(3, "劳动竞赛。")), Passages.Cut, null, Help);

        SearchResult found = searcher.Search(new SearchRequest(QueryParserTests.Parsed("职代会")) { Expand = true });

        Assert.Equal([1L, 2L], found.Hits.Select(hit => hit.PassageId));
        Assert.Equal((1, 1), (found.Paragraphs, found.Beyond));
        Assert.Equal(["职工代表大会"], found.Hits[1].Through);
        Assert.Equal(WordOrigin.Synonym, Assert.Single(found.Added).Origin);
        Assert.Equal([1L], searcher.Search(new SearchRequest(QueryParserTests.Parsed("职代会"))).Hits.Select(hit => hit.PassageId));
    }

    [Fact]
    public void A_question_finds_what_officials_write()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "开展送温暖，组织医疗。"), Passages.Of(2, "劳动竞赛。")), Passages.Cut, null, Help);

        SearchResult found = searcher.Search(new SearchRequest(QueryParserTests.Parsed("天热的时候怎么开展")) { Explain = true, Expand = true });

        Assert.Equal(1, found.Hits[0].PassageId);
        Assert.Equal(["送温暖", "医疗"], found.Hits[0].Through);
        Assert.Contains(found.Hits[0].Explanation!.Parts, part => part.Reason.Contains("公文说法“送温暖”", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_that_are_said_are_those_that_a_reading_of_the_whole_table_finds()
    {
        var random = new Random(11);
        string Word() => new([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => "甲乙丙丁"[random.Next(4)])]);
        string[][][] said = [.. Enumerable.Range(0, 200).Select(_ => (string[][])[.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (string[])[.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Word() + Word())])])];
        SynonymTable table = Table(string.Join('\n', said.Select((line, at) => $"{string.Join(", ", line.Select(words => string.Join('+', words)))} > 官{at}")));

        for (int round = 0; round < 200; round++)
        {
            string query = Word() + Word() + Word() + Word();
            Assert.Equal(
                Enumerable.Range(0, said.Length).Where(line => said[line].Any(words => words.All(query.Contains))).Select(line => $"官{line}"),
                table.SaidIn(query).Select(found => Assert.Single(found.Written)));
        }
    }

    [Fact]
    public void The_explanation_adds_up_with_added_words_too()
    {
        List<Passage> passages = Passages.Random(8, 400);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut, null, new WordHelp(Table("工会 = 职代会\n困难 > 帮扶 医疗"), null));
        foreach (string text in new[] { "工会 帮扶", "困难职工怎么帮扶", "民主管理" })
        {
            foreach (SearchHit hit in searcher.Search(new SearchRequest(QueryParserTests.Parsed(text)) { Explain = true, Expand = true }).Hits)
            {
                Assert.Equal(hit.Score, hit.Explanation!.Parts.Sum(part => part.Score), 3);
            }
        }
    }

    [Fact]
    public void Words_taken_together_point_where_a_plain_sum_of_their_vectors_points()
    {
        var random = new Random(3);
        (string Word, float[] Vector)[] model = [.. Enumerable.Range(0, 40).Select(word => ($"词{word:D2}", Enumerable.Range(0, 24).Select(_ => random.NextSingle() - 0.5f).ToArray()))];
        RelatedWords related = RelatedWords.Load(RelatedWords.Write(model), "模型");
        (string Word, float Weight)[] Some() => [.. Enumerable.Range(0, 5).Select(_ => (model[random.Next(model.Length)].Word, random.NextSingle() * 4))];
        double[] Sum((string Word, float Weight)[] words) =>
            [.. Enumerable.Range(0, 24).Select(i => words.Sum(word => word.Weight * VectorOf(word.Word)[i] / Math.Sqrt(VectorOf(word.Word).Sum(value => value * value))))];
        float[] VectorOf(string word) => model.First(one => one.Word == word).Vector;

        for (int round = 0; round < 100; round++)
        {
            (string, float)[] one = Some(), other = Some();
            double[] a = Sum(one), b = Sum(other);
            double expected = a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x));

            Assert.Equal(expected, RelatedWords.Nearness(related.Direction(one), related.Direction(other)), 0.03);
        }

        Assert.False(related.Knows("不认识"));
        Assert.Equal(0, RelatedWords.Nearness(related.Direction([]), related.Direction(Some())));
    }

    [Fact]
    public void What_is_demanded_or_quoted_gets_no_other_words()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "召开职代会。"), Passages.Of(2, "召开职工代表大会。")), Passages.Cut, null, Help);

        Assert.Equal([1L], searcher.Search(new SearchRequest(QueryParserTests.Parsed("“职代会”")) { Expand = true }).Hits.Select(hit => hit.PassageId));
        Assert.Equal([1L], searcher.Search(new SearchRequest(QueryParserTests.Parsed("+职代会")) { Expand = true }).Hits.Select(hit => hit.PassageId));
    }

    [Theory]
    [InlineData("职代会")]
    [InlineData("= 甲")]
    [InlineData("甲 > ")]
    [InlineData("> 甲")]
    public void A_line_that_is_no_entry_is_named(string line)
    {
        Assert.False(SynonymTable.Parse("# 说明\n" + line).TryGet(out _, out Fault? fault));
        Assert.Contains("第 2 行", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_that_travels_with_the_program_can_be_read() =>
        Assert.True(SynonymTable.Parse(File.ReadAllText(Repository.At("models", "words", "synonyms.txt"))).TryGet(out _, out _));

    [Fact]
    public void Near_words_are_those_with_like_vectors_and_a_damaged_model_is_refused()
    {
        byte[] model = RelatedWords.Write([("看病", [1f, 0.1f, 0]), ("就医", [0.9f, 0.2f, 0]), ("堵车", [0, 0.1f, 1f])]);

        Assert.Equal(["就医", "堵车"], RelatedWords.Load(model, "模型").Nearest([("看病", 1), ("不认识", 5)], 5, -1).Select(near => near.Word));
        Assert.Equal(["就医"], RelatedWords.Load(model, "模型").Nearest([("看病", 1)], 5, 0.5f).Select(near => near.Word));
        Assert.Empty(RelatedWords.Load(model, "模型").Nearest([("不认识", 1)], 5, 0));
        for (int at = 0; at < model.Length; at++)
        {
            byte[] damaged = [.. model];
            damaged[at] ^= 0x40;
            Assert.Throws<CorruptArtifactException>(() => RelatedWords.Load(damaged, "模型"));
            Assert.Throws<CorruptArtifactException>(() => RelatedWords.Load(model.AsSpan(0, at), "模型"));
        }
    }

    [Fact]
    public void Traditional_and_simplified_letters_find_each_other()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "召開職工代表大會，後續發展。"), Passages.Of(2, "著名工会。")), Passages.Cut);

        Assert.Equal([1L], searcher.Search(new SearchRequest(QueryParserTests.Parsed("“职工代表大会”"))).Hits.Select(hit => hit.PassageId));
        Assert.Equal([1L], searcher.Search(new SearchRequest(QueryParserTests.Parsed("“后续發展”"))).Hits.Select(hit => hit.PassageId));
        Assert.Equal("著名", Folding.Fold("著名"));
    }

    [Theory]
    [InlineData("+送温暖 “慰问困难职工代表” -教师 年份:2021", 3)]
    [InlineData("“送温暖” OR “慰问”", 2)]
    public void What_nothing_satisfies_is_relaxed_to_wanted_words(string query, int clauses)
    {
        QueryGroup relaxed = Assert.IsType<QueryGroup>(QueryRelaxer.Relax(QueryParserTests.Parsed(query))!.Root);

        Assert.Equal(clauses, relaxed.Clauses.Length);
        Assert.All(relaxed.Clauses.Where(clause => clause.Node is QueryWord), clause => Assert.Equal((Occur.Wanted, WordMatch.Word), (clause.Occur, ((QueryWord)clause.Node).Match)));
    }

    [Theory]
    [InlineData("职代会")]
    [InlineData("-教师 年份:2021")]
    public void What_cannot_be_relaxed_is_left_alone(string query) => Assert.Null(QueryRelaxer.Relax(QueryParserTests.Parsed(query)));

    [Theory]
    [InlineData("帮龘扶", "帮 扶", "1 2")]
    [InlineData("龘职工龘帮", "职工", "1 3")]
    [InlineData("龘𠮷", "𠮷", "2")]
    [InlineData("+“龘”", "龘", "")]
    [InlineData("(龘会 OR 龘处理龘) 年份:2020", "会 处理", "3")]
    public void Where_nothing_else_is_left_the_longest_stretches_that_stand_somewhere_are_searched(string query, string words, string found)
    {
        Passage[] passages = [Passages.Of(1, "帮扶职工，慰问"), Passages.Of(2, "帮会𠮷"), Passages.Of(3, "职工处理", year: 2020)];
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut);

        SearchResult result = searcher.Search(new SearchRequest(QueryRelaxer.AnyWords(QueryParserTests.Parsed(query))!) { ByPieces = true });

        Assert.Equal(words.Split(' '), result.Split.SelectMany(word => word.Parts).Concat(result.Dropped.Select(word => word.Text)));
        Assert.Equal(found, string.Join(' ', result.Hits.Select(hit => hit.PassageId).Order()));
    }

    [Fact]
    public void A_word_that_is_being_typed_brings_those_of_like_surroundings()
    {
        RelatedWords related = RelatedWords.Load(
            RelatedWords.Write([("职工", [1, 0]), ("慰问", [0.9f, 0.1f]), ("职工之友", [1, 0.1f]), ("学校", [0, 1]), ("党建", [0.8f, 0.1f])]), "test");
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "职工，慰问"), Passages.Of(2, "职工学校")), Passages.Cut, null, new WordHelp(SynonymTable.Empty, related));

        Assert.Equal(
            [new Suggestion("职工", 2, SuggestionKind.Word), new Suggestion("慰问", 1, SuggestionKind.Related)],
            searcher.Suggest("职工", 10));
    }

    [Fact]
    public void A_pasted_passage_is_told_from_a_query()
    {
        string passage = string.Concat(Enumerable.Repeat("我们走访慰问了生活困难的职工家庭，把慰问金送到他们手中。", 4));

        Assert.True(PastedPassage.Is(passage));
        Assert.False(PastedPassage.Is(passage[..40]));
        Assert.False(PastedPassage.Is("+必须 " + passage));
    }

    internal static SynonymTable Table(string text)
    {
        Assert.True(SynonymTable.Parse(text).TryGet(out SynonymTable? table, out _));
        return table;
    }
}
