using System.Text.RegularExpressions;

namespace JingJian.Archive;

/// <summary>What a heading says, without its number.</summary>
internal static partial class HeadingText
{
    /// <summary>Leaves out the mark in front and the stop behind: <c>&gt;二、加强帮扶。</c> is 加强帮扶.</summary>
    public static string WithoutMark(string heading) => Mark().Replace(heading, "").TrimEnd('。', '：', ':', '，', ' ', '】');

    [GeneratedRegex(@"^[>#\s　]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．，,]|第[一二三四五六七八九十]+(?:部分|章|节|项)?|【|[一二三四五六七八九十]是|[-—●■]+)*[\s　]*", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
