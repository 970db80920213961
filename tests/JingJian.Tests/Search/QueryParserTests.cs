using JingJian.Analysis.Functions;
using JingJian.Search.Queries;
using JingJian.Text;

namespace JingJian.Tests.Search;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("送温暖 困难职工", "送温暖 困难职工")]
    [InlineData("送温暖　困难职工", "送温暖 困难职工")]
    [InlineData("“送温暖”活动", "=送温暖 活动")]
    [InlineData("「“五星”工会」", "=“五星”工会")]
    [InlineData("\"民主 管理\"", "=民主 管理")]
    [InlineData("+党建 -学校 工会", "+党建 -学校 工会")]
    [InlineData("＋党建　－学校", "+党建 -学校")]
    [InlineData("送温暖 OR 帮扶", "[送温暖|帮扶]")]
    [InlineData("工会 送温暖 ＯＲ 帮扶 | 慰问", "工会 [送温暖|帮扶|慰问]")]
    [InlineData("-(学校 OR 教师) 工会", "-([学校|教师]) 工会")]
    [InlineData("（甲 乙） OR 丙", "[(甲 乙)|丙]")]
    [InlineData("帮扶*", "帮扶*")]
    [InlineData("ＡＰＰ＊", "app*")]
    [InlineData("功能:做法 年份：2019..2021", "{practice} {2019-2021}")]
    [InlineData("function:plan year:2020 year:..2018 年份:2019-2020年", "{plan} {2020-2020} {1-2018} {2019-2020}")]
    [InlineData("单位:“总 工会” 来源:3", "{总 工会} {source 3}")]
    [InlineData("标题:民主 正文:管理 标题:“党建”", "^民主 _管理 =^党建")]
    [InlineData("加强党建，推动发展。目标：双过半", "加强党建 推动发展 目标 双过半")]
    [InlineData("20_年 3.5% a-b", "20_年 3.5% a-b")]
    [InlineData("甲 - 乙", "甲 乙")]
    [InlineData("oral ORAL or", "oral oral or")]
    [InlineData("工会 --党建", "工会 -党建")]
    [InlineData("工会 AND 党建", "+工会 +党建")]
    [InlineData("工会 ＡＮＤ 党建 AND 学校 教师", "+工会 +党建 +学校 教师")]
    [InlineData("NOT 学校 工会", "-学校 工会")]
    [InlineData("工会 AND NOT(学校 OR 教师)", "+工会 -([学校|教师])")]
    [InlineData("工会 AND 党建 OR 学校", "+工会 +[党建|学校]")]
    [InlineData("not and ANDROID NOTE", "not and android note")]
    [InlineData("类型:总结 单位类型：工会 处数：3．．5 原创度:..60%", "{Summary} {Union} {copies 3..5} {originality 0..60}")]
    [InlineData("数据:1.. 损伤：无 damaged:yes 工会", "{quantities 1..} {whole} {damaged} 工会")]
    [InlineData("type:plan unittype:school copies:11..", "{Plan} {School} {copies 11..}")]
    public void People_are_understood(string query, string expected) => Assert.Equal(expected, Print(Parsed(query).Root, top: true));

    [Theory]
    [InlineData("", "query.empty", null)]
    [InlineData(" 。，", "query.empty", null)]
    [InlineData("工会 “送温暖", "query.unclosed-quote", "“")]
    [InlineData("工会 ““", "query.unclosed-quote", "“")]
    [InlineData("工会 \"\"", "query.empty-quote", "\"\"")]
    [InlineData("(工会", "query.unclosed-parenthesis", "(")]
    [InlineData("工会) 党建", "query.unexpected-parenthesis", ")")]
    [InlineData("工会 ()", "query.empty-parentheses", "()")]
    [InlineData("工会 +", "query.missing-operand", "+")]
    [InlineData("工会 OR", "query.or-needs-two", "OR")]
    [InlineData("OR 工会", "query.or-needs-two", "OR")]
    [InlineData("甲 OR OR 乙", "query.or-needs-two", "OR")]
    [InlineData("甲 OR -乙", "query.sign-inside-or", "-")]
    [InlineData("功能:作法", "query.unknown-function", "作法")]
    [InlineData("年份:去年", "query.bad-year", "去年")]
    [InlineData("年份:2021..2019", "query.bad-year", "2021..2019")]
    [InlineData("年份:", "query.missing-value", "年份:")]
    [InlineData("工会 AND", "query.and-needs-two", "AND")]
    [InlineData("AND 工会", "query.and-needs-two", "AND")]
    [InlineData("甲 AND AND 乙", "query.and-needs-two", "AND")]
    [InlineData("甲 AND OR 乙", "query.and-needs-two", "AND")]
    [InlineData("(甲 ＡＮＤ)", "query.and-needs-two", "ＡＮＤ")]
    [InlineData("工会 NOT", "query.missing-operand", "NOT")]
    [InlineData("甲 OR NOT 乙", "query.sign-inside-or", "NOT")]
    [InlineData("类型:小说", "query.unknown-type", "小说")]
    [InlineData("单位类型:剧团", "query.unknown-unit-type", "剧团")]
    [InlineData("处数:很多", "query.bad-number", "很多")]
    [InlineData("数据:不少", "query.bad-number", "不少")]
    [InlineData("损伤:一点", "query.bad-damage", "一点")]
    [InlineData("原创度:5..3", "query.bad-number", "5..3")]
    public void What_is_wrong_is_said_with_its_place(string query, string code, string? place)
    {
        Assert.False(QueryParser.Parse(query).TryGet(out _, out Fault? fault));
        Assert.Equal(code, fault.Code);
        Assert.Equal(place, fault.At is { } at ? at.In(query).ToString() : null);
        Assert.EndsWith("。", fault.Message.TrimEnd('…'), StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_and_length_are_limited()
    {
        Assert.False(QueryParser.Parse(new string('(', 5000)).TryGet(out _, out Fault? length));
        Assert.Equal("query.too-long", length.Code);
        Assert.False(QueryParser.Parse(new string('(', 1000) + "工会" + new string(')', 900)).TryGet(out _, out Fault? depth));
        Assert.Equal("query.too-deep", depth.Code);
    }

    [Fact]
    public void No_input_makes_the_parser_fail()
    {
        const string Alphabet = "工会“”「」\"()（）+-＋－ORＯＲ|*＊:：.年份功能 　，\0\ud842\udfb7";
        var random = new Random(11);
        for (int round = 0; round < 20_000; round++)
        {
            string query = string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            if (!QueryParser.Parse(query).TryGet(out _, out Fault? fault) && fault.At is { } at)
            {
                Assert.True(at.End <= query.Length, query);
            }
        }
    }

    internal static Query Parsed(string query)
    {
        Assert.True(QueryParser.Parse(query).TryGet(out Query? parsed, out Fault? fault), fault?.Message);
        return parsed;
    }

    private static string Print(QueryNode node, bool top = false) => node switch
    {
        QueryWord word => (word.Match == WordMatch.Exact ? "=" : "")
            + (word.Scope switch
            {
                WordScope.Headings => "^",
                WordScope.Text when word.Match != WordMatch.Exact => "_",
                _ => "",
            })
            + word.Text + (word.Match == WordMatch.Prefix ? "*" : ""),
        QueryAny any => "[" + string.Join('|', any.Alternatives.Select(inner => Print(inner))) + "]",
        QueryGroup group when top => string.Join(' ', group.Clauses.Select(Print)),
        QueryGroup group => "(" + string.Join(' ', group.Clauses.Select(Print)) + ")",
        FunctionFilter filter => "{" + FunctionNames.ToEnglish(filter.Function) + "}",
        YearFilter filter => "{" + filter.Years.First + "-" + filter.Years.Last + "}",
        OrganisationFilter filter => "{" + filter.Name + "}",
        SourceFilter filter => "{source " + filter.Name + "}",
        TypeFilter filter => "{" + filter.Type + "}",
        UnitTypeFilter filter => "{" + filter.Type + "}",
        CopiesFilter filter => "{copies " + filter.Copies + "}",
        OriginalityFilter filter => "{originality " + filter.Percent + "}",
        QuantitiesFilter filter => "{quantities " + filter.Quantities + "}",
        DamageFilter filter => filter.Damaged ? "{damaged}" : "{whole}",
        _ => throw new InvalidOperationException(),
    };

    private static string Print(QueryClause clause) =>
        (clause.Occur switch
        {
            Occur.Must => "+",
            Occur.MustNot => "-",
            _ => "",
        })
        + Print(clause.Node);
}
