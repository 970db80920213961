using System.Text.RegularExpressions;

namespace JingJian.Cli.Output;

/// <summary>What a terminal is given: names and texts come from strangers' files and must not steer it.</summary>
internal static partial class Shown
{
    /// <summary>What makes words stand out.</summary>
    public const string Strong = "\u001b[1;33m";

    /// <summary>What makes words stand back.</summary>
    public const string Faint = "\u001b[2m";

    /// <summary>What ends either.</summary>
    public const string End = "\u001b[0m";

    /// <summary>The text with control characters (tabs, line ends and the sequences above excepted) and direction marks made visible.</summary>
    public static string Of(string text) => Hidden().Replace(text, match => match.Value[0] < ' ' ? ((char)(0x2400 + match.Value[0])).ToString() : "\uFFFD");

    [GeneratedRegex(@"\x1B(?!\[(?:1;33|2|0)m)|[\x00-\x08\x0B-\x1A\x1C-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Hidden();
}
