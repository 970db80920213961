namespace JingJian.Text.Segmentation;

/// <summary>Takes the best route as it is, but joins Latin letters and digits that stand side by side.</summary>
/// <remarks><b>Source.</b> jieba 0.42.1, <c>__cut_DAG_NO_HMM</c>.</remarks>
internal static class LatinJoiner
{
    /// <summary>Appends the words of a block.</summary>
    public static void Cut(ReadOnlySpan<char> block, int offset, List<TextSpan> words, ReadOnlySpan<int> ends)
    {
        for (int at = 0; at < block.Length;)
        {
            int start = at;
            (at, _) = Next(block, ends, start);
            words.Add(TextSpan.Between(offset + start, offset + at));
        }
    }

    /// <summary>Where the word from <paramref name="start"/> ends, and whether it is joined Latin rather than a word of the route.</summary>
    public static (int End, bool IsLatin) Next(ReadOnlySpan<char> block, ReadOnlySpan<int> ends, int start)
    {
        int end = start;
        while (end < block.Length && ends[end] == end + 1 && Letters.IsLatinOrDigit(block[end]))
        {
            end++;
        }

        return end > start ? (end, true) : (ends[start], false);
    }
}
