using JingJian.Text.Lexicons;

namespace JingJian.Text.Segmentation;

/// <summary>Every dictionary word of a block, overlapping ones too.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>__cut_all</c>: from each position all words of two characters or more; a
/// character alone where no word begins and none covers it; Latin letters and digits side by side in one piece.</para>
/// <para><b>Departures.</b> jieba glues Latin pieces together over a word in between that user dictionaries can cause
/// (z|AB|ABC|d gives zd); a word here is always a stretch of the text, so that they come out apart.</para>
/// </remarks>
internal ref struct AllWords(Lexicon lexicon, ReadOnlySpan<char> block, int offset, List<TextSpan> words, Scratch scratch)
{
    private readonly ReadOnlySpan<char> block = block;
    private readonly ReadOnlySpan<ushort> codes = scratch.Codes;
    private readonly Span<int> ends = scratch.Ends;
    private int latinStart = -1;
    private int latinEnd = -1;

    /// <summary>Appends the words of the block.</summary>
    public void Cut()
    {
        int covered = 0;
        for (int at = 0; at < block.Length; at++)
        {
            if (!Letters.IsLatinOrDigit(block[at]))
            {
                FlushLatin();
            }

            ReadOnlySpan<int> wordEnds = EndsFrom(at);
            if (wordEnds.Length == 1 && at >= covered)
            {
                covered = wordEnds[0];
                AddOnly(at, covered);
                continue;
            }

            foreach (int end in wordEnds)
            {
                if (end > at + 1)
                {
                    words.Add(TextSpan.Between(offset + at, offset + end));
                    covered = end;
                }
            }
        }

        FlushLatin();
    }

    /// <summary>Where the words from a position end, or just after it when none begins there.</summary>
    private readonly ReadOnlySpan<int> EndsFrom(int from)
    {
        ReadOnlySpan<ulong> units = lexicon.Units;
        int count = 0;
        int childBase = DoubleArray.RootBase;
        for (int at = from; at < block.Length; at++)
        {
            ulong unit = units[childBase + codes[at]];
            if (DoubleArray.Code(unit) != codes[at])
            {
                break;
            }

            if (DoubleArray.Value(unit) != 0)
            {
                ends[count++] = at + 1;
            }

            childBase = DoubleArray.Base(unit);
        }

        if (count == 0)
        {
            ends[count++] = from + 1;
        }

        return ends[..count];
    }

    /// <summary>Adds the only word from a position; one that begins with a Latin letter or digit waits for more of them.</summary>
    private void AddOnly(int start, int end)
    {
        if (!Letters.IsLatinOrDigit(block[start]))
        {
            words.Add(TextSpan.Between(offset + start, offset + end));
            return;
        }

        if (latinEnd != start)
        {
            FlushLatin();
            latinStart = start;
        }

        latinEnd = end;
    }

    private void FlushLatin()
    {
        if (latinStart >= 0)
        {
            words.Add(TextSpan.Between(offset + latinStart, offset + latinEnd));
            latinStart = latinEnd = -1;
        }
    }
}
