using System.Buffers;
using System.Diagnostics;
using JingJian.Text.Lexicons;

namespace JingJian.Text.Segmentation;

/// <summary>Words that the dictionary lacks and their parts of speech, found together by one hidden Markov model.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>posseg/viterbi.py</c>.</para>
/// <para><b>Guarantee.</b> jieba's sums in jieba's order; ties go to the last state in the order of place, then tag.</para>
/// <para><b>Departures.</b> Where no state can follow, jieba raises an error; here the sequence starts afresh. Its own
/// tables never come to that. A run of more than <see cref="MaxRun"/> characters is tagged in pieces, to bound memory.</para>
/// <para><b>Cost.</b> Run length × the squared number of states of a character (a dozen, 256 for a character that the model
/// does not know); 256 bytes for each character of the run.</para>
/// </remarks>
internal ref struct HiddenTags
{
    /// <summary>The longest run tagged at once: 16 MB of memory.</summary>
    public const int MaxRun = 1 << 16;

    private readonly TagTables tables;
    private readonly Span<double> scores;
    private readonly Span<double> nextScores;
    private readonly Span<double> emission;
    private readonly Span<byte> active;
    private readonly Span<byte> candidates;
    private int activeCount;

    private HiddenTags(TagTables tables, Span<double> numbers, Span<byte> states)
    {
        this.tables = tables;
        scores = numbers[..TagModel.MaxStates];
        nextScores = numbers.Slice(TagModel.MaxStates, TagModel.MaxStates);
        emission = numbers[(2 * TagModel.MaxStates)..];
        active = states[..TagModel.MaxStates];
        candidates = states[TagModel.MaxStates..];
    }

    /// <summary>Appends the tagged words of a run of Han characters.</summary>
    public static void Cut(TagTables tables, ReadOnlySpan<ushort> codes, int offset, List<TaggedWord> words)
    {
        Debug.Assert(codes.Length > 0, "An empty run.");
        byte[] memory = ArrayPool<byte>.Shared.Rent(codes.Length * TagModel.MaxStates);
        byte[] route = ArrayPool<byte>.Shared.Rent(codes.Length);
        var model = new HiddenTags(tables, stackalloc double[3 * TagModel.MaxStates], stackalloc byte[2 * TagModel.MaxStates]);
        model.Start(codes[0]);
        for (int i = 1; i < codes.Length; i++)
        {
            model.Step(codes[i], memory.AsSpan(i * TagModel.MaxStates, TagModel.MaxStates));
        }

        byte state = model.Best();
        for (int i = codes.Length - 1; i >= 0; i--)
        {
            route[i] = state;
            state = i == 0 ? state : memory[(i * TagModel.MaxStates) + state];
        }

        AddWords(tables, route.AsSpan(0, codes.Length), offset, words);
        ArrayPool<byte>.Shared.Return(memory);
        ArrayPool<byte>.Shared.Return(route);
    }

    private static void AddWords(TagTables tables, ReadOnlySpan<byte> route, int offset, List<TaggedWord> words)
    {
        int begin = 0;
        int covered = 0;
        for (int i = 0; i < route.Length; i++)
        {
            switch (tables.Places[route[i]])
            {
                case 'B':
                    begin = i;
                    break;
                case 'E':
                    words.Add(new TaggedWord(TextSpan.Between(offset + begin, offset + i + 1), tables.Tags[route[i]]));
                    covered = i + 1;
                    break;
                case 'S':
                    words.Add(new TaggedWord(new TextSpan(offset + i, 1), tables.Tags[route[i]]));
                    covered = i + 1;
                    break;
            }
        }

        if (covered < route.Length)
        {
            words.Add(new TaggedWord(TextSpan.Between(offset + covered, offset + route.Length), tables.Tags[route[covered]]));
        }
    }

    private void Start(ushort code)
    {
        activeCount = CandidatesOf(code);
        candidates[..activeCount].CopyTo(active);
        foreach (byte state in active[..activeCount])
        {
            scores[state] = tables.Start[state] + emission[state];
        }
    }

    private void Step(ushort code, Span<byte> memory)
    {
        int reached = Reach(CandidatesOf(code), memory);
        if (reached == 0)
        {
            reached = Reach(TryAll(), memory);
        }

        if (reached == 0)
        {
            memory.Fill(Best());
            Start(code);
            return;
        }

        activeCount = reached;
        candidates[..reached].CopyTo(active);
        nextScores.CopyTo(scores);
    }

    /// <summary>Scores the first <paramref name="count"/> candidates and keeps those that something leads to.</summary>
    private readonly int Reach(int count, Span<byte> memory)
    {
        ReadOnlySpan<double> transition = tables.Transition;
        int stateCount = tables.Places.Length;
        int reached = 0;
        for (int i = 0; i < count; i++)
        {
            byte state = candidates[i];
            double best = double.NegativeInfinity;
            foreach (byte before in active[..activeCount])
            {
                double score = scores[before] + transition[(before * stateCount) + state] + emission[state];
                if (score >= best)
                {
                    best = score;
                    memory[state] = before;
                }
            }

            if (best > double.NegativeInfinity)
            {
                nextScores[state] = best;
                candidates[reached++] = state;
            }
        }

        return reached;
    }

    private readonly int CandidatesOf(ushort code)
    {
        int count = tables.Emit(code, emission, candidates);
        return count > 0 ? count : TryAll();
    }

    private readonly int TryAll()
    {
        for (int state = 0; state < tables.Places.Length; state++)
        {
            candidates[state] = (byte)state;
        }

        return tables.Places.Length;
    }

    private readonly byte Best()
    {
        byte best = active[0];
        foreach (byte state in active[..activeCount])
        {
            best = scores[state] >= scores[best] ? state : best;
        }

        return best;
    }
}
