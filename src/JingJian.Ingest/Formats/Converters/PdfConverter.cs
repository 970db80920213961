using System.Globalization;
using System.Text;
using JingJian.Text;

namespace JingJian.Ingest.Formats.Converters;

/// <summary>Reads .pdf through poppler's <c>pdftotext</c>.</summary>
internal static class PdfConverter
{
    /// <summary>The program; null when it is not installed.</summary>
    public static Converter? Find(IngestLimits limits) => Converter.Find("pdftotext", "pdftotext", "-v", limits);

    /// <summary>The text layer, pages one after another, without their numbers, headers and footers.</summary>
    public static Result<DecodedText> Read(ReadOnlyMemory<byte> bytes, Allowance allowance) =>
        Find(allowance.Limits) is not { } converter
            ? new Fault("ingest.converter-missing", "这是 PDF 文件，读取它需要 pdftotext（poppler-utils），本机没有安装；安装后请重新入库。")
            : converter.Convert("input.pdf", bytes, _ => ArgumentsFor(allowance.Limits), allowance, (_, result) => TextOf(result, converter, allowance.Limits));

    // One page more than the limit shows that there are more.
    private static string[] ArgumentsFor(IngestLimits limits) =>
        ["-layout", "-enc", "UTF-8", "-eol", "unix", "-l", (limits.MaxPages + 1).ToString(CultureInfo.InvariantCulture), "input.pdf", "-"];

    private static Result<DecodedText> TextOf(ChildResult result, Converter converter, IngestLimits limits)
    {
        if (result.Output.AsSpan().Count((byte)'\f') > limits.MaxPages)
        {
            return new Fault("ingest.too-many-pages", $"PDF 文件的页数太多，上限是 {limits.MaxPages} 页；请拆分后再入库。");
        }

        string text = PdfText.Of(Encoding.UTF8.GetString(result.Output));
        if (!string.IsNullOrWhiteSpace(text))
        {
            // Of a file with errors the reader gives what it can.
            bool hasErrors = result.ExitCode != 0 || result.Errors.Contains("Syntax Error", StringComparison.Ordinal);
            return new DecodedText(text, $"pdf ({converter.Name})", hasErrors ? 0.5 : 1);
        }

        return result switch
        {
            { ExitCode: 0 } => new Fault("ingest.no-text", "PDF 文件里没有文字层（可能是扫描件）；请先做文字识别（OCR）再入库。"),
            { ExitCode: 3 } => Encrypted,
            _ when result.Errors.Contains("password", StringComparison.OrdinalIgnoreCase) => Encrypted,
            _ => new Fault("ingest.damaged", "PDF 文件已损坏或不完整，无法读出文字。"),
        };
    }

    private static Fault Encrypted => new("ingest.encrypted", "PDF 文件有密码保护，无法读出文字；请去掉密码后再入库。");
}
