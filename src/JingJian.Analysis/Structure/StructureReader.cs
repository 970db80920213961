using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>Reads the structure of a decoded source: reports, headings, paragraphs.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Every line that is not blank is in exactly one block; the text of a block maps back to the
/// source character by character; the same text gives the same structure.</para>
/// <para><b>Cost.</b> Linear in the text. Pure; share freely.</para>
/// </remarks>
public static class StructureReader
{
    private const int LongestShownTitle = 30;

    /// <summary>Reads a decoded source.</summary>
    public static Document Read(string source)
    {
        List<LogicalLine> lines = LineJoiner.Join(source, SourceLine.In(source));
        BlockKind[] kinds = LineKinds.Of(lines);
        IReadOnlyList<BoundarySign>?[] starts = ReportSplitter.Starts(source, lines, kinds);
        ImmutableArray<Block> blocks = Blocks(lines, kinds, starts);
        Boundary[] boundaries = [.. starts.Index().Where(line => line.Item is not null).Select(line => Boundary.Of(line.Index, line.Item!))];
        return new Document(blocks, Outline(blocks, boundaries));
    }

    private static ImmutableArray<Block> Blocks(List<LogicalLine> lines, BlockKind[] kinds, IReadOnlyList<BoundarySign>?[] starts)
    {
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>(lines.Count);
        var tree = new HeadingTree();
        int report = 0;
        bool begun = false;
        for (int i = 0; i < lines.Count; i++)
        {
            if (starts[i] is not null)
            {
                // Noise in front of the first report belongs to it.
                report += begun ? 1 : 0;
                begun = true;
                tree.Clear();
            }

            LogicalLine line = lines[i];
            kinds[i] = starts[i]?.Contains(BoundarySign.Title) == true ? BlockKind.Title : kinds[i];
            TextSpan? runIn = kinds[i] == BlockKind.Paragraph ? RunInHeading.Of(line.Text.Text, line.Mark) : null;
            (int level, ImmutableArray<int> sections) = tree.Place(kinds[i], runIn is not null, line.Mark, i);
            blocks.Add(new Block(
                i, report, kinds[i], level, line.Source, line.First.Number, line.Lines[^1].Number, line.Text, sections,
                DamageOf(kinds[i], line), runIn));
        }

        return blocks.MoveToImmutable();
    }

    private static Damage DamageOf(BlockKind kind, LogicalLine line) =>
        kind == BlockKind.Noise && line.Text.Text.EndsWith("...", StringComparison.Ordinal) ? Damage.Teaser : DamageFinder.Of(kind, line.Text.Text);

    private static ImmutableArray<ReportOutline> Outline(ImmutableArray<Block> blocks, Boundary[] boundaries) =>
        [.. blocks.GroupBy(block => block.Report).Select(report => Outline(
            report.Key, [.. report],
            // A source of nothing but residue has no line to begin with.
            report.Key < boundaries.Length ? boundaries[report.Key] : Boundary.Of(report.First().Ordinal, [BoundarySign.SourceStart])))];

    private static ReportOutline Outline(int index, ImmutableArray<Block> blocks, Boundary boundary)
    {
        var parts = ReportParts.Of(blocks);
        string opening = parts.Opening?.Text.Text ?? "";
        DocumentType type = ReportMetadata.Type(parts);
        ReportFacts facts = FactsReader.Read(parts, type);
        return new ReportOutline(
            index,
            blocks[0].Ordinal,
            blocks.Length,
            parts.Title.Length > 0 ? parts.Title : Shortening.Excerpt(parts.TitleBlock?.Text.Text ?? (opening.Length > 0 ? opening : blocks[0].Text.Text), LongestShownTitle),
            parts.TitleBlock is not null,
            facts.Period?.Value.Year,
            facts.Unit is { Confidence: >= UnitFacts.LeastForOrganisation } unit ? unit.Value : null,
            type,
            facts,
            boundary);
    }
}
