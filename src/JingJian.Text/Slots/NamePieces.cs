using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Text.Slots;

/// <summary>A piece of a text for the tagger of names: a word, a part of one, or a character of a word that no dictionary has.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Word">The word it is of.</param>
/// <param name="Tag">The part of speech of that word.</param>
/// <param name="IsKnown">Whether the dictionary has that word.</param>
internal readonly record struct NamePiece(TextSpan Span, TextSpan Word, string Tag, bool IsKnown);

/// <summary>Cuts words smaller, so that names begin and end where pieces do.</summary>
/// <remarks>区委书记 is 区委 and 书记, 胡校长 is 胡 and 校长; what is unknown may be cut wrongly, so it falls into characters.</remarks>
internal static class NamePieces
{
    private static readonly string[] Behind =
    [
        "总书记", "书记", "主席", "常委", "代表", "委员", "部长", "省长", "市长", "县长", "区长", "镇长", "乡长", "局长", "厅长", "处长", "科长", "主任", "院长", "校长", "厂长", "矿长", "行长", "会长", "队长",
        "经理", "老师", "教授", "师傅", "先生", "女士", "同志", "总理", "总统", "首相", "地区", "高校", "同胞", "官兵", "提案", "人", "籍", "片区", "段", "方面",
    ];

    /// <summary>What the last character of a word after a name does when the name took its first: 吴景 + 明说.</summary>
    private const string Doings = "说称在为家任率就对";

    public static void Cut(string text, List<TaggedWord> words, Lexicon lexicon, List<NamePiece> pieces)
    {
        string tagBefore = "";
        foreach (TaggedWord word in words)
        {
            bool behindName = tagBefore is "nr" && word.Span.Length == 2 && Doings.Contains(word.Span.In(text)[1], StringComparison.Ordinal);
            tagBefore = word.Tag;
            ReadOnlySpan<char> letters = word.Span.In(text);
            bool han = Letters.IsHan(letters[0]);
            bool known = !han || lexicon.Contains(letters);
            if ((!known || behindName) && letters.Length > 1)
            {
                AddCharacters(text, word, pieces);
            }
            else if (han && letters.Length > 2 && Cutting(letters, lexicon) is int at and > 0)
            {
                pieces.Add(new NamePiece(new TextSpan(word.Span.Start, at), word.Span, word.Tag, known));
                pieces.Add(new NamePiece(TextSpan.Between(word.Span.Start + at, word.Span.End), word.Span, word.Tag, known));
            }
            else
            {
                pieces.Add(new NamePiece(word.Span, word.Span, word.Tag, known));
            }
        }
    }

    private static int Cutting(ReadOnlySpan<char> word, Lexicon lexicon)
    {
        foreach (string behind in Behind)
        {
            if (word.EndsWith(behind, StringComparison.Ordinal))
            {
                int rest = word.Length - behind.Length;
                return rest > 0 && (behind.Length >= 2 || lexicon.Tag(word[..rest]) is "ns") ? rest : 0;
            }
        }

        return 0;
    }

    private static void AddCharacters(string text, TaggedWord word, List<NamePiece> pieces)
    {
        for (int at = word.Span.Start; at < word.Span.End;)
        {
            int length = char.IsHighSurrogate(text[at]) && at + 1 < word.Span.End ? 2 : 1;
            pieces.Add(new NamePiece(new TextSpan(at, length), word.Span, word.Tag, false));
            at += length;
        }
    }
}
