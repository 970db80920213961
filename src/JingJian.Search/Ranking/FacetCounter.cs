using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Counts matching paragraphs and families by function, year and unit.</summary>
/// <remarks><para>Families are runs of documents, so a bucket counts one whenever its run changes; documents come in ascending order.</para></remarks>
internal sealed class FacetCounter(PassageColumns columns)
{
    private readonly Buckets functions = new(FunctionCount);
    private readonly Buckets years = new(short.MaxValue + 1);
    private readonly Buckets organisations = new(columns.Organisations.Length);

    private static int FunctionCount { get; } = Enum.GetValues<Function>().Length;

    public static SearchFacets NotCounted { get; } = new([], [], []);

    public void Add(int document, int group)
    {
        int primary = columns.Primary[document], secondary = columns.Secondary[document];
        functions.Add(primary, group);
        if (secondary < FunctionCount && secondary != primary)
        {
            functions.Add(secondary, group);
        }

        years.Add(columns.Years[document], group);
        organisations.Add(columns.OrganisationOf[document], group);
    }

    public SearchFacets Count() => new(
        [.. functions.Filled.Select(bucket => new FacetCount<Function>((Function)bucket.Value, bucket.Paragraphs, bucket.Families))],
        [.. years.Filled],
        [.. organisations.Filled
            .Select(bucket => new FacetCount<string>(columns.Organisations[bucket.Value], bucket.Paragraphs, bucket.Families))
            .OrderByDescending(bucket => bucket.Families)
            .ThenByDescending(bucket => bucket.Paragraphs)
            .ThenBy(bucket => bucket.Value, StringComparer.Ordinal)]);

    private sealed class Buckets(int count)
    {
        private readonly int[] paragraphs = new int[count];
        private readonly int[] families = new int[count];

        // The last group counted, plus one.
        private readonly int[] last = new int[count];

        public IEnumerable<FacetCount<int>> Filled => Enumerable.Range(0, count)
            .Where(bucket => paragraphs[bucket] > 0)
            .Select(bucket => new FacetCount<int>(bucket, paragraphs[bucket], families[bucket]))
            .ToImmutableArray();

        public void Add(int bucket, int group)
        {
            paragraphs[bucket]++;
            if (last[bucket] != group + 1)
            {
                last[bucket] = group + 1;
                families[bucket]++;
            }
        }
    }
}
