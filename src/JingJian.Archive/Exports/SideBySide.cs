using System.Text.RegularExpressions;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>A paragraph of the audited report beside one of another, or beside several that say the same.</summary>
/// <param name="Own">The paragraph of the report.</param>
/// <param name="Other">The text of the other.</param>
/// <param name="Passages">What they share.</param>
/// <param name="Places">Where the other text stands: one passage of each paragraph.</param>
internal sealed partial record SideBySide(AuditedParagraphView Own, string Other, IReadOnlyList<EvidenceView> Passages, IReadOnlyList<EvidenceView> Places)
{
    /// <summary>Of text that is not shared, so much is shown before and behind a shared passage.</summary>
    private const int Context = 20;

    /// <summary>The comparisons of an audit in order of the report, the most alike of each paragraph first.</summary>
    public static IEnumerable<SideBySide> Of(AuditView audit, IReadOnlyList<EvidenceView> evidence)
    {
        Dictionary<string, string> others = audit.Others.DistinctBy(other => other.Place.Paragraph).ToDictionary(other => other.Place.Paragraph, other => other.Text, StringComparer.Ordinal);
        return
            from own in audit.Paragraphs
            from same in evidence.Where(one => one.Place.Paragraph == own.Place.Paragraph)
                .GroupBy(one => one.OtherPlace.Paragraph)
                .Select(passages => (Text: others.GetValueOrDefault(passages.Key, passages.First().OtherText), Passages: passages.ToArray()))
                .GroupBy(one => (one.Text, one.Passages[0].Class, one.Passages[0].Excluded))
                .OrderByDescending(same => same.First().Passages.Sum(passage => passage.Text.Length))
            select new SideBySide(own, same.Key.Text, same.First().Passages, [.. same.Select(one => one.Passages[0])]);
    }

    /// <summary>The report's paragraph with what it shares marked, and the figures in it that differ.</summary>
    public IEnumerable<MarkedStretch> OwnStretches() => Shortened(Marked(Own.Text, passage => (passage.At, passage.Text), passage => passage.OtherText));

    /// <summary>The other paragraph, marked in the same way.</summary>
    public IEnumerable<MarkedStretch> OtherStretches() => Shortened(Marked(Other, passage => (passage.OtherAt, passage.OtherText), passage => passage.Text));

    private IEnumerable<MarkedStretch> Marked(string whole, Func<EvidenceView, (int At, string Text)> side, Func<EvidenceView, string> opposite)
    {
        var marked = new MarkedText(whole);
        foreach (EvidenceView passage in Passages)
        {
            (int at, string text) = side(passage);
            marked.Reused(passage.Class, at, text.Length);
            Match[] own = Figures().Matches(text).ToArray(), others = Figures().Matches(opposite(passage)).ToArray();
            foreach ((Match figure, Match other) in own.Length == others.Length ? own.Zip(others) : [])
            {
                if (figure.Value != other.Value)
                {
                    marked.Changed(at + figure.Index, figure.Length);
                }
            }
        }

        return marked.Stretches();
    }

    /// <summary>Long text that is not shared is left out in the middle.</summary>
    private static IEnumerable<MarkedStretch> Shortened(IEnumerable<MarkedStretch> stretches) => stretches.Select(stretch =>
        stretch.Class is null && stretch.Text.Length > 4 * Context
            ? stretch with { Text = $"{Cut(stretch.Text, 0, Context)}……{Cut(stretch.Text, stretch.Text.Length - Context, stretch.Text.Length)}" }
            : stretch);

    private static string Cut(string text, int start, int end)
    {
        start += start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return text[start..end];
    }

    /// <summary>Figures, years and what masks them: what a shared passage may hold that is not the same on both sides.</summary>
    [GeneratedRegex("[0-9０-９_×*xX○][0-9０-９_×*xX○.．,，]*[%％‰]?|[二一][〇零○九][〇零○一二三四五六七八九]{1,2}(?=年)")]
    private static partial Regex Figures();
}
