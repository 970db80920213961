using System.Numerics;
using System.Runtime.InteropServices;

namespace JingJian.Search.Indexing;

/// <summary>A set of documents, one bit each.</summary>
/// <remarks><para><b>Threads.</b> Any number of readers, or one writer.</para></remarks>
internal sealed class DocumentBits(ulong[] words)
{
    /// <summary>An empty set with room for this many documents.</summary>
    public DocumentBits(int count)
        : this(new ulong[(count + 63) / 64])
    {
    }

    /// <summary>64 documents a word.</summary>
    public ReadOnlySpan<ulong> Words => words;

    public int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool this[int document] => (words[document >> 6] >> (document & 63) & 1) == 1;

    public void Add(int document) => words[document >> 6] |= 1UL << (document & 63);

    /// <summary>The documents, ascending.</summary>
    public IEnumerable<int> Documents()
    {
        for (int i = 0; i < words.Length; i++)
        {
            for (ulong bits = words[i]; bits != 0; bits &= bits - 1)
            {
                yield return (i * 64) + BitOperations.TrailingZeroCount(bits);
            }
        }
    }

    /// <summary>A stored set; null where the section is left out, which stands for the empty set.</summary>
    public static DocumentBits? Read(SegmentFile file, SectionId id, int count) => file.Has(id)
        ? new DocumentBits(MemoryMarshal.Cast<byte, ulong>(file.Exactly((int)id, 8L * ((count + 63) / 64)).Span).ToArray())
        : null;

    public ByteSink ToSection()
    {
        var sink = new ByteSink();
        MemoryMarshal.AsBytes(Words).CopyTo(sink.Take(words.Length * 8));
        return sink;
    }
}
