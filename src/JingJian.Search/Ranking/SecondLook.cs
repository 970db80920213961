namespace JingJian.Search.Ranking;

/// <summary>What the first hits earn besides once they are known, which puts them in another order.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Only the first <see cref="Reach"/> hits change places: nothing is found that does not match, pages fit together,
/// and counts stay what they are.</para>
/// </remarks>
/// <param name="reach">How many.</param>
/// <param name="reason">What is said of it.</param>
internal abstract class SecondLook(int reach, string reason)
{
    private readonly Dictionary<int, float> given = [];

    /// <summary>So many of the first hits may change places.</summary>
    public int Reach => reach;

    /// <summary>What is said of it in an explanation.</summary>
    public string Reason => reason;

    /// <summary>What some first hits call for; null for nothing.</summary>
    public static SecondLook? For(RankedIndex index, QueryPlan plan) =>
        plan.IsOneWord && index.Options.FeedbackWeight > 0 ? new Feedback(index)
        : plan.Units.Count > 0 && index.Options.UnitWeight > 0 ? new UnitFit(index, plan.Units)
        : null;

    /// <summary>The hits with what they earn besides, best first.</summary>
    /// <param name="hits">The hits, best first; <see cref="Reach"/> or more where there are so many.</param>
    public Candidate[] Order(IReadOnlyList<Candidate> hits)
    {
        Learn(hits);
        Candidate[] first = [.. hits.Take(Reach)];
        for (int i = 0; i < first.Length; i++)
        {
            float besides = given[first[i].Document] = Of(first[i].Document);
            first[i] = first[i] with { Score = first[i].Score + besides };
        }

        Array.Sort(first, (a, b) => a.IsBetterThan(b) ? -1 : b.IsBetterThan(a) ? 1 : 0);
        return [.. first, .. hits.Skip(Reach)];
    }

    /// <summary>What a hit that was put in order has earned besides, 0 or more.</summary>
    public float GivenTo(int document) => given.GetValueOrDefault(document);

    /// <summary>What a passage earns besides, 0 or more; when the hits were learned from.</summary>
    protected abstract float Of(int document);

    /// <summary>Learns from the hits, best first, what there is to learn.</summary>
    protected abstract void Learn(IReadOnlyList<Candidate> hits);
}
