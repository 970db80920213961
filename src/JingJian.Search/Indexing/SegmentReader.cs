using JingJian.Text;

namespace JingJian.Search.Indexing;

/// <summary>An open segment: the lists and texts of some passages. Several of them and their columns make an index.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> All checksums hold when <see cref="Open"/> returns; the texts and lists are read in
/// place.</para>
/// <para><b>Threads.</b> Immutable; any number of readers, as long as the memory stays mapped.</para>
/// </remarks>
public sealed class SegmentReader
{
    private readonly Column<long> ids;
    private readonly Column<int> headingOf;
    private readonly Column<byte> quantities;

    internal SegmentReader(SegmentFile file)
    {
        Texts = new SegmentField(file, SectionId.TextField);
        Headings = new SegmentField(file, SectionId.HeadingField);
        ids = new(file.Exactly((int)SectionId.PassageIds, 8L * Texts.Count));
        headingOf = new(file.Exactly((int)SectionId.OwnHeadingOf, 4L * Texts.Count));
        quantities = new(file.Exactly((int)SectionId.OwnQuantities, Texts.Count));
    }

    /// <summary>The keys of its passages, in the order in which they stand there.</summary>
    public ReadOnlySpan<long> PassageIds => ids.Values;

    internal SegmentField Texts { get; }

    internal SegmentField Headings { get; }

    internal ReadOnlySpan<int> HeadingOf => headingOf.Values;

    internal ReadOnlySpan<byte> Quantities => quantities.Values;

    /// <summary>Opens a segment that <see cref="IndexWriter"/> wrote.</summary>
    /// <param name="segment">Its bytes, read or mapped.</param>
    /// <param name="name">What to call it when it is damaged, for example the file name.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, of another version, or something else.</exception>
    public static SegmentReader Open(ReadOnlyMemory<byte> segment, string name) => new(SegmentFile.Open(segment, name));
}
