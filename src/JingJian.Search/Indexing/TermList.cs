using JingJian.Search.Ranking;

namespace JingJian.Search.Indexing;

/// <summary>The list of a term.</summary>
/// <remarks>
/// <para>A longer word is a term of those segments only where it stands as a word; elsewhere the texts that contain
/// it are looked for, so that the list does not depend on how the texts are spread over segments.</para>
/// </remarks>
internal sealed class TermList : DocumentList
{
    private readonly List<Func<DocumentCursor>> parts;
    private readonly int[] firstPlaces;

    private TermList(string text, int count, int wordCount, List<Func<DocumentCursor>> parts, int[] firstPlaces)
        : base(count)
    {
        Text = text;
        WordCount = wordCount;
        this.parts = parts;
        this.firstPlaces = firstPlaces;
    }

    /// <summary>The term.</summary>
    public string Text { get; }

    /// <summary>In how many texts it stands as a word of its own.</summary>
    public int WordCount { get; }

    public override DocumentCursor Open() => parts.Count == 1
        ? parts[0]()
        : new ChainCursor([.. parts.Select(part => part())], firstPlaces);

    public static TermList? Find(FieldIndex field, ReadOnlySpan<char> term)
    {
        bool known = false;
        var entries = new TermEntry?[field.Parts.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            bool here = field.Parts[i].Segment.Terms.TryFind(term, out TermEntry entry);
            entries[i] = here ? entry : null;
            known |= here;
        }

        if (!known)
        {
            return null;
        }

        var lists = new List<Func<DocumentCursor>>();
        var places = new List<int>();
        int place = 0, documents = 0, words = 0;
        for (int i = 0; i < entries.Length; i++)
        {
            FieldPart part = field.Parts[i];
            if (entries[i] is { } entry)
            {
                (int its, int asWord) = part.Count(entry);
                documents += its;
                words += asWord;
                lists.Add(() => part.Open(entry));
                places.Add(place);
                place += entry.DocumentCount;
            }
            else if (!FieldBuilder.IsAlwaysTerm(term) && StringFinder.Inside(part, term) is { Count: > 0 } inside)
            {
                documents += inside.Count;
                lists.Add(inside.Open);
                places.Add(place);
                place += inside.Count;
            }
        }

        return documents > 0 && (words > 0 || FieldBuilder.IsAlwaysTerm(term))
            ? new TermList(term.ToString(), documents, words, lists, [.. places])
            : null;
    }
}
