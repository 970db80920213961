using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Finds the passages that stand in most reports.</summary>
/// <remarks>
/// <para>In each paragraph the stretch that is worth most: its characters times the further reports that have all of it, each with a
/// passage that covers it. The best stretch of all is shown, what it is shared with is set aside, and so on.</para>
/// <para><b>Cost.</b> In the square of the passages of one paragraph; of each paragraph only its stretch is kept, in forty bytes, and what it
/// is shared with is read again for those that are shown.</para>
/// </remarks>
/// <param name="connection">The store.</param>
/// <param name="room">The archive.</param>
/// <param name="unit">The canonical name of an organisation.</param>
internal sealed class RecycledPassages(SqliteConnection connection, AuditRoom room, Func<string?, string?> unit)
{
    /// <summary>Shorter stretches are left over where two longer ones meet.</summary>
    private const int ShortestPassage = 13;

    private readonly List<Stretch> stretches = [];
    private readonly Dictionary<long, List<TextSpan>> taken = [];

    /// <summary>Adds all that one report shares with others.</summary>
    public void Add(IEnumerable<SharedSide> sides)
    {
        foreach (IGrouping<long, SharedSide> own in sides.Where(IsCounted).GroupBy(side => side.Own))
        {
            (TextSpan at, long worth) = BestIn(SharedBy(own));
            if (at.Length >= ShortestPassage)
            {
                stretches.Add(new Stretch(own.Key, at, worth, own.First().OwnPlace));
            }
        }
    }

    /// <summary>The most recycled ones, best first; to be asked once.</summary>
    public IReadOnlyList<PassageView> Best(int top)
    {
        stretches.Sort(Compare);
        var best = new List<PassageView>();
        foreach (Stretch stretch in stretches)
        {
            if (best.Count == top)
            {
                break;
            }

            if (!IsTaken(stretch.Key, stretch.At))
            {
                best.Add(View(stretch.Key, stretch.At));
            }
        }

        return best;
    }

    /// <summary>What is worth more comes first; of that the earlier, then by name and place.</summary>
    private int Compare(Stretch one, Stretch other)
    {
        int order = other.Worth.CompareTo(one.Worth);
        if (order != 0)
        {
            return order;
        }

        int first = room.Register.NumberOf(one.Place.Report), second = room.Register.NumberOf(other.Place.Report);
        ReportOrigin a = room.Register.Origins[first], b = room.Register.Origins[second];
        order = (a.Year ?? int.MaxValue).CompareTo(b.Year ?? int.MaxValue);
        order = order != 0 ? order : string.CompareOrdinal(a.Source, b.Source);
        return order != 0 ? order : string.CompareOrdinal(
            Ids.OfBlock(Ids.SourceOf(room.Register.IdOf(first)), one.Place.Ordinal), Ids.OfBlock(Ids.SourceOf(room.Register.IdOf(second)), other.Place.Ordinal));
    }

    private bool IsCounted(SharedSide side) => room.Counts(side.OwnPlace, side.OtherPlace) && room.Counts(side.OtherPlace, side.OwnPlace);

    private static List<Shared> SharedBy(IEnumerable<SharedSide> sides) =>
        [.. sides.SelectMany(side => side.Shared.Select(stretch => new Shared(stretch.At, side.Other, side.OtherPlace.Report, stretch.OtherAt)))];

    private static (TextSpan At, long Worth) BestIn(List<Shared> shared)
    {
        int[] cuts = [.. shared.SelectMany(one => new[] { one.At.Start, one.At.End }).Distinct().Order()];
        int[] reports = [.. cuts.SkipLast(1).Select(start => shared.Where(one => one.At.Start <= start && start < one.At.End).Select(one => one.OtherReport).Distinct().Count())];
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
        List<Shared> having = [.. SharedBy(ReportPairs.SidesOfBlock(connection, key).Where(IsCounted)).Where(one => one.At.Start < at.End && at.Start < one.At.End)];
        Taken(key).Add(at);
        foreach (Shared one in having)
        {
            Taken(one.Other).Add(one.OtherAt);
        }

        Dictionary<long, StoredParagraph> paragraphs = StoredParagraph.ByKey(connection, having.Select(one => one.Other).Prepend(key));
        StoredParagraph own = paragraphs[key];
        StoredParagraph[] others =
        [
            .. having.Where(one => 2 * Overlap(one.At, at) >= at.Length).Select(one => paragraphs[one.Other])
                .OrderBy(other => other.Year ?? int.MaxValue).ThenBy(other => other.Place.Source, StringComparer.Ordinal)
                .ThenBy(other => other.Place.Report, StringComparer.Ordinal).ThenBy(other => other.Place.Line)
                .DistinctBy(other => other.Place.Report),
        ];
        StoredParagraph[] all = [own, .. others];
        QuotedWords words = QuotedWords.Of(own.Text, at);
        return new PassageView(
            words.Text, words.At.Length, all.Length, all.Select(one => unit(one.Organisation)).OfType<string>().Distinct().Count(),
            all.Min(one => one.Year), all.Max(one => one.Year), own.Place, words.InSource.Start, words.InSource.End, [.. others.Select(other => other.Place)]);
    }

    /// <summary>Whether most of a stretch was shown before, in this paragraph or as another's.</summary>
    private bool IsTaken(long key, TextSpan at) => taken.TryGetValue(key, out List<TextSpan>? spans) && spans.Exists(span => 2 * Overlap(span, at) >= at.Length);

    private static int Overlap(TextSpan one, TextSpan other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));

    private List<TextSpan> Taken(long key) => taken.TryGetValue(key, out List<TextSpan>? known) ? known : taken[key] = [];

    /// <summary>What of a paragraph is worth most.</summary>
    private readonly record struct Stretch(long Key, TextSpan At, long Worth, BlockPlace Place);

    /// <summary>A stretch of a paragraph that stands in another report too.</summary>
    private readonly record struct Shared(TextSpan At, long Other, long OtherReport, TextSpan OtherAt);
}
