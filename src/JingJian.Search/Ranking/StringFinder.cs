using System.Numerics;
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

    public static DocumentList Find(FieldIndex field, ReadOnlySpan<char> text)
    {
        int term = field.Find(text);
        if (term >= 0)
        {
            return new TermList(field, term);
        }

        List<int>? terms = RarestParts(field, text);
        return terms is null ? DocumentList.None : Check(field, text, terms);
    }

    /// <summary>The documents with a word that begins so.</summary>
    public static DocumentList FindPrefix(FieldIndex field, ReadOnlySpan<char> prefix)
    {
        var found = new ulong[(field.Count + 63) / 64];
        for (int term = field.LowerBound(prefix); term < field.TermCount && field.TermAt(term).StartsWith(prefix); term++)
        {
            if (field.WordCount(term) > 0)
            {
                AddWords(field.Open(term), found);
            }
        }

        var documents = new List<int>();
        for (int i = 0; i < found.Length; i++)
        {
            for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
            {
                documents.Add((i * 64) + BitOperations.TrailingZeroCount(bits));
            }
        }

        return new FoundList([.. documents], [.. Enumerable.Repeat(1, documents.Count)]);
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

    private static void AddWords(DocumentCursor cursor, ulong[] found)
    {
        while (cursor.NextBlock())
        {
            for (int i = 0; i < cursor.Documents.Length; i++)
            {
                if (cursor.Occurrences[i] > 0)
                {
                    found[cursor.Documents[i] >> 6] |= 1UL << (cursor.Documents[i] & 63);
                }
            }
        }
    }

    /// <summary>The terms that any text with the string must have, rarest first; null when one of them stands nowhere.</summary>
    private static List<int>? RarestParts(FieldIndex field, ReadOnlySpan<char> text)
    {
        var parts = new List<int>();
        for (int i = 0; i < text.Length; i++)
        {
            if (!Folding.IsLetter(text[i]))
            {
                continue;
            }

            bool pair = i + 1 < text.Length && Folding.IsLetter(text[i + 1]);
            int part = field.Find(text.Slice(i, pair ? 2 : 1));
            if (part < 0)
            {
                return null;
            }

            if (!parts.Contains(part))
            {
                parts.Add(part);
            }
        }

        // By number where the counts are equal: the order of the lists never changes a result, but it must not change a run.
        parts.Sort((a, b) => (field.DocumentCount(a), a).CompareTo((field.DocumentCount(b), b)));
        return parts.Count > MostLists ? parts[..MostLists] : parts;
    }

    private static FoundList Check(FieldIndex field, ReadOnlySpan<char> text, List<int> terms)
    {
        DocumentCursor[] cursors = [.. terms.Select(field.Open)];
        List<int> documents = [], occurrences = [];
        for (int document = Next(cursors, 0); document < field.Count; document = Next(cursors, document + 1))
        {
            int count = CountIn(field.TextOf(document), text);
            if (count > 0)
            {
                documents.Add(document);
                occurrences.Add(count);
            }
        }

        return new FoundList([.. documents], [.. occurrences]);
    }

    /// <summary>The first document from <paramref name="document"/> on that all lists name.</summary>
    private static int Next(DocumentCursor[] cursors, int document)
    {
        for (int agreed = 0, i = 0; agreed < cursors.Length; i = (i + 1) % cursors.Length)
        {
            int found = cursors[i].MoveTo(document);
            if (found == DocumentCursor.End)
            {
                return found;
            }

            agreed = found == document ? agreed + 1 : 1;
            document = found;
        }

        return document;
    }
}
