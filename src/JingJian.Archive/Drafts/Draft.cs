using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;

namespace JingJian.Archive.Drafts;

/// <summary>A text that is held against the archive as if it were a source there.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="Document">Its structure.</param>
internal sealed record Draft(string Name, string Hash, Document Document)
{
    /// <summary>Its id as a source: not that of a stored source with the same text, from which it must be told apart.</summary>
    private readonly string id = Ids.OfSource(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("draft:" + Hash))));

    /// <summary>The unit that somebody says writes it.</summary>
    public string? GivenOrganisation { get; init; }

    /// <summary>The year that somebody says it reports on.</summary>
    public int? GivenYear { get; init; }

    /// <summary>The unit to take for the writer of what says nothing: the one whose archive this is.</summary>
    public string? Keeper { get; init; }

    /// <summary>Its paragraphs, in order.</summary>
    public IEnumerable<Block> Paragraphs => Document.Blocks.Where(block => block.Kind == BlockKind.Paragraph);

    /// <summary>Whether it is more than a passage or two: such a text wants no sections.</summary>
    public bool IsWhole => Document.Blocks.Count(block => block.Kind == BlockKind.Heading) >= 2;

    /// <summary>The units that it may be of, as it and its writer name them.</summary>
    public IEnumerable<string> Organisations => Document.Reports.Select(report => report.Organisation).Append(GivenOrganisation).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Reads a draft.</summary>
    public static Draft Of(DraftWish wish) => new(
        wish.Name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wish.Text))), StructureReader.Read(wish.Text))
    {
        GivenOrganisation = string.IsNullOrWhiteSpace(wish.Organisation) ? null : wish.Organisation.Trim(),
        GivenYear = wish.Year,
    };

    /// <summary>The unit of a report of it: what is given, what the report says, what its other reports say if they agree.</summary>
    public string? OrganisationOf(ReportOutline report) =>
        GivenOrganisation ?? report.Organisation ?? Only(Document.Reports.Select(other => other.Organisation).OfType<string>()) ?? Keeper;

    /// <summary>The year of a report of it, in the same way.</summary>
    public int? YearOf(ReportOutline report) =>
        GivenYear ?? report.Year ?? (Document.Reports.Select(other => other.Year).OfType<int>().Distinct().ToArray() is [int year] ? year : null);

    /// <summary>The id of a report of it.</summary>
    public string IdOf(ReportOutline report) => Ids.OfReport(id, report.Index);

    /// <summary>A report of it as it is shown.</summary>
    public ReportView View(ReportOutline report)
    {
        Block[] blocks = [.. Document.Blocks.Skip(report.FirstBlock).Take(report.BlockCount)];
        return new ReportView(
            IdOf(report), Name, report.Title, report.HasTitle, YearOf(report), OrganisationOf(report), Names.Of(report.Type),
            blocks[0].Line, blocks[^1].LineEnd, blocks.Count(block => block.Kind == BlockKind.Paragraph));
    }

    /// <summary>A paragraph of it as audits take those of the store.</summary>
    public StoredParagraph Paragraph(Block block, ReportOutline report) => new(
        Key: -1 - block.Ordinal,
        new PlaceView(Name, block.Line, block.LineEnd, block.Source.Start, block.Source.End, IdOf(report), Ids.OfBlock(id, block.Ordinal)),
        block.Text,
        report.Title,
        YearOf(report),
        OrganisationOf(report))
    {
        SourceHash = Hash,
    };

    private static string? Only(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).ToArray() is [string one] ? one : null;
}
