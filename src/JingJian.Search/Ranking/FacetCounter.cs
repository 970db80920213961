using System.Numerics;
using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Counts matching paragraphs and families by function, by whether that is decided, by year and unit.</summary>
/// <remarks><para>Most families are runs of documents, so a bucket counts one whenever its run changes; documents come in ascending order.</para></remarks>
internal sealed class FacetCounter(PassageColumns columns, bool more = false)
{
    // Bucket 0 of the years is the unknown year, 1 the oldest known.
    private readonly int firstYear = Math.Min(columns.OldestYear, columns.NewestYear);
    private readonly Buckets functions = new(FunctionCount);
    private readonly Buckets certainty = new(2);
    private readonly Buckets years = new(columns.NewestYear + 2 - Math.Min(columns.OldestYear, columns.NewestYear));
    private readonly Buckets organisations = new(columns.Organisations.Length);
    private readonly MoreFacets? more = more ? new MoreFacets(columns) : null;
    private readonly int[] aloneHere = new int[Matcher.Window];

    private static int FunctionCount { get; } = Enum.GetValues<Function>().Length;

    public static SearchFacets NotCounted { get; } = new([], [], [], []);

    /// <summary>Counts the documents of a window.</summary>
    public void Add(int start, ReadOnlySpan<ulong> found)
    {
        ReadOnlySpan<ulong> alone = columns.Alone[(start / 64)..];
        int count = 0;
        for (int i = 0; i < Math.Min(found.Length, alone.Length); i++)
        {
            int first = start + (i * 64);
            for (ulong bits = found[i] & alone[i]; bits != 0; bits &= bits - 1)
            {
                aloneHere[count++] = first + BitOperations.TrailingZeroCount(bits);
            }

            for (ulong bits = found[i] & ~alone[i]; bits != 0; bits &= bits - 1)
            {
                AddMember(first + BitOperations.TrailingZeroCount(bits));
            }
        }

        AddAlone(aloneHere.AsSpan(0, count));
        more?.AddAlone(aloneHere.AsSpan(0, count));
    }

    public SearchFacets Count()
    {
        List<FacetCount<int>> units = organisations.Filled();
        // By number last: the names are in ordinal order.
        units.Sort((a, b) => (-a.Families, -a.Paragraphs, a.Value).CompareTo((-b.Families, -b.Paragraphs, b.Value)));
        var facets = new SearchFacets(
            [.. functions.Filled().Select(bucket => new FacetCount<Function>((Function)bucket.Value, bucket.Paragraphs, bucket.Families))],
            [.. certainty.Filled().Select(bucket => new FacetCount<bool>(bucket.Value == 1, bucket.Paragraphs, bucket.Families))],
            [.. years.Filled().Select(bucket => bucket with { Value = bucket.Value == 0 ? 0 : bucket.Value + firstYear - 1 })],
            [.. units.Select(bucket => new FacetCount<string>(columns.Organisations[bucket.Value], bucket.Paragraphs, bucket.Families))]);
        return more?.AddTo(facets) ?? facets;
    }

    /// <summary>Counts documents each of which is a family of its own.</summary>
    private void AddAlone(ReadOnlySpan<int> documents)
    {
        ReadOnlySpan<byte> primaries = columns.Primary, secondaries = columns.Secondary, undecided = columns.Undecided;
        ReadOnlySpan<short> yearOf = columns.Years;
        ReadOnlySpan<int> organisationOf = columns.OrganisationOf;
        int[] byFunction = functions.Paragraphs, byCertainty = certainty.Paragraphs, byYear = years.Paragraphs, byOrganisation = organisations.Paragraphs;
        int functionCount = FunctionCount, beforeFirst = firstYear - 1;
        unchecked
        {
            foreach (int document in documents)
            {
                int primary = primaries[document], secondary = secondaries[document], year = yearOf[document];
                byFunction[primary]++;
                byCertainty[undecided[document]]++;
                if (secondary < functionCount && secondary != primary)
                {
                    byFunction[secondary]++;
                }

                byYear[year == 0 ? 0 : year - beforeFirst]++;
                byOrganisation[organisationOf[document]]++;
            }
        }
    }

    private void AddMember(int document)
    {
        int group = columns.Groups[document], year = columns.Years[document];
        int primary = columns.Primary[document], secondary = columns.Secondary[document];
        bool isScattered = columns.IsScattered(document);
        functions.Add(primary, group, isScattered);
        certainty.Add(columns.Undecided[document], group, isScattered);
        if (secondary < FunctionCount && secondary != primary)
        {
            functions.Add(secondary, group, isScattered);
        }

        years.Add(year == 0 ? 0 : year - firstYear + 1, group, isScattered);
        organisations.Add(columns.OrganisationOf[document], group, isScattered);
        more?.AddMember(document, group, isScattered);
    }
}
