using JingJian.Text;

namespace JingJian.Search.Indexing;

/// <summary>An open segment: what searches and exemplar rankings read.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> All checksums hold when <see cref="Open"/> returns; the texts and lists are read in
/// place.</para>
/// <para><b>Threads.</b> Immutable; any number of readers, as long as the memory stays mapped.</para>
/// </remarks>
public sealed class IndexReader
{
    private IndexReader(SegmentFile file)
    {
        Columns = new PassageColumns(file);
        Texts = new FieldIndex(file, SectionId.TextField);
        Headings = new FieldIndex(file, SectionId.HeadingField);
        Sections = new SectionMap(Columns.HeadingOf, Headings.Count);
    }

    /// <summary>How many passages the segment holds.</summary>
    public int Count => Columns.Count;

    internal PassageColumns Columns { get; }

    /// <summary>The paragraphs; documents are passages.</summary>
    internal FieldIndex Texts { get; }

    /// <summary>The heading paths; documents are different paths, see <see cref="PassageColumns.HeadingOf"/>.</summary>
    internal FieldIndex Headings { get; }

    /// <summary>Which passages stand under each heading path.</summary>
    internal SectionMap Sections { get; }

    /// <summary>Opens a segment that <see cref="IndexWriter"/> wrote.</summary>
    /// <param name="segment">Its bytes, read or mapped.</param>
    /// <param name="name">What to call it when it is damaged, for example the file name.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, of another version, or something else.</exception>
    public static IndexReader Open(ReadOnlyMemory<byte> segment, string name) => new(SegmentFile.Open(segment, name));
}
