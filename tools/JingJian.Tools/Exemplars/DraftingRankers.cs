using JingJian.Archive.Views;
using JingJian.Search.Exemplars;
using JingJian.Text;
using JingJian.Tools.Evaluation;

namespace JingJian.Tools.Exemplars;

/// <summary>What is compared on the needs of drafters: for a need the passages found, best first.</summary>
internal sealed class DraftingRankers(JudgedArchive judged)
{
    private const int Depth = 50;

    /// <summary>Exemplars by the words of the topic only.</summary>
    public static readonly ExemplarOptions WithoutFit = new() { MeaningWeight = 0, LateShare = 1 };

    private readonly Dictionary<string, JudgedPassage> passages = judged.Passages.ToDictionary(passage => passage.Id, StringComparer.Ordinal);
    private ILookup<string, JudgedPassage>? byFunction;

    /// <summary>Exemplars; with the constants that travel with the program unless others are given.</summary>
    public JudgedPassage[] Ours(DraftingNeed need, ExemplarOptions? options = null, int top = Depth)
    {
        var wish = new ExemplarWish(need.Function) { Topic = need.Topic, UnitType = need.UnitType, Top = top, ShowPersons = true };
        return [.. Got(judged.Archive.Exemplars.Find(wish, options ?? new ExemplarOptions())).Exemplars.Select(exemplar => passages[exemplar.Paragraph])];
    }

    /// <summary>The whole search, filtered by the function.</summary>
    /// <param name="need">The need.</param>
    /// <param name="unitToo">Whether the sort of unit is a condition, too.</param>
    public JudgedPassage[] PlainSearch(DraftingNeed need, bool unitToo = false)
    {
        var wish = new SearchWish(need.Topic) { Function = need.Function, UnitType = unitToo ? need.UnitType : null, Top = Depth };
        return [.. Got(judged.Archive.Search.Search(wish)).Hits.Select(hit => passages[hit.Paragraph])];
    }

    /// <summary>Passages of the function by chance, the same each time.</summary>
    public JudgedPassage[] Random(DraftingNeed need)
    {
        byFunction ??= judged.Passages.ToLookup(passage => judged.Archive.Catalogue.Block(passage.Id)!.Function, StringComparer.Ordinal);
        JudgedPassage[] all = [.. byFunction[need.Function]];
#pragma warning disable CA5394 // Chance, not secrecy.
        new Random(need.Id[1] * 1000 + need.Id[2]).Shuffle(all);
#pragma warning restore CA5394
        return [.. all.DistinctBy(passage => passage.Key).Take(Depth)];
    }

    private static T Got<T>(Result<T> result)
        where T : class => result.TryGet(out T? value, out Fault? fault) ? value : throw new InvalidOperationException(fault.Message);
}
