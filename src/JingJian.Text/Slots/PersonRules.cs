using System.Collections.Frozen;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Text.Slots;

/// <summary>Persons: a surname or a foreign name where a person is spoken of, 李××, 周 in 周总理.</summary>
/// <remarks>
/// <para>Three readings, the surest first: well-known names; what stands behind a title (主任倪忠礼主持); words tagged as names
/// that begin with a surname and stand where names stand. A full name found once is found wherever it stands in the text.</para>
/// </remarks>
internal sealed class PersonRules(string text, List<TaggedWord> words, Lexicon lexicon, FoundSlots found)
{
    private const int LongestForeignName = 12;

    private static readonly FrozenSet<char> Surnames = PersonWords.Surnames.ToFrozenSet();
    private static readonly FrozenSet<char> ForeignLetters = PersonWords.ForeignLetters.ToFrozenSet();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> wellKnown = PersonWords.WellKnown.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly PlaceNames places = new(lexicon);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public void Find()
    {
        for (int index = 0; index < words.Count; index++)
        {
            TextSpan span = words[index].Span;
            if (found.IsFree(span.Start, span.End))
            {
                Add(span.Start, EndOfName(index));
            }
        }

        FindAgain();
    }

    private void Add(int start, int end)
    {
        if (end - start >= 3 || (end - start == 2 && !lexicon.Contains(text.AsSpan(start, 2))))
        {
            names.Add(text[start..end]);
        }

        found.Add(SlotType.Person, start, end);
    }

    /// <summary>The end of the name that this word begins; its start when it begins none.</summary>
    private int EndOfName(int index)
    {
        int start = words[index].Span.Start;
        ReadOnlySpan<char> word = words[index].Span.In(text);
        for (int length = Math.Min(4, word.Length); length >= 2; length--)
        {
            if (wellKnown.Contains(word[..length]) && !text.AsSpan(start + length).StartsWith("主义", StringComparison.Ordinal))
            {
                return start + length;
            }
        }

        int shortened = EndOfShortened(index);
        if (shortened > start)
        {
            return shortened;
        }

        if (StartsAfter(start, PersonWords.TitlesBefore))
        {
            int behindTitle = EndBehindTitle(start);
            if (behindTitle > start)
            {
                return behindTitle;
            }
        }

        return EndOfTagged(index);
    }

    /// <summary>倪忠礼 in 主任倪忠礼主持: three characters or two, where what follows can follow a name.</summary>
    private int EndBehindTitle(int start)
    {
        int foreign = start;
        while (foreign < text.Length && foreign < start + LongestForeignName && (ForeignLetters.Contains(text[foreign]) || text[foreign] == '·'))
        {
            foreign++;
        }

        if (foreign - start >= 4 || (foreign - start == 3 && !Surnames.Contains(text[start])))
        {
            return foreign;
        }

        if (!Surnames.Contains(text[start]))
        {
            return start;
        }

        for (int length = 3; length >= 2; length--)
        {
            int end = start + length;
            if (end <= text.Length && IsHan(start, end) && !lexicon.Contains(text.AsSpan(start, length)) && CanFollow(end))
            {
                return end;
            }
        }

        return start;
    }

    /// <summary>A word that the tagger calls a person.</summary>
    private int EndOfTagged(int index)
    {
        TextSpan span = words[index].Span;
        ReadOnlySpan<char> word = span.In(text);
        bool looks = words[index].Tag is "nr" && word.Length is 2 or 3 && Surnames.Contains(word[0]);
        if (!looks || places.Contains(word, words[index].Tag) || PersonWords.NoLast.Contains(word[^1], StringComparison.Ordinal))
        {
            return span.Start;
        }

        bool begins = span.Start == 0 || !Letters.IsHan(text[span.Start - 1]);
        bool listed = begins && span.Start > 0 && text[span.Start - 1] is '、' or ';';
        bool behind = listed || StartsAfter(span.Start, PersonWords.TitlesBefore) || StartsAfter(span.Start, PersonWords.WordsBefore);
        int end = EndWithRest(index, span);
        bool common = lexicon.Frequency(word) > 100 || (word.Length == 3 && lexicon.Frequency(word[..2]) > 200);
        return (behind && !common && CanFollow(end)) || (begins && !common && StartsOneOf(end, PersonWords.Doings)) || (StartsOneOf(end, PersonWords.TitlesAfter) && !common)
            ? end
            : span.Start;
    }

    /// <summary>李广 + 苏: the dictionary cut a name of three characters after a name of two that it knows.</summary>
    private int EndWithRest(int index, TextSpan span)
    {
        bool rest = span.Length == 2 && index + 1 < words.Count && words[index + 1].Span.Length == 1
            && Letters.IsHan(text[span.End]) && !PersonWords.NoRest.Contains(text[span.End], StringComparison.Ordinal);
        return rest ? span.End + 1 : span.End;
    }

    /// <summary>张 in 张书记, 李××, 张某.</summary>
    private int EndOfShortened(int index)
    {
        int start = words[index].Span.Start, end = start + 1;
        ReadOnlySpan<char> after = text.AsSpan(end);
        if (after is ['某', ..] && (Surnames.Contains(text[start]) || text[start] is '甲' or '乙' or '丙')
            && text[start] is not ('于' or '时') && !PersonWords.NoRest.Contains(text[start], StringComparison.Ordinal))
        {
            return after is ['某', '某', ..] ? end + 2 : end + 1;
        }

        if (!Surnames.Contains(text[start]) || (start > 0 && Letters.IsHan(text[start - 1]) && words[index].Span.Length == 1 && words[index].Tag is not ("nr" or "nrt" or "nrfg")))
        {
            return start;
        }

        if (after is ['×', ..] or ['*', '*', ..] or ['x', 'x', ..] or ['X', 'X', ..])
        {
            int most = Math.Min(text.Length, end + 2);
            while (end < most && Numerals.IsMaskOrX(text[end]))
            {
                end++;
            }

            return end;
        }

        bool whole = words[index].Span.Length == 1 || words[index].Tag is "nr" or "nrt" || PersonWords.Honorifics.Contains(text[end..words[index].Span.End]);
        return whole && StartsOneOf(end, PersonWords.Honorifics) ? end : start;
    }

    /// <summary>The full names of this text at their other places.</summary>
    private void FindAgain()
    {
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = 0; names.Count > 0 && at < text.Length; at++)
        {
            for (int length = Math.Min(LongestForeignName, text.Length - at); length >= 2 && Letters.IsHan(text[at]); length--)
            {
                if (known.Contains(text.AsSpan(at, length)) && found.IsFree(at, at + length))
                {
                    found.Add(SlotType.Person, at, at + length);
                    break;
                }
            }
        }
    }

    private bool IsHan(int start, int end)
    {
        while (start < end && Letters.IsHan(text[start]))
        {
            start++;
        }

        return start == end;
    }

    /// <summary>Whether a name can end here.</summary>
    private bool CanFollow(int end) => end >= text.Length || !Letters.IsHan(text[end]) || StartsOneOf(end, PersonWords.TitlesAfter) || StartsOneOf(end, PersonWords.Doings);

    private bool StartsOneOf(int at, string[] beginnings) => text.AsSpan(at).StartsWithAny(beginnings);

    private bool StartsAfter(int at, string[] ends) => text.AsSpan(0, at).EndsWithAny(ends);
}
