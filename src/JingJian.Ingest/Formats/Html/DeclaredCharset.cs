using System.Text;
using System.Text.RegularExpressions;

namespace JingJian.Ingest.Formats.Html;

/// <summary>A page that names its charset is believed when its bytes alone do not tell.</summary>
internal static partial class DeclaredCharset
{
    /// <summary>Decodes strictly by the charset named in the first 4,096 bytes; null when none is named that fits.</summary>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        string? name = HtmlSigns.In(head) && Charset().Match(head) is { Success: true } match ? KnownName(match.Groups[1].Value) : null;
        if (name is null)
        {
            return null;
        }

        try
        {
            Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
            return new DecodedText(encoding.GetString(bytes), name, 1);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? KnownName(string declared) => declared.ToUpperInvariant() switch
    {
        "GB2312" or "GBK" or "GB18030" => "GB18030",
        "BIG5" or "BIG5-HKSCS" => "Big5",
        _ => null,
    };

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9-]{1,20})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
