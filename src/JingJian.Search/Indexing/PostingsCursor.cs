namespace JingJian.Search.Indexing;

/// <summary>Reads the list of one term block by block, forwards.</summary>
/// <remarks>
/// <para>Starts before the first block. A block's numbers stay valid until the next move.</para>
/// <para><b>Threads.</b> One cursor, one thread; any number of cursors may read one list.</para>
/// </remarks>
internal sealed class PostingsCursor
{
    private readonly ReadOnlyMemory<byte> list;
    private readonly int blockCount;
    private readonly int tableSize;
    private readonly int[] documents = new int[PostingsWriter.BlockSize];
    private readonly int[] occurrences = new int[PostingsWriter.BlockSize];
    private int block = -1;
    private int count;

    public PostingsCursor(ReadOnlyMemory<byte> list, int documentCount)
    {
        this.list = list;
        DocumentCount = documentCount;
        blockCount = PostingsWriter.BlocksOf(documentCount);
        tableSize = blockCount > 1 ? blockCount * PostingsWriter.TableEntrySize : 0;
    }

    public int DocumentCount { get; }

    /// <summary>The documents of the block, ascending.</summary>
    public ReadOnlySpan<int> Documents => documents.AsSpan(0, count);

    /// <summary>How often each stands in its document as a word of its own; 0 when only inside other words.</summary>
    public ReadOnlySpan<int> Occurrences => occurrences.AsSpan(0, count);

    /// <summary>Moves to the next block; false at the end.</summary>
    public bool NextBlock()
    {
        if (block + 1 >= blockCount)
        {
            block = blockCount;
            count = 0;
            return false;
        }

        Decode(block + 1);
        return true;
    }

    /// <summary>Moves to the block that may hold the first document not before <paramref name="document"/>; false when there is none.</summary>
    /// <remarks>Stays where it is when the present block already reaches that far.</remarks>
    public bool SkipTo(int document)
    {
        if (count > 0 && documents[count - 1] >= document)
        {
            return true;
        }

        if (blockCount > 1)
        {
            ReadOnlySpan<byte> table = list.Span[..tableSize];
            int target = block + 1;
            while (target < blockCount && PackedInts.Int(table, target * PostingsWriter.TableEntrySize) < document)
            {
                target++;
            }

            block = target - 1;
        }

        return NextBlock() && (documents[count - 1] >= document || SkipTo(document));
    }

    private void Decode(int target)
    {
        ReadOnlySpan<byte> bytes = list.Span;
        int before = -1, offset = tableSize;
        if (target > 0)
        {
            int entry = (target - 1) * PostingsWriter.TableEntrySize;
            before = PackedInts.Int(bytes, entry);
            offset += PackedInts.Int(bytes, entry + 4);
        }

        block = target;
        count = Math.Min(PostingsWriter.BlockSize, DocumentCount - (target * PostingsWriter.BlockSize));
        int distanceWidth = bytes[offset], countWidth = bytes[offset + 1];
        Span<int> into = documents.AsSpan(0, count);
        offset += 2;
        PackedInts.Read(bytes[offset..], distanceWidth, into);
        PackedInts.Read(bytes[(offset + PackedInts.BytesOf(count, distanceWidth))..], countWidth, occurrences.AsSpan(0, count));
        unchecked
        {
            for (int i = 0; i < into.Length; i++)
            {
                before += into[i] + 1;
                into[i] = before;
            }
        }
    }
}
