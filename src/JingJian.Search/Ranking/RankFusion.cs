using System.Globalization;

namespace JingJian.Search.Ranking;

/// <summary>Joins what words find with what is near in meaning.</summary>
/// <remarks><para><b>Source.</b> Cormack, Clarke, Büttcher, <i>Reciprocal Rank Fusion Outperforms Condorcet and Individual Rank Learning Methods</i>,
/// SIGIR 2009: the sum of 1/(60 + rank) over both lists. Equal sums are ordered by passage id.</para></remarks>
internal static class RankFusion
{
    private const int Smoothing = 60;

    /// <summary>All of both lists, best first; of a group that is in both the one that words found.</summary>
    /// <param name="words">By words, best first, one of each group.</param>
    /// <param name="near">By meaning, in the same way.</param>
    public static List<FusedHit> Of(IReadOnlyList<Candidate> words, IReadOnlyList<Candidate> near)
    {
        var fused = new Dictionary<int, FusedHit>();
        for (int i = 0; i < words.Count; i++)
        {
            fused.Add(words[i].Group, new FusedHit(words[i], i + 1, null));
        }

        for (int i = 0; i < near.Count; i++)
        {
            fused[near[i].Group] = fused.TryGetValue(near[i].Group, out FusedHit? known) ? known with { NearRank = i + 1 } : new FusedHit(near[i], null, i + 1);
        }

        return [.. fused.Values.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Hit.PassageId)];
    }

    /// <summary>What a rank is worth.</summary>
    public static float Worth(int? rank) => rank is { } place ? 1f / (Smoothing + place) : 0;

    /// <summary>Why a fused hit stands where it does.</summary>
    public static Explanation Explain(FusedHit hit)
    {
        Explanation Part(string list, int rank) => new(string.Create(CultureInfo.InvariantCulture, $"{list}第 {rank} 位，计 1/({Smoothing}+{rank})"), Worth(rank), []);
        return new Explanation("总分", hit.Score,
            [.. hit.WordRank is { } word ? [Part("按词语检索", word)] : Array.Empty<Explanation>(), .. hit.NearRank is { } near ? [Part("按语义相近", near)] : Array.Empty<Explanation>()]);
    }
}

/// <summary>A hit of two lists.</summary>
/// <param name="Hit">The document.</param>
/// <param name="WordRank">Its rank by words, from 1; null when words did not find it.</param>
/// <param name="NearRank">Its rank by meaning.</param>
internal sealed record FusedHit(Candidate Hit, int? WordRank, int? NearRank)
{
    public float Score => RankFusion.Worth(WordRank) + RankFusion.Worth(NearRank);
}
