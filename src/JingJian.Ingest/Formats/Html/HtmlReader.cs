using JingJian.Text;

namespace JingJian.Ingest.Formats.Html;

/// <summary>Text files, and among them the web pages and fragments of pages.</summary>
internal static class HtmlReader
{
    /// <summary>Decodes; what is marked up becomes the text that a browser would show.</summary>
    public static Result<DecodedText> Read(ReadOnlySpan<byte> bytes)
    {
        if (!TextDecoder.Decode(bytes, DeclaredCharset.Of(bytes)).TryGet(out DecodedText? decoded, out Fault? fault))
        {
            return fault;
        }

        if (!HtmlSigns.In(decoded.Text))
        {
            return decoded;
        }

        string text = HtmlText.Of(decoded.Text);
        return string.IsNullOrWhiteSpace(text)
            ? new Fault("ingest.no-text", "这个网页里没有文字（只有脚本、样式或图片）。")
            : decoded with { Text = text, Encoding = $"html ({decoded.Encoding})" };
    }
}
