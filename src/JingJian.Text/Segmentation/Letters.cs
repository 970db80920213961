namespace JingJian.Text.Segmentation;

/// <summary>The character classes of jieba's regular expressions.</summary>
internal static class Letters
{
    private const uint FirstHan = 0x4E00;
    private const uint LastHan = 0x9FD5;

    /// <summary><c>[\u4E00-\u9FD5]</c>: the Han characters jieba knows; those outside the BMP are not among them.</summary>
    public static bool IsHan(char letter) => unchecked(letter - FirstHan) <= LastHan - FirstHan;

    /// <summary><c>[a-zA-Z0-9]</c></summary>
    public static bool IsLatinOrDigit(char letter) => char.IsAsciiLetterOrDigit(letter);

    /// <summary>Python's <c>\s</c>: .NET's white space and the four information separators.</summary>
    public static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || letter is >= '\u001C' and <= '\u001F';
}
