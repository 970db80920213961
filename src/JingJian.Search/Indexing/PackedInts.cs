using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JingJian.Search.Indexing;

/// <summary>Small non-negative numbers, each in the same number of bits, lowest bit first.</summary>
/// <remarks>
/// <para><b>Bounds.</b> 0 to 31 bits a number. Reading takes whole words of eight bytes, so seven readable bytes must follow the last one.</para>
/// </remarks>
internal static class PackedInts
{
    /// <summary>How many bytes may be read past the packed ones.</summary>
    public const int ReadAhead = 8;

    public static int WidthOf(ReadOnlySpan<int> values)
    {
        int all = 0;
        foreach (int value in values)
        {
            all |= value;
        }

        return 32 - BitOperations.LeadingZeroCount((uint)all);
    }

    public static int BytesOf(int count, int width) => ((count * width) + 7) / 8;

    public static void Write(ReadOnlySpan<int> values, int width, ByteSink sink)
    {
        Span<byte> target = sink.Take(BytesOf(values.Length, width));
        ulong pending = 0;
        int bits = 0, at = 0;
        foreach (int value in values)
        {
            pending |= (ulong)value << bits;
            for (bits += width; bits >= 8; bits -= 8)
            {
                target[at++] = (byte)(pending & 0xFF);
                pending >>= 8;
            }
        }

        if (bits > 0)
        {
            target[at] = (byte)pending;
        }
    }

    /// <summary>Reads as many numbers as <paramref name="values"/> holds.</summary>
    public static void Read(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        if (width == 0)
        {
            values.Clear();
            return;
        }

        // The one range check of the loop: the last word must be inside.
        _ = packed[BytesOf(values.Length, width) - 1 + ReadAhead - 1];
        ref byte start = ref MemoryMarshal.GetReference(packed);
        ulong mask = (1UL << width) - 1;
        unchecked
        {
            for (int i = 0, bit = 0; i < values.Length; i++, bit += width)
            {
                ulong word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, bit >> 3));
                values[i] = (int)((word >> (bit & 7)) & mask);
            }
        }
    }

    /// <summary>Reads the number at a place.</summary>
    public static int At(ReadOnlySpan<byte> packed, int width, int place)
    {
        int bit = place * width;
        return (int)((BinaryPrimitives.ReadUInt64LittleEndian(packed[(bit >> 3)..]) >> (bit & 7)) & ((1UL << width) - 1));
    }

    /// <summary>Reads a number that <see cref="ByteSink.Number"/> wrote and moves past it.</summary>
    public static long Number(ReadOnlySpan<byte> bytes, ref int offset)
    {
        long value = 0;
        for (int shift = 0; ; shift += 7)
        {
            int part = bytes[offset++];
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Reads the number at a byte offset; little-endian like all of a segment.</summary>
    public static int Int(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes[offset..]);
}
