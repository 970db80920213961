using System.Globalization;
using System.Text;

namespace JingJian.Ingest.Formats.Docx;

/// <summary>Writes the number of a list as its format says.</summary>
/// <remarks><b>Source.</b> ECMA-376 part 1, 17.18.59 (ST_NumberFormat): the formats that Chinese documents use. Others, and
/// numbers that a format does not have, are written in digits.</remarks>
internal static class NumberFormat
{
    private const string Digits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>The number in that format.</summary>
    public static string Write(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" when number is >= 0 and < 10 => $"0{number}",
        "upperLetter" when number is > 0 and <= 780 => Letters(number, 'A'),
        "lowerLetter" when number is > 0 and <= 780 => Letters(number, 'a'),
        "upperRoman" when number is > 0 and < 4000 => Roman(number),
        "lowerRoman" when number is > 0 and < 4000 => Roman(number).ToLowerInvariant(),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            when number is >= 0 and < 10_000 => Counting(number, "零一二三四五六七八九", ["", "十", "百", "千"]),
        "chineseLegalSimplified" or "ideographLegalTraditional" when number is >= 0 and < 10_000 => Counting(number, LegalDigits, ["", "拾", "佰", "仟"]),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" when number >= 0 => Mapped(number, c => Digits[c - '0']),
        "decimalFullWidth" or "decimalFullWidth2" when number >= 0 => Mapped(number, c => (char)(c - '0' + '０')),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => One('①', number),
        "decimalEnclosedParen" when number is >= 1 and <= 20 => One('⑴', number),
        "decimalEnclosedFullstop" when number is >= 1 and <= 20 => One('⒈', number),
        "ideographEnclosedCircle" when number is >= 1 and <= 10 => One('㊀', number),
        "ideographTraditional" when number is >= 1 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        "ideographZodiac" when number is >= 1 and <= 12 => "子丑寅卯辰巳午未申酉戌亥"[number - 1].ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string One(char first, int number) => ((char)(first + number - 1)).ToString();

    private static string Mapped(int number, Func<char, char> map) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(map));

    /// <summary>a … z, aa, bb …</summary>
    private static string Letters(int number, char first) => new((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach ((int value, string letters) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }

    /// <summary>十一, 二十, 一百零五: a gap is one 零, and 一十 is written 十 in front.</summary>
    private static string Counting(int number, string digits, string[] ranks)
    {
        if (number == 0)
        {
            return digits[..1];
        }

        var text = new StringBuilder();
        string decimals = number.ToString(CultureInfo.InvariantCulture);
        for (int i = 0; i < decimals.Length; i++)
        {
            int rank = decimals.Length - 1 - i;
            if (decimals[i] != '0')
            {
                bool leadingTen = rank == 1 && i == 0 && decimals[i] == '1' && digits[1] == '一';
                text.Append(leadingTen ? "" : digits[decimals[i] - '0'].ToString()).Append(ranks[rank]);
            }
            else if (text.Length > 0 && i + 1 < decimals.Length && decimals[i + 1] != '0')
            {
                text.Append(digits[0]);
            }
        }

        return text.ToString();
    }
}
