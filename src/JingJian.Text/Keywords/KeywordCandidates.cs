using System.Collections.Frozen;

namespace JingJian.Text.Keywords;

/// <summary>Which words may be keywords at all.</summary>
internal static class KeywordCandidates
{
    // jieba's own list, English only: Chinese function words have one character or a low document frequency weight.
    private static readonly FrozenSet<string> StopWords = new[]
    {
        "the", "of", "is", "and", "to", "in", "that", "we", "for", "an", "are", "by", "be", "as", "on",
        "with", "can", "if", "from", "which", "you", "it", "this", "then", "at", "have", "all", "not", "one", "has", "or",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWord = StopWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/> has two characters or more, not counting blanks, and is no function word.</summary>
    public static bool Admits(ReadOnlySpan<char> word) =>
        word.Length >= 2 && !char.IsSurrogate(word[0]) && !char.IsWhiteSpace(word[0]) && !StopWord.Contains(word);
}
