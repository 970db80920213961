using System.Collections.Immutable;

namespace JingJian.Analysis.Reuse;

/// <summary>Finds every recycled paragraph of an archive.</summary>
/// <remarks>
/// <para>The steps, each in its own type: letters and slots (<see cref="NormalizedText"/>), exact copies
/// (<see cref="DistinctTexts"/>), fingerprints (<see cref="Winnowing"/>) in sorted <see cref="Postings"/>,
/// <see cref="CandidatePairs"/>, what they share (<see cref="SharedRuns"/>, <see cref="LcsPattern"/>), what counts
/// (<see cref="Verdicts"/>), <see cref="Families"/>, and <see cref="Evidence"/> for people.</para>
/// <para><b>Guarantee.</b> Deterministic: the same paragraphs in the same order give equal findings. A shared run of 13
/// letters makes a pair a candidate, within the limit that <see cref="CandidatePairs"/> states.</para>
/// <para><b>Cost.</b> Linear in the letters, plus the candidates, plus the evidence reported.</para>
/// </remarks>
public static class ReuseEngine
{
    /// <summary>Compares all paragraphs with each other.</summary>
    public static ReuseFindings Find(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        ArgumentNullException.ThrowIfNull(options);
        Corpus corpus = Corpus.Read(paragraphs, options);
        (List<TextPair> pairs, List<TextLink> links) = Verdicts.Of(corpus, Postings.Of(corpus.Texts), options);
        ImmutableArray<ReuseFamily> families = Families.Of(corpus, links);
        return new ReuseFindings(new Evidence(corpus, options).Write(pairs), families);
    }

    /// <summary>The pairs of paragraphs that <see cref="Find"/> compares, exact copies included: for measuring what it cannot miss.</summary>
    internal static IEnumerable<(int A, int B)> Candidates(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options)
    {
        Corpus corpus = Corpus.Read(paragraphs, options);
        List<(int First, int Second)> compared = [.. Enumerable.Range(0, corpus.Texts.Count).Select(text => (text, text))];
        Verdicts.Of(corpus, Postings.Of(corpus.Texts), options, (first, second) => compared.Add((first, second)));
        return
            from pair in compared
            from a in corpus.MembersOf(pair.First).ToArray()
            from b in corpus.MembersOf(pair.Second).ToArray()
            where a != b
            select (Math.Min(a, b), Math.Max(a, b));
    }
}
