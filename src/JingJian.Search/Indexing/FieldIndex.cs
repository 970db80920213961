namespace JingJian.Search.Indexing;

/// <summary>One field of an index: what its segments have, numbered one after the other, less what was deleted.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Terms, counts and lists are those of one segment of all texts that were not deleted, except for the
/// numbers of the documents; lists may name deleted documents too.</para>
/// <para><b>Threads.</b> Immutable; any number of readers.</para>
/// </remarks>
internal sealed class FieldIndex
{
    private readonly FieldPart[] parts;
    private readonly byte[] lengths;
    private readonly DocumentBits? deleted;

    public FieldIndex(IReadOnlyList<SegmentField> segments, DocumentBits? deleted)
    {
        this.deleted = deleted;
        Documents = segments.Sum(segment => segment.Count);
        lengths = new byte[Documents];
        parts = new FieldPart[segments.Count];
        int first = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = new FieldPart(segments[i], first, lengths, deleted);
            TokenCount += AddLengths(segments[i].Lengths, first);
            first += segments[i].Count;
        }

        Count = Documents - (deleted?.Count ?? 0);
    }

    /// <summary>How many numbers of documents there are, those of deleted ones included.</summary>
    public int Documents { get; }

    /// <summary>How many texts there are.</summary>
    public int Count { get; }

    /// <summary>How many texts have at least one word.</summary>
    public int CountWithWords { get; private set; }

    /// <summary>How many words all texts have together.</summary>
    public long TokenCount { get; }

    /// <summary>How many words each text has, as <see cref="LengthCode"/>.</summary>
    public ReadOnlySpan<byte> Lengths => lengths;

    /// <summary>The field in each segment.</summary>
    public ReadOnlySpan<FieldPart> Parts => parts;

    public bool IsDeleted(int document) => deleted is not null && deleted[document];

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> TextOf(int document)
    {
        int part = parts.Length - 1;
        while (parts[part].First > document)
        {
            part--;
        }

        return parts[part].Segment.TextOf(document - parts[part].First);
    }

    /// <summary>The list of a term; null when it is none: no word of any text, and neither a letter nor a pair of them.</summary>
    public TermList? Find(ReadOnlySpan<char> term) => TermList.Find(this, term);

    /// <summary>In how many texts a word stands as a word of its own; only looked up, where a list may have to be searched for.</summary>
    public int WordCount(ReadOnlySpan<char> word)
    {
        int count = 0;
        foreach (FieldPart part in Parts)
        {
            count += part.Segment.Terms.TryFind(word, out TermEntry entry) ? part.Count(entry).Words : 0;
        }

        return count;
    }

    /// <summary>The terms that begin so, in ordinal order.</summary>
    public IEnumerable<TermList> StartingWith(string beginning)
    {
        var scans = new List<TermDictionary.Scan>();
        foreach (FieldPart part in parts)
        {
            TermDictionary.Scan scan = part.Segment.Terms.From(beginning);
            if (scan.Next())
            {
                scans.Add(scan);
            }
        }

        while (scans.Count > 0)
        {
            string first = scans.Select(scan => scan.Term.ToString()).Min(StringComparer.Ordinal)!;
            if (!first.StartsWith(beginning, StringComparison.Ordinal))
            {
                yield break;
            }

            if (Find(first) is { } term)
            {
                yield return term;
            }

            scans.RemoveAll(scan => scan.Term.SequenceEqual(first) && !scan.Next());
        }
    }

    private long AddLengths(ReadOnlySpan<ushort> words, int first)
    {
        long sum = 0;
        for (int i = 0; i < words.Length; i++)
        {
            lengths[first + i] = LengthCode.Of(words[i]);
            if (!IsDeleted(first + i))
            {
                sum += words[i];
                CountWithWords += words[i] > 0 ? 1 : 0;
            }
        }

        return sum;
    }
}

/// <summary>A field of one segment in the numbers of the index.</summary>
/// <param name="segment">The field there.</param>
/// <param name="first">The number of its first document.</param>
/// <param name="lengths">The length codes of all documents of the index.</param>
/// <param name="deleted">The deleted ones of the index.</param>
internal sealed class FieldPart(SegmentField segment, int first, byte[] lengths, DocumentBits? deleted)
{
    private readonly int[] deletedHere = deleted is null
        ? []
        : [.. deleted.Documents().SkipWhile(document => document < first).TakeWhile(document => document < first + segment.Count)];

    public SegmentField Segment => segment;

    public int First => first;

    public DocumentCursor Open(TermEntry entry) => segment.Open(entry, first, lengths);

    /// <summary>In how many texts that were not deleted a term stands, and in how many of them as a word.</summary>
    public (int Documents, int Words) Count(TermEntry entry)
    {
        (int documents, int words) = (entry.DocumentCount, entry.WordCount);
        if (deletedHere.Length > 0)
        {
            DocumentCursor cursor = Open(entry);
            foreach (int document in deletedHere)
            {
                int found = cursor.MoveTo(document);
                if (found == document)
                {
                    documents--;
                    words -= cursor.OccurrencesAt(cursor.FirstPlace + cursor.Place) > 0 ? 1 : 0;
                }
                else if (found == DocumentCursor.End)
                {
                    break;
                }
            }
        }

        return (documents, words);
    }

    public bool IsDeleted(int document) => deleted is not null && deleted[document];

    public byte LengthOf(int document) => lengths[document];
}
