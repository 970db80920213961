using System.Collections.Immutable;

namespace JingJian.Analysis.Reuse;

/// <summary>An archive compared with itself: what is found is written out piece by piece.</summary>
public sealed class ReuseRun
{
    private readonly Corpus corpus;
    private readonly JudgedPairs judged;
    private readonly ReuseOptions options;
    private readonly ReuseResources resources;

    private ReuseRun(Corpus corpus, JudgedPairs judged, ReuseOptions options, ReuseResources resources)
    {
        this.corpus = corpus;
        this.judged = judged;
        this.options = options;
        this.resources = resources;
    }

    /// <summary>Compares all paragraphs with each other.</summary>
    /// <param name="paragraphs">The paragraphs; read by several threads, each a few times.</param>
    /// <param name="options">What counts as reuse.</param>
    /// <param name="resources">What may be used of the machine.</param>
    public static ReuseRun Of(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options, ReuseResources resources)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(resources);
        Corpus corpus = Corpus.Read(paragraphs, options, resources.Workers);
        JudgedPairs judged = Verdicts.Of(corpus, options, resources);
        resources.Release();
        return new ReuseRun(corpus, judged, options, resources);
    }

    /// <summary>Hands over each pair as it is written, so that the evidence of a large archive is never in memory at once.</summary>
    /// <param name="use">Takes the pairs, on the caller's thread, in an order that depends on the paragraphs alone and nearly is that of <see cref="ReuseFindings.Pairs"/>.</param>
    /// <param name="isKnown">Whether a pair need not be written: its evidence depends on its two paragraphs and its kind alone, so
    /// what an earlier run wrote is still right. Asked once for each pair, by several threads.</param>
    public void Write(Action<ReusePair> use, Func<int, int, ReuseKind, bool>? isKnown = null) =>
        Evidence.Write(corpus, judged.Pairs, options, resources.Workers, use, isKnown ?? ((_, _, _) => false));

    /// <summary>The families, ordered by their first member.</summary>
    public ImmutableArray<ReuseFamily> Families() => Reuse.Families.Of(corpus, judged.Pairs);

    /// <summary>What a <see cref="ReuseIndex"/> of these paragraphs needs, one column after the other.</summary>
    public IEnumerable<ReuseColumn> Columns() => IndexColumns.Of(corpus, judged.Related, judged.Copies, resources);
}
