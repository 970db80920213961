namespace JingJian.Ingest;

/// <summary>Recognises formats that are not plain text by their first bytes.</summary>
internal static class FileSignature
{
    /// <summary>What the file is, in Chinese, or null when nothing speaks against text.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => " PDF 文件",
        [(byte)'P', (byte)'K', 3, 4, ..] => "压缩包或新版 Office 文档（.zip、.docx）",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "旧版 Office 或 WPS 文档（.doc、.wps）",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => " RTF 文件",
        [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "压缩包",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "图片",
        _ => null,
    };
}
