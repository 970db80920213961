using JingJian.Text.Lexicons;
using JingJian.Text.Sequences;

namespace JingJian.Text.Slots;

/// <summary>What the tagger of names knows before it reads a text: known places, names known in other texts, and groups of words that stand alike.</summary>
internal sealed class NameTables
{
    private const string Words = "WORD";
    private const string Groups = "WGRP";

    private readonly NameList places;
    private readonly NameList divisions;
    private readonly NameList known;
    private readonly ulong[] words;
    private readonly ushort[] groups;
    private readonly KeyTable wordTable;

    private NameTables(NameList places, NameList divisions, NameList known, ulong[] words, ushort[] groups)
    {
        (this.places, this.divisions, this.known, this.words, this.groups) = (places, divisions, known, words, groups);
        wordTable = new KeyTable(words);
    }

    /// <summary>Known places.</summary>
    public NameList Places => places;

    /// <summary>Administrative divisions.</summary>
    public NameList Divisions => divisions;

    /// <summary>Names that every reader knows.</summary>
    public NameList Known => known;

    /// <summary>Makes tables.</summary>
    /// <param name="places">Names of places, with kinds.</param>
    /// <param name="divisions">Administrative divisions, with kinds.</param>
    /// <param name="known">Names that every reader knows, with kinds.</param>
    /// <param name="words">Words with two groups, a wide one below 128 and a narrow one below 512, each from 1.</param>
    public static NameTables Of(
        IReadOnlyDictionary<string, byte> places,
        IReadOnlyDictionary<string, byte> divisions,
        IReadOnlyDictionary<string, byte> known,
        IReadOnlyDictionary<string, (int Wide, int Narrow)> words)
    {
        (ulong Key, ushort Group)[] sorted = [.. words.Select(word => (WordKey(word.Key), (ushort)((word.Value.Wide << 9) | word.Value.Narrow))).OrderBy(word => word.Item1)];
        return new NameTables(NameList.Of(places), NameList.Of(divisions), NameList.Of(known), [.. sorted.Select(word => word.Key)], [.. sorted.Select(word => word.Group)]);
    }

    /// <summary>Reads the tables of a file.</summary>
    public static NameTables Read(SectionedFile file, string name)
    {
        ulong[] words = file.Section<ulong>(Words).Span.ToArray();
        ushort[] groups = file.Section<ushort>(Groups).Span.ToArray();
        return words.Length == groups.Length
            ? new NameTables(NameList.Read(file, "PL", name), NameList.Read(file, "DV", name), NameList.Read(file, "KN", name), words, groups)
            : throw new CorruptArtifactException(name, $"{words.Length} 个词类", $"{groups.Length}");
    }

    /// <summary>The tables as sections of a file.</summary>
    public IReadOnlyList<(string Tag, ReadOnlyMemory<byte> Payload)> Sections() =>
        [.. places.Sections("PL"), .. divisions.Sections("DV"), .. known.Sections("KN"), SectionedFile.Section<ulong>(Words, words), SectionedFile.Section<ushort>(Groups, groups)];

    /// <summary>The groups of a word, 0 and 0 when it has none. All numbers are one word.</summary>
    public (int Wide, int Narrow) GroupsOf(ReadOnlySpan<char> word)
    {
        int index = wordTable.IndexOf(WordKey(char.IsAsciiDigit(word[0]) ? "0" : word));
        return index < 0 ? (0, 0) : (groups[index] >> 9, groups[index] & 511);
    }

    private static ulong WordKey(ReadOnlySpan<char> word) => FeatureKey.Of(word);
}
