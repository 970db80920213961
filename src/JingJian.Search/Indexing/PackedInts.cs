using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace JingJian.Search.Indexing;

/// <summary>Small non-negative numbers, each in the same number of bits, lowest bit first.</summary>
/// <remarks>
/// <para><b>Bounds.</b> 0 to 31 bits a number. Reading takes whole words of eight bytes, so seven readable bytes must follow the last one.</para>
/// </remarks>
internal static class PackedInts
{
    // With up to seven bits before it, a number of so many bits lies in four bytes.
    private const int WidestOfEight = 25;

    private static readonly Vector256<byte>[] Places = PlacesOfBytes();
    private static readonly Vector256<uint>[] Shifts = ShiftsOfNumbers();

    /// <summary>How many bytes may be read past the packed ones.</summary>
    public const int ReadAhead = 8;

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

        // The one range check of the loops: the last word must be inside.
        _ = packed[BytesOf(values.Length, width) - 1 + ReadAhead - 1];
        ref byte start = ref MemoryMarshal.GetReference(packed);
        ulong mask = (1UL << width) - 1;
        int done = Avx2.IsSupported && width <= WidestOfEight ? ReadEights(packed, width, values) : 0;
        unchecked
        {
            for (int i = done, bit = done * width; i < values.Length; i++, bit += width)
            {
                ulong word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, bit >> 3));
                values[i] = (int)((word >> (bit & 7)) & mask);
            }
        }
    }

    /// <summary>Reads eight numbers at a time as long as what is loaded lies inside; returns how many.</summary>
    /// <remarks>Eight numbers fill whole bytes, so each eight lie like those before: their bytes are put in place by one shuffle.</remarks>
    private static int ReadEights(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        ref byte from = ref MemoryMarshal.GetReference(packed);
        ref int to = ref MemoryMarshal.GetReference(values);
        Vector256<byte> places = Places[width];
        Vector256<uint> shifts = Shifts[width], mask = Vector256.Create((1U << width) - 1);
        int half = width / 2, done = 0, last = packed.Length - half - Vector128<byte>.Count;
        unchecked
        {
            for (int at = 0; done + 8 <= values.Length && at <= last; done += 8, at += width)
            {
                var bytes = Vector256.Create(Vector128.LoadUnsafe(ref from, (nuint)at), Vector128.LoadUnsafe(ref from, (nuint)(at + half)));
                Vector256<uint> eight = Avx2.ShiftRightLogicalVariable(Avx2.Shuffle(bytes, places).AsUInt32(), shifts) & mask;
                eight.AsInt32().StoreUnsafe(ref to, (nuint)done);
            }
        }

        return done;
    }

    /// <summary>For each width, in which byte of its half each of eight numbers begins.</summary>
    private static Vector256<byte>[] PlacesOfBytes() => [.. Enumerable.Range(0, WidestOfEight + 1).Select(width =>
        Vector256.Create([.. Enumerable.Range(0, 32).Select(at => (byte)((BitInHalf(width, at / 4) / 8) + (at % 4)))]))];

    private static Vector256<uint>[] ShiftsOfNumbers() => [.. Enumerable.Range(0, WidestOfEight + 1).Select(width =>
        Vector256.Create([.. Enumerable.Range(0, 8).Select(number => (uint)BitInHalf(width, number) % 8)]))];

    // The second four are loaded from the byte in which they begin.
    private static int BitInHalf(int width, int number) => number < 4 ? number * width : (number * width) - (width / 2 * 8);

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

    /// <summary>Moves past a number that <see cref="ByteSink.Number"/> wrote.</summary>
    public static void Skip(ReadOnlySpan<byte> bytes, ref int offset)
    {
        while (bytes[offset++] >= 0x80)
        {
        }
    }

    /// <summary>Reads the number at a byte offset; little-endian like all of a segment.</summary>
    public static int Int(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes[offset..]);
}
