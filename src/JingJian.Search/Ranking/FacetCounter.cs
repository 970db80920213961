using System.Numerics;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>Counts matching paragraphs and families by what is known of them.</summary>
/// <remarks><para>Documents come in ascending order. Facets of few values are counted 64 documents at a time; years and units one by one.</para></remarks>
internal sealed class FacetCounter
{
    private readonly PassageColumns columns;
    private readonly FacetSets sets;
    private readonly FacetTally<Function> functions;
    private readonly FacetTally<bool> certainty;
    private readonly FacetTally<DocumentType> types;
    private readonly FacetTally<UnitType?> unitTypes;
    private readonly FacetTally<NumberRange> copies;
    private readonly FacetTally<NumberRange> originality;
    private readonly FacetTally<NumberRange> quantities;
    private readonly FacetTally<bool> damaged;
    private readonly FacetTally[] counted;
    private readonly ColumnTally years;
    private readonly ColumnTally organisations;

    // Of the window that is counted: the documents whose families stand together, the words that have any, and which of them have company.
    private readonly ulong[] together = new ulong[Matcher.Words];
    private readonly byte[] filled = new byte[Matcher.Words];
    private readonly int[] members = new int[Matcher.Window];

    /// <param name="columns">The columns of the index.</param>
    /// <param name="sets">Its facets.</param>
    /// <param name="more">Whether to count sorts of documents and units, sizes of families, originality, quantities and damage, too.</param>
    public FacetCounter(PassageColumns columns, FacetSets sets, bool more)
    {
        this.columns = columns;
        this.sets = sets;
        functions = new(sets.Functions);
        certainty = new(sets.Certainty);
        types = new(sets.Types);
        unitTypes = new(sets.UnitTypes);
        copies = new(sets.Copies);
        originality = new(sets.Originality);
        quantities = new(sets.Quantities);
        damaged = new(sets.Damaged);
        counted = more ? [functions, certainty, types, unitTypes, copies, originality, quantities, damaged] : [functions, certainty];
        years = new(sets.Years.Length);
        organisations = new(columns.Organisations.Length);
    }

    public static SearchFacets NotCounted { get; } = new([], [], [], []);

    /// <summary>Counts the documents of a window whose families stand together.</summary>
    public void Add(int start, ReadOnlySpan<ulong> found)
    {
        int first = start / 64;
        found = found[..Math.Min(found.Length, columns.FamilyEnds.Length - first)];
        found.CopyTo(together);
        if (columns.Scattered is { } apart)
        {
            WindowBits.AndNot(together.AsSpan(0, found.Length), apart.Words[first..]);
        }

        int words = 0;
        for (int word = 0; word < found.Length; word++)
        {
            filled[words] = (byte)word;
            words += together[word] == 0 ? 0 : 1;
        }

        foreach (FacetTally tally in counted)
        {
            tally.Add(start / Matcher.Window, together, filled.AsSpan(0, words), columns.FamilyEnds);
        }

        AddToColumns(first, filled.AsSpan(0, words));
    }

    /// <summary>The counts; once, when all documents were added.</summary>
    /// <param name="scattered">The others.</param>
    public SearchFacets Count(ScatteredMatches scattered)
    {
        foreach (int[] some in scattered.Documents().Chunk(Matcher.Window))
        {
            AddScattered(some);
        }

        ReadOnlySpan<ulong> ends = columns.FamilyEnds;
        return new(
            functions.Filled(ends),
            certainty.Filled(ends),
            [.. years.Filled().Select(year => new FacetCount<int>(sets.Years[year], years.Paragraphs[year], years.Families(year)))],
            [.. organisations.MostFirst().Select(unit => new FacetCount<string>(columns.Organisations[unit], organisations.Paragraphs[unit], organisations.Families(unit)))])
        {
            Types = types.Filled(ends),
            UnitTypes = unitTypes.Filled(ends),
            Copies = copies.Filled(ends),
            Originality = originality.Filled(ends),
            Quantities = quantities.Filled(ends),
            Damaged = damaged.Filled(ends),
        };
    }

    private void AddToColumns(int first, ReadOnlySpan<byte> words)
    {
        ReadOnlySpan<ulong> ends = columns.FamilyEnds;
        ColumnTally.Both both = new(organisations, columns.OrganisationOf, years, sets.YearOf);
        int memberCount = 0;
        foreach (byte word in words)
        {
            // A document that ends its family and follows the end of another is a family of its own.
            int at = first + word;
            ulong ending = ends[at], single = ending & ((ending << 1) | (at == 0 ? 1 : ends[at - 1] >> 63));
            both.AddAlone(together[word] & single, at * 64);
            for (ulong bits = together[word] & ~single; bits != 0; bits &= bits - 1)
            {
                members[memberCount++] = (at * 64) + BitOperations.TrailingZeroCount(bits);
            }
        }

        organisations.AddMembers(members.AsSpan(0, memberCount), columns.OrganisationOf, columns.Groups);
        years.AddMembers(members.AsSpan(0, memberCount), sets.YearOf, columns.Groups);
    }

    /// <summary>Counts documents of scattered families, which come family by family.</summary>
    private void AddScattered(ReadOnlySpan<int> documents)
    {
        foreach (FacetTally tally in counted)
        {
            tally.AddMembers(documents, columns.Groups);
        }

        organisations.AddMembers(documents, columns.OrganisationOf, columns.Groups);
        years.AddMembers(documents, sets.YearOf, columns.Groups);
    }
}
