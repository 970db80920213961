namespace JingJian.Analysis.Reuse;

/// <summary>Finds every recycled paragraph of an archive.</summary>
/// <remarks>
/// <para>The steps, each in its own type: letters and slots (<see cref="NormalizedText"/>), exact copies
/// (<see cref="DistinctTexts"/>), fingerprints (<see cref="Winnowing"/>) sorted in partitions, <see cref="CandidatePairs"/> and
/// <see cref="ScatteredPairs"/>, what they share (<see cref="SharedRuns"/>, <see cref="LcsPattern"/>), what counts
/// (<see cref="Verdicts"/>), <see cref="Families"/>, and <see cref="Evidence"/> for people. <see cref="ReuseRun"/> gives the
/// findings of a large archive piece by piece.</para>
/// <para><b>Guarantee.</b> Deterministic: the same paragraphs in the same order give equal findings, whatever the threads and
/// wherever keys wait. A shared run of 13 letters makes a pair a candidate, within the limit that <see cref="CandidatePairs"/> states.</para>
/// <para><b>Cost.</b> Linear in the letters, plus the candidates, plus the evidence reported.</para>
/// </remarks>
public static class ReuseEngine
{
    /// <summary>Grows when the same paragraphs give other findings, or the columns of the index another form: what is kept from before is then made anew.</summary>
    public const int Version = 5;

    /// <summary>The order of pairs in findings: by A, then by B.</summary>
    internal static readonly Comparison<ReusePair> ByPlace = (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B);

    /// <summary>Compares all paragraphs with each other, on the thread of the caller and in memory.</summary>
    public static ReuseFindings Find(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options) =>
        Find(paragraphs, options, ReuseResources.OneThread);

    /// <summary>Compares all paragraphs with each other.</summary>
    public static ReuseFindings Find(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options, ReuseResources resources)
    {
        ReuseRun run = ReuseRun.Of(paragraphs, options, resources);
        var pairs = new List<ReusePair>();
        run.Write(pairs.Add);
        pairs.Sort(ByPlace);
        return new ReuseFindings([.. pairs], run.Families());
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
