using System.Collections.Immutable;

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
        bool[] starts = ReportSplitter.Starts(source, lines, kinds);
        ImmutableArray<Block> blocks = Blocks(lines, kinds, starts);
        return new Document(blocks, Outline(blocks));
    }

    private static ImmutableArray<Block> Blocks(List<LogicalLine> lines, BlockKind[] kinds, bool[] starts)
    {
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>(lines.Count);
        var tree = new HeadingTree();
        int report = 0;
        bool begun = false;
        for (int i = 0; i < lines.Count; i++)
        {
            if (starts[i])
            {
                // Noise in front of the first report belongs to it.
                report += begun ? 1 : 0;
                begun = true;
                tree.Clear();
            }

            LogicalLine line = lines[i];
            ImmutableArray<int> sections = kinds[i] == BlockKind.Title ? [] : tree.Sections;
            int level = kinds[i] switch
            {
                BlockKind.Title => 0,
                BlockKind.Heading => tree.Add(line.Mark, i),
                _ => tree.ParagraphLevel,
            };
            sections = kinds[i] == BlockKind.Heading ? sections[..(level - 1)] : sections;
            blocks.Add(new Block(
                i, report, kinds[i], level, line.Source, line.First.Number, line.Lines[^1].Number, line.Text, sections,
                DamageOf(kinds[i], line)));
        }

        return blocks.MoveToImmutable();
    }

    private static Damage DamageOf(BlockKind kind, LogicalLine line) =>
        kind == BlockKind.Noise && line.Text.Text.EndsWith("...", StringComparison.Ordinal) ? Damage.Teaser : DamageFinder.Of(kind, line.Text.Text);

    private static ImmutableArray<ReportOutline> Outline(ImmutableArray<Block> blocks) =>
        [.. blocks.GroupBy(block => block.Report).Select(report => Outline(report.Key, [.. report]))];

    private static ReportOutline Outline(int index, ImmutableArray<Block> blocks)
    {
        ImmutableArray<Block> titles = [.. blocks.TakeWhile(block => block.Kind is BlockKind.Title or BlockKind.Noise)
            .Where(block => block.Kind == BlockKind.Title)];
        // A compilation's number says less than the report's own title below it.
        Block? title = titles.FirstOrDefault(block => !TitleLine.IsNumbered(block.Text.Text)) ?? titles.FirstOrDefault();
        Block? body = blocks.FirstOrDefault(block => block.Kind == BlockKind.Paragraph) ?? blocks.FirstOrDefault(block => block.Kind == BlockKind.Heading);
        string opening = body?.Text.Text ?? "";
        string shown = title is null ? Shorten(opening) : TitleLine.WithoutNumber(title.Text.Text);
        ImmutableArray<string> ending = [.. blocks.Reverse().TakeWhile(block => block.Kind == BlockKind.Noise).Reverse().Select(block => block.Text.Text)];
        string stated = title is null ? "" : shown;
        DocumentType type = ReportMetadata.Type(stated, title is not null && !TitleLine.IsNumbered(title.Text.Text), opening);
        return new ReportOutline(
            index,
            blocks[0].Ordinal,
            blocks.Length,
            shown.Length > 0 ? shown : title?.Text.Text ?? Shorten(blocks[0].Text.Text),
            title is not null,
            ReportMetadata.Year(stated, opening, string.Join('\n', ending), type),
            OrganisationName.Of(stated, opening, ending),
            type);
    }

    private static string Shorten(string text)
    {
        if (text.Length <= LongestShownTitle)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[LongestShownTitle - 1]) ? LongestShownTitle - 1 : LongestShownTitle;
        return text[..end] + "…";
    }
}
