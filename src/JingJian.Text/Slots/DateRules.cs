namespace JingJian.Text.Slots;

/// <summary>Years and dates that start at a place of the text.</summary>
internal static class DateRules
{
    /// <summary>A year or date that starts here, or null.</summary>
    public static (SlotType Type, int End)? At(string text, int at)
    {
        int year = EndOfYear(text, at);
        if (year > at)
        {
            int month = EndOfMonth(text, Numerals.EndOfBlanks(text, year));
            return month > year && month > Numerals.EndOfBlanks(text, year) ? (SlotType.Date, EndOfDayAfter(text, month))
                : text.AsSpan(year).StartsWith("代", StringComparison.Ordinal) ? null
                : (SlotType.Year, year);
        }

        int written = EndOfWrittenDate(text, at);
        if (written > at)
        {
            return (SlotType.Date, written);
        }

        int bare = EndOfBareYear(text, at);
        if (bare > at)
        {
            return (SlotType.Year, bare);
        }

        int ofMonth = EndOfMonth(text, at);
        if (ofMonth > at)
        {
            return (SlotType.Date, EndOfDayAfter(text, ofMonth));
        }

        int day = EndOfDay(text, at);
        return day > at ? (SlotType.Date, day) : null;
    }

    /// <summary>2021年, 20_年, xx年, 09年, 二〇二四年; with both 年 of XX年年.</summary>
    private static int EndOfYear(string text, int at)
    {
        int end = Numerals.EndOfMasked(text, at);
        if (end > at)
        {
            bool isYear = IsYearNumber(text, at, end) || (end - at == 2 && text[at] == '0') || IsMaskedYear(text, at, end);
            end = end < text.Length && text[end] is '-' or '—' && end + 1 < text.Length && text[end + 1] == '年' && text.AsSpan(at, end - at) is "20" or "202" ? end + 1 : end;
            isYear = isYear || text[end - 1] is '-' or '—';
            int mark = Numerals.EndOfBlanks(text, end);
            bool masked = text.AsSpan(at, end - at).IndexOfAnyExceptInRange('0', '9') >= 0;
            return isYear && mark < text.Length && text[mark] == '年' && mark - end <= 2 ? (masked ? AfterYearMark(text, mark) : mark + 1) : at;
        }

        while (end < text.Length && end < at + 4 && (Numerals.IsPlainDigit(text[end]) || (end >= at + 2 && Numerals.IsMaskOrX(text[end]))))
        {
            end++;
        }

        bool century = end >= at + 3 && text.AsSpan(at, 2) is "一九" or "二〇" or "二零" or "二○";
        return century && end < text.Length && text[end] == '年' ? end + 1 : at;
    }

    /// <summary>XX年年 has lost its 度; 2026年年会 is a year and a meeting.</summary>
    private static int AfterYearMark(string text, int mark) =>
        mark + 2 < text.Length && text[mark + 1] == '年' && text[mark + 2] != '度' ? mark + 2 : mark + 1;

    private static bool IsYearNumber(string text, int at, int end) =>
        end - at == 4 && Numerals.EndOfDigits(text, at) == end
        && ((text[at] == '1' && text[at + 1] is '7' or '8' or '9') || (text[at] == '2' && text[at + 1] is '0' or '1'));

    /// <summary>With a mask in it, no longer than a run of masks may be, and 19 or 20 in front where there are digits.</summary>
    private static bool IsMaskedYear(string text, int at, int end)
    {
        bool masked = Numerals.EndOfDigits(text, at) < end;
        bool century = !Numerals.IsDigit(text[at]) || (end - at >= 3 && text.AsSpan(at, 2) is "19" or "20");
        return masked && century && end - at <= 6;
    }

    /// <summary>2019 in 2019—2021年; 2011 in 〔2011〕11号; 2024 before 上半年.</summary>
    private static int EndOfBareYear(string text, int at)
    {
        int end = Numerals.EndOfDigits(text, at);
        if (!IsYearNumber(text, at, end) || end == text.Length)
        {
            return at;
        }

        bool bracketed = at > 0 && (text[at - 1], text[end]) is ('[', ']') or ('〔', '〕') or ('(', ')');
        bool range = text[end] is '-' or '—' or '–' or '~' or '至' && IsRangeOfYears(text, end);
        bool half = text.AsSpan(end) is ['上' or '下', '半', '年', ..];
        bool intake = text[end] is '级' or '届' && (at == 0 || text[at - 1] != '第');
        return bracketed || range || half || intake ? end : at;
    }

    private static bool IsRangeOfYears(string text, int mark)
    {
        int next = text[mark..Math.Min(text.Length, mark + 3)].AsSpan().IndexOfAnyInRange('0', '9');
        return next >= 0 && EndOfYear(text, mark + next) > mark + next;
    }

    /// <summary>2021-03-05, 2021.3.5, 2021/3/5.</summary>
    private static int EndOfWrittenDate(string text, int at)
    {
        int end = Numerals.EndOfDigits(text, at);
        if (!IsYearNumber(text, at, end) || end == text.Length || text[end] is not ('-' or '.' or '/'))
        {
            return at;
        }

        int month = Numerals.EndOfDigits(text, end + 1);
        if (month - end is not (2 or 3) || month == text.Length || text[month] != text[end])
        {
            return at;
        }

        int day = Numerals.EndOfDigits(text, month + 1);
        return day - month is 2 or 3 ? day : at;
    }

    /// <summary>3月, 1-12月, 9月份, 十二月, x月; 203月, where the year lost its end.</summary>
    private static int EndOfMonth(string text, int at)
    {
        int end = EndOfSmallNumber(text, at, 12, allowLostYear: true);
        if (end > at && end < text.Length && text[end] is '-' or '—' or '~' or '至')
        {
            int second = EndOfSmallNumber(text, end + 1, 12, allowLostYear: false);
            end = second > end + 1 ? second : end;
        }

        end = end > at ? Numerals.EndOfBlanks(text, end) : end;
        bool month = end > at && end < text.Length && text[end] == '月' && !(end + 1 < text.Length && text[end + 1] == '一');
        return !month ? at : end + 1 < text.Length && text[end + 1] == '份' ? end + 2 : end + 1;
    }

    private static int EndOfDayAfter(string text, int month)
    {
        int start = Numerals.EndOfBlanks(text, month);
        int end = EndOfSmallNumber(text, start, 31, allowLostYear: false);
        if (end > start && end < text.Length && text[end] is '-' or '—' or '~' or '至')
        {
            int second = EndOfSmallNumber(text, end + 1, 31, allowLostYear: false);
            end = second > end + 1 ? second : end;
        }

        end = Numerals.EndOfBlanks(text, end);
        return end > start && end < text.Length && text[end] is '日' or '号' ? end + 1 : month;
    }

    /// <summary>15日, 3—5日: Arabic digits only, because 五日 and 一日 are seldom dates.</summary>
    private static int EndOfDay(string text, int at)
    {
        int end = at < text.Length && Numerals.IsDigit(text[at]) ? EndOfDayAfter(text, at) : at;
        return end > at && text[end - 1] == '日' ? end : at;
    }

    private static int EndOfSmallNumber(string text, int at, int most, bool allowLostYear)
    {
        int end = Numerals.EndOfDigits(text, at);
        if (end > at)
        {
            bool lostYear = allowLostYear && end - at is 3 or 4 && text.AsSpan(at, 2) is "20";
            return lostYear || (end - at <= 2 && int.Parse(text.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture) <= most) ? end : at;
        }

        end = Numerals.EndOfMasked(text, at);
        if (end > at)
        {
            return end - at <= 3 ? end : at;
        }

        while (end < text.Length && end < at + 3 && text[end] is '十' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九')
        {
            end++;
        }

        return end;
    }
}
