using JingJian.Text.Segmentation;

namespace JingJian.Text.Lexicons;

/// <summary>How often runs of Han characters occur.</summary>
internal sealed class RunCounts
{
    private readonly Dictionary<string, int> frequent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byRun;
    private readonly double letters;

    /// <summary>Counts the runs of up to <paramref name="maxLength"/> characters in <paramref name="texts"/>.</summary>
    public RunCounts(IReadOnlyList<string> texts, int maxLength, int minCount)
    {
        byRun = frequent.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = 1; length <= maxLength; length++)
        {
            Count(texts, length, minCount);
        }

        letters = frequent.Where(run => run.Key.Length == 1).Sum(run => (double)run.Value);
    }

    /// <summary>All single characters, and the longer runs that are frequent enough.</summary>
    public IReadOnlyDictionary<string, int> Frequent => frequent;

    /// <summary>The least, over all divisions in two, of the logarithm of observed over expected frequency.</summary>
    public double Cohesion(string run)
    {
        double least = double.PositiveInfinity;
        for (int cut = 1; cut < run.Length; cut++)
        {
            double expected = (double)byRun[run.AsSpan(0, cut)] * byRun[run.AsSpan(cut)] / letters;
            least = Math.Min(least, Math.Log(frequent[run] / expected));
        }

        return least;
    }

    private void Count(IReadOnlyList<string> texts, int length, int minCount)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string text in texts)
        {
            for (int end = 1, han = 0; end <= text.Length; end++)
            {
                han = Letters.IsHan(text[end - 1]) ? han + 1 : 0;
                ReadOnlySpan<char> run = han < length ? [] : text.AsSpan(end - length, length);
                if (run.Length > 0 && (length == 1 || (byRun.ContainsKey(run[1..]) && byRun.ContainsKey(run[..^1]))))
                {
                    lookup[run] = lookup.TryGetValue(run, out int count) ? count + 1 : 1;
                }
            }
        }

        foreach ((string run, int count) in counts.Where(run => length == 1 || run.Value >= minCount))
        {
            frequent.Add(run, count);
        }
    }
}
