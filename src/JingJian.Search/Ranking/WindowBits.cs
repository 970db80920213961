using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace JingJian.Search.Ranking;

/// <summary>The documents of a window as bits, many at a time.</summary>
internal static class WindowBits
{
    // The bit of each of sixteen documents.
    private static Vector256<ushort> Places => Vector256.Create((ushort)1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);

    public static void And(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] &= other[i];
        }
    }

    public static void Or(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] |= other[i];
        }
    }

    public static void AndNot(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] &= ~other[i];
        }
    }

    public static bool Any(ReadOnlySpan<ulong> bits) => bits.ContainsAnyExcept(0UL);

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        int count = 0;
        foreach (ulong word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Adds a number to those whose bits are set; sums wrap round.</summary>
    /// <param name="bits">One for each number.</param>
    /// <param name="added">What to add.</param>
    /// <param name="numbers">64 for each word of bits, or more.</param>
    public static void AddWhere(ReadOnlySpan<ulong> bits, ushort added, Span<ushort> numbers)
    {
        ref ushort first = ref MemoryMarshal.GetReference(numbers[..(bits.Length * 64)]);
        Vector256<ushort> all = Vector256.Create(added);
        for (int i = 0; i < bits.Length; i++)
        {
            ulong word = bits[i];
            for (int part = 0; word != 0; part += Vector256<ushort>.Count, word >>= Vector256<ushort>.Count)
            {
                Vector256<ushort> here = Vector256.Equals(Vector256.Create(unchecked((ushort)word)) & Places, Places) & all;
                ref ushort to = ref Unsafe.Add(ref first, (i * 64) + part);
                (Vector256.LoadUnsafe(ref to) + here).StoreUnsafe(ref to);
            }
        }
    }

    /// <summary>Takes a number off others, as far as they reach.</summary>
    /// <param name="taken">What to take off.</param>
    /// <param name="numbers">As many as a window has.</param>
    public static void TakeOff(ushort taken, Span<ushort> numbers)
    {
        ref ushort first = ref MemoryMarshal.GetReference(numbers);
        Vector256<ushort> all = Vector256.Create(taken);
        for (int i = 0; i + Vector256<ushort>.Count <= numbers.Length; i += Vector256<ushort>.Count)
        {
            ref ushort here = ref Unsafe.Add(ref first, i);
            Vector256<ushort> number = Vector256.LoadUnsafe(ref here);
            (Vector256.Max(number, all) - all).StoreUnsafe(ref here);
        }
    }

    /// <summary>Makes 0 of the numbers whose bits are not set.</summary>
    /// <param name="bits">One for each number.</param>
    /// <param name="numbers">64 for each word of bits.</param>
    public static void KeepWhere(ReadOnlySpan<ulong> bits, Span<ushort> numbers)
    {
        ref ushort first = ref MemoryMarshal.GetReference(numbers[..(bits.Length * 64)]);
        for (int i = 0; i < bits.Length; i++)
        {
            for (int part = 0; part < 64; part += Vector256<ushort>.Count)
            {
                ref ushort to = ref Unsafe.Add(ref first, (i * 64) + part);
                Vector256<ushort> kept = Vector256.Equals(Vector256.Create(unchecked((ushort)(bits[i] >> part))) & Places, Places);
                (Vector256.LoadUnsafe(ref to) & kept).StoreUnsafe(ref to);
            }
        }
    }

    /// <summary>The largest of some numbers, as many as a window has.</summary>
    public static ushort Largest(ReadOnlySpan<ushort> numbers)
    {
        Vector256<ushort> most = Vector256<ushort>.Zero;
        for (int i = 0; i + Vector256<ushort>.Count <= numbers.Length; i += Vector256<ushort>.Count)
        {
            most = Vector256.Max(most, Vector256.Create(numbers[i..]));
        }

        ushort largest = 0;
        for (int i = 0; i < Vector256<ushort>.Count; i++)
        {
            largest = Math.Max(largest, most[i]);
        }

        return largest;
    }

    /// <summary>Documents as distances from the start of their window.</summary>
    public static void Offsets(ReadOnlySpan<int> documents, int start, Span<ushort> offsets)
    {
        offsets = offsets[..documents.Length];
        ref int from = ref MemoryMarshal.GetReference(documents);
        ref ushort to = ref MemoryMarshal.GetReference(offsets);
        Vector256<int> first = Vector256.Create(start);
        int i = 0;
        for (; i + Vector256<ushort>.Count <= documents.Length; i += Vector256<ushort>.Count)
        {
            Vector256<uint> low = (Vector256.LoadUnsafe(ref from, (nuint)i) - first).AsUInt32();
            Vector256<uint> high = (Vector256.LoadUnsafe(ref from, (nuint)(i + Vector256<int>.Count)) - first).AsUInt32();
            Vector256.Narrow(low, high).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < documents.Length; i++)
        {
            offsets[i] = (ushort)(documents[i] - start);
        }
    }

    /// <summary>The place of the first of some ascending numbers that is not below another; that of the last where all are.</summary>
    /// <remarks>Without branches: which way it goes cannot be foreseen.</remarks>
    public static int PlaceOf(ushort number, ReadOnlySpan<ushort> ascending)
    {
        int low = 0;
        for (int length = ascending.Length; length > 1;)
        {
            int half = length / 2;
            low += half & ((ascending[low + half - 1] - number) >> 31);
            length -= half;
        }

        return low;
    }

    /// <summary>Numbers of 0 or more as bytes, larger ones as <paramref name="most"/>.</summary>
    public static void AtMost(ReadOnlySpan<int> numbers, byte most, Span<byte> bytes)
    {
        bytes = bytes[..numbers.Length];
        ref int from = ref MemoryMarshal.GetReference(numbers);
        ref byte to = ref MemoryMarshal.GetReference(bytes);
        Vector256<int> limit = Vector256.Create((int)most);
        int i = 0;
        for (; i + Vector256<byte>.Count <= numbers.Length; i += Vector256<byte>.Count)
        {
            Vector256<ushort> low = Vector256.Narrow(AtMost(ref from, i, limit), AtMost(ref from, i + 8, limit));
            Vector256<ushort> high = Vector256.Narrow(AtMost(ref from, i + 16, limit), AtMost(ref from, i + 24, limit));
            Vector256.Narrow(low, high).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < numbers.Length; i++)
        {
            bytes[i] = (byte)Math.Min(most, numbers[i]);
        }
    }

    private static Vector256<uint> AtMost(ref int numbers, int at, Vector256<int> limit) => Vector256.Min(Vector256.LoadUnsafe(ref numbers, (nuint)at), limit).AsUInt32();

    /// <summary>Sets the bits of the numbers from <paramref name="least"/> up to <paramref name="most"/>; whether there are any.</summary>
    /// <param name="numbers">64 for each word of bits.</param>
    /// <param name="least">The smallest.</param>
    /// <param name="most">The largest.</param>
    /// <param name="bits">Receives the answer.</param>
    public static bool Between(ReadOnlySpan<ushort> numbers, ushort least, ushort most, Span<ulong> bits)
    {
        ref ushort first = ref MemoryMarshal.GetReference(numbers);
        Vector256<ushort> low = Vector256.Create(least), range = Vector256.Create((ushort)(most - least));
        ulong any = 0;
        for (int i = 0; i < bits.Length; i++)
        {
            ulong word = 0;
            for (int part = 0; part < 64; part += Vector256<ushort>.Count)
            {
                // Unsigned: a number below the least wraps round to a large one.
                Vector256<ushort> above = Vector256.LoadUnsafe(ref first, (nuint)((i * 64) + part)) - low;
                word |= (ulong)Vector256.LessThanOrEqual(above, range).ExtractMostSignificantBits() << part;
            }

            bits[i] = word;
            any |= word;
        }

        return any != 0;
    }
}
