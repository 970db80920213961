using System.Runtime.InteropServices;

namespace JingJian.Search.Indexing;

/// <summary>The index of one field, read in place: terms, lists, lengths and folded texts.</summary>
/// <remarks><para><b>Threads.</b> Immutable; any number of readers.</para></remarks>
internal sealed class FieldIndex
{
    private readonly Column<int> termStarts;
    private readonly ReadOnlyMemory<byte> termChars;
    private readonly Column<int> documentCounts;
    private readonly Column<int> wordCounts;
    private readonly Column<int> postingStarts;
    private readonly ReadOnlyMemory<byte> postings;
    private readonly Column<ushort> lengths;
    private readonly Column<int> textStarts;
    private readonly ReadOnlyMemory<byte> textChars;

    public FieldIndex(SegmentFile file, SectionId field)
    {
        ReadOnlyMemory<byte> Section(FieldSection section) => file.Bytes((int)field + (int)section);
        ReadOnlyMemory<byte> Exactly(FieldSection section, long length) => file.Exactly((int)field + (int)section, length);

        ReadOnlySpan<byte> summary = Exactly(FieldSection.Summary, 16).Span;
        TermCount = PackedInts.Int(summary, 0);
        Count = PackedInts.Int(summary, 4);
        TokenCount = MemoryMarshal.Read<long>(summary[8..]);
        termStarts = new(Exactly(FieldSection.TermStarts, 4L * (TermCount + 1)));
        termChars = Exactly(FieldSection.TermChars, 2L * termStarts[TermCount]);
        documentCounts = new(Exactly(FieldSection.DocumentCounts, 4L * TermCount));
        wordCounts = new(Exactly(FieldSection.WordCounts, 4L * TermCount));
        postingStarts = new(Exactly(FieldSection.PostingStarts, 4L * (TermCount + 1)));
        postings = Section(FieldSection.Postings);
        lengths = new(Exactly(FieldSection.Lengths, 2L * Count));
        textStarts = new(Exactly(FieldSection.TextStarts, 4L * (Count + 1)));
        textChars = Exactly(FieldSection.TextChars, 2L * textStarts[Count]);
    }

    /// <summary>How many texts there are.</summary>
    public int Count { get; }

    public int TermCount { get; }

    /// <summary>How many words all texts have together.</summary>
    public long TokenCount { get; }

    /// <summary>How many words each text has.</summary>
    public ReadOnlySpan<ushort> Lengths => lengths.Values;

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> TextOf(int document)
    {
        ReadOnlySpan<int> starts = textStarts.Values;
        return MemoryMarshal.Cast<byte, char>(textChars.Span)[starts[document]..starts[document + 1]];
    }

    /// <summary>The number of a term, or -1.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        int at = LowerBound(term);
        return at < TermCount && TermAt(at).SequenceEqual(term) ? at : -1;
    }

    /// <summary>The number of the first term that is not before <paramref name="term"/> in ordinal order.</summary>
    public int LowerBound(ReadOnlySpan<char> term)
    {
        ReadOnlySpan<char> chars = MemoryMarshal.Cast<byte, char>(termChars.Span);
        ReadOnlySpan<int> starts = termStarts.Values;
        int low = 0, high = TermCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (chars[starts[middle]..starts[middle + 1]].SequenceCompareTo(term) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The term of this number; numbers follow ordinal order.</summary>
    public ReadOnlySpan<char> TermAt(int term)
    {
        ReadOnlySpan<int> starts = termStarts.Values;
        return MemoryMarshal.Cast<byte, char>(termChars.Span)[starts[term]..starts[term + 1]];
    }

    /// <summary>In how many texts the term stands as a string.</summary>
    public int DocumentCount(int term) => documentCounts[term];

    /// <summary>In how many texts it stands as a word of its own.</summary>
    public int WordCount(int term) => wordCounts[term];

    /// <summary>The list of a term.</summary>
    public DocumentCursor Open(int term) => new PostingsCursor(postings[postingStarts[term]..], documentCounts[term]);
}
