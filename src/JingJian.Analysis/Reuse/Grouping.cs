namespace JingJian.Analysis.Reuse;

/// <summary>Numbers in groups, all in one array: a group has its numbers in the order in which they were given.</summary>
internal sealed class Grouping
{
    private readonly int[] starts;
    private readonly int[] items;

    /// <summary>Puts numbers into groups.</summary>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="numbers">Each number with its group; read twice.</param>
    public Grouping(int groups, IEnumerable<(int Group, int Number)> numbers)
    {
        starts = new int[groups + 1];
        foreach ((int group, _) in numbers)
        {
            starts[group + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        items = new int[starts[^1]];
        int[] next = [.. starts];
        foreach ((int group, int number) in numbers)
        {
            items[next[group]] = number;
            next[group]++;
        }
    }

    /// <summary>All numbers, group by group.</summary>
    public ReadOnlySpan<int> All => items;

    /// <summary>Where the numbers of a group stand in <see cref="All"/>.</summary>
    public Range RangeOf(int group) => starts[group]..starts[group + 1];

    /// <summary>The numbers of a group.</summary>
    public ReadOnlySpan<int> Of(int group) => items.AsSpan(RangeOf(group));
}
