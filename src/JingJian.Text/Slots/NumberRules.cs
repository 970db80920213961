using System.Globalization;
using JingJian.Text.Lexicons;
using JingJian.Text.Normalisation;

namespace JingJian.Text.Slots;

/// <summary>Years, dates, amounts, percentages, ordinals and masks, from left to right.</summary>
/// <remarks>Each step consumes the whole run of digits, numerals or masks that it looked at, so a long run costs no more than its length.</remarks>
internal sealed class NumberRules(PlainText plain, Lexicon lexicon, FoundSlots found)
{
    private const string Ranges = "-—–~至";

    /// <summary>What 第一 is part of without counting anything.</summary>
    private static readonly string[] NoOrdinals = ["一线", "一责任", "一时间", "三产业", "二产业", "一产业", "一书记", "三方", "二课堂", "一现场", "一手"];

    private readonly string text = plain.Text;

    public void Find()
    {
        for (int at = 0; at < text.Length;)
        {
            at = found.IsFree(at) ? Step(at) : at + 1;
        }
    }

    /// <summary>Reads what starts here and says where to go on; always further.</summary>
    private int Step(int at)
    {
        char unit = text[at];
        if (unit == '第')
        {
            return ReadOrdinal(at);
        }

        if (char.IsAsciiLetter(unit))
        {
            int latin = EndOfLatin(at);
            return IsOnlyX(at, latin) ? ReadMasked(at) : latin;
        }

        return Numerals.IsDigit(unit) || Numerals.IsMask(unit) ? ReadMasked(at)
            : Numerals.IsChinese(unit) || unit == '○' ? ReadChinese(at)
            : at + 1;
    }

    /// <summary>Digits and masks: a date, a number, or something erased.</summary>
    private int ReadMasked(int at)
    {
        if (AddDate(at) is int date)
        {
            return date;
        }

        int end = Numerals.EndOfMasked(text, at);
        int digits = Numerals.EndOfDigits(text, at);
        if (digits > at)
        {
            return ReadArabic(at);
        }

        if (IsMask(at, end))
        {
            found.Add(SlotType.Mask, at, end);
        }

        return end;
    }

    private int ReadArabic(int at)
    {
        int end = EndOfDecimal(at);
        if (end < text.Length && Numerals.IsMaskOrX(text[end]))
        {
            int run = Numerals.EndOfMasked(text, end);
            bool times = run < text.Length && Numerals.IsDigit(text[run - 1]);
            if (!times && !char.IsAsciiLetter(run < text.Length ? text[run] : ' '))
            {
                found.Add(SlotType.Mask, at, run);
            }

            return run;
        }

        if (end < text.Length && text[end] is '时' or '点' && !text.AsSpan(end).StartsWith("时代", StringComparison.Ordinal))
        {
            return EndOfClock(end + 1);
        }

        int ratio = EndOfRatio(end);
        if (ratio > end)
        {
            found.Add(SlotType.Amount, at, ratio);
            return ratio;
        }

        int share = EndOfShare(at, end);
        if (share > end)
        {
            found.Add(SlotType.Percentage, at, share);
            return share;
        }

        bool isVersion = text.AsSpan(at, end - at).Count('.') > 1;
        return isVersion ? end : AddQuantity(at, EndOfRange(end), isArabic: true);
    }

    private int ReadChinese(int at)
    {
        if (AddDate(at) is int date)
        {
            return date;
        }

        int end = Numerals.EndOfChinese(text, at);
        if (end == at)
        {
            return at + 1;
        }

        if (AddCongress(at, end))
        {
            return end + 1;
        }

        return AddQuantity(at, end, isArabic: false);
    }

    private int? AddDate(int at)
    {
        if (DateRules.At(text, at) is not { } date || !found.IsFree(at, date.End))
        {
            return null;
        }

        found.Add(date.Type, at, date.End);
        return date.End;
    }

    /// <summary>十八届, 十九大, 五中.</summary>
    private bool AddCongress(int at, int end)
    {
        if (end == text.Length)
        {
            return false;
        }

        ReadOnlySpan<char> after = text.AsSpan(end + 1);
        bool congress = text[end] switch
        {
            '届' => true,
            '大' => end - at >= 2 && text[at] is '十' or '二' && !after.StartsWith("类", StringComparison.Ordinal),
            '中' => end == at + 1 && (after.StartsWith("全会", StringComparison.Ordinal) || (at > 0 && text[at - 1] is '届' or '、' && IsPlenary(after))),
            '次' => at > 0 && text[at - 1] == '届',
            _ => false,
        };
        if (congress)
        {
            found.Add(SlotType.Ordinal, at, end + 1);
        }

        return congress;
    }

    private static bool IsPlenary(ReadOnlySpan<char> after) => after is ['、' or '和' or '全' or '历', ..];

    /// <summary>第 with a number and its measure word.</summary>
    private int ReadOrdinal(int at)
    {
        int start = Numerals.EndOfBlanks(text, at + 1);
        int end = Numerals.EndOfMasked(text, start);
        end = end > start ? end : Numerals.EndOfChinese(text, start);
        if (end == start)
        {
            return start;
        }

        if (text.AsSpan(start).StartsWithAny(NoOrdinals))
        {
            return end;
        }

        found.Add(SlotType.Ordinal, at, Units.EndOfMeasure(text, end));
        return end;
    }

    /// <summary>A percentage or an amount whose number ends at <paramref name="end"/>.</summary>
    private int AddQuantity(int at, int end, bool isArabic)
    {
        int fraction = EndOfFraction(end);
        if (fraction > end)
        {
            found.Add(SlotType.Percentage, at, fraction);
            return fraction;
        }

        int number = EndOfScale(end);
        int next = Numerals.EndOfBlanks(text, number);
        next = next - number > 1 ? number : next;
        int percent = EndOfPercent(next);
        if (percent > next && (isArabic || number > at + 1))
        {
            found.Add(SlotType.Percentage, at, percent);
            return percent;
        }

        int unit = isArabic || IsWholeNumber(at, end) ? EndOfUnit(at, next) : next;
        bool bareScale = isArabic && number > end && text[number - 1] is '万' or '亿';
        if (unit > next || bareScale)
        {
            found.Add(SlotType.Amount, at, unit > next ? unit : number);
        }

        return Math.Max(number, unit);
    }

    private int EndOfUnit(int at, int next)
    {
        if (next == text.Length)
        {
            return next;
        }

        int end = Units.EndOfUnit(text, next);
        bool isClock = at > 0 && text[at - 1] is '时' or '点';
        bool isScore = text[next] == '分' && !isClock && !text.AsSpan(next).StartsWith("分之", StringComparison.Ordinal);
        bool isNone = text.AsSpan(next) is ['年', '代', ..] or ['期', '间', ..];
        bool isStrength = text[next] == '级' && text.AsSpan(at, next - at).Contains('.');
        return isNone ? next
            : end > next ? end
            : isStrength ? next + 1
            : isScore || (lexicon.Tag(text.AsSpan(next, 1)) is "q" && text[next] is not ('号' or '级' or '届' or '点' or '分' or '代' or '路' or '时')) ? next + 1
            : next;
    }

    /// <summary>Two numerals or more that say one number: not 三八 or 五一, which name days.</summary>
    private bool IsWholeNumber(int at, int end)
    {
        ReadOnlySpan<char> number = text.AsSpan(at, end - at);
        return number.Length >= 2 && number[0] != '几' && (number.ContainsAny("十百千万亿")
            || (number.Length == 2 && Numerals.IsPlainDigit(number[0]) && "一二三四五六七八九".IndexOf(number[1], StringComparison.Ordinal) == "一二三四五六七八九".IndexOf(number[0], StringComparison.Ordinal) + 1));
    }

    /// <summary>The end of 1/3 and the like: a numerator below a denominator of at most ten, neither part of a longer row nor a day.</summary>
    private int EndOfShare(int at, int end)
    {
        bool slash = end + 1 < text.Length && text[end] == '/' && (at == 0 || text[at - 1] != '/');
        int last = slash ? Numerals.EndOfDigits(text, end + 1) : end;
        bool isShare = last > end + 1
            && int.TryParse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out int numerator)
            && int.TryParse(text.AsSpan(end + 1, last - end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int denominator)
            && numerator > 0 && numerator < denominator && denominator <= 10
            && (last == text.Length || (text[last] is not ('/' or '月' or '日' or '-' or '.' or '_') && !char.IsAsciiLetter(text[last])));
        return isShare ? last : end;
    }

    private int EndOfFraction(int at)
    {
        if (!text.AsSpan(at).StartsWith("分之", StringComparison.Ordinal))
        {
            return at;
        }

        int start = at + 2;
        int end = start < text.Length && Numerals.IsDigit(text[start]) ? EndOfDecimal(start) : Numerals.EndOfChinese(text, start);
        int point = end > start && end < text.Length && text[end] == '点' ? Numerals.EndOfChinese(text, end + 1) : end;
        return end == start ? at : point > end + 1 ? point : end;
    }

    private int EndOfPercent(int at) => at < text.Length && text[at] is '%' or '‰' ? at + 1
        : text.AsSpan(at).StartsWith("个百分点", StringComparison.Ordinal) ? at + 4
        : text.AsSpan(at).StartsWith("百分点", StringComparison.Ordinal) ? at + 3
        : at;

    /// <summary>余, 多, 几 and powers of ten after digits: 20多万, 3千余.</summary>
    private int EndOfScale(int at)
    {
        while (at < text.Length && (text[at] is '余' or '多' || (Numerals.IsPower(text[at]) && !BeginsUnit(at))))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a power of ten belongs to the unit: 千 in 150万千瓦.</summary>
    private bool BeginsUnit(int at) => text[at] is '千' or '百' && Units.EndOfUnit(text, at) > at;

    /// <summary>The end of the second number of 5—10 or 5万~10万.</summary>
    private int EndOfRange(int end)
    {
        int scaled = EndOfScale(end);
        bool range = scaled + 1 < text.Length && Ranges.Contains(text[scaled], StringComparison.Ordinal) && Numerals.IsDigit(text[scaled + 1]);
        return range ? EndOfDecimal(scaled + 1) : end;
    }

    /// <summary>The end of the third or a later number of 8.8:64.6:26.6; of two it may be a time of day.</summary>
    private int EndOfRatio(int end)
    {
        int at = end, parts = 1;
        while (at + 1 < text.Length && text[at] == ':' && Numerals.IsDigit(text[at + 1]))
        {
            at = EndOfDecimal(at + 1);
            parts++;
        }

        return parts >= 3 ? at : end;
    }

    /// <summary>Digits with one decimal point or commas every three digits. What has more points (2.0.7) is passed over whole.</summary>
    private int EndOfDecimal(int at)
    {
        int end = Numerals.EndOfDigits(text, at);
        while (IsComma(end) && Numerals.EndOfDigits(text, end + 1) == end + 4)
        {
            end += 4;
        }

        while (end + 1 < text.Length && text[end] == '.' && Numerals.IsDigit(text[end + 1]))
        {
            end = Numerals.EndOfDigits(text, end + 1);
        }

        return end;
    }

    /// <summary>A comma that was one in the source: 1,200 is a number, ５，２００ may be two.</summary>
    private bool IsComma(int at) => at < text.Length && text[at] == ',' && plain.Source[plain.ToSource(new TextSpan(at, 1)).Start] == ',';

    private int EndOfClock(int at)
    {
        int end = Numerals.EndOfDigits(text, at);
        return end > at && end < text.Length && text[end] == '分' ? end + 1 : at;
    }

    private int EndOfLatin(int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] is '.' or '_' or '-' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private bool IsOnlyX(int at, int end) => text.AsSpan(at, end - at).IndexOfAnyExcept("xX0123456789_".AsSpan()) < 0;

    private bool IsMask(int at, int end)
    {
        bool afterLetter = at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);
        bool beforeLetter = end < text.Length && char.IsAsciiLetterOrDigit(text[end]);
        return !afterLetter && !beforeLetter && (end - at >= 2 || text[at] is '_' or '×');
    }
}
