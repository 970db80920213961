using System.Buffers.Binary;
using System.Text;
using JingJian.Text;

namespace JingJian.Ingest.Formats.Converters;

/// <summary>Compound files of old Office programs: looks which kind it is, so that the refusal can name the reason.</summary>
/// <remarks><b>Source.</b> [MS-CFB] 2.6 (directory entries), [MS-DOC] 2.5.1 (<c>fEncrypted</c>). Kingsoft .wps are of the same kind
/// as .doc.</remarks>
internal static class CompoundFile
{
    private const int EntryBytes = 128;

    /// <summary>The text of a Word or WPS document.</summary>
    public static Result<DecodedText> Read(ReadOnlyMemory<byte> bytes, Allowance allowance)
    {
        ReadOnlySpan<byte> file = bytes.Span;
        return EntryAt(file, "EncryptedPackage") >= 0 || IsEncryptedWord(file) ? Encrypted
            : EntryAt(file, "WordDocument") >= 0 ? OfficeConverter.Read(bytes, "doc", allowance)
            : EntryAt(file, "Workbook") >= 0 || EntryAt(file, "Book") >= 0 ? Unsupported("Excel 电子表格")
            : EntryAt(file, "PowerPoint Document") >= 0 ? Unsupported("演示文稿")
            : OfficeConverter.Read(bytes, "wps", allowance);
    }

    private static Fault Encrypted => new("ingest.encrypted", "文档有密码保护，无法读出文字；请去掉密码后再入库。");

    private static Fault Unsupported(string kind) =>
        new("ingest.format", $"这是{kind}，无法作为文字材料读取；请把其中的文字另存为 Word 或文本文件后再入库。");

    /// <summary>Where the directory entry of that name stands; entries have 128 bytes and stand at multiples of it.</summary>
    private static int EntryAt(ReadOnlySpan<byte> file, string name)
    {
        byte[] wanted = Encoding.Unicode.GetBytes(name + "\0");
        for (int from = 0; file[from..].IndexOf(wanted) is int found && found >= 0; from += found + 2)
        {
            int at = from + found;
            if (at % EntryBytes == 0 && at + EntryBytes <= file.Length && BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 64)..]) == wanted.Length)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsEncryptedWord(ReadOnlySpan<byte> file)
    {
        int entry = EntryAt(file, "WordDocument");
        if (entry < 0)
        {
            return false;
        }

        int sectorBytes = BinaryPrimitives.ReadUInt16LittleEndian(file[30..]) == 12 ? 4096 : 512;
        long start = (1L + BinaryPrimitives.ReadUInt32LittleEndian(file[(entry + 116)..])) * sectorBytes;
        return start + 12 <= file.Length && (file[(int)start + 11] & 1) != 0;
    }
}
