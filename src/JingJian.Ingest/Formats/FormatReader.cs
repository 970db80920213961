using JingJian.Ingest.Formats.Archives;
using JingJian.Ingest.Formats.Converters;
using JingJian.Ingest.Formats.Docx;
using JingJian.Ingest.Formats.Html;
using JingJian.Text;

namespace JingJian.Ingest.Formats;

/// <summary>One reader for each format; every reader gives the text or one sentence that says why not.</summary>
internal static class FormatReader
{
    /// <summary>Reads a file that is one source.</summary>
    public static Result<DecodedText> Read(ReadOnlyMemory<byte> bytes, Allowance allowance) =>
        !ReadFormat(bytes, allowance).TryGet(out DecodedText? decoded, out Fault? fault) ? fault
        : TextExtent.FaultIn(decoded.Text, allowance.Limits) is { } excess ? excess
        : decoded;

    /// <summary>Whether the file is an archive of files, each a source of its own.</summary>
    public static bool IsArchive(ReadOnlyMemory<byte> bytes, Allowance allowance)
    {
        if (FileFormats.Of(bytes.Span) != FileFormat.Packed || !PackedFile.Open(bytes, allowance).TryGet(out PackedFile? packed, out _))
        {
            return false;
        }

        using (packed)
        {
            return KindOf(packed) == PackedKind.Archive;
        }
    }

    private static Result<DecodedText> ReadFormat(ReadOnlyMemory<byte> bytes, Allowance allowance) => FileFormats.Of(bytes.Span) switch
    {
        FileFormat.Packed => ReadPacked(bytes, allowance),
        FileFormat.Compound => CompoundFile.Read(bytes, allowance),
        FileFormat.RichText => OfficeConverter.Read(bytes, "rtf", allowance),
        FileFormat.Pdf => PdfConverter.Read(bytes, allowance),
        _ => HtmlReader.Read(bytes.Span),
    };

    private static Result<DecodedText> ReadPacked(ReadOnlyMemory<byte> bytes, Allowance allowance)
    {
        if (!PackedFile.Open(bytes, allowance).TryGet(out PackedFile? packed, out Fault? fault))
        {
            return fault;
        }

        using (packed)
        {
            return KindOf(packed) switch
            {
                PackedKind.Docx => DocxReader.Read(packed, allowance),
                PackedKind.OpenDocument => OfficeConverter.Read(bytes, "odt", allowance),
                PackedKind.Workbook => new Fault("ingest.format", "这是电子表格或演示文稿，无法作为文字材料读取；请把其中的文字另存为 Word 或文本文件后再入库。"),
                PackedKind.Ofd => new Fault("ingest.format", "这是 OFD 版式文件，目前无法读取；请另存为 PDF 或 Word 文件后再入库。"),
                _ => new Fault("ingest.archive", "这是压缩包，里面的文件要先解压才能单独打开；整包可以用入库命令读取。"),
            };
        }
    }

    private static PackedKind KindOf(PackedFile packed)
    {
        bool Has(string start) => packed.Entries.Any(entry => entry.FullName.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return (packed.Find("[Content_Types].xml"), packed.Find("mimetype"), packed.Find("OFD.xml")) switch
        {
            ({ }, _, _) when Has("word/") => PackedKind.Docx,
            ({ }, _, _) when Has("xl/") || Has("ppt/") => PackedKind.Workbook,
            (_, { }, _) when packed.Find("content.xml") is not null => PackedKind.OpenDocument,
            (_, _, { }) => PackedKind.Ofd,
            _ => PackedKind.Archive,
        };
    }

    private enum PackedKind
    {
        Archive,
        Docx,
        OpenDocument,
        Workbook,
        Ofd,
    }
}
