using JingJian.Text;

namespace JingJian.Search.Queries;

/// <summary>What can be wrong with a query, in the words that its author reads.</summary>
internal static class QueryFaults
{
    public static Fault Empty() => new("query.empty", "请输入要查找的词语。");

    public static Fault TooLong(int length, int most) =>
        new("query.too-long", $"查询有 {length} 个字符，最多 {most} 个；长段文字请用“查找相似段落”。", TextSpan.Between(most, length));

    public static Fault UnclosedQuote(TextSpan at) => new("query.unclosed-quote", "引号没有配对，请补上右引号或去掉左引号。", at);

    public static Fault EmptyQuote(TextSpan at) => new("query.empty-quote", "引号里没有内容。", at);

    public static Fault UnclosedParenthesis(TextSpan at) => new("query.unclosed-parenthesis", "左括号没有配对的右括号。", at);

    public static Fault UnexpectedParenthesis(TextSpan at) => new("query.unexpected-parenthesis", "这个右括号前面没有左括号。", at);

    public static Fault EmptyParentheses(TextSpan at) => new("query.empty-parentheses", "括号里没有内容。", at);

    public static Fault TooDeep(TextSpan at, int most) => new("query.too-deep", $"括号嵌套最多 {most} 层。", at);

    public static Fault MissingOperand(string symbol, TextSpan at) => new("query.missing-operand", $"“{symbol}”后面缺少词语。", at);

    public static Fault OrNeedsTwo(TextSpan at) => new("query.or-needs-two", "OR 的两边都要有词语，例如：送温暖 OR 帮扶。", at);

    public static Fault AndNeedsTwo(TextSpan at) => new("query.and-needs-two", "AND 的两边都要有词语，例如：送温暖 AND 困难职工。", at);

    public static Fault SignInsideOr(TextSpan at) => new("query.sign-inside-or", "OR 连接的词语前不能带 + 或 -，请用括号把它们括起来再加符号。", at);

    public static Fault MissingValue(string field, TextSpan at) => new("query.missing-value", $"“{field}:”后面缺少内容。", at);

    public static Fault UnknownFunction(string name, TextSpan at) => new(
        "query.unknown-function",
        $"没有“{name}”这种功能，可用：导语、形势背景、主要做法、工作成效、经验体会、存在问题、下步计划、对策建议、结尾、其他。",
        at);

    public static Fault UnknownType(string name, TextSpan? at) => new("query.unknown-type", $"没有“{name}”这种文种，可用：{KindNames.OfTypes}。", at);

    public static Fault UnknownUnitType(string name, TextSpan? at) => new("query.unknown-unit-type", $"没有“{name}”这种单位类型，可用：{KindNames.OfUnitTypes}。", at);

    public static Fault BadNumber(string field, string value, TextSpan? at) => new("query.bad-number", $"“{value}”不是数字或区间，{field}应写成 3、3..5 或 3..。", at);

    public static Fault BadDamage(string value, TextSpan at) => new("query.bad-damage", $"看不懂“{value}”，损伤应写成 损伤:有 或 损伤:无。", at);

    public static Fault BadYear(string value, TextSpan at) =>
        new("query.bad-year", $"“{value}”不是年份，应为四位数字或区间，例如：年份:2020 或 年份:2019..2021。", at);
}
