using System.Globalization;
using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Finds who signs or delivers a report, and when.</summary>
internal static partial class SignatureFacts
{
    /// <summary>The date of signature or delivery: of a line at the head, else in the title, else of a line at the end.</summary>
    public static Statement<string>? Date(ReportParts parts) =>
        parts.Head.Select(block => Dated(block, 0.9))
            .Concat(parts.Titles.Select(block => Dated(block, 0.9)))
            .Concat(parts.Ending.Reverse().Select(block => Dated(block, 0.85)))
            .FirstOrDefault(date => date is not null);

    /// <summary>Who speaks or signs.</summary>
    public static Statement<string>? Author(ReportParts parts) =>
        parts.Head.Concat(parts.Titles).Concat(parts.Ending).Select(block => Named(block, Byline().Match(block.Text.Text), 0.9))
            .Concat(parts.Ending.Concat(parts.Head).Select(block => Named(block, NameAlone().Match(block.Text.Text), 0.7)))
            .Concat(parts.Body.Take(1).Concat(parts.Body.TakeLast(1)).Select(block => Named(block, Reporter().Match(block.Text.Text), 0.8)))
            .FirstOrDefault(author => author is not null);

    private static Statement<string>? Dated(Block block, double confidence)
    {
        // The date in an address is that of a page.
        Match match = block.Text.Text.Contains("://", StringComparison.Ordinal) ? Match.Empty : FullDate().Match(block.Text.Text);
        // 202_年…… has no date; a year alone says nothing of a signature.
        return match.Success && Value(match) is { } value ? FactsReader.State(value, block, match, confidence) : null;
    }

    private static string? Value(Match match)
    {
        int month = PeriodFacts.ReadNumber(match.Groups["m"].Value);
        int day = match.Groups["d"].Success ? PeriodFacts.ReadNumber(match.Groups["d"].Value) : 0;
        string date = string.Create(CultureInfo.InvariantCulture, $"{PeriodFacts.ReadNumber(match.Groups["y"].Value):D4}-{month:D2}");
        return month is < 1 or > 12 || day > 31 ? null : day == 0 ? date : string.Create(CultureInfo.InvariantCulture, $"{date}-{day:D2}");
    }

    private static Statement<string>? Named(Block block, Match match, double confidence) =>
        match.Success ? FactsReader.State(match.Groups["n"].Value, block, match.Groups["n"], confidence) : null;

    private const string Name = @"(?<n>[\u4E00-\u9FFF]{1,2}\s?[\u4E00-\u9FFF]{1,2})";

    [GeneratedRegex(@"(?<y>(?<!\d)(?:19|20)\d\d|一九[一二三四五六七八九][〇○零一二三四五六七八九]|二[〇零○][〇零○一二三四][〇零○一二三四五六七八九])\s*[年.\-/]\s*(?<m>\d{1,2}|十[一二]?|[一二三四五六七八九])(?:\s*[月.\-/]\s*(?<d>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?!\d)|\s*月)")]
    private static partial Regex FullDate();

    // 市长 王子联 · 浙江省省长吕祖善 · author: James · 述职人：张三 · （2016年1月22日 林宝金） · 作者简介：李敏，
    [GeneratedRegex(@"^[^，。；：]{0,12}(?:省长|市长|区长|县长|州长|盟长|镇长|乡长|主席|部\s*长|书记|主任|院长|检察长|校长|局长|经理|厂长)\s*" + Name + @"$|^authors?:\s*(?<n>\S.{0,30})$|^(?:述职|报告|汇报|总结|撰稿|起草)[人者][：:]\s*(?<n>\S{2,10})$|日\s*" + Name + "[）)]$|^作者(?:简介)?[：:]" + Name + "[，,]")]
    private static partial Regex Byline();

    [GeneratedRegex("^(?<n>" + Residue.Surname + @"\s?[\u4E00-\u9FFF]{1,2})$")]
    private static partial Regex NameAlone();

    // 本报讯（记者韩丹） · （记者 朱金山）
    [GeneratedRegex(@"[（(](?:本报|见习)?(?:记者|通讯员)\s*" + Name + "[）)]")]
    private static partial Regex Reporter();
}
