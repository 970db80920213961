namespace JingJian.Ingest.Formats;

/// <summary>What a file is, by its first bytes; its name says nothing.</summary>
internal enum FileFormat
{
    /// <summary>Nothing speaks against text.</summary>
    Text,

    /// <summary>A .zip, or a document that is one inside.</summary>
    Packed,

    /// <summary>A compound file of old Office programs: .doc, .wps, .xls.</summary>
    Compound,

    /// <summary>Rich Text Format.</summary>
    RichText,

    /// <summary>A .pdf.</summary>
    Pdf,

    /// <summary>Known, and of no use here: other archives, pictures.</summary>
    Unreadable,
}

/// <summary>Recognises formats.</summary>
internal static class FileFormats
{
    /// <summary>The format of these bytes.</summary>
    public static FileFormat Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileFormat.Packed,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileFormat.Compound,
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => FileFormat.RichText,
        _ when IsPdf(bytes) => FileFormat.Pdf,
        _ => FileSignature.Of(bytes) is null ? FileFormat.Text : FileFormat.Unreadable,
    };

    /// <summary>Readers accept some bytes before the mark of a PDF; only blanks are accepted here, other bytes may be a text.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].TrimStart("\0\t\r\n "u8).StartsWith("%PDF-"u8);
}
