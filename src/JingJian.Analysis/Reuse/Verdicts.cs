namespace JingJian.Analysis.Reuse;

/// <summary>Two texts that share text, and how.</summary>
internal readonly record struct TextPair(int A, int B, ReuseKind Kind, double Ratio, double Cover, bool Shuffled);

/// <summary>Decides which candidates are reuse.</summary>
/// <remarks>
/// <para>Copies from end to end first: they tell which texts are related, and so which shared passages are formulas
/// of the trade (<see cref="StockPhrases"/>). Then the passages.</para>
/// </remarks>
internal sealed class Verdicts
{
    /// <summary>Copies of a text of which each is held against a reworded one: more would be the same evidence again.</summary>
    private const int CopiesHeld = 16;

    private readonly Corpus corpus;
    private readonly Postings postings;
    private readonly ReuseOptions options;
    private readonly Comparer comparer;
    private readonly Components related;
    private readonly Components copies;
    private readonly NormalizedText firstText = new();
    private readonly NormalizedText secondText = new();
    private readonly Action<int, int>? compared;
    private readonly List<TextPair> pairs = [];
    private readonly List<TextLink> links = [];
    private int read = Corpus.Excluded;

    private Verdicts(Corpus corpus, Postings postings, ReuseOptions options, Action<int, int>? compared)
    {
        this.corpus = corpus;
        this.postings = postings;
        this.options = options;
        this.compared = compared;
        comparer = new Comparer(options);
        related = new Components(corpus.Texts.Count);
        copies = new Components(corpus.Texts.Count);
    }

    /// <summary>Judges all pairs of texts that may be reuse: those that are, ascending, and of these the ones that are one text.</summary>
    /// <param name="corpus">The texts.</param>
    /// <param name="postings">Their fingerprints.</param>
    /// <param name="options">What counts.</param>
    /// <param name="compared">Told of every pair that is compared, some more than once.</param>
    public static (List<TextPair> Pairs, List<TextLink> Links) Of(Corpus corpus, Postings postings, ReuseOptions options, Action<int, int>? compared = null)
    {
        var verdicts = new Verdicts(corpus, postings, options, compared);
        var passages = new List<TextPair>();
        foreach ((int first, int second) in CandidatePairs.Of(corpus, postings, options))
        {
            Comparison found = verdicts.Judge(first, second);
            if (found.KindBy(options) is null && found.LongestRun >= ReuseOptions.RunLength)
            {
                passages.Add(new TextPair(first, second, ReuseKind.Passage, found.Ratio, found.Cover, Shuffled: false));
            }
        }

        verdicts.JudgeScattered();
        verdicts.JudgePassages(passages);
        return ([.. verdicts.pairs.Distinct().OrderBy(pair => pair.A).ThenBy(pair => pair.B)], [.. verdicts.links.Distinct()]);
    }

    private Comparison Judge(int first, int second)
    {
        compared?.Invoke(first, second);
        Read(first);
        Comparison found = comparer.Compare(corpus.Texts[second]);
        if (found.KindBy(options) is { } kind)
        {
            related.Join(first, second);
            double ratio = found.Ratio > 0 ? found.Ratio : comparer.Ratio(corpus.Texts[second]);
            pairs.Add(new TextPair(first, second, kind, ratio, found.Cover, found.Shuffled));
            if (kind == ReuseKind.Near || found.Mutual >= Comparison.OneText)
            {
                copies.Join(first, second);
                links.Add(new TextLink(first, second, Math.Max(ratio, found.Mutual)));
            }
        }

        return found;
    }

    /// <summary>One text of each group of copies is held against the others; where two are one text, so are their copies.</summary>
    private void JudgeScattered()
    {
        int[] copyOf = copies.ToArray();
        ILookup<int, int> copiesOf = Enumerable.Range(0, copyOf.Length).Where(text => copyOf[text] != text).ToLookup(text => copyOf[text]);
        foreach ((int first, int second) in ScatteredPairs.Of(corpus.Texts, Enumerable.Range(0, copyOf.Length).Where(text => copyOf[text] == text)))
        {
            compared?.Invoke(first, second);
            Read(first);
            if (!comparer.MayBeOneText(corpus.Texts[second]) || Judge(first, second).KindBy(options) is null)
            {
                continue;
            }

            foreach (int one in copiesOf[first].Take(CopiesHeld).Prepend(first))
            {
                foreach (int other in copiesOf[second].Take(CopiesHeld).Prepend(second).Where(other => (one, other) != (first, second)))
                {
                    Judge(Math.Min(one, other), Math.Max(one, other));
                }
            }
        }
    }

    private void JudgePassages(List<TextPair> passages)
    {
        var judge = new PassageJudge(new StockPhrases(postings, related.ToArray(), options), options);
        foreach (TextPair pair in passages)
        {
            Read(pair.A);
            LetterAlignment alignment = comparer.Align(corpus.Texts[pair.B], pair.Kind, pair.Shuffled);
            firstText.Read(corpus.FirstMemberOf(pair.A));
            secondText.Read(corpus.FirstMemberOf(pair.B));
            if (judge.IsEvidence(firstText, secondText, alignment))
            {
                pairs.Add(pair with { Ratio = comparer.Ratio(corpus.Texts[pair.B]) });
            }
        }
    }

    private void Read(int text)
    {
        if (read != text)
        {
            comparer.Read(corpus.Texts[text]);
            read = text;
        }
    }
}
