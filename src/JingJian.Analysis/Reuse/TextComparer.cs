namespace JingJian.Analysis.Reuse;

/// <summary>Compares texts of a corpus by number, one text with several in a row.</summary>
/// <remarks><para><b>Threads.</b> An instance is a reusable buffer for one thread.</para></remarks>
internal sealed class TextComparer(Corpus corpus, ReuseOptions options)
{
    private readonly Comparer comparer = new(options);
    private readonly NormalizedText firstText = new();
    private readonly NormalizedText secondText = new();
    private int read = Corpus.Excluded;

    /// <summary>What two texts share.</summary>
    public Comparison Compare(int first, int second)
    {
        Read(first);
        return comparer.Compare(corpus.Texts[second]);
    }

    /// <summary>Whether two texts have letters enough in common to be one.</summary>
    public bool MayBeOneText(int first, int second)
    {
        Read(first);
        return comparer.MayBeOneText(corpus.Texts[second]);
    }

    /// <summary>Whether a passage that two texts share is evidence.</summary>
    public bool SharesEvidence(TextPair pair, PassageJudge judge)
    {
        LetterAlignment alignment = Align(pair);
        firstText.Read(corpus.FirstMemberOf(pair.A));
        secondText.Read(corpus.FirstMemberOf(pair.B));
        return judge.IsEvidence(firstText, secondText, alignment);
    }

    /// <summary>Which letters of two texts correspond.</summary>
    public LetterAlignment Align(TextPair pair)
    {
        Read(pair.A);
        return comparer.Align(corpus.Texts[pair.B], pair.Kind, pair.Shuffled);
    }

    /// <summary>What is reported for a pair: both figures, and which letters correspond.</summary>
    public (double Ratio, double Cover, LetterAlignment Alignment) Measure(TextPair pair)
    {
        LetterAlignment alignment = Align(pair);
        double ratio = pair.Kind == ReuseKind.Near ? pair.Likeness : comparer.Ratio(corpus.Texts[pair.B]);
        return (ratio, comparer.Cover(corpus.Texts[pair.B], alreadyFound: !pair.Shuffled), alignment);
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
