using System.Runtime.InteropServices;

namespace JingJian.Search.Indexing;

/// <summary>What a dictionary says of a term.</summary>
/// <param name="DocumentCount">In how many texts it stands as a string.</param>
/// <param name="WordCount">In how many it stands as a word of its own.</param>
/// <param name="PostingStart">Where its list begins.</param>
internal readonly record struct TermEntry(int DocumentCount, int WordCount, int PostingStart);

/// <summary>The terms of a field in ordinal order, each stored without what it shares with the one before it.</summary>
/// <remarks>
/// <code>
/// index   8 bytes for every 32 terms: where their block begins, where their lists begin
/// block   a term: units shared with the term before (0 for the first), units that follow, those units,
///         then three numbers: texts, texts as a word, bytes of its list
/// </code>
/// <para><b>Source.</b> Front coding: Witten, Moffat, Bell, <i>Managing Gigabytes</i>, 1999, section 4.1.</para>
/// </remarks>
internal sealed class TermDictionary
{
    public const int BlockSize = 32;
    public const int IndexEntrySize = 8;

    private const int LettersOfKey = 4;

    private readonly ReadOnlyMemory<byte> index;
    private readonly ReadOnlyMemory<byte> blocks;

    // The beginning of the first term of each block: a search stays in these, and looks into the blocks only where they are equal.
    private readonly ulong[] keys;

    /// <summary>No term is longer.</summary>
    public const int LongestTerm = 63;

    public TermDictionary(ReadOnlyMemory<byte> index, ReadOnlyMemory<byte> blocks, int count)
    {
        (this.index, this.blocks, Count) = (index, blocks, count);
        keys = new ulong[(count + BlockSize - 1) / BlockSize];
        for (int block = 0; block < keys.Length; block++)
        {
            keys[block] = KeyOf(FirstOf(block));
        }
    }

    public int Count { get; }

    /// <summary>Looks a term up.</summary>
    /// <remarks>Terms are not put together: which of two is the first follows from how many letters each has of the one before it and of the one that is asked for.</remarks>
    public bool TryFind(ReadOnlySpan<char> term, out TermEntry entry)
    {
        entry = default;
        int block = BlockOf(term), end = Math.Min(Count, (block + 1) * BlockSize);
        ReadOnlySpan<byte> bytes = blocks.Span;
        (int offset, int postings) = Count == 0 ? default : StartOf(block);

        // So many letters the last term, which stands before the one that is asked for, has in common with it.
        int same = 0;
        for (int i = block * BlockSize; i < end; i++)
        {
            int shared = bytes[offset], follow = bytes[offset + 1];
            ReadOnlySpan<char> rest = MemoryMarshal.Cast<byte, char>(bytes.Slice(offset + 2, follow * 2));
            offset += 2 + (follow * 2);
            if (shared < same)
            {
                return false;
            }

            if (shared == same)
            {
                int more = rest.CommonPrefixLength(term[same..]);
                same += more;
                if (more < follow && (same == term.Length || rest[more] > term[same]))
                {
                    return false;
                }

                if (more == follow && same == term.Length)
                {
                    entry = new TermEntry((int)PackedInts.Number(bytes, ref offset), (int)PackedInts.Number(bytes, ref offset), postings);
                    return true;
                }
            }

            PackedInts.Skip(bytes, ref offset);
            PackedInts.Skip(bytes, ref offset);
            postings += (int)PackedInts.Number(bytes, ref offset);
        }

        return false;
    }

    /// <summary>A reading that begins before the first term that is not before <paramref name="term"/>.</summary>
    public Scan From(ReadOnlySpan<char> term)
    {
        var scan = new Scan(this, BlockOf(term) * BlockSize);
        while (scan.PeekBefore(term))
        {
        }

        return scan;
    }

    /// <summary>The last block that begins with a term, or before it; the first where there is none.</summary>
    private int BlockOf(ReadOnlySpan<char> term)
    {
        int low = 0, high = keys.Length;
        ulong key = KeyOf(term);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (keys[middle] < key || (keys[middle] == key && FirstOf(middle).SequenceCompareTo(term) <= 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Math.Max(0, low - 1);
    }

    /// <summary>Its first letters as a number; in the order of the terms, as far as these differ in them.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> term)
    {
        ulong key = 0;
        for (int i = 0; i < LettersOfKey; i++)
        {
            key = (key << 16) | (i < term.Length ? term[i] : '\0');
        }

        return key;
    }

    /// <summary>Where a block begins, and the lists of its terms.</summary>
    private (int Offset, int Postings) StartOf(int block)
    {
        ReadOnlySpan<byte> entry = index.Span[(block * IndexEntrySize)..];
        return (PackedInts.Int(entry, 0), PackedInts.Int(entry, 4));
    }

    private ReadOnlySpan<char> FirstOf(int block)
    {
        ReadOnlySpan<byte> bytes = blocks.Span[StartOf(block).Offset..];
        return MemoryMarshal.Cast<byte, char>(bytes.Slice(2, bytes[1] * 2));
    }

    /// <summary>Reads terms in order.</summary>
    public sealed class Scan
    {
        private readonly TermDictionary dictionary;
        private readonly char[] term = new char[LongestTerm];
        private int next;
        private int offset;
        private int length;
        private int postings;
        private bool peeked;

        internal Scan(TermDictionary dictionary, int first)
        {
            this.dictionary = dictionary;
            next = first;
        }

        public ReadOnlySpan<char> Term => term.AsSpan(0, length);

        public TermEntry Entry { get; private set; }

        /// <summary>Moves on; false at the end.</summary>
        public bool Next()
        {
            if (peeked)
            {
                peeked = false;
                return true;
            }

            return Read();
        }

        /// <summary>Reads on while the next term stands before another.</summary>
        internal bool PeekBefore(ReadOnlySpan<char> other)
        {
            if (!Read())
            {
                return false;
            }

            peeked = Term.SequenceCompareTo(other) >= 0;
            return !peeked;
        }

        private bool Read()
        {
            if (next >= dictionary.Count)
            {
                return false;
            }

            if (next % BlockSize == 0)
            {
                (offset, postings) = dictionary.StartOf(next / BlockSize);
            }

            next++;
            ReadOnlySpan<byte> bytes = dictionary.blocks.Span;
            int shared = bytes[offset], follow = bytes[offset + 1];
            MemoryMarshal.Cast<byte, char>(bytes.Slice(offset + 2, follow * 2)).CopyTo(term.AsSpan(shared));
            length = shared + follow;
            offset += 2 + (follow * 2);
            Entry = new TermEntry((int)PackedInts.Number(bytes, ref offset), (int)PackedInts.Number(bytes, ref offset), postings);
            postings += (int)PackedInts.Number(bytes, ref offset);
            return true;
        }
    }

    /// <summary>Writes a dictionary, term by term in ordinal order.</summary>
    public sealed class Writer(ByteSink index, ByteSink blocks)
    {
        private string before = "";
        private int written;

        public void Add(string term, int documentCount, int wordCount, int postingStart, int postingLength)
        {
            bool first = written % BlockSize == 0;
            if (first)
            {
                index.Int(blocks.Length);
                index.Int(postingStart);
            }

            int shared = first ? 0 : term.AsSpan().CommonPrefixLength(before);
            blocks.Byte(shared);
            blocks.Byte(term.Length - shared);
            blocks.Chars(term.AsSpan(shared));
            blocks.Number(documentCount);
            blocks.Number(wordCount);
            blocks.Number(postingLength);
            before = term;
            written++;
        }
    }
}
