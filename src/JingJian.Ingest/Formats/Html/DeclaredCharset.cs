using System.Text;
using System.Text.RegularExpressions;

namespace JingJian.Ingest.Formats.Html;

/// <summary>The charset that a page names.</summary>
internal static partial class DeclaredCharset
{
    private const int HeadBytes = 4096;

    /// <summary><c>GB18030</c> or <c>Big5</c> when a page names one of their kind in its first 4,096 bytes; else null: whether a
    /// text is UTF-8 shows in its bytes.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)].TrimStart(Encoding.UTF8.Preamble));
        return HtmlSigns.In(head) && Charset().Match(head) is { Success: true } match ? KnownName(match.Groups["name"].Value) : null;
    }

    private static string? KnownName(string declared) => declared.ToUpperInvariant() switch
    {
        "GB2312" or "GBK" or "GB18030" or "GB_2312-80" or "X-GBK" or "CP936" or "MS936" => "GB18030",
        "BIG5" or "BIG5-HKSCS" or "X-X-BIG5" or "CP950" => "Big5",
        _ => null,
    };

    [GeneratedRegex("""(<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_-]{1,20})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Charset();
}
