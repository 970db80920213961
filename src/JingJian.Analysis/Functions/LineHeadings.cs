using System.Collections.Immutable;
using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>A document as the function model knows it: headings on lines of their own are its sections.</summary>
/// <remarks>The weights were trained so. A heading that a paragraph begins with is read as the paragraph's first words, and says
/// nothing of what stands below.</remarks>
internal static class LineHeadings
{
    /// <summary>The same document, in which every section is a heading's line.</summary>
    public static Document Of(Document document) => document.Blocks.Any(block => block.RunIn is not null)
        ? document with { Blocks = [.. document.Blocks.Select(block => Of(block, document.Blocks))] }
        : document;

    private static Block Of(Block block, ImmutableArray<Block> blocks)
    {
        ImmutableArray<int> lines = [.. block.Sections.Where(ordinal => blocks[ordinal].Kind == BlockKind.Heading)];
        return lines.Length == block.Sections.Length ? block : block with { Sections = lines, Level = lines.Length + 1, RunIn = null };
    }
}
