using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Text;

namespace JingJian.Archive.Drafts;

/// <summary>A paragraph of a draft with all that shares text with it, the best sources first.</summary>
/// <param name="Block">The paragraph.</param>
/// <param name="Function">What it does.</param>
/// <param name="Own">Where the draft comes from.</param>
/// <param name="Sources">What shares text with it.</param>
/// <param name="Stretches">The stretches of it that stand in a source.</param>
/// <param name="Stock">Its stock phrases.</param>
internal sealed record DraftParagraph(
    Block Block, Function Function, ReportOrigin Own, ImmutableArray<DraftSource> Sources, ImmutableArray<SourcedStretch> Stretches, ImmutableArray<TextSpan> Stock)
{
    /// <summary>A passage that is stock phrases from this share on is nothing else.</summary>
    private const double NothingButStock = 0.7;

    /// <summary>Puts a paragraph and its sources together.</summary>
    public static DraftParagraph Of(Block block, Function function, ReportOrigin own, IEnumerable<DraftSource> sources, ImmutableArray<TextSpan> stock)
    {
        ImmutableArray<DraftSource> ordered =
        [
            .. sources.OrderBy(source => source.Class.Rank).ThenBy(source => source.Paragraph.Year ?? int.MaxValue)
                .ThenBy(source => source.Paragraph.Place.Source, StringComparer.Ordinal).ThenBy(source => source.Paragraph.Place.Start).ThenBy(source => source.Match.Paragraph),
        ];
        return new DraftParagraph(
            block, function, own, ordered,
            SourceCover.Of(block.Text.Text.Length, [.. ordered.Select(source => new SourceCandidate(source.Match.Spans, source.Class.Rank, source.Match.Ratio))]),
            stock);
    }

    /// <summary>The numbers of the paragraphs that its stretches are cited from.</summary>
    public IEnumerable<int> Cited => Stretches.Select(stretch => Sources[stretch.Candidate].Match.Paragraph);

    /// <summary>The same, with what is told more of some of its matches.</summary>
    public DraftParagraph With(IEnumerable<ReuseMatch> told)
    {
        Dictionary<int, ReuseMatch> byParagraph = told.ToDictionary(match => match.Paragraph);
        return this with { Sources = [.. Sources.Select(source => source with { Match = byParagraph.GetValueOrDefault(source.Match.Paragraph, source.Match) })] };
    }

    /// <summary>The stretches with their class; those of stock phrases alone, inside sources or outside, are formulas.</summary>
    public IEnumerable<ClassedStretch> Classed()
    {
        IEnumerable<ClassedStretch> sourced = Stretches.Select(Classify);
        IEnumerable<ClassedStretch> formulas = Stock
            .SelectMany(phrase => Outside(phrase, Stretches.Select(stretch => stretch.At)))
            .Where(phrase => phrase.Length >= ReuseOptions.RunLength / 2)
            .Select(phrase => new ClassedStretch(phrase, PassageClass.Stock, null, null, 0, 0));
        return sourced.Concat(formulas).OrderBy(stretch => stretch.At.Start);
    }

    /// <summary>How many characters of a stretch are stock phrases.</summary>
    public int StockCharacters(TextSpan at) => Stock.Sum(phrase => Math.Max(0, Math.Min(phrase.End, at.End) - Math.Max(phrase.Start, at.Start)));

    private ClassedStretch Classify(SourcedStretch stretch)
    {
        DraftSource source = Sources[stretch.Candidate];
        if (StockCharacters(stretch.At) >= NothingButStock * stretch.At.Length)
        {
            return new ClassedStretch(stretch.At, PassageClass.Stock, null, null, 0, 0);
        }

        string[] units = [.. stretch.Others.Append(stretch.Candidate).Select(candidate => Sources[candidate].Unit).Distinct(StringComparer.Ordinal)];
        PassageClass seen = source.Class.Seen(units.Length, Placeholders.In(source.Paragraph.Text.Text).Any());
        return new ClassedStretch(stretch.At, seen, source, stretch.SourceAt, stretch.Others.Length, units.Length);
    }

    private static IEnumerable<TextSpan> Outside(TextSpan span, IEnumerable<TextSpan> taken)
    {
        int start = span.Start;
        foreach (TextSpan one in taken.Where(one => one.Overlaps(span)))
        {
            if (one.Start > start)
            {
                yield return TextSpan.Between(start, one.Start);
            }

            start = Math.Max(start, one.End);
        }

        if (start < span.End)
        {
            yield return TextSpan.Between(start, span.End);
        }
    }
}

/// <summary>A paragraph of the archive that shares text with one of a draft.</summary>
/// <param name="Match">What they share, changes typed.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Origin">Where its report comes from.</param>
/// <param name="Class">Whose text it would be.</param>
internal sealed record DraftSource(ReuseMatch Match, StoredParagraph Paragraph, ReportOrigin Origin, PassageClass Class)
{
    /// <summary>Whose it is; of what names no unit, the file.</summary>
    public string Unit => Origin.Organisation ?? "file:" + Origin.Source;
}

/// <summary>A stretch of a draft's paragraph and whose it is.</summary>
/// <param name="At">The stretch.</param>
/// <param name="Class">Whose it is.</param>
/// <param name="Source">The cited source; null for a stock phrase.</param>
/// <param name="SourceAt">Where it stands there.</param>
/// <param name="Copies">In how many more paragraphs it stands.</param>
/// <param name="Units">Of how many units all of them are.</param>
internal sealed record ClassedStretch(TextSpan At, PassageClass Class, DraftSource? Source, TextSpan? SourceAt, int Copies, int Units);
