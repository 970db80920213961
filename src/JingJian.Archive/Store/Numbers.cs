using System.Buffers.Binary;
using JingJian.Text;

namespace JingJian.Archive.Store;

/// <summary>Lists of 32-bit numbers as bytes, little-endian.</summary>
internal static class Numbers
{
    /// <summary>Packs numbers.</summary>
    public static byte[] Pack(IReadOnlyList<int> numbers)
    {
        byte[] bytes = new byte[numbers.Count * sizeof(int)];
        for (int i = 0; i < numbers.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), numbers[i]);
        }

        return bytes;
    }

    /// <summary>Unpacks what <see cref="Pack"/> wrote.</summary>
    public static int[] Unpack(ReadOnlySpan<byte> bytes)
    {
        int[] numbers = new int[bytes.Length / sizeof(int)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]);
        }

        return numbers;
    }

    /// <summary>A text with its way back to the source, from the starts of its pieces in both.</summary>
    public static MappedText UnpackText(string text, ReadOnlySpan<byte> pieces) =>
        new(text, [.. Unpack(pieces).Chunk(2).Select(piece => new TextPiece(piece[0], piece[1]))]);
}
