using System.Collections.Concurrent;
using System.Collections.Frozen;
using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;

namespace JingJian.Search.Ranking;

/// <summary>A query looked up in one index: what matches, and the words that earn a score.</summary>
/// <param name="Root">Says which documents match.</param>
/// <param name="Atoms">The words that are asked for, in the order of the query; some may stand nowhere.</param>
/// <param name="Pairs">Words that stand beside each other in the query.</param>
/// <param name="Dropped">Words that stand nowhere.</param>
/// <param name="Split">Words that were searched by their parts.</param>
/// <param name="Added">Words that were not typed, and are searched for beside.</param>
internal sealed record QueryPlan(
    GroupMatcher Root,
    IReadOnlyList<Atom> Atoms,
    IReadOnlyList<AtomPair> Pairs,
    IReadOnlyList<DroppedWord> Dropped,
    IReadOnlyList<SplitWord> Split,
    IReadOnlyList<Atom> Added)
{
    /// <summary>Whether one word is asked for and nothing else, and what was not typed may help.</summary>
    public bool IsOneWord { get; init; }

    /// <summary>The sorts of units whose reports a question is about; empty for anything else.</summary>
    public FrozenSet<UnitType> Units { get; init; } = [];
}

/// <summary>Two neighbours of the query, whose nearness in a text adds to its score.</summary>
internal readonly record struct AtomPair(AtomMatcher First, AtomMatcher Second);

/// <summary>One index with its statistics, as ranking sees it.</summary>
internal sealed class RankedIndex(IndexReader reader, WordCutter cutter, RankingOptions options, WordHelp? help = null)
{
    // Words of nearly every title (工作, 总结) come in query after query, and their lists are the longest to turn round.
    private const int FrequentShare = 8;
    private const int MostFrequent = 16;

    private readonly ConcurrentDictionary<string, HeadingList> frequentInHeadings = new(StringComparer.Ordinal);
    private readonly Lazy<FacetSets> facetSets = new(() => new FacetSets(reader.Columns));
    private readonly Lazy<IndexLetters> letters = new(() => new IndexLetters(reader, (help ?? WordHelp.None).Readings));

    public IndexReader Reader { get; } = reader;

    public WordCutter Cutter { get; } = cutter;

    public RankingOptions Options { get; } = options;

    public WordHelp Help { get; } = help ?? WordHelp.None;

    public Bm25 Texts { get; } = new(reader.Texts, options, options.ShortShare);

    /// <summary>The letters of the index; made when first asked for.</summary>
    public IndexLetters Letters => letters.Value;

    /// <summary>The facets of few values; made when first asked for.</summary>
    public FacetSets FacetSets => facetSets.Value;

    // A heading is short by nature.
    public Bm25 Headings { get; } = new(reader.Headings, options, shortShare: 0);

    /// <summary>Makes what would be made when it is first asked for.</summary>
    public void MakeReady() => _ = (facetSets.Value, letters.Value);

    /// <summary>The headings of a list with the documents under them; those of the most frequent words are kept.</summary>
    public HeadingList ListOf(DocumentList headings)
    {
        if (headings is not TermList term || (long)term.Count * FrequentShare < Reader.Headings.Count)
        {
            return new HeadingList(Reader, headings);
        }

        if (!frequentInHeadings.TryGetValue(term.Text, out HeadingList? list))
        {
            list = new HeadingList(Reader, headings);
            if (frequentInHeadings.Count < MostFrequent)
            {
                frequentInHeadings.TryAdd(term.Text, list);
            }
        }

        return list;
    }
}
