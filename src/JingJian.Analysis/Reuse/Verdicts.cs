using System.Runtime.InteropServices;

namespace JingJian.Analysis.Reuse;

/// <summary>Two texts that share text, and how.</summary>
/// <param name="A">The earlier text.</param>
/// <param name="B">The later text.</param>
/// <param name="Kind">How they share text.</param>
/// <param name="Shuffled">Whether they are one text with its clauses in another order.</param>
/// <param name="Likeness">How far they are one text; 0 when they are not.</param>
internal readonly record struct TextPair(int A, int B, ReuseKind Kind, bool Shuffled, double Likeness);

/// <summary>All verdicts on an archive.</summary>
/// <param name="Pairs">What is reuse, in order.</param>
/// <param name="Related">For each text, the smallest of those that share much text with it or with each other.</param>
/// <param name="Copies">For each text, the smallest of those that are one with it or with each other.</param>
internal sealed record JudgedPairs(PairTable Pairs, int[] Related, int[] Copies);

/// <summary>Decides which candidates are reuse.</summary>
/// <remarks>
/// <para>Copies from end to end first: they tell which texts are related, and so which shared passages are formulas
/// of the trade (<see cref="StockPhrases"/>). Then what scattered edits have made different, then the passages.</para>
/// <para><b>Threads.</b> Pairs are compared on the threads of the workers, a partition of their keys at a time; what is decided by all
/// of them together does not depend on the order.</para>
/// <para><b>Cost.</b> Pairs that share a passage at most may be many times those that are reuse, since a formula makes one of every two texts that
/// have it: they wait for their verdict where the keys of the resources wait.</para>
/// </remarks>
internal sealed class Verdicts
{
    /// <summary>Copies of a text of which each is held against a reworded one: more would be the same evidence again.</summary>
    private const int CopiesHeld = 16;

    private readonly Corpus corpus;
    private readonly ReuseOptions options;
    private readonly ReuseResources resources;
    private readonly Action<int, int>? compared;
    private readonly PairKeys keys;
    private readonly Pool<TextComparer> comparers;
    private readonly Components related;
    private readonly Components copies;
    private readonly PairTable pairs;

    private Verdicts(Corpus corpus, ReuseOptions options, ReuseResources resources, Action<int, int>? compared)
    {
        this.corpus = corpus;
        this.options = options;
        this.resources = resources;
        this.compared = compared;
        keys = new PairKeys(corpus.Texts.Count);
        comparers = new Pool<TextComparer>(() => new TextComparer(corpus, options));
        related = new Components(corpus.Texts.Count);
        copies = new Components(corpus.Texts.Count);
        pairs = new PairTable(keys);
    }

    /// <summary>Judges all pairs of texts that may be reuse.</summary>
    /// <param name="corpus">The texts.</param>
    /// <param name="options">What counts.</param>
    /// <param name="resources">What may be used.</param>
    /// <param name="compared">Told of every pair that is compared, some more than once.</param>
    public static JudgedPairs Of(Corpus corpus, ReuseOptions options, ReuseResources resources, Action<int, int>? compared = null)
    {
        var verdicts = new Verdicts(corpus, options, resources, compared);
        using CandidatePairs candidates = CandidatePairs.Of(corpus, options, resources);
        using IPartitionStore passages = resources.NewStore();
        verdicts.JudgeWhole(candidates.Pairs, passages);
        verdicts.JudgeScattered();
        int[] related = verdicts.related.ToArray();
        verdicts.JudgePassages(passages, candidates.Spread, related);
        verdicts.pairs.Sort(resources.Workers);
        return new JudgedPairs(verdicts.pairs, related, verdicts.copies.ToArray());
    }

    /// <summary>Judges the proposed pairs of whole texts; those that share a passage at most are set aside, in order.</summary>
    private void JudgeWhole(IPartitionStore proposed, IPartitionStore passages)
    {
        var setAside = new Pool<List<ulong>>(() => []);
        SortedPartitions.TakeEach(proposed, resources.Workers, keys.Order, (partition, sorted) => comparers.Lend(comparer => setAside.Lend(aside =>
        {
            aside.Clear();
            ulong before = ulong.MaxValue;
            foreach (ulong key in sorted.Span)
            {
                if (key != before && Judge(comparer, keys.First(key), keys.Second(key)) is { } pair)
                {
                    if (pair.Kind == ReuseKind.Passage)
                    {
                        aside.Add(key);
                    }
                    else
                    {
                        pairs.Add(pair);
                    }
                }

                before = key;
            }

            passages.Append(partition, CollectionsMarshal.AsSpan(aside));
        })));
        foreach (TextPair pair in pairs)
        {
            Relate(pair);
        }
    }

    /// <summary>The verdict on two texts; null when they share not even a passage.</summary>
    private TextPair? Judge(TextComparer comparer, int first, int second)
    {
        compared?.Invoke(first, second);
        Comparison found = comparer.Compare(first, second);
        ReuseKind? kind = found.KindBy(options);
        if (kind is null && found.SharedLetters < PassageJudge.LeastLetters(options))
        {
            return null;
        }

        double likeness = kind == ReuseKind.Near ? found.Ratio : kind is not null && found.Mutual >= Comparison.OneText ? found.Mutual : 0;
        return new TextPair(first, second, kind ?? ReuseKind.Passage, found.Shuffled, likeness);
    }

    private static TextPair Passage(int first, int second) => new(first, second, ReuseKind.Passage, Shuffled: false, Likeness: 0);

    private void Relate(TextPair pair)
    {
        related.Join(pair.A, pair.B);
        if (pair.Likeness > 0)
        {
            copies.Join(pair.A, pair.B);
        }
    }

    private void Keep(IEnumerable<TextPair> judged)
    {
        foreach (TextPair pair in judged)
        {
            pairs.Add(pair);
            Relate(pair);
        }
    }

    /// <summary>One text of each group of copies is held against the others; where two are one text, so may be their copies.</summary>
    private void JudgeScattered()
    {
        int[] copyOf = copies.ToArray();
        using IPartitionStore proposed = ScatteredPairs.Of(corpus.Texts, text => copyOf[text] == text, resources);
        var judged = new List<TextPair>[IPartitionStore.Partitions];
        SortedPartitions.TakeEach(proposed, resources.Workers, keys.Order, (partition, sorted) => comparers.Lend(comparer =>
        {
            judged[partition] = [];
            ReadOnlySpan<ulong> shared = sorted.Span;
            for (int at = 0; at < shared.Length;)
            {
                int seeds = 1;
                while (at + seeds < shared.Length && shared[at + seeds] == shared[at])
                {
                    seeds++;
                }

                if (seeds >= ScatteredPairs.LeastSeeds && JudgeReworded(comparer, keys.First(shared[at]), keys.Second(shared[at])) is { } pair)
                {
                    judged[partition].Add(pair);
                }

                at += seeds;
            }
        }));
        TextPair[] found = [.. judged.SelectMany(part => part)];
        Keep(found);
        Keep(BetweenCopies(found, copyOf));
    }

    private TextPair? JudgeReworded(TextComparer comparer, int first, int second)
    {
        compared?.Invoke(first, second);
        return comparer.MayBeOneText(first, second) && Judge(comparer, first, second) is { Kind: not ReuseKind.Passage } pair ? pair : null;
    }

    private IEnumerable<TextPair> BetweenCopies(TextPair[] found, int[] copyOf)
    {
        HashSet<int> asked = [.. found.SelectMany(pair => new[] { pair.A, pair.B })];
        ILookup<int, int> copiesOf = Enumerable.Range(0, copyOf.Length).Where(text => copyOf[text] != text && asked.Contains(copyOf[text])).ToLookup(text => copyOf[text]);
        var judged = new List<TextPair>[found.Length];
        resources.Workers.Run(found.Length, i => comparers.Lend(comparer =>
        {
            (int first, int second) = (found[i].A, found[i].B);
            judged[i] =
            [
                .. from one in copiesOf[first].Take(CopiesHeld).Prepend(first)
                   from other in copiesOf[second].Take(CopiesHeld).Prepend(second)
                   where (one, other) != (first, second)
                   let pair = Judge(comparer, Math.Min(one, other), Math.Max(one, other))
                   where pair is { Kind: not ReuseKind.Passage }
                   select pair.Value,
            ];
        }));
        return judged.SelectMany(part => part);
    }

    private void JudgePassages(IPartitionStore passages, IPartitionStore spread, int[] relatedTo)
    {
        int[] writers = corpus.Writers();
        var unrelated = new Spread(relatedTo, text => corpus.WritersOf(text, writers), options);
        Postings postings = StockPhrases.MayBe(spread, unrelated, options, resources);
        var judges = new Pool<PassageJudge>(() => new PassageJudge(new StockPhrases(postings, unrelated.Fresh(), options), options));
        SortedPartitions.TakeEach(passages, resources.Workers, [], (_, sorted) => comparers.Lend(comparer => judges.Lend(judge =>
        {
            foreach (ulong key in sorted.Span)
            {
                TextPair pair = Passage(keys.First(key), keys.Second(key));
                if (comparer.SharesEvidence(pair, judge))
                {
                    pairs.Add(pair);
                }
            }
        })));
    }
}
