using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>The documents with one word, and what they earn for it.</summary>
internal sealed class AtomMatcher(Atom atom, RankedIndex index) : Matcher
{
    private readonly DocumentCursor cursor = atom.InText.Open();
    private readonly Bm25 texts = index.Texts;
    private readonly IndexReader reader = index.Reader;

    // The list once more, for documents that are looked at later than their windows.
    private DocumentCursor? later;

    // Of the window that was read last: the documents with the word in the text, as distances from its start, and the place
    // of the first of them in the list.
    private ushort[] offsets = [];
    private byte[] rows = [];
    private int count;
    private int firstPlace;
    private int readAt = -1;
    private int matchedAt = -1;

    // By row and length code: what a document earns in its text; then what one under a heading with the word earns, less the weight
    // of headings, which is added to all that stand under one.
    private ushort[] weights = [];
    private ushort headingWeight;

    public Atom Atom => atom;

    /// <summary>Whether the document that was scored last has the word in its text.</summary>
    public bool WasInText { get; private set; }

    public override IEnumerable<AtomMatcher> Scored() => [this];

    public override int NextFrom(int start) => atom.InHeadings.Any || start == DocumentCursor.End ? start : cursor.MoveTo(start);

    public override void Match(int start)
    {
        if (matchedAt == start)
        {
            return;
        }

        matchedAt = start;
        Read(start);
        Array.Clear(Found);
        foreach (ushort offset in offsets.AsSpan(0, count))
        {
            Found[offset >> 6] |= 1UL << (offset & 63);
        }

        ReadOnlySpan<ulong> underHeadings = atom.InHeadings.DocumentsFrom(start);
        WindowBits.Or(Found.AsSpan(0, underHeadings.Length), underHeadings);
    }

    /// <summary>Whether any document of the window has the word in its text, and what none earns more than there, presence included.</summary>
    public float TextBound(int start) => cursor.Bound(start, start + Window) is { Any: true } bound
        ? texts.Bound(atom.Idf, bound, atom.PrefersWords) + atom.Presence
        : 0;

    /// <summary>The same of the headings above it, without presence.</summary>
    public float HeadingBound(int start) => atom.InHeadings.AnyIn(start) ? atom.InHeadings.Most : 0;

    /// <summary>Gets ready to add up scores as whole numbers.</summary>
    /// <param name="scale">What 1 is.</param>
    /// <param name="share">What a text with the word may earn besides.</param>
    /// <param name="least">A whole number that each document with the word gets besides.</param>
    public void Weigh(double scale, double share, int least)
    {
        double idf = atom.Idf * scale, besides = ((atom.Presence + share) * scale) + least, inHeadings = atom.InHeadings.Most * scale;
        ReadOnlySpan<float> shares = texts.Shares(atom.PrefersWords);
        weights = GC.AllocateUninitializedArray<ushort>(atom.InHeadings.Any ? 2 * WeightTable.Size : WeightTable.Size);
        WeightTable.Fill(shares, (idf, besides), (0, idf + besides), weights.AsSpan(0, WeightTable.Size));
        if (atom.InHeadings.Any)
        {
            // Of the worth of its headings a document earns what its text leaves open.
            headingWeight = (ushort)(inHeadings + (atom.Presence * scale) + least + 2);
            double both = besides + inHeadings - headingWeight;
            WeightTable.Fill(shares, (idf - inHeadings, both), (-inHeadings, idf + both), weights.AsSpan(WeightTable.Size));
        }
    }

    /// <summary>Reads the list as far as the window reaches.</summary>
    public void Read(int start)
    {
        if (readAt == start)
        {
            return;
        }

        readAt = start;
        count = 0;
        int place = cursor.MoveTo(start) == DocumentCursor.End ? int.MaxValue : cursor.Place;
        if (place == int.MaxValue || cursor.Documents[place] - start >= Window)
        {
            return;
        }

        if (offsets.Length == 0)
        {
            offsets = GC.AllocateUninitializedArray<ushort>(Window);
            rows = GC.AllocateUninitializedArray<byte>(Window);
        }

        firstPlace = cursor.FirstPlace + place;
        do
        {
            ReadOnlySpan<int> documents = cursor.Documents[place..];
            bool ends = documents[^1] - start >= Window;
            if (ends)
            {
                int within = documents.BinarySearch(start + Window);
                documents = documents[..(within < 0 ? ~within : within)];
            }

            WindowBits.Offsets(documents, start, offsets.AsSpan(count));
            if (weights.Length > 0)
            {
                WindowBits.AtMost(cursor.Occurrences.Slice(place, documents.Length), WeightTable.Rows - 1, rows.AsSpan(count));
            }

            count += documents.Length;
            if (ends)
            {
                return;
            }

            place = 0;
        }
        while (cursor.NextBlock());
    }

    /// <summary>Adds to each document of the window what it earns for the word or a little more, as whole numbers; at least 1.</summary>
    /// <param name="start">The window.</param>
    /// <param name="sums">One number a document.</param>
    public void Add(int start, Span<ushort> sums)
    {
        Read(start);
        ReadOnlySpan<ulong> underHeadings = atom.InHeadings.DocumentsFrom(start);
        unchecked
        {
            // Every offset is below the window and names a document: no need to check each of them.
            ref ushort sum = ref sums[..Window][0];
            ref byte length = ref MemoryMarshal.GetReference(reader.Texts.Lengths[start..]);
            ref ushort weight = ref weights[0];
            if (!underHeadings.ContainsAnyExcept(0UL))
            {
                for (int i = 0; i < count; i++)
                {
                    int offset = offsets[i];
                    Unsafe.Add(ref sum, offset) += Unsafe.Add(ref weight, (rows[i] * LengthCode.Count) + Unsafe.Add(ref length, offset));
                }

                return;
            }

            ref ulong under = ref MemoryMarshal.GetReference(underHeadings);
            for (int i = 0; i < count; i++)
            {
                int offset = offsets[i], isUnder = (int)(Unsafe.Add(ref under, offset >> 6) >> offset) & 1;
                Unsafe.Add(ref sum, offset) += Unsafe.Add(ref weight, (isUnder * WeightTable.Size) + (rows[i] * LengthCode.Count) + Unsafe.Add(ref length, offset));
            }
        }

        WindowBits.AddWhere(underHeadings, headingWeight, sums);
    }

    /// <summary>Moves to the first document not before another that has the word in its text, and gives it; for lists that are read without windows.</summary>
    public int MoveTo(int document) => cursor.MoveTo(document);

    /// <summary>The document that was moved to earns no more, as far as its length and the block it stands in say.</summary>
    public double MostHere(int document) =>
        Exactly.Part(atom.TextScore(texts, Math.Max(1, cursor.MostOccurrences), reader.Texts.Lengths[document])) + Exactly.Part(atom.Presence);

    /// <summary>What the document earns that was moved to.</summary>
    public double ScoreHere(int document)
    {
        WasInText = true;
        return Earned(document, cursor.OccurrencesAt(cursor.FirstPlace + cursor.Place));
    }

    /// <summary>What a document of the window earns for the word.</summary>
    public double Score(int start, int offset)
    {
        Read(start);
        int at = WindowBits.PlaceOf((ushort)offset, offsets.AsSpan(0, count));
        WasInText = at < count && offsets[at] == offset;
        int occurrences = 0;
        if (WasInText)
        {
            occurrences = weights.Length > 0 && rows[at] + 1 < WeightTable.Rows ? rows[at] : cursor.OccurrencesAt(firstPlace + at);
        }

        return Earned(start + offset, occurrences);
    }

    /// <summary>Starts over with documents that are looked at later than their windows.</summary>
    public void Restart() => later = null;

    /// <summary>Looks whether a document has the word in its text; in ascending order since the last start.</summary>
    public void FindLater(int document)
    {
        later ??= atom.InText.Open();
        WasInText = later.MoveTo(document) == document;
    }

    /// <summary>What the document earns that was looked for last.</summary>
    public double ScoreFound(int document) => Earned(document, WasInText ? later!.OccurrencesAt(later.FirstPlace + later.Place) : 0);

    private double Earned(int document, int occurrences)
    {
        float inText = WasInText ? atom.TextScore(texts, occurrences, reader.Texts.Lengths[document]) : 0;
        double score = Exactly.Part(inText);

        bool inHeadings = atom.InHeadings.Any && atom.InHeadings.Has(document);
        if (inHeadings)
        {
            score += Exactly.Part(atom.HeadingScore(reader.Columns.HeadingOf[document], inText));
        }

        return WasInText || inHeadings ? score + Exactly.Part(atom.Presence) : 0;
    }
}
