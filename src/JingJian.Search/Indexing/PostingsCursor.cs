namespace JingJian.Search.Indexing;

/// <summary>Reads the stored list of one term; see <see cref="PostingsWriter"/> for its form.</summary>
internal sealed class PostingsCursor : DocumentCursor
{
    private readonly ReadOnlyMemory<byte> list;
    private readonly int documentCount;
    private readonly int blockCount;
    private readonly int tableSize;
    private readonly int[] documents = new int[PostingsWriter.BlockSize];
    private readonly int[] occurrences = new int[PostingsWriter.BlockSize];
    private int block = -1;
    private int count;

    public PostingsCursor(ReadOnlyMemory<byte> list, int documentCount)
    {
        this.list = list;
        this.documentCount = documentCount;
        blockCount = PostingsWriter.BlocksOf(documentCount);
        tableSize = blockCount > 1 ? blockCount * PostingsWriter.TableEntrySize : 0;
    }

    public override ReadOnlySpan<int> Documents => documents.AsSpan(0, count);

    public override ReadOnlySpan<int> Occurrences => occurrences.AsSpan(0, count);

    public override bool NextBlock()
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

    public override bool SkipTo(int document)
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

        // With a table the block is the right one; without there is only one, and it may end too soon.
        return NextBlock() && (documents[count - 1] >= document || NextBlock());
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
        count = Math.Min(PostingsWriter.BlockSize, documentCount - (target * PostingsWriter.BlockSize));
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
