using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>What sort of document a report is.</summary>
/// <remarks><b>Source.</b> Ours; measured on <c>corpus/labels/metadata.tsv</c>. The title decides where it names the sort; else the first
/// words (press, speech, plan), then how much of the beginning argues (要, 必须, 意义) against how much reports (了, figures, 我校).</remarks>
internal static partial class ReportMetadata
{
    /// <summary>How much of a report's text is read for statements about itself.</summary>
    public const int OpeningCharacters = 400;

    /// <summary>How far into an article a reporter speaks of himself.</summary>
    private const int ReportingBlocks = 4;

    /// <summary>How much of a report is read to tell an essay from a summary.</summary>
    private const int JudgedBlocks = 16;

    /// <summary>An essay argues at least so often, once in so many characters, and not much less often than it reports: labelled
    /// summaries argue once in 400 characters or more, essays once in 220 or less.</summary>
    private const int LeastArguments = 3;

    private const int CharactersForEachArgument = 250;

    /// <summary>So long a text in which hardly anything is done (了, figures, this year) sets tasks.</summary>
    private const int LeastOfPlan = 800;

    private const int CharactersForEachDeed = 500;

    private const double LeastShareOfReported = 0.7;

    /// <summary>The same where the opening is that of a report (今年以来, 现将……如下).</summary>
    private const double LeastShareBehindOpening = 1.6;

    /// <summary>In a person's own review every so many characters is an 我 or a 自己; what is called a year's review and names no unit
    /// needs half as many.</summary>
    private const int CharactersForEachI = 145;

    /// <summary>The sort of document. A summary that ends in a plan is a summary.</summary>
    public static DocumentType Type(ReportParts parts)
    {
        string title = parts.Title;
        string opening = Start(parts.Opening?.Text.Text ?? "");
        return title switch
        {
            _ when title.Contains("述职", StringComparison.Ordinal) || title.Contains("个人", StringComparison.Ordinal) => DocumentType.Personal,
            _ when EssayTitle().IsMatch(title) => DocumentType.Essay,
            _ when PlanTitle().IsMatch(title) && !title.Contains("总结", StringComparison.Ordinal) => DocumentType.Plan,
            _ when OtherTitle().IsMatch(title) => DocumentType.Other,
            _ when !parts.HasOwnTitle && PlanOpening().IsMatch(opening) => DocumentType.Plan,
            _ when IsPress(parts, opening) => DocumentType.Press,
            _ => ByTone(parts),
        };
    }

    /// <summary>The first characters of a report's text.</summary>
    public static string Start(string opening) => opening[..Math.Min(OpeningCharacters, opening.Length)];

    private static bool IsPress(ReportParts parts, string opening) =>
        ReportSplitter.OpensPress(opening)
        || (parts.HasOwnTitle && !OwnGenre().IsMatch(parts.Title)
            && (NewsOpening().IsMatch(opening) || parts.Body.Take(ReportingBlocks).Any(block => ReportersWords().IsMatch(Start(block.Text.Text)))));

    private static DocumentType ByTone(ReportParts parts)
    {
        if (OwnGenre().IsMatch(parts.Title) && parts.HasOwnTitle && !YearEnd().IsMatch(parts.Title))
        {
            return DocumentType.Summary;
        }

        ImmutableArray<Block> blocks = [.. parts.Body.Take(JudgedBlocks)];
        if (blocks.Take(2).Any(block => Abstract().IsMatch(block.Text.Text)))
        {
            return DocumentType.Essay;
        }

        int argued = 0, reported = 0, own = 0, ahead = 0, length = 1;
        foreach (Block block in blocks)
        {
            string text = Start(block.Text.Text);
            argued += Argued().Count(text);
            reported += Reported().Count(text);
            own += Own().Count(text);
            ahead += Ahead().Count(text);
            length += text.Length;
        }

        return own >= 4 && own * (YearEnd().IsMatch(parts.Title) ? 2 * CharactersForEachI : CharactersForEachI) > length ? DocumentType.Personal
            : parts.Head.Any(block => block.Text.Text is ['各', '位', ..] or ['尊', '敬', ..]) && !parts.HasOwnTitle ? DocumentType.Other
            : argued >= LeastArguments && argued * CharactersForEachArgument > length && argued > reported * (ReportSplitter.OpensYear(parts.Opening?.Text.Text ?? "") ? LeastShareBehindOpening : LeastShareOfReported) ? ahead > 0 ? DocumentType.Plan : DocumentType.Essay
            : !parts.HasOwnTitle && length > LeastOfPlan && reported * CharactersForEachDeed < length ? DocumentType.Plan
            : DocumentType.Summary;
    }

    [GeneratedRegex("申论|作文|论文|浅谈|浅析|探析|探讨|刍议|思考$|之我见|之策$|及其解决")]
    private static partial Regex EssayTitle();

    [GeneratedRegex(@"(?:计划|要点|打算|安排|思路|方案|规划)(?:[（(].*[)）])?$")]
    private static partial Regex PlanTitle();

    [GeneratedRegex(@"(?:办法|条例|规定|细则|意见|通知|公告|决定|流程|简介|公司|须知)(?:[（(][^)）]*[)）])*$")]
    private static partial Regex OtherTitle();

    [GeneratedRegex("总结|报告|汇报|材料")]
    private static partial Regex OwnGenre();

    // A year's end without a unit: 2022年终总结, 年度总结.
    [GeneratedRegex(@"^\D{0,8}\d{0,4}年?(?:年终|年度)?总结》?$")]
    private static partial Regex YearEnd();

    [GeneratedRegex(@"^.{0,60}(?:总体要求|工作的总体思路|指导思想是)|制[定订](?:如下|本|此)[^。，]{0,10}[。：:]|(?:计划|打算|安排|要点|思路)如下[。：:]")]
    private static partial Regex PlanOpening();

    [GeneratedRegex(@"^(?:[^。]{0,20}。)?[^。]{0,20}(?:\d{1,2}月\d{1,2}日|昨[日天]|日前|近日)[^。]{0,80}(?:召开|举行|举办|莅临|走进|开幕|闭幕|启动|率|开展|送|正值|抵达)")]
    private static partial Regex NewsOpening();

    // 记者梳理发现 · 记者从市教育局了解到
    [GeneratedRegex("记者(?:梳理|了解|采访|获悉|看到|发现|从[^。，]{2,20}(?:获悉|了解))|本台记者|编辑：")]
    private static partial Regex ReportersWords();

    // 明年，我们要继续……
    [GeneratedRegex("(?:明年|来年|下一年|新的一年里?)[，,]?(?:我们?)?(?:[要将]|继续)")]
    private static partial Regex Ahead();

    [GeneratedRegex("^【?(?:摘要|关键词|关键字|内容提要)")]
    private static partial Regex Abstract();

    [GeneratedRegex("(?<!需|重|主|不|首|只|还)要(?!求|点|素|领|闻)|必须|应(?:当|该)|需要|才能|意义|必然|因此|只有|本质|规律|往往|如果|就会")]
    private static partial Regex Argued();

    [GeneratedRegex(@"了(?!解)|\d(?:余|多)?(?:人|户|场|次|期|项|元|万元|件|家|名|份)|我(?:局|镇|校|院|厂|会|区|县|市|乡|处|站|园|矿|司|公司|支行|单位)|荣获|今年|去年")]
    private static partial Regex Reported();

    // 我 and 自己, not 我们, 我国, 我校.
    [GeneratedRegex("我(?![们国省市县区镇乡村校院局厂矿司会园军党队厅处行连公单支中为])|本人|自己")]
    private static partial Regex Own();
}
