namespace JingJian.Search.Indexing;

/// <summary>Some documents of a field, ascending, with how often something stands in each as a word of its own.</summary>
internal abstract class DocumentList(int count)
{
    public static DocumentList None { get; } = new FoundList([], []);

    public int Count { get; } = count;

    /// <summary>Starts a reading.</summary>
    public abstract DocumentCursor Open();
}

/// <summary>The stored list of a term.</summary>
internal sealed class TermList(FieldIndex field, int term) : DocumentList(field.DocumentCount(term))
{
    public override DocumentCursor Open() => field.Open(term);
}

/// <summary>A list that was found for one query.</summary>
internal sealed class FoundList(int[] documents, int[] occurrences) : DocumentList(documents.Length)
{
    public override DocumentCursor Open() => new ArrayCursor(documents, occurrences);
}

/// <summary>Reads a list of documents block by block, forwards.</summary>
/// <remarks>
/// <para>Starts before the first block. A block's numbers stay valid until the next move.</para>
/// <para><b>Threads.</b> One cursor, one thread; any number of cursors may read one list.</para>
/// </remarks>
internal abstract class DocumentCursor
{
    /// <summary>What <see cref="MoveTo"/> gives at the end.</summary>
    public const int End = int.MaxValue;

    /// <summary>The documents of the block, ascending.</summary>
    public abstract ReadOnlySpan<int> Documents { get; }

    /// <summary>How often each has the term as a word of its own; 0 when only inside other words.</summary>
    public abstract ReadOnlySpan<int> Occurrences { get; }

    /// <summary>The place in the block that <see cref="MoveTo"/> reached.</summary>
    public int Place { get; private set; }

    /// <summary>Moves to the next block; false at the end.</summary>
    public abstract bool NextBlock();

    /// <summary>Moves to the block that holds the first document not before <paramref name="document"/>; false when there is none.</summary>
    /// <remarks>Stays where it is when the present block already reaches that far.</remarks>
    public abstract bool SkipTo(int document);

    /// <summary>Moves to the first document not before <paramref name="document"/> and gives it, or <see cref="End"/>.</summary>
    public int MoveTo(int document)
    {
        if (!SkipTo(document))
        {
            return End;
        }

        ReadOnlySpan<int> documents = Documents;
        int low = 0, high = documents.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (documents[middle] < document)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        Place = low;
        return documents[low];
    }
}

/// <summary>Reads two arrays as one block.</summary>
internal sealed class ArrayCursor(int[] documents, int[] occurrences) : DocumentCursor
{
    private bool started;
    private bool ended = documents.Length == 0;

    public override ReadOnlySpan<int> Documents => started && !ended ? documents : [];

    public override ReadOnlySpan<int> Occurrences => started && !ended ? occurrences : [];

    public override bool NextBlock()
    {
        ended |= started;
        started = true;
        return !ended;
    }

    public override bool SkipTo(int document)
    {
        started = true;
        ended |= documents.Length == 0 || documents[^1] < document;
        return !ended;
    }
}
