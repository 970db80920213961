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
}
