using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Finds the passages that stand in most reports.</summary>
/// <remarks>
/// <para>In each paragraph the stretch that is worth most: its characters times the further reports that have all of it, each with a
/// passage that covers it. The best stretch of all is shown, what it is shared with is set aside, and so on.</para>
/// <para><b>Cost.</b> In the square of the passages of one paragraph.</para>
/// </remarks>
internal sealed class RecycledPassages
{
    /// <summary>Shorter stretches are left over where two longer ones meet.</summary>
    private const int ShortestPassage = 13;

    private readonly Dictionary<long, List<Shared>> sharedBy = [];
    private readonly Dictionary<long, List<TextSpan>> taken = [];
    private readonly IReadOnlyDictionary<long, StoredParagraph> paragraphs;
    private readonly Func<string?, string?> unit;

    /// <summary>Prepares the search.</summary>
    /// <param name="pairs">What is shared; two paragraphs of one report do not count.</param>
    /// <param name="paragraphs">The paragraphs, by key.</param>
    /// <param name="unit">The canonical name of an organisation.</param>
    public RecycledPassages(IEnumerable<StoredPair> pairs, IReadOnlyDictionary<long, StoredParagraph> paragraphs, Func<string?, string?> unit)
    {
        this.unit = unit;
        this.paragraphs = paragraphs;
        foreach (StoredPair pair in pairs.Where(pair => paragraphs[pair.A].Place.Report != paragraphs[pair.B].Place.Report))
        {
            foreach ((TextSpan a, TextSpan b) in pair.Spans.Select(span => (span.A, span.B)))
            {
                Of(sharedBy, pair.A).Add(new Shared(a, pair.B, b));
                Of(sharedBy, pair.B).Add(new Shared(b, pair.A, a));
            }
        }
    }

    /// <summary>The most recycled ones, best first.</summary>
    public IReadOnlyList<PassageView> Best(int top)
    {
        IEnumerable<(long Key, TextSpan At, long Worth)> stretches = sharedBy
            .Select(item => (item.Key, Best: BestIn(item.Value)))
            .Select(item => (item.Key, item.Best.At, item.Best.Worth))
            .OrderByDescending(stretch => stretch.Worth).ThenBy(stretch => paragraphs[stretch.Key].Year ?? int.MaxValue)
            .ThenBy(stretch => paragraphs[stretch.Key].Place.Source, StringComparer.Ordinal).ThenBy(stretch => paragraphs[stretch.Key].Place.Paragraph, StringComparer.Ordinal);
        var best = new List<PassageView>();
        foreach ((long key, TextSpan at, _) in stretches)
        {
            if (best.Count == top)
            {
                break;
            }

            if (at.Length >= ShortestPassage && !IsTaken(key, at))
            {
                best.Add(View(key, at));
            }
        }

        return best;
    }

    private (TextSpan At, long Worth) BestIn(List<Shared> shared)
    {
        int[] cuts = [.. shared.SelectMany(one => new[] { one.At.Start, one.At.End }).Distinct().Order()];
        int[] reports = [.. cuts.SkipLast(1).Select(start => shared.Where(one => one.At.Start <= start && start < one.At.End).Select(one => paragraphs[one.Other].Place.Report).Distinct().Count())];
        (TextSpan At, long Worth) best = default;
        foreach (int least in reports.Where(count => count > 0).Distinct().Order())
        {
            for (int first = 0; first < reports.Length; first++)
            {
                int end = first;
                while (end < reports.Length && reports[end] >= least)
                {
                    end++;
                }

                long worth = end > first ? (long)least * (cuts[end] - cuts[first]) : 0;
                best = worth > best.Worth ? (TextSpan.Between(cuts[first], cuts[end]), worth) : best;
                first = end;
            }
        }

        return best;
    }

    private PassageView View(long key, TextSpan at)
    {
        Shared[] having = [.. sharedBy[key].Where(one => one.At.Start < at.End && at.Start < one.At.End)];
        Of(taken, key).Add(at);
        foreach (Shared one in having)
        {
            Of(taken, one.Other).Add(one.OtherAt);
        }

        StoredParagraph own = paragraphs[key];
        StoredParagraph[] others =
        [
            .. having.Where(one => 2 * Overlap(one.At, at) >= at.Length).Select(one => paragraphs[one.Other])
                .OrderBy(other => other.Year ?? int.MaxValue).ThenBy(other => other.Place.Source, StringComparer.Ordinal)
                .ThenBy(other => other.Place.Report, StringComparer.Ordinal).ThenBy(other => other.Place.Line)
                .DistinctBy(other => other.Place.Report),
        ];
        StoredParagraph[] all = [own, .. others];
        TextSpan inSource = SourcePlace.In(own.Text, at);
        return new PassageView(
            at.In(own.Text.Text).ToString(), at.Length, all.Length, all.Select(one => unit(one.Organisation)).OfType<string>().Distinct().Count(),
            all.Min(one => one.Year), all.Max(one => one.Year), own.Place, inSource.Start, inSource.End, [.. others.Select(other => other.Place)]);
    }

    /// <summary>Whether most of a stretch was shown before, in this paragraph or as another's.</summary>
    private bool IsTaken(long key, TextSpan at) => taken.TryGetValue(key, out List<TextSpan>? spans) && spans.Exists(span => 2 * Overlap(span, at) >= at.Length);

    private static int Overlap(TextSpan one, TextSpan other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));

    private static List<T> Of<T>(Dictionary<long, List<T>> lists, long key) =>
        lists.TryGetValue(key, out List<T>? known) ? known : lists[key] = [];

    /// <summary>A stretch of a paragraph that stands in another too.</summary>
    private readonly record struct Shared(TextSpan At, long Other, TextSpan OtherAt);
}
