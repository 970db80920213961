using System.Collections.Immutable;
using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>Counts matching paragraphs and families by sort of document, sort of unit, size of the family and originality.</summary>
internal sealed class MoreFacets(PassageColumns columns)
{
    // Bands that say something: alone, a pair, a few, many, a formula of the archive.
    private static readonly NumberRange[] CopyBands = [new(0, 1), new(2, 2), new(3, 5), new(6, 10), new(11, int.MaxValue)];

    // Mostly own text, mixed, mostly reused, hardly anything of its own.
    private static readonly NumberRange[] OriginalityBands = [new(90, 100), new(60, 89), new(30, 59), new(0, 29)];

    private readonly Buckets types = new(Enum.GetValues<DocumentType>().Length);
    private readonly Buckets unitTypes = new(UnitTypeCount + 1);
    private readonly Buckets copies = new(CopyBands.Length);
    private readonly Buckets originality = new(OriginalityBands.Length);

    private static int UnitTypeCount { get; } = Enum.GetValues<UnitType>().Length;

    /// <summary>Counts documents each of which is a family of its own.</summary>
    public void AddAlone(ReadOnlySpan<int> documents)
    {
        foreach (int document in documents)
        {
            types.Paragraphs[columns.DocumentTypes[document]]++;
            unitTypes.Paragraphs[UnitTypeOf(document)]++;
            copies.Paragraphs[BandOf(CopyBands, columns.Copies[document])]++;
            originality.Paragraphs[BandOf(OriginalityBands, columns.Originality[document])]++;
        }
    }

    /// <summary>Counts a document of a family.</summary>
    public void AddMember(int document, int group, bool isScattered)
    {
        types.Add(columns.DocumentTypes[document], group, isScattered);
        unitTypes.Add(UnitTypeOf(document), group, isScattered);
        copies.Add(BandOf(CopyBands, columns.Copies[document]), group, isScattered);
        originality.Add(BandOf(OriginalityBands, columns.Originality[document]), group, isScattered);
    }

    /// <summary>The facets with these counts.</summary>
    public SearchFacets AddTo(SearchFacets facets) => facets with
    {
        Types = Named(types, bucket => (DocumentType)bucket),
        UnitTypes = Named(unitTypes, bucket => bucket == UnitTypeCount ? null : (UnitType?)bucket),
        Copies = Named(copies, bucket => CopyBands[bucket]),
        Originality = Named(originality, bucket => OriginalityBands[bucket]),
    };

    private static ImmutableArray<FacetCount<T>> Named<T>(Buckets buckets, Func<int, T> name) =>
        [.. buckets.Filled().Select(bucket => new FacetCount<T>(name(bucket.Value), bucket.Paragraphs, bucket.Families))];

    private static int BandOf(NumberRange[] bands, int number) => Array.FindIndex(bands, band => band.Contains(number));

    private int UnitTypeOf(int document) => columns.UnitTypes[document] is var type && type == ColumnWriter.NoUnitType ? UnitTypeCount : type;
}
