using System.Collections.Frozen;
using JingJian.Text.Segmentation;

namespace JingJian.Text.Slots;

/// <summary>What kinds of words a piece is of, a bit each.</summary>
internal static class NameClasses
{
    public const uint OrganisationEnd = 1;
    public const uint ShortEnd = 1 << 1;
    public const uint PlaceEnd = 1 << 2;
    public const uint Level = 1 << 3;
    public const uint Field = 1 << 4;
    public const uint Body = 1 << 5;
    public const uint Place = 1 << 6;
    public const uint TitleBefore = 1 << 7;
    public const uint TitleAfter = 1 << 8;
    public const uint Doing = 1 << 9;
    public const uint Surname = 1 << 10;
    public const uint Foreign = 1 << 11;
    public const uint InnerVerb = 1 << 12;
    public const uint Stop = 1 << 13;
    public const uint General = 1 << 14;
    public const uint Digits = 1 << 15;
    public const uint Mark = 1 << 16;
    public const uint Latin = 1 << 17;
    public const uint Known = 1 << 18;
    public const uint NoOrganisation = 1 << 19;
    public const uint NoPlace = 1 << 20;
    public const uint WellKnown = 1 << 21;

    public const uint ShortName = 1 << 22;

    private static readonly System.Buffers.SearchValues<char> ShortNames = System.Buffers.SearchValues.Create("京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇云藏陕秦甘陇青宁新港澳台广深珠佛莞惠汕杭甬温绍嘉合芜徐连盐通泰扬常锡昆汉襄郑洛济烟潍长沈哈齐兰包呼厦成榕");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bodies = Lookup(NameWords.Bodies.Concat(NameWords.LevelBodies));
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Levels = Lookup(NameWords.Levels);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fields = Lookup(NameWords.Fields);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InnerVerbs = Lookup(NameWords.InnerVerbs);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortEnds = Lookup(NameWords.ShortEnds);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoOrganisations = Lookup(NameWords.NoOrganisations);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoPlaces = Lookup(NameWords.NoPlaces);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stops = Lookup(NameWords.Stops);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WellKnownNames = Lookup(PersonWords.WellKnown);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Doings = Lookup(PersonWords.Doings);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TitlesAfter = Lookup(PersonWords.TitlesAfter.Concat(PersonWords.Honorifics));
    private static readonly FrozenSet<char> Surnames = PersonWords.Surnames.ToFrozenSet();
    private static readonly FrozenSet<char> ForeignLetters = PersonWords.ForeignLetters.ToFrozenSet();

    public static uint Of(ReadOnlySpan<char> word, NamePiece piece, PlaceNames places)
    {
        if (!Letters.IsHan(word[0]))
        {
            return char.IsAsciiDigit(word[0]) ? Digits : char.IsAsciiLetter(word[0]) ? Latin : Mark;
        }

        return Bit(OrganisationEnd, word.EndsWithAny(NameWords.OrganisationEnds))
            | Bit(ShortEnd, ShortEnds.Contains(word))
            | Bit(PlaceEnd, word.EndsWithAny(NameWords.PlaceEnds))
            | Bit(Level, Levels.Contains(word))
            | Bit(Field, Fields.Contains(word))
            | Bit(Body, Bodies.Contains(word))
            | Bit(Place, places.Contains(word, piece.Tag))
            | Bit(TitleBefore, word.EndsWithAny(PersonWords.TitlesBefore))
            | Bit(TitleAfter, TitlesAfter.Contains(word))
            | Bit(Doing, Doings.Contains(word))
            | Bit(Surname, Surnames.Contains(word[0]))
            | Bit(Foreign, IsForeign(word))
            | Bit(InnerVerb, InnerVerbs.Contains(word))
            | Bit(Stop, Stops.Contains(word))
            | Bit(General, word is "全" or "各" or "每" or "两" or "多" or "跨" or "该" or "驻" or "本" or "我" or "我省" or "我市" or "我县" or "我区")
            | Bit(Known, piece.IsKnown)
            | Bit(NoOrganisation, NoOrganisations.Contains(word))
            | Bit(NoPlace, NoPlaces.Contains(word))
            | Bit(ShortName, word.IndexOfAnyExcept(ShortNames) < 0)
            | Bit(WellKnown, WellKnownNames.Contains(word));
    }

    private static uint Bit(uint bit, bool holds) => holds ? bit : 0;

    private static bool IsForeign(ReadOnlySpan<char> word)
    {
        foreach (char letter in word)
        {
            if (!ForeignLetters.Contains(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
