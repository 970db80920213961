using System.Collections.Immutable;

namespace JingJian.Analysis.Structure;

/// <summary>The short lines above and below the body of a source: what a web site repeats around its articles stands there.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. Which of them are a site's shows only among many sources: the archive counts them. A title is
/// none, however often it occurs (政府工作报告), nor is a sentence (谢谢大家。) or a numbered line.</para>
/// </remarks>
public static class EdgeLines
{
    /// <summary>From this length on a paragraph with a full stop is body.</summary>
    private const int ShortestBody = 50;

    private const int Longest = 40;

    /// <summary>The ordinals of the lines of a document that may be a site's.</summary>
    public static ImmutableArray<int> Of(Document document)
    {
        ImmutableArray<Block> blocks = document.Blocks;
        int first = 0;
        while (first < blocks.Length && !IsBody(blocks[first]))
        {
            first++;
        }

        if (first == blocks.Length)
        {
            return [];
        }

        int last = blocks.Length - 1;
        while (!IsBody(blocks[last]))
        {
            last--;
        }

        HashSet<int> sections = [.. blocks.SelectMany(block => block.Sections)];
        return [.. blocks.Where(block => (block.Ordinal < first || block.Ordinal > last) && MayBeSite(block) && !sections.Contains(block.Ordinal))
            .Select(block => block.Ordinal)];
    }

    private static bool IsBody(Block block) =>
        block.Kind == BlockKind.Paragraph && block.Text.Text.Length >= ShortestBody && block.Text.Text.AsSpan().Contains('。');

    private static bool MayBeSite(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Heading && block.Text.Text.Length <= Longest
        && block.Text.Text[^1] is not ('。' or '！' or '？' or '；' or '：' or ':') && HeadingMark.Of(block.Text.Text).Scheme == MarkScheme.None;
}
