namespace JingJian.Analysis.Reuse;

/// <summary>Writes out the pairs of single texts.</summary>
/// <remarks><para><b>Threads.</b> An instance is a reusable buffer for one thread.</para></remarks>
internal sealed class EvidenceWriter(Corpus corpus, ReuseOptions options, Func<int, int, ReuseKind, bool> isKnown)
{
    private readonly TextComparer comparer = new(corpus, options);
    private readonly NormalizedText bufferA = new();
    private readonly NormalizedText bufferB = new();
    private readonly List<(int A, int B)> places = [];
    private int readA = Corpus.Excluded;
    private int readB = Corpus.Excluded;

    /// <summary>Adds the pairs of the paragraphs that have one text.</summary>
    public void WriteCopies(int text, List<ReusePair> pairs)
    {
        ReadOnlySpan<int> members = corpus.MembersOf(text);
        places.Clear();
        for (int i = 1; i < members.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (members.Length <= options.MaxCopiesPaired || j == 0 || j == i - 1)
                {
                    AddPlace(members[j], members[i], ReuseKind.Copy);
                }
            }
        }

        LetterAlignment identity = LetterAlignment.Identity(corpus.Texts[text].Length);
        foreach ((int one, int other) in places)
        {
            Write(one, other, ReuseKind.Copy, 1, 1, identity, pairs);
        }
    }

    /// <summary>Adds the pairs of the paragraphs that have two texts which share text.</summary>
    public void WriteMembers(TextPair pair, List<ReusePair> pairs)
    {
        ReadOnlySpan<int> membersA = corpus.MembersOf(pair.A);
        ReadOnlySpan<int> membersB = corpus.MembersOf(pair.B);
        bool all = (long)membersA.Length * membersB.Length <= options.MaxCopiesPaired;
        places.Clear();
        for (int i = 0; i < membersA.Length; i++)
        {
            for (int j = 0; j < membersB.Length; j++)
            {
                if (all || i == 0 || j == 0)
                {
                    AddPlace(membersA[i], membersB[j], pair.Kind);
                }
            }
        }

        WriteMembers(pair, ascending: true, pairs);
        WriteMembers(pair with { A = pair.B, B = pair.A }, ascending: false, pairs);
    }

    /// <summary>
    /// Two texts are aligned in the order of the paragraphs, not of the texts: which text an archive has first depends on what else is in it, and
    /// where a change may be told in two ways each pair of paragraphs is told the same way in every archive.
    /// </summary>
    private void WriteMembers(TextPair pair, bool ascending, List<ReusePair> pairs)
    {
        (double Ratio, double Cover, LetterAlignment Alignment)? measured = null;
        foreach ((int one, int other) in places)
        {
            if (one < other == ascending)
            {
                (double ratio, double cover, LetterAlignment alignment) = measured ??= comparer.Measure(pair);
                Write(Math.Min(one, other), Math.Max(one, other), pair.Kind, ratio, cover, alignment, pairs);
            }
        }
    }

    private void AddPlace(int one, int other, ReuseKind kind)
    {
        if (!isKnown(Math.Min(one, other), Math.Max(one, other), kind))
        {
            places.Add((one, other));
        }
    }

    private void Write(int a, int b, ReuseKind kind, double ratio, double cover, LetterAlignment alignment, List<ReusePair> pairs)
    {
        Read(bufferA, ref readA, a);
        Read(bufferB, ref readB, b);
        pairs.Add(new ReusePair(a, b, kind, ratio, cover, PassageSpans.Of(bufferA, bufferB, alignment), ChangeFinder.Find(bufferA, bufferB, alignment)));
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
