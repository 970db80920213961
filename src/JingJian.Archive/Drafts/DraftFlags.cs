using System.Globalization;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Drafts;

/// <summary>What in a paragraph of a draft wants looking at: values carried over from its sources, marks not filled in, findings of its audit.</summary>
internal static class DraftFlags
{
    private const int UnitCharacters = 3;

    /// <summary>Findings of an audit that tell the writer something new: that text is reused, the passages say.</summary>
    private static readonly Dictionary<string, string> AdviceOf = new(StringComparer.Ordinal)
    {
        ["left-over-name"] = "文中留有出处单位的名称，请改为本单位的或删去。",
        ["slogan-changed"] = "只把届次、口号换成了新的，正文仍是旧的，请核对内容是否还成立。",
        ["only-year-changed"] = "整段只改了年份，请补写今年的情况。",
        ["spliced"] = "这一段由几处文字拼接而成，请核对前后是否连贯、情况是否属实。",
    };

    /// <summary>The flags of a paragraph, in order of place.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="stretches">Its stretches.</param>
    /// <param name="findings">What the audit of the draft found about it.</param>
    public static IReadOnlyList<DraftFlagView> Of(DraftParagraph paragraph, IReadOnlyList<ClassedStretch> stretches, IEnumerable<FindingView> findings) =>
    [
        .. stretches.Where(stretch => MayBeStale(paragraph, stretch)).SelectMany(stretch => Carried(paragraph, stretch))
            .Concat(Unfilled(paragraph))
            .Concat(findings.Where(finding => AdviceOf.ContainsKey(finding.Kind)).Select(Told))
            .OrderBy(flag => flag.Start).ThenBy(flag => flag.Kind, StringComparer.Ordinal),
    ];

    /// <summary>Of formulas the figures are theirs, and what the same unit wrote of the same year may well have the same ones.</summary>
    private static bool MayBeStale(DraftParagraph paragraph, ClassedStretch stretch) =>
        stretch is { Source: { } source, Class.Kind: not ("formula" or "quotable") }
        && !(stretch.Class.Kind == "own" && paragraph.Own.Year is { } year && year == source.Origin.Year);

    private static IEnumerable<DraftFlagView> Carried(DraftParagraph paragraph, ClassedStretch stretch)
    {
        DraftSource source = stretch.Source!;
        string text = paragraph.Block.Text.Text;
        CarriedValue[] values =
        [
            .. CarriedValues.In(source.Match.Spans, source.Paragraph.Text.Text, text).Where(value => stretch.At.Start <= value.B.Start && value.B.End <= stretch.At.End),
        ];
        string from = $"与{(stretch.Class.Kind == "own" ? "旧文" : "出处")}";
        if (Flag("same-figures", from + "相同的数字", "与出处一模一样，请逐个核对是不是本单位今年的数字。", values.Where(value => value.Kind == CarriedKind.Figure)) is { } figures)
        {
            yield return figures;
        }

        if (paragraph.Own.Year != source.Origin.Year || paragraph.Own.Year is null)
        {
            if (Flag("same-dates", from + "相同的日期", "与出处一模一样，请核对日期。", values.Where(value => value.Kind == CarriedKind.Date)) is { } dates)
            {
                yield return dates;
            }

            if (Flag("left-over-year", "漏改年份", "是出处那一年的年份，请核对是否漏改。", values.Where(value => value.Kind == CarriedKind.Year && IsOfSource(value))) is { } years)
            {
                yield return years;
            }
        }

        bool IsOfSource(CarriedValue value) => int.TryParse(Digits(value.B.In(text)), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year == (source.Origin.Year ?? year) && (paragraph.Own.Year is not { } own || year < own);

        DraftFlagView? Flag(string kind, string label, string advice, IEnumerable<CarriedValue> some)
        {
            CarriedValue[] carried = [.. some];
            if (carried.Length == 0)
            {
                return null;
            }

            TextSpan at = SourcePlace.In(paragraph.Block.Text, TextSpan.Between(carried[0].B.Start, carried[^1].B.End));
            string detail = string.Join('、', carried.Select(value => WithUnit(text, value.B)).Distinct());
            return new DraftFlagView(kind, label, at.Start, at.End, text[carried[0].B.Start..carried[^1].B.End], detail, $"{detail}{advice}", [source.Paragraph.Place]);
        }
    }

    private static IEnumerable<DraftFlagView> Unfilled(DraftParagraph paragraph)
    {
        TextSpan[] marks = [.. Placeholders.In(paragraph.Block.Text.Text)];
        if (marks.Length == 0)
        {
            yield break;
        }

        string text = paragraph.Block.Text.Text;
        TextSpan at = SourcePlace.In(paragraph.Block.Text, TextSpan.Between(marks[0].Start, marks[^1].End));
        string detail = string.Join('、', marks.Select(mark => WithUnit(text, mark)).Distinct());
        yield return new DraftFlagView("placeholder", "待补的空缺", at.Start, at.End, text[marks[0].Start..marks[^1].End], detail, $"{detail}还没有填写，请补全。", []);
    }

    private static DraftFlagView Told(FindingView finding) => new(
        finding.Kind, finding.Label, finding.Start, finding.End, finding.Words, finding.Detail,
        finding.Detail.Length > 0 ? $"{finding.Detail}：{AdviceOf[finding.Kind]}" : AdviceOf[finding.Kind], finding.Others);

    /// <summary>A value with the word behind it: 214人次, 20_年.</summary>
    private static string WithUnit(string text, TextSpan value)
    {
        int end = value.End;
        while (end < text.Length && end < value.End + UnitCharacters && char.IsLetter(text[end]) && !char.IsSurrogate(text[end]))
        {
            end++;
        }

        return text[value.Start..end];
    }

    /// <summary>A year in Arabic digits, whatever it was written in.</summary>
    private static string Digits(ReadOnlySpan<char> year)
    {
        string digits = "";
        foreach (char c in year)
        {
            int numeral = "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
            digits += numeral >= 0 ? numeral : c is '零' or '○' ? 0 : CharUnicodeInfo.GetDecimalDigitValue(c);
        }

        return digits;
    }
}
