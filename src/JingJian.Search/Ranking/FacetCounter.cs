using System.Collections.Immutable;
using System.Numerics;
using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Counts matching paragraphs and families by function, year and unit.</summary>
/// <remarks><para>Families are runs of documents, so a bucket counts one whenever its run changes; documents come in ascending order.</para></remarks>
internal sealed class FacetCounter(PassageColumns columns)
{
    private readonly Buckets functions = new(FunctionCount);
    private readonly Buckets years = new(columns.NewestYear + 1 - FirstYear(columns) + 1);
    private readonly Buckets organisations = new(columns.Organisations.Length);

    private static int FunctionCount { get; } = Enum.GetValues<Function>().Length;

    public static SearchFacets NotCounted { get; } = new([], [], []);

    /// <summary>Counts the documents of a window.</summary>
    public void Add(int start, ReadOnlySpan<ulong> found)
    {
        ReadOnlySpan<int> groups = columns.Groups, organisationOf = columns.OrganisationOf;
        ReadOnlySpan<byte> primaries = columns.Primary, secondaries = columns.Secondary;
        ReadOnlySpan<short> yearOf = columns.Years;
        int firstYear = FirstYear(columns), functionCount = FunctionCount;
        for (int i = 0; i < found.Length; i++)
        {
            for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
            {
                int document = start + (i * 64) + BitOperations.TrailingZeroCount(bits), group = groups[document];
                int primary = primaries[document], secondary = secondaries[document], year = yearOf[document];
                functions.Add(primary, group);
                if (secondary < functionCount && secondary != primary)
                {
                    functions.Add(secondary, group);
                }

                years.Add(year == 0 ? 0 : year - firstYear + 1, group);
                organisations.Add(organisationOf[document], group);
            }
        }
    }

    public SearchFacets Count() => new(
        [.. functions.Filled.Select(bucket => new FacetCount<Function>((Function)bucket.Value, bucket.Paragraphs, bucket.Families))],
        [.. years.Filled.Select(bucket => bucket with { Value = bucket.Value == 0 ? 0 : bucket.Value + FirstYear(columns) - 1 })],
        [.. organisations.Filled
            .Select(bucket => new FacetCount<string>(columns.Organisations[bucket.Value], bucket.Paragraphs, bucket.Families))
            .OrderByDescending(bucket => bucket.Families)
            .ThenByDescending(bucket => bucket.Paragraphs)
            .ThenBy(bucket => bucket.Value, StringComparer.Ordinal)]);

    // Bucket 0 is the unknown year, 1 the oldest known.
    private static int FirstYear(PassageColumns columns) => Math.Min(columns.OldestYear, columns.NewestYear);

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
