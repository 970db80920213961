using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace JingJian.Archive.Exports;

/// <summary>A Word document as a file.</summary>
/// <remarks><para><b>Guarantee.</b> The same document gives the same bytes. The package writer would put random ids and the hour into it:
/// here whoever adds a part names its relationship, and what is packed has a fixed date.</para></remarks>
internal static class WordFile
{
    private const string MainContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>The first that a packed file can have.</summary>
    private static readonly DateTimeOffset Packed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a document.</summary>
    /// <param name="fill">Sets the main part's document, and adds the parts that it needs under ids of their own.</param>
    /// <param name="output">Where to; may be one that can only be written to.</param>
    public static void Write(Action<MainDocumentPart> fill, Stream output)
    {
        using var built = new MemoryStream();
        using (var document = WordprocessingDocument.Create(built, WordprocessingDocumentType.Document))
        {
            fill(document.AddNewPart<MainDocumentPart>(MainContentType, "main"));
        }

        built.Position = 0;
        using var from = new ZipArchive(built, ZipArchiveMode.Read);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in from.Entries)
        {
            ZipArchiveEntry copy = to.CreateEntry(entry.FullName);
            copy.LastWriteTime = Packed;
            using Stream source = entry.Open(), target = copy.Open();
            source.CopyTo(target);
        }
    }
}
