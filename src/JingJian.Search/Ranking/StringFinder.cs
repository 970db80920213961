using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Finds exactly the documents of a field that contain a string.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours: the stored list when the string is a term; else the meeting of the lists of its rarest pairs of
/// letters, each document then checked in the stored text.</para>
/// <para><b>Guarantee.</b> The documents, and how often the string begins in each, are those of a plain scan.</para>
/// </remarks>
internal static class StringFinder
{
    /// <summary>More lists make fewer texts to check, but each costs its own reading.</summary>
    private const int MostLists = 3;

    /// <summary>So many texts are fetched from memory together: most of the time of a frequent string was waiting for one after the other.</summary>
    private const int FetchedTogether = 32;

    public static DocumentList Find(FieldIndex field, ReadOnlySpan<char> text)
    {
        if (field.Find(text) is { } term)
        {
            return term;
        }

        Found found = new();
        foreach (FieldPart part in field.Parts)
        {
            Look(part, text, found);
        }

        return found.ToList(found.Occurrences);
    }

    /// <summary>The documents of one segment with a string that is not a word of any of them.</summary>
    public static FoundList Inside(FieldPart part, ReadOnlySpan<char> text)
    {
        Found found = new();
        Look(part, text, found);
        return found.ToList(new int[found.Documents.Count]);
    }

    /// <summary>The documents with a word that begins so.</summary>
    public static DocumentList FindPrefix(FieldIndex field, ReadOnlySpan<char> prefix)
    {
        var bits = new DocumentBits(field.Documents);
        foreach (FieldPart part in field.Parts)
        {
            TermDictionary.Scan scan = part.Segment.Terms.From(prefix);
            while (scan.Next() && scan.Term.StartsWith(prefix))
            {
                if (scan.Entry.WordCount > 0)
                {
                    AddWords(part.Open(scan.Entry), bits);
                }
            }
        }

        int[] documents = [.. bits.Documents().Where(document => !field.IsDeleted(document))];
        byte[] lengths = [.. documents.Select(document => field.Lengths[document])];
        return new FoundList(documents, [.. Enumerable.Repeat(1, documents.Length)], lengths);
    }

    /// <summary>How often a string begins in a text.</summary>
    public static int CountIn(ReadOnlySpan<char> text, ReadOnlySpan<char> wanted)
    {
        int count = 0;
        for (int at = text.IndexOf(wanted); at >= 0;)
        {
            count++;
            text = text[(at + 1)..];
            at = text.IndexOf(wanted);
        }

        return count;
    }

    private static void AddWords(DocumentCursor cursor, DocumentBits bits)
    {
        while (cursor.NextBlock())
        {
            ReadOnlySpan<int> documents = cursor.Documents;
            for (int i = 0; i < documents.Length; i++)
            {
                if (cursor.OccurrencesAt(cursor.FirstPlace + i) > 0)
                {
                    bits.Add(documents[i]);
                }
            }
        }
    }

    /// <summary>The terms that any text with the string must have, rarest first; null when one of them stands nowhere.</summary>
    private static List<TermEntry>? RarestParts(TermDictionary terms, ReadOnlySpan<char> text)
    {
        var parts = new List<TermEntry>();
        for (int i = 0; i < text.Length; i++)
        {
            if (!Folding.IsLetter(text[i]))
            {
                continue;
            }

            bool pair = i + 1 < text.Length && Folding.IsLetter(text[i + 1]);
            if (!terms.TryFind(text.Slice(i, pair ? 2 : 1), out TermEntry part))
            {
                return null;
            }

            if (!parts.Contains(part))
            {
                parts.Add(part);
            }
        }

        // By place where the counts are equal: the order of the lists never changes a result, but it must not change a run.
        parts.Sort((a, b) => (a.DocumentCount, a.PostingStart).CompareTo((b.DocumentCount, b.PostingStart)));
        return parts.Count > MostLists ? parts[..MostLists] : parts;
    }

    private static void Look(FieldPart part, ReadOnlySpan<char> text, Found found)
    {
        if (RarestParts(part.Segment.Terms, text) is not { } terms)
        {
            return;
        }

        var meeting = new ListMeeting(terms.Select(part.Open));
        int end = part.First + part.Segment.Count;
        Span<int> together = stackalloc int[FetchedTogether];
        for (int document = meeting.Next(part.First); document < end;)
        {
            int fetched = 0;
            for (; document < end && fetched < FetchedTogether; document = meeting.Next(document + 1))
            {
                together[fetched] = document - part.First;
                fetched += part.IsDeleted(document) ? 0 : 1;
            }

            part.Segment.Fetch(together[..fetched]);
            foreach (int its in together[..fetched])
            {
                int count = CountIn(part.Segment.TextOf(its), text);
                if (count > 0)
                {
                    found.Documents.Add(part.First + its);
                    found.Occurrences.Add(count);
                    found.Lengths.Add(part.LengthOf(part.First + its));
                }
            }
        }
    }

    private sealed class Found
    {
        public List<int> Documents { get; } = [];

        public List<int> Occurrences { get; } = [];

        public List<byte> Lengths { get; } = [];

        public FoundList ToList(IEnumerable<int> occurrences) => new([.. Documents], [.. occurrences], [.. Lengths]);
    }
}
