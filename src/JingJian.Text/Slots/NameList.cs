using JingJian.Text.Lexicons;
using JingJian.Text.Sequences;

namespace JingJian.Text.Slots;

/// <summary>Names with a kind from 1 to 63 each, known by their keys.</summary>
internal sealed class NameList
{
    private const int LongestName = 20;
    private const int MostPieces = 10;

    private readonly ulong[] keys;
    private readonly byte[] kinds;
    private readonly KeyTable table;

    private NameList(ulong[] keys, byte[] kinds)
    {
        (this.keys, this.kinds) = (keys, kinds);
        table = new KeyTable(keys);
    }

    public static NameList Of(IReadOnlyDictionary<string, byte> names)
    {
        (ulong Key, byte Kind)[] sorted = [.. names.Select(name => (FeatureKey.Of(name.Key), name.Value)).OrderBy(name => name.Item1)];
        return new NameList([.. sorted.Select(name => name.Key)], [.. sorted.Select(name => name.Kind)]);
    }

    /// <summary>Reads a list from two sections of a file.</summary>
    public static NameList Read(SectionedFile file, string tag, string name)
    {
        ulong[] keys = file.Section<ulong>(tag + "KY").Span.ToArray();
        byte[] kinds = file.Section<byte>(tag + "KD").Span.ToArray();
        return keys.Length == kinds.Length ? new NameList(keys, kinds) : throw new CorruptArtifactException(name, $"{keys.Length} 个类别", $"{kinds.Length}");
    }

    /// <summary>The list as two sections of a file.</summary>
    public IEnumerable<(string Tag, ReadOnlyMemory<byte> Payload)> Sections(string tag) =>
        [SectionedFile.Section<ulong>(tag + "KY", keys), SectionedFile.Section<byte>(tag + "KD", kinds)];

    /// <summary>The last piece of the longest name of two characters or more that begins with a piece, or -1.</summary>
    public int LongestFrom(string text, List<NamePiece> pieces, int first, out int kind)
    {
        int start = pieces[first].Span.Start, found = -1;
        kind = 0;
        for (int last = first; last < pieces.Count && last < first + MostPieces && pieces[last].Span.End - start <= LongestName; last++)
        {
            int index = pieces[last].Span.End - start < 2 ? -1 : table.IndexOf(FeatureKey.Of(text.AsSpan(start, pieces[last].Span.End - start)));
            (found, kind) = index < 0 ? (found, kind) : (last, kinds[index]);
        }

        return found;
    }
}
