using System.Collections.Immutable;

namespace JingJian.Analysis.Reuse;

/// <summary>Finds every recycled paragraph of an archive.</summary>
/// <remarks>
/// <para>The steps, each in its own type: letters and slots (<see cref="NormalizedText"/>), exact copies
/// (<see cref="DistinctTexts"/>), fingerprints (<see cref="Winnowing"/>) sorted in partitions, <see cref="CandidatePairs"/> and
/// <see cref="ScatteredPairs"/>, what they share (<see cref="SharedRuns"/>, <see cref="LcsPattern"/>), what counts
/// (<see cref="Verdicts"/>), <see cref="Families"/>, and <see cref="Evidence"/> for people.</para>
/// <para><b>Guarantee.</b> Deterministic: the same paragraphs in the same order give equal findings, whatever the threads and
/// wherever keys wait. A shared run of 13 letters makes a pair a candidate, within the limit that <see cref="CandidatePairs"/> states.</para>
/// <para><b>Cost.</b> Linear in the letters, plus the candidates, plus the evidence reported.</para>
/// </remarks>
public static class ReuseEngine
{
    /// <summary>The order of pairs in findings: by A, then by B.</summary>
    internal static readonly Comparison<ReusePair> ByPlace = (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B);

    /// <summary>Compares all paragraphs with each other, on the thread of the caller and in memory.</summary>
    public static ReuseFindings Find(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options) =>
        Find(paragraphs, options, ReuseResources.OneThread);

    /// <summary>Compares all paragraphs with each other.</summary>
    public static ReuseFindings Find(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options, ReuseResources resources)
    {
        var pairs = new List<ReusePair>();
        ImmutableArray<ReuseFamily> families = Find(paragraphs, options, resources, pairs.Add);
        pairs.Sort(ByPlace);
        return new ReuseFindings([.. pairs], families);
    }

    /// <summary>Compares all paragraphs with each other and hands over each pair as it is written, so that the evidence of a large
    /// archive is never in memory at once; returns the families.</summary>
    /// <param name="paragraphs">The paragraphs; read by several threads, each a few times.</param>
    /// <param name="options">What counts as reuse.</param>
    /// <param name="resources">What may be used of the machine.</param>
    /// <param name="use">Takes the pairs, on the caller's thread, in an order that depends on the paragraphs alone and nearly is that of <see cref="ReuseFindings.Pairs"/>.</param>
    public static ImmutableArray<ReuseFamily> Find(
        IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options, ReuseResources resources, Action<ReusePair> use)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(use);
        Corpus corpus = Corpus.Read(paragraphs, options, resources.Workers);
        List<TextPair> pairs = Verdicts.Of(corpus, options, resources);
        Evidence.Write(corpus, pairs, options, resources.Workers, use);
        return Families.Of(corpus, pairs);
    }

    /// <summary>The pairs of paragraphs that are compared, exact copies included: for measuring what cannot be missed.</summary>
    internal static IEnumerable<(int A, int B)> Candidates(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options)
    {
        Corpus corpus = Corpus.Read(paragraphs, options, ReuseResources.OneThread.Workers);
        List<(int First, int Second)> compared = [.. Enumerable.Range(0, corpus.Texts.Count).Select(text => (text, text))];
        Verdicts.Of(corpus, options, ReuseResources.OneThread, (first, second) => compared.Add((first, second)));
        return
            from pair in compared
            from a in corpus.MembersOf(pair.First).ToArray()
            from b in corpus.MembersOf(pair.Second).ToArray()
            where a != b
            select (Math.Min(a, b), Math.Max(a, b));
    }
}
