using JingJian.Ingest.Formats.Archives;
using JingJian.Ingest.Formats.Docx;
using JingJian.Text;

namespace JingJian.Ingest.Formats.Converters;

/// <summary>Reads old word processors' files through LibreOffice: converted to .docx, then read as one.</summary>
internal static class OfficeConverter
{
    /// <summary>The program; null when it is not installed.</summary>
    public static Converter? Find(IngestLimits limits) => Converter.Find("soffice", "LibreOffice", "--version", limits);

    /// <summary>The text of a file of the kind that the extension names.</summary>
    public static Result<DecodedText> Read(ReadOnlyMemory<byte> bytes, string extension, Allowance allowance)
    {
        if (Find(allowance.Limits) is not { } converter)
        {
            return new Fault("ingest.converter-missing", $"这是 .{extension} 文件，读取它需要 LibreOffice（soffice），本机没有安装；安装后请重新入库，或另存为 .docx。");
        }

        string input = "input." + extension;
        return converter.Convert(input, bytes, folder => ArgumentsFor(folder, input), allowance,
            (folder, _) => ReadConverted(Path.Combine(folder, "out", "input.docx"), $"{extension} ({converter.Name})", allowance));
    }

    // The profile lies in the folder too: conversions never wait for one another, and nothing is left behind.
    private static string[] ArgumentsFor(string folder, string input) =>
    [
        "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--nofirststartwizard", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "out", input,
    ];

    private static Result<DecodedText> ReadConverted(string path, string label, Allowance allowance)
    {
        if (!File.Exists(path))
        {
            return new Fault("ingest.damaged", "LibreOffice 无法打开这个文件，它可能已损坏、不完整或有密码保护。");
        }

        if (!PackedFile.Open(File.ReadAllBytes(path), allowance).TryGet(out PackedFile? packed, out Fault? fault))
        {
            return fault;
        }

        using (packed)
        {
            return DocxReader.Read(packed, allowance).TryGet(out DecodedText? decoded, out fault) ? decoded with { Encoding = label } : fault;
        }
    }
}
