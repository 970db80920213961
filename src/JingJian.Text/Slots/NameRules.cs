using System.Collections.Frozen;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Text.Slots;

/// <summary>Organisations and places: a word that anchors a name, and the words after it up to the last that ends one.</summary>
/// <remarks>
/// <para>Example: 温州市 (place) 住建委 (body) is an organisation; 银川 (place) 河东 国际机场 (facility) is a place; 支行 工会 has no anchor.</para>
/// </remarks>
internal sealed class NameRules(string text, List<TaggedWord> words, Lexicon lexicon, FoundSlots found)
{
    private const int LongestName = 20;
    private const int MostWords = 8;
    private const int LongestFacilityName = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bodies = NameWords.Bodies.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Levels = NameWords.Levels.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LevelBodies = NameWords.LevelBodies.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fields = NameWords.Fields.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InnerVerbs = NameWords.InnerVerbs.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortEnds = NameWords.ShortEnds.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoOrganisations = NameWords.NoOrganisations.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stops = NameWords.Stops.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Wide = NameWords.Wide.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly PlaceNames places = new(lexicon);

    /// <summary>What a word can begin.</summary>
    private enum Anchor
    {
        None,

        /// <summary>A place, or a body of that place.</summary>
        Place,

        /// <summary>A body by itself, or an office of it.</summary>
        Body,

        /// <summary>区 in 区水务局: a body follows.</summary>
        Level,

        /// <summary>教育 in 教育工会: a body follows at once.</summary>
        Field,

        /// <summary>国际 in 国际展览局: a body follows.</summary>
        Wide,

        /// <summary>澄合 in 澄合矿务局: no word of the dictionary; a body follows.</summary>
        Unheard,
    }

    /// <summary>The words of a plain text, those that make a known name joined.</summary>
    public static List<TaggedWord> Words(string text, Tagger tagger)
    {
        var words = new List<TaggedWord>();
        tagger.Cut(text, words);
        return KnownNames.Join(text, words);
    }

    /// <summary>Adds all names that rules find: persons, numbered units, railways and roads, organisations and places.</summary>
    public static void FindAll(string text, List<TaggedWord> words, Lexicon lexicon, FoundSlots found)
    {
        new PersonRules(text, words, lexicon, found).Find();
        NumberedUnits.Find(text, words, found);
        LineNames.Find(text, words, found);
        new NameRules(text, words, lexicon, found).Find();
    }

    public void Find()
    {
        for (int index = 0; index < words.Count;)
        {
            index = found.IsFree(words[index].Span.Start, words[index].Span.End) ? Step(index) : index + 1;
        }
    }

    private int Step(int index)
    {
        Anchor anchor = AnchorAt(index);
        if (anchor == Anchor.None)
        {
            return index + 1;
        }

        (int last, SlotType? type) = Extend(index, anchor);
        if (type is null)
        {
            return index + 1;
        }

        found.Add(type.Value, StartOf(index), words[last].Span.End);
        return last + 1;
    }

    private Anchor AnchorAt(int index)
    {
        ReadOnlySpan<char> word = Word(index);
        string tag = words[index].Tag;
        if (Bodies.Contains(word) || (LevelBodies.Contains(word) && !IsGeneral(index)))
        {
            return Anchor.Body;
        }

        if (Levels.Contains(word) || word is ['我' or '本', '省' or '市' or '县' or '区' or '镇' or '乡'])
        {
            return IsGeneral(index) ? Anchor.None : Anchor.Level;
        }

        if (places.Contains(word, tag) && !IsIdea(index))
        {
            return Anchor.Place;
        }

        return tag == "nt" && word.Length >= 3 && IsOrganisationEnd(word) ? Anchor.Body
            : (Wide.Contains(word) && !IsIdea(index)) || word is ['国', '际', ..] ? Anchor.Wide
            : IsField(word) && !IsGeneral(index) ? Anchor.Field
            : IsUnheard(word, tag) ? Anchor.Unheard
            : Anchor.None;
    }

    /// <summary>The name begins after 我 or 本 in 我区.</summary>
    private int StartOf(int index) => Word(index) is ['我' or '本', '省' or '市' or '县' or '区' or '镇' or '乡'] ? words[index].Span.End - 1 : words[index].Span.Start;

    /// <summary>Whether 全, 各 or the like before a word makes it any or all of a kind.</summary>
    private bool IsGeneral(int index)
    {
        int start = words[index].Span.Start;
        return start > 0 && text[start - 1] is '全' or '各' or '每' or '两' or '多' or '跨' or '级' or '城' or '都' or '该' or '外' or '驻';
    }

    /// <summary>中国 in 中国特色.</summary>
    private bool IsIdea(int index) =>
        Word(index) is "中国" && text.AsSpan(words[index].Span.End).StartsWithAny(NameWords.AfterCountry);

    private static bool IsField(ReadOnlySpan<char> word) => Fields.Contains(word) || IsFieldBody(word);

    private static bool IsFieldBody(ReadOnlySpan<char> word) => word is [_, _, .., '局' or '厅' or '委'] && Fields.Contains(word[..^1]);

    /// <summary>The last word of the name that begins at <paramref name="first"/>, and what it names; null when nothing.</summary>
    private (int Last, SlotType? Type) Extend(int first, Anchor anchor)
    {
        (int last, SlotType? type) = anchor switch
        {
            Anchor.Body => (first, SlotType.Organisation),
            Anchor.Place => (first, SlotType.Place),
            Anchor.Field when IsFieldBody(Word(first)) => (first, SlotType.Organisation),
            _ => (first, (SlotType?)null),
        };
        if (anchor == Anchor.Place && FacilityFrom(first) is int facility)
        {
            return (facility, SlotType.Place);
        }

        if (PlaceNames.IsRegion(Word(first)))
        {
            return (last, type);
        }

        for (int index = first + 1; index < words.Count && index < first + MostWords; index++)
        {
            if (words[index].Span.End - words[first].Span.Start > LongestName || !Continues(index, first, anchor))
            {
                break;
            }

            ReadOnlySpan<char> word = Word(index);
            if (EndsOrganisation(index, first, anchor))
            {
                (last, type) = (index, SlotType.Organisation);
            }
            else if (anchor == Anchor.Place && word.EndsWithAny(NameWords.PlaceEnds) && word is not ("城市" or "地区"))
            {
                (last, type) = (index, SlotType.Place);
            }
        }

        return (last, type);
    }

    private bool EndsOrganisation(int index, int first, Anchor anchor)
    {
        ReadOnlySpan<char> word = Word(index);
        return anchor switch
        {
            Anchor.Field => index == first + 1 && (word is "局" or "厅" or "委" or "工会" || (word is [_, _, '局' or '厅' or '委' or '处'] && IsField(word[..^1]))),
            Anchor.Unheard => index <= first + 2 && word.Length >= 2 && IsOrganisationEnd(word) || index == first + 1 && word is "公司" or "集团" or "医院" || (index == first + 2 && word is "工会" && Word(first + 1) is "车间"),
            Anchor.Wide => word is [.., '局' or '委' or '署' or '行'] or "委员会" or "组织部" or "宣传部" or "总工会" or "协会" or "总公司" or "公司" && !IsOther(word),
            _ => word.EndsWithAny(NameWords.OrganisationEnds) && !IsOther(word) || ShortEnds.Contains(word) || IsOffice(word) || Bodies.Contains(word) || LevelBodies.Contains(word),
        };
    }

    /// <summary>法规处, 法制办.</summary>
    private static bool IsOffice(ReadOnlySpan<char> word) => word is [_, _, .., '处' or '办'];

    private bool IsUnheard(ReadOnlySpan<char> word, string tag) =>
        word.Length is 2 or 3 && Letters.IsHan(word[0]) && tag is not ("m" or "t" or "x" or "r" or "eng") && !lexicon.Contains(word);

    /// <summary>The word that ends a facility named after a place, when one begins within five characters: 无锡 + 硕放 + 机场.</summary>
    private int? FacilityFrom(int first)
    {
        int end = words[first].Span.End;
        for (int index = first + 1; index < words.Count && words[index].Span.Start <= end + LongestFacilityName; index++)
        {
            if (!Letters.IsHan(text[words[index].Span.Start]) || Word(index) is "的" or "和" or "至" or "到" or "在" or "与" or "及" or "等" or "是" || Stops.Contains(Word(index)))
            {
                return null;
            }

            foreach (string facility in NameWords.Facilities)
            {
                int start = words[index].Span.Start;
                if (text.AsSpan(start).StartsWith(facility, StringComparison.Ordinal) && LastWithin(index, start + facility.Length) is int last)
                {
                    return last;
                }
            }
        }

        return null;
    }

    /// <summary>The word that ends exactly there.</summary>
    private int? LastWithin(int index, int end)
    {
        while (index < words.Count && words[index].Span.End < end)
        {
            index++;
        }

        return index < words.Count && words[index].Span.End == end ? index : null;
    }

    /// <summary>Words such as 大局 that only look like a body.</summary>
    private static bool IsOther(ReadOnlySpan<char> word) => word is [.., '局'] or [.., '中', '心'] && word.Length > 2 && NoOrganisations.Contains(word) || word is "副中心" or "中心城";

    /// <summary>Whether a word can stand inside a name.</summary>
    private bool Continues(int index, int first, Anchor anchor)
    {
        TextSpan span = words[index].Span;
        if (!found.IsFree(span.Start, span.End))
        {
            return false;
        }

        ReadOnlySpan<char> word = Word(index);
        string tag = words[index].Tag;
        if (Stops.Contains(word))
        {
            return false;
        }

        if (Bodies.Contains(word) || LevelBodies.Contains(word))
        {
            // 温州市 + 住建委, 凯里 + 市委; but 省委 + 省政府 are two.
            return anchor is Anchor.Place or Anchor.Level && index == first + 1;
        }

        if (places.Contains(word, tag))
        {
            // A second place goes on as one with the first, 青州 + 弥河; a region only inside a division or in a facility's name.
            bool inside = index == first + 1 && (Word(first)[^1] is '省' or '市' or '县' or '区' or '州' or '镇' or '乡' || IsFacility(index + 1) || !PlaceNames.IsRegion(word));
            return anchor == Anchor.Place && inside;
        }

        bool unknown = anchor == Anchor.Place && word.Length <= 3 && Letters.IsHan(word[0]) && !lexicon.Contains(word);
        return tag is "n" or "nz" or "nt" or "ng" or "b" or "j" or "l" or "nr" or "nrt" or "s" or "f" or "zg" or "an"
            || unknown || Levels.Contains(word) || InnerVerbs.Contains(word) || ShortEnds.Contains(word) || IsOrganisationEnd(word) || IsJoin(index, word);
    }

    /// <summary>和 in 人力资源和社会保障局.</summary>
    private bool IsJoin(int index, ReadOnlySpan<char> word) =>
        word is "和" && index > 0 && Word(index - 1) is "资源" or "人力资源" or "发展" or "住房" or "卫生" or "国土";

    private bool IsFacility(int index) =>
        index < words.Count && Word(index).Length >= 2 && Word(index).EndsWithAny(NameWords.PlaceEnds) && !places.Contains(Word(index), words[index].Tag);

    private static bool IsOrganisationEnd(ReadOnlySpan<char> word) => word.EndsWithAny(NameWords.OrganisationEnds) && !NoOrganisations.Contains(word);

    private ReadOnlySpan<char> Word(int index) => words[index].Span.In(text);
}
