using JingJian.Analysis.Functions;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Drafts;

/// <summary>Writes out the check of a draft as it is shown: offsets in the draft and in the sources, Chinese words.</summary>
internal static class DraftShow
{
    /// <summary>A paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="findings">What the audit of the draft found about it.</param>
    /// <param name="full">Whether to show everything that shares text with it.</param>
    public static DraftParagraphView Paragraph(DraftParagraph paragraph, IEnumerable<FindingView> findings, bool full)
    {
        MappedText text = paragraph.Block.Text;
        ClassedStretch[] stretches = [.. paragraph.Classed()];
        DraftPassageView[] passages = [.. stretches.Select(stretch => Passage(stretch, text))];
        int reused = passages.Where(passage => passage.Source is not null).Sum(passage => passage.Text.Length);
        return new DraftParagraphView(
            paragraph.Block.Line, paragraph.Block.LineEnd, paragraph.Block.Source.Start, paragraph.Block.Source.End, text.Text,
            FunctionNames.ToEnglish(paragraph.Function), Math.Round(reused / (double)text.Text.Length, 4),
            passages,
            DraftFlags.Of(paragraph, stretches, findings),
            full ? [.. paragraph.Sources.OrderBy(source => source.Match.Kind).ThenByDescending(source => source.Match.Ratio).ThenBy(source => source.Match.Paragraph).Select(source => Match(source, text))] : []);
    }

    private static DraftPassageView Passage(ClassedStretch stretch, MappedText text)
    {
        QuotedWords words = QuotedWords.Of(text, stretch.At);
        return new DraftPassageView(
            words.InSource.Start, words.InSource.End, words.Text, stretch.Class.Kind, stretch.Class.Name, stretch.Class.Label, stretch.Class.Action, stretch.Class.Advice,
            stretch is { Source: { } source, SourceAt: { } sourceAt } ? Citation(source, sourceAt) : null, stretch.Copies, stretch.Units,
            [.. (stretch.Source?.Match.Changes ?? []).Where(change => Touches(stretch.At, change.B)).Select(change => SourcePlace.Of(change, stretch.Source!.Paragraph.Text, text))]);
    }

    private static CitationView Citation(DraftSource source, TextSpan at)
    {
        StoredParagraph paragraph = source.Paragraph;
        QuotedWords words = QuotedWords.Of(paragraph.Text, at);
        return new CitationView(
            paragraph.SourceHash, paragraph.Place, paragraph.ReportTitle, paragraph.Year, paragraph.Organisation, words.InSource.Start, words.InSource.End,
            words.Text, Names.Of(source.Match.Kind), Math.Round(source.Match.Ratio, 4));
    }

    private static DraftMatchView Match(DraftSource source, MappedText draft)
    {
        (ReuseMatch match, StoredParagraph paragraph) = (source.Match, source.Paragraph);
        return new DraftMatchView(
            paragraph.Place, paragraph.ReportTitle, paragraph.Year, paragraph.Organisation, Names.Of(match.Kind), match.Ratio, match.Cover,
            [.. match.Spans.Select(span => Span(span, paragraph.Text, draft))],
            [.. match.Changes.Select(change => SourcePlace.Of(change, paragraph.Text, draft))]);
    }

    private static DraftSpanView Span(ReusedSpan span, MappedText source, MappedText draft)
    {
        QuotedWords words = QuotedWords.Of(draft, span.B);
        TextSpan inSource = QuotedWords.Of(source, span.A).InSource;
        return new DraftSpanView(words.InSource.Start, words.InSource.End, words.Text, inSource.Start, inSource.End);
    }

    /// <summary>Whether a change is in a stretch; one that only took words away stands between two characters.</summary>
    private static bool Touches(TextSpan stretch, TextSpan change) => change.Start >= stretch.Start && change.End <= stretch.End;
}
