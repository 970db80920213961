namespace JingJian.Analysis.Reuse;

/// <summary>Writes out the pairs of single texts.</summary>
/// <remarks><para><b>Threads.</b> An instance is a reusable buffer for one thread.</para></remarks>
internal sealed class EvidenceWriter(Corpus corpus, ReuseOptions options)
{
    private readonly TextComparer comparer = new(corpus, options);
    private readonly NormalizedText bufferA = new();
    private readonly NormalizedText bufferB = new();
    private int readA = Corpus.Excluded;
    private int readB = Corpus.Excluded;

    /// <summary>Adds the pairs of the paragraphs that have one text.</summary>
    public void WriteCopies(int text, List<ReusePair> pairs)
    {
        ReadOnlySpan<int> members = corpus.MembersOf(text);
        if (members.Length < 2)
        {
            return;
        }

        LetterAlignment alignment = LetterAlignment.Identity(corpus.Texts[text].Length);
        for (int i = 1; i < members.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Evidence.IsTold(j, i, members.Length, options))
                {
                    pairs.Add(Pair(members[j], members[i], ReuseKind.Copy, (1, 1), alignment));
                }
            }
        }
    }

    /// <summary>Adds the pairs of the paragraphs that have two texts which share text.</summary>
    public void WriteMembers(TextPair pair, List<ReusePair> pairs)
    {
        ReadOnlySpan<int> membersA = corpus.MembersOf(pair.A);
        ReadOnlySpan<int> membersB = corpus.MembersOf(pair.B);
        bool all = (long)membersA.Length * membersB.Length <= options.MaxCopiesPaired;
        (double ratio, double cover, LetterAlignment alignment) = comparer.Measure(pair);
        for (int i = 0; i < membersA.Length; i++)
        {
            for (int j = 0; j < membersB.Length; j++)
            {
                if (all || i == 0 || j == 0)
                {
                    pairs.Add(membersA[i] < membersB[j]
                        ? Pair(membersA[i], membersB[j], pair.Kind, (ratio, cover), alignment)
                        : Pair(membersB[j], membersA[i], pair.Kind, (ratio, cover), alignment.Turned()));
                }
            }
        }
    }

    private ReusePair Pair(int a, int b, ReuseKind kind, (double Ratio, double Cover) measures, LetterAlignment alignment)
    {
        Read(bufferA, ref readA, a);
        Read(bufferB, ref readB, b);
        return new ReusePair(
            a, b, kind, measures.Ratio, measures.Cover, PassageSpans.Of(bufferA, bufferB, alignment), ChangeFinder.Find(bufferA, bufferB, alignment));
    }

    private void Read(NormalizedText buffer, ref int read, int paragraph)
    {
        if (read != paragraph)
        {
            buffer.Read(corpus.Paragraphs[paragraph].Text);
            read = paragraph;
        }
    }
}
