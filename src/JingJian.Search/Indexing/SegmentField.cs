using System.Runtime.InteropServices;

namespace JingJian.Search.Indexing;

/// <summary>One field of one segment, read in place: terms, lists, lengths and folded texts.</summary>
/// <remarks><para><b>Threads.</b> Immutable; any number of readers.</para></remarks>
internal sealed class SegmentField
{
    // Of a line of the processor's cache.
    private const int LettersOfStretch = 32;

    private readonly ReadOnlyMemory<byte> postings;
    private readonly Column<ushort> lengths;
    private readonly Column<int> textStarts;
    private readonly ReadOnlyMemory<byte> textChars;

    public SegmentField(SegmentFile file, SectionId field)
    {
        ReadOnlyMemory<byte> Section(FieldSection section) => file.Bytes((int)field + (int)section);
        ReadOnlyMemory<byte> Exactly(FieldSection section, long length) => file.Exactly((int)field + (int)section, length);

        ReadOnlySpan<byte> summary = Exactly(FieldSection.Summary, 8).Span;
        int terms = PackedInts.Int(summary, 0), blocks = (terms + TermDictionary.BlockSize - 1) / TermDictionary.BlockSize;
        Count = PackedInts.Int(summary, 4);
        Terms = new TermDictionary(
            Exactly(FieldSection.TermIndex, (long)TermDictionary.IndexEntrySize * blocks), Section(FieldSection.TermBlocks), terms);
        postings = Section(FieldSection.Postings);
        lengths = new(Exactly(FieldSection.Lengths, 2L * Count));
        textStarts = new(Exactly(FieldSection.TextStarts, 4L * (Count + 1)));
        textChars = Exactly(FieldSection.TextChars, 2L * textStarts[Count]);
    }

    /// <summary>How many texts there are.</summary>
    public int Count { get; }

    public TermDictionary Terms { get; }

    /// <summary>How many words each text has; the largest number stands for more, too.</summary>
    public ReadOnlySpan<ushort> Lengths => lengths.Values;

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> TextOf(int document)
    {
        ReadOnlySpan<int> starts = textStarts.Values;
        return MemoryMarshal.Cast<byte, char>(textChars.Span)[starts[document]..starts[document + 1]];
    }

    /// <summary>Reads a letter of every stretch of some texts that memory hands over at once, so that these come together and not one after the other.</summary>
    /// <returns>Nothing of meaning; without it nothing would be read.</returns>
    public int Fetch(ReadOnlySpan<int> documents)
    {
        ReadOnlySpan<int> starts = textStarts.Values;
        ReadOnlySpan<char> chars = MemoryMarshal.Cast<byte, char>(textChars.Span);
        int sum = 0;
        foreach (int document in documents)
        {
            for (int at = starts[document], end = starts[document + 1]; at < end; at += LettersOfStretch)
            {
                sum += chars[at];
            }
        }

        return sum;
    }

    /// <summary>The list of a term.</summary>
    /// <param name="entry">The term.</param>
    /// <param name="firstDocument">What to add to the numbers of the documents.</param>
    /// <param name="lengths">The length codes of all documents, by the numbers after the addition.</param>
    public DocumentCursor Open(TermEntry entry, int firstDocument, byte[] lengths) =>
        PostingsCursor.Open(postings[entry.PostingStart..], entry.DocumentCount, firstDocument, lengths);
}
