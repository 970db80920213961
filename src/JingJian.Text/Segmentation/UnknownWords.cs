using JingJian.Text.Lexicons;

namespace JingJian.Text.Segmentation;

/// <summary>Takes the words of the best route, and looks for unknown ones where it leaves single characters.</summary>
/// <remarks><b>Source.</b> jieba 0.42.1, <c>__cut_DAG</c> and <c>finalseg.cut</c>.</remarks>
internal readonly ref struct UnknownWords(
    Lexicon lexicon, ReadOnlySpan<char> block, int offset, List<TextSpan> words, Scratch scratch)
{
    private readonly ReadOnlySpan<char> block = block;
    private readonly ReadOnlySpan<ushort> codes = scratch.Codes;
    private readonly ReadOnlySpan<int> ends = scratch.Ends;
    private readonly Span<byte> states = scratch.States;

    /// <summary>Appends the words of the block.</summary>
    public void Cut()
    {
        var walk = new RouteWalk(lexicon, block, ends);
        while (walk.Next())
        {
            if (walk.IsUnknown)
            {
                Recognise(walk.Start, walk.End);
            }
            else if (walk.IsRun)
            {
                AddEach(walk.Start, walk.End);
            }
            else
            {
                Add(walk.Start, walk.End);
            }
        }
    }

    private void AddEach(int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            Add(at, at + 1);
        }
    }

    private void Recognise(int start, int end)
    {
        for (int at = start; at < end;)
        {
            int from = at;
            bool han = Letters.IsHan(block[at]);
            while (at < end && Letters.IsHan(block[at]) == han)
            {
                at++;
            }

            if (han)
            {
                int first = words.Count;
                HiddenWords.Cut(lexicon, codes[from..at], states, offset + from, words);
                Divide(first);
            }
            else
            {
                CutLatin(from, at);
            }
        }
    }

    /// <summary>Divides the words from <paramref name="first"/> on that a user dictionary took out.</summary>
    private void Divide(int first)
    {
        if (lexicon.Divided.Count == 0)
        {
            return;
        }

        TextSpan[] found = [.. words.Skip(first)];
        words.RemoveRange(first, found.Length);
        foreach (TextSpan word in found)
        {
            int start = word.Start - offset, end = word.End - offset;
            if (lexicon.Divided.Contains(block[start..end].ToString()))
            {
                AddEach(start, end);
            }
            else
            {
                Add(start, end);
            }
        }
    }

    /// <summary>Divides at <c>[a-zA-Z0-9]+(?:\.\d+)?%?</c>; what lies between the matches stays in one piece.</summary>
    private void CutLatin(int start, int end)
    {
        int rest = start;
        for (int at = start; at < end;)
        {
            if (!Letters.IsLatinOrDigit(block[at]))
            {
                at++;
                continue;
            }

            if (at > rest)
            {
                Add(rest, at);
            }

            rest = EndOfNumber(at, end);
            Add(at, rest);
            at = rest;
        }

        if (end > rest)
        {
            Add(rest, end);
        }
    }

    private int EndOfNumber(int at, int end)
    {
        while (at < end && Letters.IsLatinOrDigit(block[at]))
        {
            at++;
        }

        if (at + 1 < end && block[at] == '.' && char.IsAsciiDigit(block[at + 1]))
        {
            at += 2;
            while (at < end && char.IsAsciiDigit(block[at]))
            {
                at++;
            }
        }

        return at < end && block[at] == '%' ? at + 1 : at;
    }

    private void Add(int start, int end) => words.Add(TextSpan.Between(offset + start, offset + end));
}
