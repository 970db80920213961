using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>The facets of an index, but for units, turned so that counting is quick.</summary>
/// <remarks><para><b>Cost.</b> One pass over the columns; a bit for each document and value, 2 MB for 200,000 documents.</para></remarks>
internal sealed class FacetSets
{
    // Bands that say something: alone, a pair, a few, many, a formula of the archive.
    private static readonly ImmutableArray<NumberRange> CopyBands = [new(0, 1), new(2, 2), new(3, 5), new(6, 10), new(11, int.MaxValue)];

    // Mostly own text, mixed, mostly reused, hardly anything of its own.
    private static readonly ImmutableArray<NumberRange> OriginalityBands = [new(90, 100), new(60, 89), new(30, 59), new(0, 29)];

    // No evidence, some, much.
    private static readonly ImmutableArray<NumberRange> QuantityBands = [new(0, 0), new(1, 2), new(3, 5), new(6, int.MaxValue)];

    private readonly int[] yearOf;

    public FacetSets(PassageColumns columns)
    {
        int documents = columns.Documents;
        int[] years = [.. columns.Years.ToArray().Select(year => (int)year).Distinct().Order()];
        Functions = new([.. Enum.GetValues<Function>()], documents);
        Certainty = new([false, true], documents);
        Years = [.. years];
        yearOf = new int[documents];
        Types = new([.. Enum.GetValues<DocumentType>()], documents);
        UnitTypes = new([.. Enum.GetValues<UnitType>().Cast<UnitType?>(), null], documents);
        Copies = new(CopyBands, documents);
        Originality = new(OriginalityBands, documents);
        Quantities = new(QuantityBands, documents);
        Damaged = new([false, true], documents);
        for (int document = 0; document < documents; document++)
        {
            Functions.Add(columns.Primary[document], document);
            if (columns.SecondaryOf(document) is { } second)
            {
                Functions.Add((int)second, document);
            }

            Certainty.Add(columns.Undecided[document], document);
            yearOf[document] = Array.BinarySearch(years, columns.Years[document]);
            Types.Add(columns.DocumentTypes[document], document);
            UnitTypes.Add(columns.UnitTypeOf(document) is { } type ? (int)type : UnitTypes.Values.Length - 1, document);
            Copies.Add(BandOf(CopyBands, columns.Copies[document]), document);
            Originality.Add(BandOf(OriginalityBands, columns.Originality[document]), document);
            Quantities.Add(BandOf(QuantityBands, columns.Quantities[document]), document);
            Damaged.Add(columns.Damaged[document], document);
        }
    }

    /// <summary>By function, primary and secondary alike.</summary>
    public FacetSet<Function> Functions { get; }

    /// <summary>By whether the function is too unsure to count as decided.</summary>
    public FacetSet<bool> Certainty { get; }

    /// <summary>The years, ascending; 0 is unknown.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>The place of the year of each document among <see cref="Years"/>.</summary>
    public ReadOnlySpan<int> YearOf => yearOf;

    /// <summary>By sort of document.</summary>
    public FacetSet<DocumentType> Types { get; }

    /// <summary>By sort of unit; null, the last, is unknown.</summary>
    public FacetSet<UnitType?> UnitTypes { get; }

    /// <summary>By size of the family.</summary>
    public FacetSet<NumberRange> Copies { get; }

    /// <summary>By originality of the report.</summary>
    public FacetSet<NumberRange> Originality { get; }

    /// <summary>By quantities stated.</summary>
    public FacetSet<NumberRange> Quantities { get; }

    /// <summary>By damage.</summary>
    public FacetSet<bool> Damaged { get; }

    private static int BandOf(ImmutableArray<NumberRange> bands, int number)
    {
        int band = 0;
        while (!bands[band].Contains(number))
        {
            band++;
        }

        return band;
    }
}
