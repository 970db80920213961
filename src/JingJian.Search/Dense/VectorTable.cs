using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Text;

namespace JingJian.Search.Dense;

/// <summary>The vectors of texts, by the hash of the text: copies share one, and what was computed once is kept.</summary>
/// <remarks>
/// <para><b>Format.</b> Little-endian: 8 bytes of magic, checksum of all that follows (long), number of texts, number of directions (int
/// each); then the keys, 16 bytes each, in ascending order; then the vectors, a signed byte a direction.</para>
/// <para><b>Threads.</b> Immutable; any number of readers, as long as the memory stays mapped.</para>
/// </remarks>
public sealed class VectorTable
{
    private const int KeyBytes = 16;
    private const int CheckedFrom = 16;
    private const int HeaderBytes = 24;
    private static readonly byte[] Magic = [0x8A, (byte)'J', (byte)'J', (byte)'V', (byte)'\r', (byte)'\n', 0x1A, 1];

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Dictionary<UInt128, int> rows;

    private VectorTable(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        Count = bytes.IsEmpty ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[16..]);
        Directions = bytes.IsEmpty ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[20..]);
        rows = new Dictionary<UInt128, int>(Count);
        for (int row = 0; row < Count; row++)
        {
            rows.Add(KeyAt(row), row);
        }
    }

    /// <summary>No vectors.</summary>
    public static VectorTable Empty { get; } = new(default);

    /// <summary>How many texts have a vector.</summary>
    public int Count { get; }

    /// <summary>How many directions a vector has.</summary>
    public int Directions { get; }

    /// <summary>The key of a text.</summary>
    public static UInt128 KeyOf(ReadOnlySpan<char> text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(text)));

    /// <summary>Opens a table.</summary>
    /// <param name="bytes">Its bytes, read or mapped.</param>
    /// <param name="name">What to call it when it is damaged.</param>
    /// <exception cref="CorruptArtifactException">It is not as it was written.</exception>
    public static VectorTable Open(ReadOnlyMemory<byte> bytes, string name)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length < HeaderBytes || !span.StartsWith(Magic) || Checksum.Of(span[CheckedFrom..]) != BinaryPrimitives.ReadUInt64LittleEndian(span[8..])
            || span.Length != HeaderBytes + ((long)BinaryPrimitives.ReadInt32LittleEndian(span[16..]) * (KeyBytes + BinaryPrimitives.ReadInt32LittleEndian(span[20..]))))
        {
            throw new CorruptArtifactException(name, "向量文件", "被改动过或不完整的文件");
        }

        return new VectorTable(bytes);
    }

    /// <summary>Where the vector of a text stands; -1 when there is none.</summary>
    public int RowOf(UInt128 key) => rows.GetValueOrDefault(key, -1);

    /// <summary>How near a vector is to a stored one; comparable among the stored ones.</summary>
    internal int Nearness(int row, ReadOnlySpan<sbyte> vector) => SignedBytes.Dot(VectorAt(row), vector);

    /// <summary>A vector of length 1 in whole numbers: the quarter of a byte for 1/√n, so that few directions are cut off.</summary>
    public static sbyte[] Quantized(float[] vector)
    {
        float scale = 32 * MathF.Sqrt(vector.Length);
        return [.. vector.Select(value => (sbyte)Math.Clamp(MathF.Round(value * scale), -127, 127))];
    }

    /// <summary>Writes what is kept of these vectors and new ones.</summary>
    /// <param name="output">Receives the table.</param>
    /// <param name="kept">The keys whose vectors stay.</param>
    /// <param name="added">New vectors; those of another number of directions than the kept ones are not mixed with them.</param>
    public void Write(Stream output, IReadOnlySet<UInt128> kept, IReadOnlyDictionary<UInt128, sbyte[]> added)
    {
        int directions = added.Values.FirstOrDefault()?.Length ?? Directions;
        UInt128[] keys = [.. rows.Keys.Where(key => kept.Contains(key) && Directions == directions && !added.ContainsKey(key)).Concat(added.Keys).Order()];
        var file = new byte[checked(HeaderBytes + (keys.Length * (KeyBytes + directions)))];
        Magic.CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), keys.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(20), directions);
        for (int row = 0; row < keys.Length; row++)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(file.AsSpan(HeaderBytes + (row * KeyBytes)), keys[row]);
            ReadOnlySpan<sbyte> vector = added.TryGetValue(keys[row], out sbyte[]? fresh) ? fresh : VectorAt(rows[keys[row]]);
            MemoryMarshal.AsBytes(vector).CopyTo(file.AsSpan(HeaderBytes + (keys.Length * KeyBytes) + (row * directions)));
        }

        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(8), Checksum.Of(file.AsSpan(CheckedFrom)));
        output.Write(file);
    }

    private UInt128 KeyAt(int row) => BinaryPrimitives.ReadUInt128LittleEndian(bytes.Span[(HeaderBytes + (row * KeyBytes))..]);

    private ReadOnlySpan<sbyte> VectorAt(int row) =>
        MemoryMarshal.Cast<byte, sbyte>(bytes.Span.Slice(HeaderBytes + (Count * KeyBytes) + (row * Directions), Directions));
}
