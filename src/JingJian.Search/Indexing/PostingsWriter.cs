namespace JingJian.Search.Indexing;

/// <summary>Writes the list of one term: ascending documents with their occurrences, in blocks of 128.</summary>
/// <remarks>
/// <code>
/// list   when there is more than one block, 10 bytes a block: last document, end of the block after this table,
///        most occurrences (capped at 255), smallest length code; then the blocks
/// full   two <see cref="PatchedInts"/>: distances (less one; the first from the last document before) and occurrences
/// last   one number an entry: three times the distance, plus 0, 1 or 2 for no, one or more occurrences, in the last case
///        followed by the occurrences less two; so are all lists of one block
/// </code>
/// <para>Example: documents 3, 4, 9, each once, are stored as the numbers 10, 1, 13.</para>
/// </remarks>
internal static class PostingsWriter
{
    public const int BlockSize = 128;
    public const int TableEntrySize = 10;

    public static int BlocksOf(int documents) => (documents + BlockSize - 1) / BlockSize;

    public static void Write(ReadOnlySpan<int> documents, ReadOnlySpan<int> occurrences, ReadOnlySpan<byte> lengths, ByteSink sink)
    {
        if (documents.Length <= BlockSize)
        {
            WriteLast(documents, occurrences, -1, sink);
            return;
        }

        var blocks = new ByteSink();
        int before = -1;
        for (int start = 0; start < documents.Length; start += BlockSize)
        {
            int count = Math.Min(BlockSize, documents.Length - start);
            ReadOnlySpan<int> block = documents.Slice(start, count), counts = occurrences.Slice(start, count);
            if (count == BlockSize)
            {
                WriteFull(block, counts, before, blocks);
            }
            else
            {
                WriteLast(block, counts, before, blocks);
            }

            before = block[^1];
            sink.Int(before);
            sink.Int(blocks.Length);
            sink.Byte(Math.Min(byte.MaxValue, Most(counts)));
            sink.Byte(Shortest(block, lengths));
        }

        blocks.Written.CopyTo(sink.Take(blocks.Length));
    }

    private static void WriteFull(ReadOnlySpan<int> documents, ReadOnlySpan<int> occurrences, int before, ByteSink sink)
    {
        Span<int> distances = stackalloc int[BlockSize];
        for (int i = 0; i < documents.Length; i++)
        {
            distances[i] = documents[i] - before - 1;
            before = documents[i];
        }

        PatchedInts.Write(distances, occurrences, sink);
    }

    private static void WriteLast(ReadOnlySpan<int> documents, ReadOnlySpan<int> occurrences, int before, ByteSink sink)
    {
        for (int i = 0; i < documents.Length; i++)
        {
            sink.Number((3L * (documents[i] - before - 1)) + Math.Min(2, occurrences[i]));
            if (occurrences[i] >= 2)
            {
                sink.Number(occurrences[i] - 2);
            }

            before = documents[i];
        }
    }

    private static int Most(ReadOnlySpan<int> occurrences)
    {
        int most = 0;
        foreach (int count in occurrences)
        {
            most = Math.Max(most, count);
        }

        return most;
    }

    private static byte Shortest(ReadOnlySpan<int> documents, ReadOnlySpan<byte> lengths)
    {
        byte shortest = byte.MaxValue;
        foreach (int document in documents)
        {
            shortest = Math.Min(shortest, lengths[document]);
        }

        return shortest;
    }
}
