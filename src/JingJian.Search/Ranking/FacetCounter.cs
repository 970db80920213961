using System.Collections.Immutable;
using System.Numerics;
using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Counts matching paragraphs and families by function, year and unit.</summary>
/// <remarks><para>Most families are runs of documents, so a bucket counts one whenever its run changes; documents come in ascending order.</para></remarks>
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
        ReadOnlySpan<ulong> alone = columns.Alone[(start / 64)..];
        int firstYear = FirstYear(columns), functionCount = FunctionCount;
        for (int i = 0; i < Math.Min(found.Length, alone.Length); i++)
        {
            for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
            {
                int document = start + (i * 64) + BitOperations.TrailingZeroCount(bits), group = groups[document];
                int primary = primaries[document], secondary = secondaries[document], year = yearOf[document];
                bool isAlone = (alone[i] >> (document & 63) & 1) == 1, isScattered = !isAlone && columns.IsScattered(document);
                Add(functions, primary, group, isAlone, isScattered);
                if (secondary < functionCount && secondary != primary)
                {
                    Add(functions, secondary, group, isAlone, isScattered);
                }

                Add(years, year == 0 ? 0 : year - firstYear + 1, group, isAlone, isScattered);
                Add(organisations, organisationOf[document], group, isAlone, isScattered);
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

    private static void Add(Buckets buckets, int bucket, int group, bool isAlone, bool isScattered)
    {
        if (isAlone)
        {
            buckets.AddAlone(bucket);
        }
        else
        {
            buckets.Add(bucket, group, isScattered);
        }
    }

    // Bucket 0 is the unknown year, 1 the oldest known.
    private static int FirstYear(PassageColumns columns) => Math.Min(columns.OldestYear, columns.NewestYear);

    private sealed class Buckets(int count)
    {
        private readonly int[] paragraphs = new int[count];

        // Paragraphs whose family was counted before.
        private readonly int[] repeats = new int[count];

        // The last group counted, plus one.
        private readonly int[] last = new int[count];
        private readonly HashSet<(int Bucket, int Group)> scattered = [];

        public IEnumerable<FacetCount<int>> Filled => Enumerable.Range(0, count)
            .Where(bucket => paragraphs[bucket] > 0)
            .Select(bucket => new FacetCount<int>(bucket, paragraphs[bucket], paragraphs[bucket] - repeats[bucket]))
            .ToImmutableArray();

        public void AddAlone(int bucket) => paragraphs[bucket]++;

        public void Add(int bucket, int group, bool isScattered)
        {
            paragraphs[bucket]++;
            if (isScattered)
            {
                repeats[bucket] += scattered.Add((bucket, group)) ? 0 : 1;
                return;
            }

            repeats[bucket] += last[bucket] == group + 1 ? 1 : 0;
            last[bucket] = group + 1;
        }
    }
}
