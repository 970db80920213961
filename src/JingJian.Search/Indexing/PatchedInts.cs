namespace JingJian.Search.Indexing;

/// <summary>Two rows of 128 small numbers, packed in as few bits as most of them need; the few larger ones are patched.</summary>
/// <remarks>
/// <para><b>Source.</b> Zukowski, Héman, Nes, Boncz, <i>Super-Scalar RAM-CPU Cache Compression</i>, ICDE 2006 (PFOR).</para>
/// <code>
/// width, exceptions of the first row; width, exceptions of the second; the packed low bits of the first, of the second;
/// the exceptions of the first, of the second: place, then what lies above the packed bits as a number of seven bits a byte
/// </code>
/// </remarks>
internal static class PatchedInts
{
    private const int Count = PostingsWriter.BlockSize;
    private const int HeaderSize = 4;

    public static void Write(ReadOnlySpan<int> first, ReadOnlySpan<int> second, ByteSink sink)
    {
        (int firstWidth, int firstExceptions) = Choose(first);
        (int secondWidth, int secondExceptions) = Choose(second);
        sink.Byte(firstWidth);
        sink.Byte(firstExceptions);
        sink.Byte(secondWidth);
        sink.Byte(secondExceptions);
        WriteLowBits(first, firstWidth, sink);
        WriteLowBits(second, secondWidth, sink);
        WriteExceptions(first, firstWidth, sink);
        WriteExceptions(second, secondWidth, sink);
    }

    public static void ReadFirst(ReadOnlySpan<byte> block, Span<int> values)
    {
        int width = block[0];
        PackedInts.Read(block[HeaderSize..], width, values);
        int offset = ExceptionsAt(block);
        for (int exceptions = block[1]; exceptions > 0; exceptions--)
        {
            values[block[offset++]] |= (int)PackedInts.Number(block, ref offset) << width;
        }
    }

    public static void ReadSecond(ReadOnlySpan<byte> block, Span<int> values)
    {
        PackedInts.Read(block[(HeaderSize + PackedInts.BytesOf(Count, block[0]))..], block[2], values);
        if (block[3] == 0)
        {
            return;
        }

        int offset = ExceptionsAt(block);
        for (int exception = 0; exception < block[1] + block[3]; exception++)
        {
            int at = block[offset++];
            long above = PackedInts.Number(block, ref offset);
            values[at] |= exception < block[1] ? 0 : (int)above << block[2];
        }
    }

    /// <summary>One number of the second row.</summary>
    public static int SecondAt(ReadOnlySpan<byte> block, int place)
    {
        int width = block[2];
        int value = width == 0 ? 0 : PackedInts.At(block[(HeaderSize + PackedInts.BytesOf(Count, block[0]))..], width, place);
        return block[3] == 0 ? value : value | (ExceptionAt(block, place) << width);
    }

    /// <summary>What lies above the packed bits at a place of the second row; 0 without an exception.</summary>
    private static int ExceptionAt(ReadOnlySpan<byte> block, int place)
    {
        int offset = ExceptionsAt(block);
        for (int exception = 0; exception < block[1] + block[3]; exception++)
        {
            int at = block[offset++];
            long above = PackedInts.Number(block, ref offset);
            if (exception >= block[1] && at == place)
            {
                return (int)above;
            }
        }

        return 0;
    }

    private static int ExceptionsAt(ReadOnlySpan<byte> block) =>
        HeaderSize + PackedInts.BytesOf(Count, block[0]) + PackedInts.BytesOf(Count, block[2]);

    private static (int Width, int Exceptions) Choose(ReadOnlySpan<int> values)
    {
        Span<int> ofWidth = stackalloc int[32];
        int widest = 0;
        foreach (int value in values)
        {
            int width = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)value);
            ofWidth[width]++;
            widest = Math.Max(widest, width);
        }

        int best = widest, fewestBits = widest * Count, exceptions = 0, bitsOfExceptions = 0, bestExceptions = 0;
        for (int width = widest - 1; width >= 0; width--)
        {
            exceptions += ofWidth[width + 1];
            bitsOfExceptions = 0;
            for (int wide = width + 1; wide <= widest; wide++)
            {
                bitsOfExceptions += ofWidth[wide] * (8 + (8 * ((wide - width + 6) / 7)));
            }

            if ((width * Count) + bitsOfExceptions < fewestBits)
            {
                (best, fewestBits, bestExceptions) = (width, (width * Count) + bitsOfExceptions, exceptions);
            }
        }

        return (best, bestExceptions);
    }

    private static void WriteLowBits(ReadOnlySpan<int> values, int width, ByteSink sink)
    {
        Span<int> low = stackalloc int[Count];
        int mask = (int)((1L << width) - 1);
        for (int i = 0; i < values.Length; i++)
        {
            low[i] = values[i] & mask;
        }

        PackedInts.Write(low, width, sink);
    }

    private static void WriteExceptions(ReadOnlySpan<int> values, int width, ByteSink sink)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] >> width != 0)
            {
                sink.Byte(i);
                sink.Number(values[i] >> width);
            }
        }
    }
}
