using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace JingJian.Search.Indexing;

/// <summary>Reads the stored list of one term; see <see cref="PostingsWriter"/> for its form.</summary>
internal sealed class PostingsCursor : DocumentCursor
{
    private readonly ReadOnlyMemory<byte> list;
    private readonly int documentCount;
    private readonly int firstDocument;
    private readonly int blockCount;
    private readonly int tableSize;
    private readonly int[] documents = GC.AllocateUninitializedArray<int>(PostingsWriter.BlockSize);
    private readonly int[] lastOccurrences;
    private int[]? occurrences;
    private int occurrencesOf = -1;
    private int block = -1;
    private int boundedBlock;
    private int count;

    private PostingsCursor(ReadOnlyMemory<byte> list, int documentCount, int firstDocument)
    {
        this.list = list;
        this.documentCount = documentCount;
        this.firstDocument = firstDocument;
        blockCount = PostingsWriter.BlocksOf(documentCount);
        tableSize = blockCount * PostingsWriter.TableEntrySize;
        lastOccurrences = new int[documentCount % PostingsWriter.BlockSize];
        if (lastOccurrences.Length > 0)
        {
            DecodeLast(list.Span[(tableSize + EndOf(blockCount - 2))..], documents.AsSpan(0, lastOccurrences.Length), lastOccurrences, -1);
        }
    }

    public override ReadOnlySpan<int> Documents => documents.AsSpan(0, count);

    public override ReadOnlySpan<int> Occurrences
    {
        get
        {
            if (count < PostingsWriter.BlockSize)
            {
                return lastOccurrences.AsSpan(0, count);
            }

            occurrences ??= GC.AllocateUninitializedArray<int>(PostingsWriter.BlockSize);
            if (occurrencesOf != block)
            {
                PatchedInts.ReadSecond(list.Span[(tableSize + EndOf(block - 1))..], occurrences);
                occurrencesOf = block;
            }

            return occurrences;
        }
    }

    public override int FirstPlace => block * PostingsWriter.BlockSize;

    // 255 stands for any number above as well.
    public override int MostOccurrences => list.Span[(block * PostingsWriter.TableEntrySize) + 8] is < byte.MaxValue and var most ? most : int.MaxValue;

    /// <summary>Opens a list.</summary>
    /// <param name="list">Its bytes and what follows.</param>
    /// <param name="documentCount">How many documents it names.</param>
    /// <param name="firstDocument">What to add to their numbers.</param>
    /// <param name="lengths">The length codes of all documents, by the numbers after the addition.</param>
    public static DocumentCursor Open(ReadOnlyMemory<byte> list, int documentCount, int firstDocument, ReadOnlySpan<byte> lengths)
    {
        if (documentCount > PostingsWriter.BlockSize)
        {
            return new PostingsCursor(list, documentCount, firstDocument);
        }

        int[] documents = new int[documentCount], occurrences = new int[documentCount];
        DecodeLast(list.Span, documents, occurrences, firstDocument - 1);
        var codes = new byte[documentCount];
        for (int i = 0; i < documents.Length; i++)
        {
            codes[i] = lengths[documents[i]];
        }

        return new ArrayCursor(documents, occurrences, codes, 0);
    }

    public override int OccurrencesAt(int place)
    {
        int at = place / PostingsWriter.BlockSize, inBlock = place % PostingsWriter.BlockSize;
        return at == blockCount - 1 && lastOccurrences.Length > 0
            ? lastOccurrences[inBlock]
            : PatchedInts.SecondAt(list.Span[(tableSize + EndOf(at - 1))..], inBlock);
    }

    public override ListBound Bound(int start, int end)
    {
        ReadOnlySpan<byte> table = list.Span[..tableSize];
        while (boundedBlock < blockCount && LastOf(table, boundedBlock) < start)
        {
            boundedBlock++;
        }

        ListBound bound = ListBound.None;
        for (int at = boundedBlock; at < blockCount; at++)
        {
            // A block begins after the last document of the one before it.
            if (at > boundedBlock && LastOf(table, at - 1) >= end - 1)
            {
                break;
            }

            ReadOnlySpan<byte> entry = table[(at * PostingsWriter.TableEntrySize)..];
            // 255 stands for any number above as well.
            bound = bound.With(entry[8] == byte.MaxValue ? int.MaxValue : entry[8], entry[9]);
        }

        return bound;
    }

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

        ReadOnlySpan<byte> table = list.Span[..tableSize];
        int target = block + 1;
        while (target < blockCount && LastOf(table, target) < document)
        {
            target++;
        }

        block = target - 1;
        return NextBlock();
    }

    private int LastOf(ReadOnlySpan<byte> table, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(table[(at * PostingsWriter.TableEntrySize)..]) + firstDocument;

    /// <summary>Where a block ends after the table; 0 before the first.</summary>
    private int EndOf(int at) => at < 0 ? 0 : PackedInts.Int(list.Span, (at * PostingsWriter.TableEntrySize) + 4);

    private void Decode(int target)
    {
        ReadOnlySpan<byte> bytes = list.Span;
        int before = target == 0 ? firstDocument - 1 : LastOf(bytes, target - 1);
        bytes = bytes[(tableSize + EndOf(target - 1))..];
        block = target;
        count = Math.Min(PostingsWriter.BlockSize, documentCount - (target * PostingsWriter.BlockSize));
        Span<int> into = documents.AsSpan(0, count);
        if (count < PostingsWriter.BlockSize)
        {
            DecodeLast(bytes, into, lastOccurrences, before);
            return;
        }

        PatchedInts.ReadFirst(bytes, into);
        AddUp(into, before);
    }

    /// <summary>Makes documents of distances less one.</summary>
    private static void AddUp(Span<int> distances, int before)
    {
        ref int first = ref MemoryMarshal.GetReference(distances);
        int i = 0;
        unchecked
        {
            if (Avx2.IsSupported)
            {
                Vector256<int> running = Vector256.Create(before), third = Vector256.Create(3), last = Vector256.Create(7), upper = Vector256.Create(0, 0, 0, 0, -1, -1, -1, -1);
                for (; i + 8 <= distances.Length; i += 8)
                {
                    // Sums within each four, then those of the lower four in the upper, then what came before.
                    Vector256<int> eight = Vector256.LoadUnsafe(ref first, (nuint)i) + Vector256<int>.One;
                    eight += Avx2.ShiftLeftLogical128BitLane(eight, 4);
                    eight += Avx2.ShiftLeftLogical128BitLane(eight, 8);
                    eight += Avx2.PermuteVar8x32(eight, third) & upper;
                    eight += running;
                    eight.StoreUnsafe(ref first, (nuint)i);
                    running = Avx2.PermuteVar8x32(eight, last);
                }

                before = i > 0 ? distances[i - 1] : before;
            }

            for (; i < distances.Length; i++)
            {
                before += distances[i] + 1;
                distances[i] = before;
            }
        }
    }

    private static void DecodeLast(ReadOnlySpan<byte> bytes, Span<int> documents, Span<int> occurrences, int before)
    {
        int offset = 0;
        for (int i = 0; i < documents.Length; i++)
        {
            long entry = PackedInts.Number(bytes, ref offset);
            before += (int)(entry / 3) + 1;
            documents[i] = before;
            int count = (int)(entry % 3);
            occurrences[i] = count == 2 ? 2 + (int)PackedInts.Number(bytes, ref offset) : count;
        }
    }
}
