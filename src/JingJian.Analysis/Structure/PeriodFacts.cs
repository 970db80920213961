using System.Globalization;
using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Finds the time that a report is about.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. In this order: the title; the heading of the review (一、2023年工作回顾); the date of delivery or
/// signature, of which the first months are about the year before; the sentence that announces the report; the opening; the name of a
/// plan that the unit has made for the year; a year that at least three paragraphs name. A masked year where a year would stand is an answer too.</para>
/// </remarks>
internal static partial class PeriodFacts
{
    /// <summary>A summary signed up to this month is about the year before.</summary>
    private const int LastMonthOfReview = 3;

    /// <summary>How many paragraphs must name a year that stands nowhere else.</summary>
    private const int LeastMentions = 3;

    /// <summary>How far into the body a year is looked for.</summary>
    private const int BlocksRead = 24;

    /// <summary>How far into the body a report announces itself.</summary>
    private const int OpeningBlocks = 4;

    /// <summary>The time that the report is about; null when it does not say. A year that stands somewhere says more than a masked one.</summary>
    public static Statement<ReportPeriod>? Read(ReportParts parts, DocumentType type, Statement<string>? date)
    {
        Statement<ReportPeriod>? masked = null;
        foreach (Statement<ReportPeriod>? found in Candidates(parts, type, date))
        {
            if (found?.Value.Year is not null)
            {
                return found;
            }

            masked ??= found;
        }

        return masked ?? InBody(parts);
    }

    private static IEnumerable<Statement<ReportPeriod>?> Candidates(ReportParts parts, DocumentType type, Statement<string>? date)
    {
        yield return InTitle(parts);
        yield return InReviewHeading(parts);
        yield return OfDate(parts, date, type);
        yield return InAnnouncement(parts);
        yield return InOpening(parts);
        yield return InOwnDocument(parts);
    }

    /// <summary>2021, ２０２１, 二〇二一, 12 and 十二; short, as a year, month or day is.</summary>
    public static int ReadNumber(string digits) => digits.IndexOf('十', StringComparison.Ordinal) is var ten and >= 0
        ? (10 * (ten == 0 ? 1 : Digit(digits[ten - 1]))) + (ten + 1 < digits.Length ? Digit(digits[ten + 1]) : 0)
        : digits.Aggregate(0, (value, digit) => (value * 10) + Digit(digit));

    /// <summary>A digit of any script.</summary>
    private static int Digit(char digit) => digit == '○' ? 0
        : "〇一二三四五六七八九".IndexOf(digit, StringComparison.Ordinal) is var value and >= 0 ? value
        : Math.Max(0, CharUnicodeInfo.GetDecimalDigitValue(digit));

    private static Statement<ReportPeriod>? InTitle(ReportParts parts) =>
        parts.Titles.OrderBy(block => block == parts.TitleBlock ? 0 : 1)
            .Select(block => Found(block, TitleYear().Match(block.Text.Text), 0.95)).FirstOrDefault(found => found is not null);

    private static Statement<ReportPeriod>? InReviewHeading(ReportParts parts) =>
        parts.Body.FirstOrDefault(block => block.Kind == BlockKind.Heading) is { } heading
            ? Found(heading, ReviewYear().Match(heading.Text.Text), 0.9)
            : null;

    private static Statement<ReportPeriod>? OfDate(ReportParts parts, Statement<string>? date, DocumentType type)
    {
        if (date is null)
        {
            return null;
        }

        int year = int.Parse(date.Value[..4], CultureInfo.InvariantCulture);
        string opening = ReportMetadata.Start(parts.Opening?.Text.Text ?? "");
        Match relative = RelativeYear().Match(opening);
        bool isReview = type is DocumentType.Summary or DocumentType.Personal;
        bool soon = date.Value.Length > 4 && int.Parse(date.Value[5..7], CultureInfo.InvariantCulture) <= LastMonthOfReview;
        // 今年 in a summary signed in spring is still the year under review.
        bool before = isReview && (soon || (relative.Success && relative.Value[0] != '今'));
        var period = new ReportPeriod(before ? year - 1 : year, false, relative.Success, PeriodPart.Year);
        return relative.Success && parts.Opening is { } block
            ? FactsReader.State(period, block, relative, 0.8)
            : new Statement<ReportPeriod>(period, date.Source, 0.8);
    }

    private static Statement<ReportPeriod>? InAnnouncement(ReportParts parts) =>
        parts.Head.Where(block => Residue.OpensReport(block.Text.Text)).Select(block => (Block: block, Match: AnyYear().Match(block.Text.Text)))
            .Concat(parts.Body.Take(OpeningBlocks).Select(block => (Block: block, Match: AnnouncedYear().Match(block.Text.Text))))
            .Select(found => Found(found.Block, found.Match, 0.85)).FirstOrDefault(found => found is not null);

    private static Statement<ReportPeriod>? InOpening(ReportParts parts)
    {
        if (parts.Opening is not { } opening)
        {
            return null;
        }

        Match match = OpeningYear().Match(ReportMetadata.Start(opening.Text.Text));
        return Found(opening, match, match.Index < 30 ? 0.8 : 0.6);
    }

    /// <summary>The year's own rules and plans bear it in their names: 制定了《20_年对外宣传工作要点》.</summary>
    private static Statement<ReportPeriod>? InOwnDocument(ReportParts parts) =>
        parts.Body.Take(BlocksRead).Select(block => Found(block, OwnDocument().Match(ReportMetadata.Start(block.Text.Text)), 0.6)).FirstOrDefault(found => found is not null);

    private static Statement<ReportPeriod>? InBody(ReportParts parts)
    {
        var mentions = parts.Body.Take(BlocksRead).Select(block => (Block: block, Match: AnyYear().Match(block.Text.Text))).Where(mention => mention.Match.Success)
            .GroupBy(mention => ValueOf(mention.Match))
            .MaxBy(year => year.Count());
        return mentions?.Count() >= LeastMentions ? Found(mentions.First().Block, mentions.First().Match, 0.5) : null;
    }

    private static Statement<ReportPeriod>? Found(Block block, Match match, double confidence) =>
        match.Success
            ? FactsReader.State(new ReportPeriod(ValueOf(match), match.Groups["m"].Success, false, PartOf(match)), block, match.Groups["y"] is { Success: true } year ? year : match.Groups["m"], confidence)
            : null;

    private static int? ValueOf(Match match) => match.Groups["y"] is { Success: true } year ? ReadNumber(year.Value) : null;

    private static PeriodPart PartOf(Match match) => match.Groups["part"].Value switch
    {
        "上半年" or "半年" => PeriodPart.FirstHalf,
        "下半年" => PeriodPart.SecondHalf,
        ['第', ..] or [_, '季', ..] => PeriodPart.Quarter,
        _ => PeriodPart.Year,
    };

    private const string YearDigits = @"(?<y>(?:19[3-9]|20[0-4])\d|一九[一二三四五六七八九][〇○零一二三四五六七八九]|二[〇零○][〇零○一二三四][〇零○一二三四五六七八九])";

    // 20_年 · 202_年 · 20-年 · 20xx年 · XX年年 · ××年
    private const string Masked = @"(?<m>(?:(?<![\dA-Za-z])20\d?[_\-xX×*○]{1,2}(?=[年_\-xX×*○工]|上半年)|(?<![A-Za-z\d_xX×*○])[xX×*○]{2,4}(?=年))年?)";

    private const string Part = @"(?:年?度?(?<part>上半年|下半年|半年|第?[一二三四]季度)|年?)";

    // Not the date of delivery in a title: （2016年1月22日 某某）.
    [GeneratedRegex(@"(?<!\d)(?:" + YearDigits + @"(?!\d)(?!年\d{1,2}月)" + Part + "|" + Masked + Part + ")")]
    private static partial Regex TitleYear();

    [GeneratedRegex(@"(?<!\d)" + YearDigits + @"年(?:[^。]{0,20}(?:回顾|总结)|(?:政府|主要|重点)?工作(?!安排|任务|目标|计划|要点))")]
    private static partial Regex ReviewYear();

    [GeneratedRegex(@"(?:现将|下面将?|现就)[^。，]{0,12}?(?:" + YearDigits + "年" + Part + "|" + Masked + Part + ")")]
    private static partial Regex AnnouncedYear();

    // Not 始建于1985年, nor 2036人.
    [GeneratedRegex(@"(?:(?<![\d于自从至到—~～-])" + YearDigits + "年(?![底末初])(?!岁末)" + Part + "|" + Masked + Part + ")")]
    private static partial Regex OpeningYear();

    [GeneratedRegex(@"(?:制[定订]|印发|下发|出台|拟[定订]|签[定订]|编制|修[定订])[了的]?《[^》]{0,20}?(?:(?<!\d)" + YearDigits + "年|" + Masked + ")[^》]{0,24}(?:要点|计划|方案|细则|意见|安排|办法|责任书|考核)[^》]{0,6}》")]
    private static partial Regex OwnDocument();

    [GeneratedRegex("今年|去年|过去的?一年")]
    private static partial Regex RelativeYear();

    [GeneratedRegex(@"(?:(?<!\d)" + YearDigits + "年|" + Masked + ")")]
    private static partial Regex AnyYear();
}
