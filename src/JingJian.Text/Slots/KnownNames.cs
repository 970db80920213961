using System.Collections.Frozen;
using JingJian.Text.Segmentation;

namespace JingJian.Text.Slots;

/// <summary>Puts names together that the dictionary lacks: 住 + 建委 becomes 住建委, 制造 + 一 + 课 one numbered unit.</summary>
internal static class KnownNames
{
    private const int Longest = 11;
    private const int Shortest = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        NameWords.Bodies.Concat(NameWords.LevelBodies).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words with those that make a known name joined; a word cut by the end of a name keeps its rest.</summary>
    public static List<TaggedWord> Join(string text, List<TaggedWord> words)
    {
        var joined = new List<TaggedWord>(words.Count);
        int done = 0;
        foreach (TaggedWord word in words)
        {
            if (word.Span.End <= done)
            {
                continue;
            }

            TextSpan span = TextSpan.Between(Math.Max(done, word.Span.Start), word.Span.End);
            int end = EndOfName(text, span.Start);
            joined.Add(end > span.End ? new TaggedWord(TextSpan.Between(span.Start, end), "nt") : word with { Span = span });
            done = Math.Max(end, span.End);
        }

        return joined;
    }

    private static int EndOfName(string text, int start)
    {
        for (int length = Math.Min(Longest, text.Length - start); length >= Shortest; length--)
        {
            if (Names.Contains(text.AsSpan(start, length)))
            {
                return start + length;
            }
        }

        return start;
    }
}
