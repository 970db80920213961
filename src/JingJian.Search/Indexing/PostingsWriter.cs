namespace JingJian.Search.Indexing;

/// <summary>Writes the list of one term: ascending documents with their occurrences, in blocks of 128.</summary>
/// <remarks>
/// <code>
/// list   when there is more than one block, 12 bytes a block: last document, end of the block after this table,
///        most occurrences, shortest length (both capped at 65,535); then the blocks
/// block  bits of a distance, bits of an occurrence count, then the packed distances (less one; the first from the
///        last document before), then the packed counts
/// </code>
/// <para>Example: documents 3, 4, 9 are stored as 3, 0, 4 in three bits each.</para>
/// </remarks>
internal static class PostingsWriter
{
    public const int BlockSize = 128;
    public const int TableEntrySize = 12;

    public static int BlocksOf(int documents) => (documents + BlockSize - 1) / BlockSize;

    public static void Write(ReadOnlySpan<int> documents, ReadOnlySpan<int> occurrences, ReadOnlySpan<int> lengths, ByteSink sink)
    {
        if (documents.Length <= BlockSize)
        {
            WriteBlock(documents, occurrences, -1, sink);
            return;
        }

        var blocks = new ByteSink();
        int before = -1;
        for (int start = 0; start < documents.Length; start += BlockSize)
        {
            int count = Math.Min(BlockSize, documents.Length - start);
            ReadOnlySpan<int> block = documents.Slice(start, count), counts = occurrences.Slice(start, count);
            WriteBlock(block, counts, before, blocks);
            before = block[^1];
            sink.Int(before);
            sink.Int(blocks.Length);
            sink.Short(Math.Min(ushort.MaxValue, Most(counts)));
            sink.Short(Shortest(block, lengths));
        }

        blocks.Written.CopyTo(sink.Take(blocks.Length));
    }

    private static void WriteBlock(ReadOnlySpan<int> documents, ReadOnlySpan<int> occurrences, int before, ByteSink sink)
    {
        Span<int> distances = stackalloc int[documents.Length];
        for (int i = 0; i < documents.Length; i++)
        {
            distances[i] = documents[i] - before - 1;
            before = documents[i];
        }

        int distanceWidth = PackedInts.WidthOf(distances), countWidth = PackedInts.WidthOf(occurrences);
        sink.Byte(distanceWidth);
        sink.Byte(countWidth);
        PackedInts.Write(distances, distanceWidth, sink);
        PackedInts.Write(occurrences, countWidth, sink);
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

    private static int Shortest(ReadOnlySpan<int> documents, ReadOnlySpan<int> lengths)
    {
        int shortest = ushort.MaxValue;
        foreach (int document in documents)
        {
            shortest = Math.Min(shortest, lengths[document]);
        }

        return shortest;
    }
}
