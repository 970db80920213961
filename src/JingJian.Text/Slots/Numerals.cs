using System.Buffers;

namespace JingJian.Text.Slots;

/// <summary>Where numbers end: Arabic, Chinese, masked.</summary>
internal static class Numerals
{
    /// <summary>Chinese digits and powers of ten.</summary>
    public static readonly SearchValues<char> Digits = SearchValues.Create("〇零一二两三四五六七八九十百千万亿");

    private const string Powers = "十百千万亿";
    private const string PlainDigits = "〇零○一二三四五六七八九";
    private const string Masks = "_×*○";

    public static bool IsMask(char unit) => Masks.Contains(unit, StringComparison.Ordinal);

    public static bool IsMaskOrX(char unit) => IsMask(unit) || unit is 'x' or 'X';

    public static bool IsDigit(char unit) => char.IsAsciiDigit(unit);

    public static bool IsPower(char unit) => Powers.Contains(unit, StringComparison.Ordinal);

    public static bool IsPlainDigit(char unit) => PlainDigits.Contains(unit, StringComparison.Ordinal);

    public static bool IsChinese(char unit) => Digits.Contains(unit) || unit == '几';

    /// <summary>The end of digits that start here.</summary>
    public static int EndOfDigits(string text, int at) => EndWhile(text, at, IsDigit);

    /// <summary>The end of Chinese numerals that start here.</summary>
    public static int EndOfChinese(string text, int at) => EndWhile(text, at, IsChinese);

    /// <summary>The end of digits and masks that start here; x counts beside digits, masks and other x.</summary>
    public static int EndOfMasked(string text, int at) => EndWhile(text, at, static unit => IsDigit(unit) || IsMaskOrX(unit));

    /// <summary>The end of blanks that start here.</summary>
    public static int EndOfBlanks(string text, int at) => EndWhile(text, at, static unit => unit == ' ');

    private static int EndWhile(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }
}
