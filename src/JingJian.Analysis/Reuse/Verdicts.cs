namespace JingJian.Analysis.Reuse;

/// <summary>Two texts that share text, and how.</summary>
internal readonly record struct TextPair(int A, int B, ReuseKind Kind, double Ratio, double Cover);

/// <summary>Decides which candidates are reuse.</summary>
/// <remarks>
/// <para>Copies from end to end first: they tell which texts are related, and so which shared passages are formulas
/// of the trade (<see cref="StockPhrases"/>). Then the passages.</para>
/// </remarks>
internal sealed class Verdicts
{
    /// <summary>Texts of which each stands in the other are one text, in whatever order their sentences come.</summary>
    private const double MutualCover = 0.8;

    private readonly Corpus corpus;
    private readonly Postings postings;
    private readonly ReuseOptions options;
    private readonly Comparer comparer;
    private readonly Components components;
    private readonly List<TextPair> pairs = [];
    private readonly List<TextLink> links = [];
    private int read = Corpus.Excluded;

    private Verdicts(Corpus corpus, Postings postings, ReuseOptions options)
    {
        this.corpus = corpus;
        this.postings = postings;
        this.options = options;
        comparer = new Comparer(options);
        components = new Components(corpus.Texts.Count);
    }

    /// <summary>Judges all pairs of texts that share a fingerprint: those that are reuse, ascending, and of these the ones that are one text.</summary>
    public static (List<TextPair> Pairs, List<TextLink> Links) Of(Corpus corpus, Postings postings, ReuseOptions options)
    {
        var verdicts = new Verdicts(corpus, postings, options);
        var passages = new List<TextPair>();
        foreach ((int first, int second) in CandidatePairs.Of(corpus, postings, options))
        {
            verdicts.Judge(first, second, passages);
        }

        verdicts.JudgePassages(passages);
        verdicts.pairs.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return (verdicts.pairs, verdicts.links);
    }

    private void Judge(int first, int second, List<TextPair> passages)
    {
        Read(first);
        Comparison found = comparer.Compare(corpus.Texts[second]);
        if (found.KindBy(options) is { } kind)
        {
            components.Join(first, second);
            double ratio = found.Ratio > 0 ? found.Ratio : comparer.Ratio(corpus.Texts[second]);
            pairs.Add(new TextPair(first, second, kind, ratio, found.Cover));
            if (kind == ReuseKind.Near || found.Mutual >= MutualCover)
            {
                links.Add(new TextLink(first, second, Math.Max(ratio, found.Mutual)));
            }
        }
        else if (found.LongestRun >= ReuseOptions.RunLength)
        {
            passages.Add(new TextPair(first, second, ReuseKind.Passage, found.Ratio, found.Cover));
        }
    }

    private void JudgePassages(List<TextPair> passages)
    {
        var judge = new PassageJudge(new StockPhrases(postings, components.ToArray(), options), options);
        foreach (TextPair pair in passages)
        {
            Read(pair.A);
            LetterAlignment alignment = comparer.Align(corpus.Texts[pair.B], pair.Kind);
            if (judge.IsEvidence(corpus.Texts[pair.A], alignment))
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
