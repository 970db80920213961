using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace JingJian.Search.Indexing;

/// <summary>Some documents of a field, ascending, with how often something stands in each as a word of its own.</summary>
/// <param name="count">How many documents that were not deleted it names; a cursor may give deleted ones too.</param>
internal abstract class DocumentList(int count)
{
    public static DocumentList None { get; } = new FoundList([], [], []);

    public int Count { get; } = count;

    /// <summary>Starts a reading.</summary>
    public abstract DocumentCursor Open();
}

/// <summary>A list that was found for one query.</summary>
internal sealed class FoundList(int[] documents, int[] occurrences, byte[] lengths) : DocumentList(documents.Length)
{
    public override DocumentCursor Open() => new ArrayCursor(documents, occurrences, lengths, 0);
}

/// <summary>The most that the documents of a stretch of a list can have.</summary>
/// <param name="Any">Whether there may be any.</param>
/// <param name="Occurrences">None has more.</param>
/// <param name="Length">The smallest <see cref="LengthCode"/>.</param>
internal readonly record struct ListBound(bool Any, int Occurrences, byte Length)
{
    public static ListBound None { get; } = new(false, 0, byte.MaxValue);

    public ListBound With(int occurrences, byte length) => new(true, Math.Max(Occurrences, occurrences), Math.Min(Length, length));
}

/// <summary>Reads a list of documents block by block, forwards.</summary>
/// <remarks>
/// <para>Starts before the first block. A block's numbers stay valid until the next move. The documents of a list are
/// numbered by their place in it from 0.</para>
/// <para><b>Threads.</b> One cursor, one thread; any number of cursors may read one list.</para>
/// </remarks>
internal abstract class DocumentCursor
{
    /// <summary>What <see cref="MoveTo"/> gives at the end.</summary>
    public const int End = int.MaxValue;

    // So many documents are looked through from the first on; of more the half with the wanted one is taken.
    private const int LookedThrough = 64;

    /// <summary>The documents of the block, ascending.</summary>
    public abstract ReadOnlySpan<int> Documents { get; }

    /// <summary>How often each has the term as a word of its own; 0 when only inside other words.</summary>
    public abstract ReadOnlySpan<int> Occurrences { get; }

    /// <summary>The place of the block's first document in the list.</summary>
    public abstract int FirstPlace { get; }

    /// <summary>No document of the block has the term more often.</summary>
    public virtual int MostOccurrences => int.MaxValue;

    /// <summary>The place in the block that <see cref="MoveTo"/> reached.</summary>
    public int Place { get; private set; }

    /// <summary>The occurrences of the document at a place of the list.</summary>
    public abstract int OccurrencesAt(int place);

    /// <summary>A bound for the documents from <paramref name="start"/> up to before <paramref name="end"/>; asked for in ascending order.</summary>
    public abstract ListBound Bound(int start, int end);

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
        Place = PlaceOf(document, documents, Place > 0 && Place < documents.Length && documents[Place - 1] < document ? Place : 0);
        return documents[Place];
    }

    /// <summary>The place of the first of some ascending documents that is not below another; the last is not.</summary>
    /// <param name="document">The other.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="place">All before this place are below it.</param>
    private static int PlaceOf(int document, ReadOnlySpan<int> documents, int place)
    {
        // Without branches: which way it goes cannot be foreseen.
        for (int length = documents.Length - place; length > LookedThrough;)
        {
            int half = length / 2;
            place += half & ((documents[place + half - 1] - document) >> 31);
            length -= half;
        }

        // Eight at a time: mostly it is one of the next.
        ref int first = ref MemoryMarshal.GetReference(documents);
        Vector256<int> wanted = Vector256.Create(document);
        for (; place + Vector256<int>.Count <= documents.Length; place += Vector256<int>.Count)
        {
            uint below = Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)place), wanted).ExtractMostSignificantBits();
            if (below != byte.MaxValue)
            {
                return place + BitOperations.PopCount(below);
            }
        }

        while (documents[place] < document)
        {
            place++;
        }

        return place;
    }
}

/// <summary>Reads arrays as one block.</summary>
/// <param name="documents">The documents.</param>
/// <param name="occurrences">Their occurrences.</param>
/// <param name="lengths">Their length codes.</param>
/// <param name="firstPlace">The place of the first in the list.</param>
internal sealed class ArrayCursor(int[] documents, int[] occurrences, byte[] lengths, int firstPlace) : DocumentCursor
{
    private bool started;
    private bool ended = documents.Length == 0;
    private int bounded;

    public override ReadOnlySpan<int> Documents => started && !ended ? documents : [];

    public override ReadOnlySpan<int> Occurrences => started && !ended ? occurrences : [];

    public override int FirstPlace => firstPlace;

    public override int OccurrencesAt(int place) => occurrences[place - firstPlace];

    public override ListBound Bound(int start, int end)
    {
        ListBound bound = ListBound.None;
        for (; bounded < documents.Length && documents[bounded] < end; bounded++)
        {
            if (documents[bounded] >= start)
            {
                bound = bound.With(occurrences[bounded], lengths[bounded]);
            }
        }

        return bound;
    }

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

/// <summary>Reads several lists, whose documents follow each other, as one.</summary>
internal sealed class ChainCursor(DocumentCursor[] parts, int[] firstPlaces) : DocumentCursor
{
    private int part;

    public override ReadOnlySpan<int> Documents => part < parts.Length ? parts[part].Documents : [];

    public override ReadOnlySpan<int> Occurrences => parts[part].Occurrences;

    public override int MostOccurrences => parts[part].MostOccurrences;

    public override int FirstPlace => firstPlaces[part] + parts[part].FirstPlace;

    public override int OccurrencesAt(int place)
    {
        int of = part < parts.Length ? part : parts.Length - 1;
        while (firstPlaces[of] > place)
        {
            of--;
        }

        return parts[of].OccurrencesAt(place - firstPlaces[of]);
    }

    public override ListBound Bound(int start, int end)
    {
        ListBound bound = ListBound.None;
        foreach (DocumentCursor each in parts)
        {
            ListBound its = each.Bound(start, end);
            bound = its.Any ? bound.With(its.Occurrences, its.Length) : bound;
        }

        return bound;
    }

    public override bool NextBlock()
    {
        while (part < parts.Length && !parts[part].NextBlock())
        {
            part++;
        }

        return part < parts.Length;
    }

    public override bool SkipTo(int document)
    {
        while (part < parts.Length && !parts[part].SkipTo(document))
        {
            part++;
        }

        return part < parts.Length;
    }
}
