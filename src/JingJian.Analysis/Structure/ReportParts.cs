using System.Collections.Immutable;

namespace JingJian.Analysis.Structure;

/// <summary>The parts of a report in which it speaks of itself.</summary>
/// <param name="TitleBlock">The block of its title, when the title stands in the source.</param>
/// <param name="Title">The title without a compilation's number; empty when it is lost.</param>
/// <param name="HasOwnTitle">Whether the title is the report's own, not one that a compilation numbers through.</param>
/// <param name="Titles">All title lines at its head.</param>
/// <param name="Head">Residue between the titles and in front of the body: bylines, dates, salutations.</param>
/// <param name="Opening">Its first paragraph, or its first heading where it has no paragraph.</param>
/// <param name="Body">Headings and paragraphs, in order.</param>
/// <param name="Ending">Residue at its end: signature, date.</param>
internal sealed record ReportParts(
    Block? TitleBlock,
    string Title,
    bool HasOwnTitle,
    ImmutableArray<Block> Titles,
    ImmutableArray<Block> Head,
    Block? Opening,
    ImmutableArray<Block> Body,
    ImmutableArray<Block> Ending)
{
    /// <summary>A decree's own text comes below the sentence that issues it: byline and date stand between.</summary>
    private const int HeadBlocks = 8;

    /// <summary>Takes a report apart.</summary>
    public static ReportParts Of(ImmutableArray<Block> blocks)
    {
        ImmutableArray<Block> front = [.. blocks.TakeWhile(block => block.Kind is BlockKind.Title or BlockKind.Noise)];
        ImmutableArray<Block> titles = [.. front.Where(block => block.Kind == BlockKind.Title)];
        // A compilation's number says less than the report's own title below it, and so does a letterhead.
        Block? title = titles.FirstOrDefault(block => !TitleLine.IsNumbered(block.Text.Text) && !TitleLine.IsUnitAlone(block.Text.Text))
            ?? titles.FirstOrDefault(block => !TitleLine.IsNumbered(block.Text.Text)) ?? titles.FirstOrDefault();
        // Above it may stand the name of the page: the title's first words, or the title with the name of the site behind it.
        title = titles.LastOrDefault(block => title is not null && IsTitleBelowPageName(block.Text.Text, title.Text.Text)) ?? title;
        ImmutableArray<Block> body = [.. blocks.Where(block => block.Kind is BlockKind.Heading or BlockKind.Paragraph)];
        return new ReportParts(
            title,
            title is null ? "" : TitleLine.WithoutNumber(title.Text.Text),
            title is not null && !TitleLine.IsNumbered(title.Text.Text),
            titles,
            [.. blocks.Take(Math.Max(front.Length, Math.Min(HeadBlocks, blocks.Length - 1))).Where(block => block.Kind == BlockKind.Noise)],
            body.FirstOrDefault(block => block.Kind == BlockKind.Paragraph) ?? body.FirstOrDefault(),
            body,
            front.Length == blocks.Length ? [] : [.. blocks.Reverse().TakeWhile(block => block.Kind == BlockKind.Noise).Reverse()]);
    }

    private static bool IsTitleBelowPageName(string title, string page) =>
        !TitleLine.IsNumbered(title) && !TitleLine.IsUnitAlone(title) && title.Length != page.Length
        && (title.Contains(page, StringComparison.Ordinal)
            || (page.StartsWith(title, StringComparison.Ordinal) && page.AsSpan(title.Length).TrimStart() is ['-' or '_' or '|' or '—' or '–', ..]));
}
