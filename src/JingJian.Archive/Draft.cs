using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;

namespace JingJian.Archive;

/// <summary>A text that is held against the archive as if it were a source there.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="Document">Its structure.</param>
internal sealed record Draft(string Name, string Hash, Document Document)
{
    /// <summary>Its id as a source: not that of a stored source with the same text, from which it must be told apart.</summary>
    private readonly string id = Ids.OfSource(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("draft:" + Hash))));

    /// <summary>Its paragraphs, in order.</summary>
    public IEnumerable<Block> Paragraphs => Document.Blocks.Where(block => block.Kind == BlockKind.Paragraph);

    /// <summary>The id of a report of it.</summary>
    public string IdOf(ReportOutline report) => Ids.OfReport(id, report.Index);

    /// <summary>A report of it as it is shown.</summary>
    public ReportView View(ReportOutline report)
    {
        Block[] blocks = [.. Document.Blocks.Skip(report.FirstBlock).Take(report.BlockCount)];
        return new ReportView(
            IdOf(report), Name, report.Title, report.HasTitle, report.Year, report.Organisation, Names.Of(report.Type),
            blocks[0].Line, blocks[^1].LineEnd, blocks.Count(block => block.Kind == BlockKind.Paragraph));
    }

    /// <summary>A paragraph of it as audits take those of the store.</summary>
    public StoredParagraph Paragraph(Block block, ReportOutline report) => new(
        Key: -1 - block.Ordinal,
        new PlaceView(Name, block.Line, block.LineEnd, block.Source.Start, block.Source.End, IdOf(report), Ids.OfBlock(id, block.Ordinal)),
        block.Text,
        report.Title,
        report.Year,
        report.Organisation);
}
