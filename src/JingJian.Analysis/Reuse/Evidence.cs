using System.Collections.Immutable;

namespace JingJian.Analysis.Reuse;

/// <summary>Writes out pairs of texts as pairs of paragraphs, with spans and changes.</summary>
internal sealed class Evidence(Corpus corpus, ReuseOptions options)
{
    private readonly Comparer comparer = new(options);
    private readonly NormalizedText bufferA = new();
    private readonly NormalizedText bufferB = new();
    private readonly ImmutableArray<ReusePair>.Builder pairs = ImmutableArray.CreateBuilder<ReusePair>();
    private int read = Corpus.Excluded;

    /// <summary>All pairs of paragraphs, ordered.</summary>
    public ImmutableArray<ReusePair> Write(IReadOnlyList<TextPair> textPairs)
    {
        for (int text = 0; text < corpus.Texts.Count; text++)
        {
            WriteCopies(text);
        }

        foreach (TextPair pair in textPairs)
        {
            WriteMembers(pair);
        }

        pairs.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return pairs.DrainToImmutable();
    }

    private void WriteCopies(int text)
    {
        ReadOnlySpan<int> members = corpus.MembersOf(text);
        LetterAlignment alignment = LetterAlignment.Identity(corpus.Texts[text].Length);
        for (int i = 1; i < members.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (members.Length <= options.MaxCopiesPaired || j == 0 || j == i - 1)
                {
                    Add(members[j], members[i], new TextPair(text, text, ReuseKind.Copy, 1, 1, Shuffled: false), alignment);
                }
            }
        }
    }

    private void WriteMembers(TextPair pair)
    {
        ReadOnlySpan<int> membersA = corpus.MembersOf(pair.A);
        ReadOnlySpan<int> membersB = corpus.MembersOf(pair.B);
        bool all = (long)membersA.Length * membersB.Length <= options.MaxCopiesPaired;
        if (read != pair.A)
        {
            comparer.Read(corpus.Texts[pair.A]);
            read = pair.A;
        }

        LetterAlignment alignment = comparer.Align(corpus.Texts[pair.B], pair.Kind, pair.Shuffled);
        for (int i = 0; i < membersA.Length; i++)
        {
            for (int j = 0; j < membersB.Length; j++)
            {
                if (all || i == 0 || j == 0)
                {
                    Add(membersA[i], membersB[j], pair, alignment);
                }
            }
        }
    }

    private void Add(int a, int b, TextPair pair, LetterAlignment alignment)
    {
        if (a > b)
        {
            (a, b) = (b, a);
            alignment = alignment.Turned();
        }

        Read(bufferA, a);
        Read(bufferB, b);
        pairs.Add(new ReusePair(
            a,
            b,
            pair.Kind,
            pair.Ratio,
            pair.Cover,
            PassageSpans.Of(bufferA, bufferB, alignment),
            ChangeFinder.Find(bufferA, bufferB, alignment)));
    }

    private void Read(NormalizedText buffer, int paragraph)
    {
        if (!ReferenceEquals(buffer.Text, corpus.Paragraphs[paragraph].Text))
        {
            buffer.Read(corpus.Paragraphs[paragraph].Text);
        }
    }
}
