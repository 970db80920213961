using System.Diagnostics;
using JingJian.Text.Lexicons;

namespace JingJian.Text.Segmentation;

/// <summary>Words that the dictionary lacks, found by a hidden Markov model over characters.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>finalseg</c>: each character begins a word, is inside or ends one, or is a word
/// (B M E S); the most probable sequence of places, by Viterbi, gives the words.</para>
/// <para><b>Guarantee.</b> jieba's sums in jieba's order. Ties are frequent, because the stand-in for the logarithm of
/// zero swallows everything added to it; they are broken as jieba does, by the letter: B &lt; E &lt; M &lt; S.</para>
/// <para><b>Cost.</b> Linear.</para>
/// </remarks>
internal static class HiddenWords
{
    // What is remembered of a position: for each place the one of its two predecessors that won.
    private const byte BeginAfterSingle = 1;
    private const byte MiddleAfterMiddle = 2;
    private const byte SingleAfterSingle = 4;
    private const byte EndAfterMiddle = 8;

    private enum Place : byte
    {
        Begin,
        Middle,
        End,
        Single,
    }

    /// <summary>Appends the words of a run of Han characters.</summary>
    /// <param name="lexicon">Holds the model.</param>
    /// <param name="codes">The codes of the run.</param>
    /// <param name="states">At least as long as the run; overwritten.</param>
    /// <param name="offset">Where the run stands in the text.</param>
    /// <param name="words">Receives the words.</param>
    public static void Cut(Lexicon lexicon, ReadOnlySpan<ushort> codes, Span<byte> states, int offset, List<TextSpan> words)
    {
        Debug.Assert(codes.Length > 0, "An empty run.");
        states = states[..codes.Length];
        Place last = Forward(lexicon, codes, states);
        Backward(states, last);
        int begin = 0;
        for (int i = 0; i < states.Length; i++)
        {
            switch ((Place)states[i])
            {
                case Place.Begin:
                    begin = i;
                    break;
                case Place.End:
                    words.Add(new TextSpan(offset + begin, i + 1 - begin));
                    break;
                case Place.Single:
                    words.Add(new TextSpan(offset + i, 1));
                    break;
            }
        }
    }

    /// <summary>Fills <paramref name="memory"/> and returns the place of the last character.</summary>
    private static Place Forward(Lexicon lexicon, ReadOnlySpan<ushort> codes, Span<byte> memory)
    {
        ReadOnlySpan<double> emission = lexicon.Emission;
        ReadOnlySpan<double> start = lexicon.Start;
        ReadOnlySpan<double> transition = lexicon.Transition;
        double beginToMiddle = transition[1], beginToEnd = transition[2];
        double middleToMiddle = transition[5], middleToEnd = transition[6];
        double endToBegin = transition[8], endToSingle = transition[11];
        double singleToBegin = transition[12], singleToSingle = transition[15];

        ReadOnlySpan<double> row = emission.Slice(codes[0] * 4, 4);
        double begin = start[0] + row[0], middle = start[1] + row[1], end = start[2] + row[2], single = start[3] + row[3];
        for (int i = 1; i < codes.Length; i++)
        {
            row = emission.Slice(codes[i] * 4, 4);
            double beginAfterEnd = end + endToBegin + row[0], beginAfterSingle = single + singleToBegin + row[0];
            double middleAfterBegin = begin + beginToMiddle + row[1], middleAfterMiddle = middle + middleToMiddle + row[1];
            double endAfterBegin = begin + beginToEnd + row[2], endAfterMiddle = middle + middleToEnd + row[2];
            double singleAfterEnd = end + endToSingle + row[3], singleAfterSingle = single + singleToSingle + row[3];
            byte won = 0;
            begin = Later(beginAfterEnd, beginAfterSingle, BeginAfterSingle, ref won);
            middle = Later(middleAfterBegin, middleAfterMiddle, MiddleAfterMiddle, ref won);
            end = Later(endAfterBegin, endAfterMiddle, EndAfterMiddle, ref won);
            single = Later(singleAfterEnd, singleAfterSingle, SingleAfterSingle, ref won);
            memory[i] = won;
        }

        return single >= end ? Place.Single : Place.End;
    }

    /// <summary>The greater of two scores; a tie goes to the later letter, whose bit is then set.</summary>
    private static double Later(double earlier, double later, byte bit, ref byte won)
    {
        if (later >= earlier)
        {
            won |= bit;
            return later;
        }

        return earlier;
    }

    /// <summary>Replaces what was remembered by the places of the best route.</summary>
    private static void Backward(Span<byte> memory, Place last)
    {
        for (int i = memory.Length - 1; i >= 0; i--)
        {
            byte won = memory[i];
            memory[i] = (byte)last;
            last = last switch
            {
                Place.Begin => (won & BeginAfterSingle) != 0 ? Place.Single : Place.End,
                Place.Middle => (won & MiddleAfterMiddle) != 0 ? Place.Middle : Place.Begin,
                Place.End => (won & EndAfterMiddle) != 0 ? Place.Middle : Place.Begin,
                _ => (won & SingleAfterSingle) != 0 ? Place.Single : Place.End,
            };
        }
    }
}
