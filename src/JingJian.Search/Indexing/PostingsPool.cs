namespace JingJian.Search.Indexing;

/// <summary>Many growing lists of (document, occurrences) in one pool of memory, while an index is built.</summary>
/// <remarks>
/// <para><b>Source.</b> The byte slices of Lucene's indexing chain: a list is a chain of slices, each twice as long as the
/// one before it up to <see cref="LargestSlice"/>, so rare terms cost a few bytes and frequent ones waste little.</para>
/// <para>A list is a stream of variable-length numbers: document distance times two, plus one when the occurrences are not
/// stated because they are 0; otherwise the occurrences follow.</para>
/// </remarks>
internal sealed class PostingsPool
{
    private const int PageBits = 16;
    private const int PageSize = 1 << PageBits;
    private const int FirstSlice = 8;
    private const int LargestSlice = 4096;

    // The last bytes of a full slice hold the address of the next.
    private const int LinkSize = 4;

    private readonly List<byte[]> pages = [];
    private Chain[] chains = new Chain[1024];
    private int free = PageSize;

    public void Append(int list, int document, int occurrences)
    {
        if (list >= chains.Length)
        {
            Array.Resize(ref chains, Math.Max(list + 1, chains.Length * 2));
        }

        ref Chain chain = ref chains[list];
        int distance = document - (chain.Count == 0 ? -1 : chain.LastDocument);
        Number(ref chain, (distance * 2) + (occurrences == 0 ? 1 : 0));
        if (occurrences > 0)
        {
            Number(ref chain, occurrences);
        }

        chain.LastDocument = document;
        chain.Count++;
    }

    /// <summary>Reads a list back into two arrays of <see cref="CountOf"/> numbers.</summary>
    public void Read(int list, Span<int> documents, Span<int> occurrences)
    {
        Chain chain = chains[list];
        var reader = new Reader(pages, chain.First);
        int document = -1;
        for (int i = 0; i < chain.Count; i++)
        {
            int head = reader.Number();
            document += head >> 1;
            documents[i] = document;
            occurrences[i] = (head & 1) == 1 ? 0 : reader.Number();
        }
    }

    public int CountOf(int list) => list < chains.Length ? chains[list].Count : 0;

    private void Number(ref Chain chain, int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte(ref chain, (byte)((value & 0x7F) | 0x80));
        }

        Byte(ref chain, (byte)value);
    }

    private void Byte(ref Chain chain, byte value)
    {
        if (chain.Room == 0)
        {
            Grow(ref chain);
        }

        pages[chain.Next >> PageBits][chain.Next & (PageSize - 1)] = value;
        chain.Next++;
        chain.Room--;
    }

    private void Grow(ref Chain chain)
    {
        int size = chain.SliceSize == 0 ? FirstSlice : Math.Min(chain.SliceSize * 2, LargestSlice);
        if (free + size > PageSize)
        {
            pages.Add(new byte[PageSize]);
            free = 0;
        }

        int address = ((pages.Count - 1) << PageBits) + free;
        free += size;
        if (chain.SliceSize == 0)
        {
            chain.First = address;
        }
        else
        {
            BitConverter.TryWriteBytes(pages[chain.Next >> PageBits].AsSpan(chain.Next & (PageSize - 1)), address);
        }

        chain.SliceSize = size;
        chain.Next = address;
        chain.Room = size - LinkSize;
    }

    private struct Chain
    {
        public int First;
        public int Next;
        public int Room;
        public int SliceSize;
        public int LastDocument;
        public int Count;
    }

    private ref struct Reader(List<byte[]> pages, int first)
    {
        private int next = first;
        private int room = FirstSlice - LinkSize;
        private int sliceSize = FirstSlice;

        public int Number()
        {
            int value = 0, shift = 0;
            while (true)
            {
                int part = Byte();
                value |= (part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return value;
                }

                shift += 7;
            }
        }

        private int Byte()
        {
            if (room == 0)
            {
                next = BitConverter.ToInt32(pages[next >> PageBits], next & (PageSize - 1));
                sliceSize = Math.Min(sliceSize * 2, LargestSlice);
                room = sliceSize - LinkSize;
            }

            room--;
            int at = next++;
            return pages[at >> PageBits][at & (PageSize - 1)];
        }
    }
}
