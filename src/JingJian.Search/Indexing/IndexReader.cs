using JingJian.Text;

namespace JingJian.Search.Indexing;

/// <summary>An open index: what searches and exemplar rankings read.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> However its passages are spread over segments, and whatever was deleted: everything that is found,
/// counted and scored is as in one segment of the passages that are left.</para>
/// <para><b>Threads.</b> Immutable; any number of readers, as long as the memory stays mapped.</para>
/// </remarks>
public sealed class IndexReader
{
    private IndexReader(IReadOnlyList<SegmentReader> segments, SegmentFile columns, string name)
    {
        Columns = new PassageColumns(columns);
        RequireSamePassages(segments, name);

        Texts = new FieldIndex([.. segments.Select(segment => segment.Texts)], Columns.Deleted);
        Headings = new FieldIndex([.. segments.Select(segment => segment.Headings)], Columns.DeletedHeadings);
        Sections = new SectionMap(Columns, Headings.Documents);
    }

    /// <summary>How many passages the index holds.</summary>
    public int Count => Columns.Count;

    /// <summary>The largest number of a source that it holds; 0 without any.</summary>
    public int LastSource
    {
        get
        {
            int last = 0;
            foreach (int source in Columns.Sources)
            {
                last = Math.Max(last, source);
            }

            return last;
        }
    }

    /// <summary>The folded texts of all passages, each different one once.</summary>
    public IEnumerable<string> DistinctTexts() => Alive().Select(document => Texts.TextOf(document).ToString()).Distinct(StringComparer.Ordinal);

    /// <summary>The documents that were not deleted.</summary>
    internal IEnumerable<int> Alive() => Enumerable.Range(0, Columns.Documents).Where(document => Columns.Deleted is null || !Columns.Deleted[document]);

    internal PassageColumns Columns { get; }

    /// <summary>The paragraphs; documents are passages.</summary>
    internal FieldIndex Texts { get; }

    /// <summary>The heading paths; documents are different paths, see <see cref="PassageColumns.HeadingOf"/>.</summary>
    internal FieldIndex Headings { get; }

    /// <summary>Which passages stand under each heading path.</summary>
    internal SectionMap Sections { get; }

    private void RequireSamePassages(IReadOnlyList<SegmentReader> segments, string name)
    {
        ReadOnlySpan<long> ids = Columns.Ids;
        foreach (SegmentReader segment in segments)
        {
            if (!ids.StartsWith(segment.PassageIds))
            {
                throw new CorruptArtifactException(name, "这些索引段的列", "别的索引段的列");
            }

            ids = ids[segment.PassageIds.Length..];
        }

        if (!ids.IsEmpty)
        {
            throw new CorruptArtifactException(name, $"{Columns.Documents - ids.Length} 段", $"{Columns.Documents} 段");
        }
    }

    /// <summary>Opens an index in one piece, as <see cref="IndexWriter.Write"/> writes it.</summary>
    /// <param name="index">Its bytes, read or mapped.</param>
    /// <param name="name">What to call it when it is damaged, for example the file name.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, of another version, or something else.</exception>
    public static IndexReader Open(ReadOnlyMemory<byte> index, string name)
    {
        SegmentFile file = SegmentFile.Open(index, name);
        return new IndexReader([new SegmentReader(file)], file, name);
    }

    /// <summary>Opens an index of several segments.</summary>
    /// <param name="segments">The segments, in the order in which the columns were written for them.</param>
    /// <param name="columns">The bytes of the columns, as <see cref="IndexWriter.WriteColumns"/> writes them.</param>
    /// <param name="name">What to call the columns when they are damaged.</param>
    /// <exception cref="CorruptArtifactException">The columns are not whole, or belong to other segments.</exception>
    public static IndexReader Open(IReadOnlyList<SegmentReader> segments, ReadOnlyMemory<byte> columns, string name) =>
        new(segments, SegmentFile.Open(columns, name), name);
}
