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
            while (at < block.Length && ends[at] == at + 1 && Letters.IsLatinOrDigit(block[at]))
            {
                at++;
            }

            if (at == start)
            {
                at = ends[at];
            }

            words.Add(TextSpan.Between(offset + start, offset + at));
        }
    }
}
