using JingJian.Text.Lexicons;

namespace JingJian.Text.Segmentation;

/// <summary>The most probable division of a block into dictionary words.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>get_DAG</c> and <c>calc</c>: a word has the probability frequency / total, a
/// character that starts no word stands alone with frequency 1, the route with the greatest product wins.</para>
/// <para><b>Guarantee.</b> The same sums in the same order as jieba, in double precision; of equal routes the one whose
/// first word is longer.</para>
/// <para><b>Departures.</b> The graph is never stored: going backwards, the words that start at a position are walked in
/// the trie and scored at once.</para>
/// <para><b>Cost.</b> Block length times the longest dictionary path from a position.</para>
/// </remarks>
internal static class BestRoute
{
    /// <summary>Fills the codes of <paramref name="scratch"/> for <paramref name="block"/>.</summary>
    public static void Encode(Lexicon lexicon, ReadOnlySpan<char> block, in Scratch scratch)
    {
        ReadOnlySpan<ushort> codeOf = lexicon.Codes;
        Span<ushort> codes = scratch.Codes[..block.Length];
        for (int i = 0; i < block.Length; i++)
        {
            codes[i] = codeOf[block[i]];
        }
    }

    /// <summary>Fills the codes, scores and ends of <paramref name="scratch"/> for <paramref name="block"/>.</summary>
    public static void Find(Lexicon lexicon, ReadOnlySpan<char> block, in Scratch scratch)
    {
        unchecked
        {
            ReadOnlySpan<ulong> units = lexicon.Units;
            ReadOnlySpan<double> wordScores = lexicon.Scores;
            Span<ushort> codes = scratch.Codes[..block.Length];
            Span<double> scores = scratch.Scores[..(block.Length + 1)];
            Span<int> ends = scratch.Ends[..block.Length];
            Encode(lexicon, block, scratch);
            scores[block.Length] = 0;
            for (int from = block.Length - 1; from >= 0; from--)
            {
                double best = double.NegativeInfinity;
                int bestEnd = 0;
                int childBase = DoubleArray.RootBase;
                for (int at = from; at < codes.Length;)
                {
                    ulong unit = units[childBase + codes[at]];
                    if (DoubleArray.Code(unit) != codes[at])
                    {
                        break;
                    }

                    at++;
                    int value = DoubleArray.Value(unit);
                    if (value != 0 && wordScores[value] + scores[at] is var score && score >= best)
                    {
                        best = score;
                        bestEnd = at;
                    }

                    childBase = DoubleArray.Base(unit);
                }

                scores[from] = bestEnd == 0 ? wordScores[0] + scores[from + 1] : best;
                ends[from] = bestEnd == 0 ? from + 1 : bestEnd;
            }
        }
    }
}
