namespace JingJian.Analysis.Reuse;

/// <summary>Pairs of texts worth comparing: those that share a fingerprint.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Two texts that share a run of 13 letters are a candidate, unless every fingerprint of the run is
/// in more than <see cref="ReuseOptions.MaxReportsPerFingerprint"/> reports and neither text is short of rarer ones.
/// There is no condition on how many fingerprints a pair shares: on measured variants a share of 1/8 loses a
/// tenth of all links, of 1/4 half.</para>
/// <para><b>Cost.</b> A fingerprint within the cap proposes all its pairs; one beyond it proposes, for each text that keeps
/// it, only the first few texts that have it and the few before.</para>
/// </remarks>
internal sealed class CandidatePairs : IDisposable
{
    private const int NeighboursKept = 8;

    private readonly Corpus corpus;
    private readonly ReuseOptions options;
    private readonly ReuseResources resources;
    private readonly PairKeys keys;
    private readonly IPartitionStore pairs;
    private readonly IPartitionStore spread;
    private int[] fingerprints;
    private int[] common;

    private CandidatePairs(Corpus corpus, ReuseOptions options, ReuseResources resources)
    {
        this.corpus = corpus;
        this.options = options;
        this.resources = resources;
        keys = new PairKeys(corpus.Texts.Count);
        pairs = resources.NewStore();
        spread = resources.NewStore();
        fingerprints = new int[corpus.Texts.Count];
        common = new int[corpus.Texts.Count];
    }

    /// <summary>The proposed pairs, as keys of <see cref="PairKeys"/>, each as often as it was proposed.</summary>
    public IPartitionStore Pairs => pairs;

    /// <summary>The fingerprints that stand in so many texts that they may be stock phrases, as <see cref="HashKeys"/> in order.</summary>
    public IPartitionStore Spread => spread;

    /// <summary>Finds the candidates of a corpus.</summary>
    public static CandidatePairs Of(Corpus corpus, ReuseOptions options, ReuseResources resources)
    {
        var candidates = new CandidatePairs(corpus, options, resources);
        candidates.ProposeFromRare();
        candidates.ProposeFromCommon();
        (candidates.fingerprints, candidates.common) = ([], []);
        return candidates;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pairs.Dispose();
        spread.Dispose();
    }

    private void ProposeFromRare()
    {
        using IPartitionStore hashes = HashKeys.Store(corpus.Texts.Count, resources, (text, found) =>
        {
            Winnowing.Hashes(corpus.Texts[text], found);
            fingerprints[text] = found.Count;
        });
        var groups = new Pool<Group>(() => new Group(pairs));
        SortedPartitions.TakeEach(hashes, resources.Workers, HashKeys.Order, (partition, sorted) => groups.Lend(group =>
        {
            ReadOnlySpan<ulong> postings = sorted.Span;
            for (int start = 0; start < postings.Length;)
            {
                int end = HashKeys.EndOfGroup(postings, start);
                if (end > start + 1 || corpus.MembersOf(HashKeys.TextOf(postings[start])).Length >= options.CommonOrganisations)
                {
                    Propose(partition, postings[start..end], group);
                }

                start = end;
            }

            group.Writer.Flush();
            spread.Append(partition, group.Spread.ToArray());
            group.Spread.Clear();
        }));
    }

    private void Propose(int partition, ReadOnlySpan<ulong> postings, Group group)
    {
        HashKeys.ReadTexts(postings, group.Texts);
        if (group.Texts.Count >= options.StockSpread || HasCopies(group.Texts))
        {
            foreach (int text in group.Texts)
            {
                group.Spread.Add(HashKeys.Of(postings[0]) | (uint)text);
            }
        }

        if (IsRare(group))
        {
            for (int i = 1; i < group.Texts.Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    group.Writer.Add(keys.Of(group.Texts[j], group.Texts[i]));
                }
            }
        }
        else
        {
            foreach (int text in group.Texts)
            {
                Interlocked.Increment(ref common[text]);
            }
        }
    }

    /// <summary>Whether so many paragraphs have some texts that these may be what everybody writes.</summary>
    private bool HasCopies(List<int> texts)
    {
        int copies = 0;
        foreach (int text in texts)
        {
            copies += corpus.MembersOf(text).Length;
        }

        return copies >= options.CommonOrganisations;
    }

    /// <summary>Within the cap; a repetition inside few reports is capped by the number of texts.</summary>
    private bool IsRare(Group group)
    {
        int cap = options.MaxReportsPerFingerprint;
        if (group.Texts.Count <= cap || group.Texts.Count > 2 * cap)
        {
            return group.Texts.Count <= cap;
        }

        group.Reports.Clear();
        foreach (int text in group.Texts)
        {
            group.Reports.Add(corpus.ReportOf(text));
        }

        return group.Reports.Count <= cap;
    }

    /// <summary>A text that has too few rare fingerprints keeps its least common others.</summary>
    private void ProposeFromCommon()
    {
        if (!Enumerable.Range(0, common.Length).Any(IsShort))
        {
            return;
        }

        ILookup<int, KeptGroup> kept = KeptGroups().ToLookup(group => group.Partition);
        var groups = new Pool<Group>(() => new Group(pairs));
        SortedPartitions.ReadEach(spread, resources.Workers, (partition, sorted) => groups.Lend(group =>
        {
            foreach (KeptGroup one in kept[partition])
            {
                ReadOnlySpan<ulong> postings = sorted.Span[one.Start..];
                HashKeys.ReadTexts(postings[..HashKeys.EndOfGroup(postings, 0)], group.Texts);
                ProposeNeighbours(group, group.Texts.BinarySearch(one.Text));
            }

            group.Writer.Flush();
        }));
    }

    private bool IsShort(int text) => common[text] > 0 && fingerprints[text] - common[text] < options.RarestKept;

    private List<KeptGroup> KeptGroups()
    {
        var found = new List<KeptGroup>[IPartitionStore.Partitions];
        var groups = new Pool<Group>(() => new Group(pairs));
        SortedPartitions.ReadEach(spread, resources.Workers, (partition, sorted) => groups.Lend(group =>
        {
            ReadOnlySpan<ulong> postings = sorted.Span;
            found[partition] = [];
            for (int start = 0; start < postings.Length;)
            {
                int end = HashKeys.EndOfGroup(postings, start);
                HashKeys.ReadTexts(postings[start..end], group.Texts);
                if (!IsRare(group))
                {
                    foreach (int text in group.Texts.Where(IsShort))
                    {
                        found[partition].Add(new KeptGroup(text, end - start, partition, start));
                    }
                }

                start = end;
            }
        }));
        return
        [
            .. found.SelectMany(groups => groups).GroupBy(group => group.Text).SelectMany(ofText => ofText
                .OrderBy(group => group.Size).ThenBy(group => group.Partition).ThenBy(group => group.Start)
                .Take(options.RarestKept - (fingerprints[ofText.Key] - common[ofText.Key]))),
        ];
    }

    private void ProposeNeighbours(Group group, int member)
    {
        for (int i = 0; i < member; i++)
        {
            if (i < NeighboursKept || i >= member - NeighboursKept)
            {
                group.Writer.Add(keys.Of(group.Texts[i], group.Texts[member]));
            }
        }
    }

    /// <summary>A common fingerprint that a text keeps, by its place in <see cref="Spread"/>.</summary>
    private readonly record struct KeptGroup(int Text, int Size, int Partition, int Start);

    private sealed class Group(IPartitionStore pairs)
    {
        public PartitionWriter Writer { get; } = new(pairs);

        public List<int> Texts { get; } = [];

        public HashSet<int> Reports { get; } = [];

        public List<ulong> Spread { get; } = [];
    }
}
