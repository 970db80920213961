using System.Collections.Immutable;
using System.Numerics;

namespace JingJian.Search.Ranking;

/// <summary>Which documents have each of a few values, as bits.</summary>
/// <remarks><para>The bits of one value and window stand together: counting passes over them in the order of the documents.</para></remarks>
/// <param name="values">The values.</param>
/// <param name="documents">How many documents there are.</param>
internal sealed class FacetSet<T>(ImmutableArray<T> values, int documents)
{
    private readonly ulong[] bits = new ulong[values.Length * ((documents + Matcher.Window - 1) / Matcher.Window) * Matcher.Words];

    public ImmutableArray<T> Values => values;

    public void Add(int value, int document) => bits[PlaceOf(value, document / Matcher.Window) + (document % Matcher.Window / 64)] |= 1UL << (document & 63);

    public bool Has(int value, int document) => (bits[PlaceOf(value, document / Matcher.Window) + (document % Matcher.Window / 64)] >> (document & 63) & 1) == 1;

    /// <summary>The documents of a window that have a value.</summary>
    public ReadOnlySpan<ulong> At(int value, int window) => bits.AsSpan(PlaceOf(value, window), Matcher.Words);

    private int PlaceOf(int value, int window) => ((window * values.Length) + value) * Matcher.Words;
}

/// <summary>Counts paragraphs and families by the values of a facet, window by window.</summary>
internal abstract class FacetTally
{
    /// <summary>Counts the documents of a window, all of whose families stand together.</summary>
    /// <param name="window">Its number.</param>
    /// <param name="found">The documents.</param>
    /// <param name="filled">The words of <paramref name="found"/> that are not empty.</param>
    /// <param name="ends">The last document of each family of the index.</param>
    public abstract void Add(int window, ReadOnlySpan<ulong> found, ReadOnlySpan<byte> filled, ReadOnlySpan<ulong> ends);

    /// <summary>Counts documents of families that are scattered over the index, family by family.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="groups">The family of each document of the index.</param>
    public abstract void AddMembers(ReadOnlySpan<int> documents, ReadOnlySpan<int> groups);
}

/// <inheritdoc cref="FacetTally"/>
internal sealed class FacetTally<T>(FacetSet<T> set) : FacetTally
{
    private readonly int[] paragraphs = new int[set.Values.Length];
    private readonly FamilyRuns[] families = new FamilyRuns[set.Values.Length];

    // The last scattered family counted, plus one.
    private readonly int[] last = new int[set.Values.Length];

    public override void Add(int window, ReadOnlySpan<ulong> found, ReadOnlySpan<byte> filled, ReadOnlySpan<ulong> ends)
    {
        for (int value = 0; value < families.Length; value++)
        {
            ReadOnlySpan<ulong> having = set.At(value, window);
            FamilyRuns runs = families[value];
            int first = window * Matcher.Words, count = 0;
            foreach (byte word in filled)
            {
                ulong its = found[word] & having[word];
                if (its != 0 || runs.IsOpen)
                {
                    count += BitOperations.PopCount(its);
                    runs.Add(its, first + word, ends);
                }
            }

            families[value] = runs;
            paragraphs[value] += count;
        }
    }

    public override void AddMembers(ReadOnlySpan<int> documents, ReadOnlySpan<int> groups)
    {
        foreach (int document in documents)
        {
            int group = groups[document] + 1;
            for (int value = 0; value < families.Length; value++)
            {
                if (set.Has(value, document))
                {
                    paragraphs[value]++;
                    families[value].Count += last[value] == group ? 0 : 1;
                    last[value] = group;
                }
            }
        }
    }

    /// <summary>The values that any document has.</summary>
    public ImmutableArray<FacetCount<T>> Filled(ReadOnlySpan<ulong> ends)
    {
        ImmutableArray<FacetCount<T>>.Builder filled = ImmutableArray.CreateBuilder<FacetCount<T>>();
        for (int value = 0; value < paragraphs.Length; value++)
        {
            if (paragraphs[value] > 0)
            {
                families[value].End(ends);
                filled.Add(new FacetCount<T>(set.Values[value], paragraphs[value], families[value].Count));
            }
        }

        return filled.ToImmutable();
    }
}
