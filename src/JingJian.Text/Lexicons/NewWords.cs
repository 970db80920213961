namespace JingJian.Text.Lexicons;

/// <summary>A string that behaves like a word but is not in the lexicon.</summary>
/// <param name="Word">The string.</param>
/// <param name="Count">How often it occurs.</param>
/// <param name="Cohesion">How much more often its parts meet than by chance: the least over all ways to divide it in two, in nats.</param>
/// <param name="Branching">How freely its neighbours vary: the lesser of the entropies to the left and to the right, in nats.</param>
public readonly record struct ProposedWord(string Word, int Count, double Cohesion, double Branching);

/// <summary>When a string is proposed as a word.</summary>
public sealed record NewWordOptions
{
    /// <summary>The longest word looked for, in characters. 2 or more; 6 by default: 女职工委员会.</summary>
    public int MaxLength { get; init; } = 6;

    /// <summary>The least number of occurrences. 5 by default: below it an entropy of 1.2 can hardly be reached.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>The least cohesion, in nats. 4 by default: the parts meet 55 times as often as by chance.</summary>
    public double MinCohesion { get; init; } = 4;

    /// <summary>The least branching, in nats. 1.2 by default: as varied as 3.3 equally frequent neighbours.</summary>
    public double MinBranching { get; init; } = 1.2;
}

/// <summary>Proposes words for a user dictionary, for people to review.</summary>
/// <remarks>
/// <para><b>Source.</b> Cohesion: pointwise mutual information (K. Church, P. Hanks, 1990). Branching entropy: Z. Jin,
/// K. Tanaka-Ishii, "Unsupervised Segmentation of Chinese Text by Use of Branching Entropy", COLING/ACL 2006. Their
/// combination with fixed thresholds is common practice.</para>
/// <para>Example: 务公开 always follows 厂 or 校, so its left entropy is low and it is no word; 厂务公开 is.</para>
/// <para><b>Guarantee.</b> Equal texts count once, because a recycled paragraph says nothing new about its words.</para>
/// <para><b>Cost.</b> One pass for each length; a string is counted only where both strings one shorter were frequent.</para>
/// </remarks>
public static class NewWords
{
    /// <summary>The proposals, the most frequent first, then in ordinal order.</summary>
    /// <param name="paragraphs">The texts, best one paragraph each.</param>
    /// <param name="lexicon">Its words are not proposed.</param>
    /// <param name="options">The thresholds.</param>
    public static IReadOnlyList<ProposedWord> Propose(IEnumerable<string> paragraphs, Lexicon lexicon, NewWordOptions options)
    {
        string[] texts = [.. paragraphs.Distinct(StringComparer.Ordinal)];
        var counts = new RunCounts(texts, options.MaxLength, options.MinCount);
        var neighbours = new NeighbourCounts(texts, options.MaxLength, [.. counts.Frequent
            .Where(run => run.Key.Length > 1 && run.Value >= options.MinCount && !lexicon.Contains(run.Key) && counts.Cohesion(run.Key) >= options.MinCohesion)
            .Select(run => run.Key)]);
        return [.. neighbours.Words
            .Select(word => new ProposedWord(word, counts.Frequent[word], counts.Cohesion(word), neighbours.Branching(word)))
            .Where(word => word.Branching >= options.MinBranching)
            .OrderByDescending(word => word.Count)
            .ThenBy(word => word.Word, StringComparer.Ordinal)];
    }
}
