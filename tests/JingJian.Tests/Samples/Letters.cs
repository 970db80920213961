namespace JingJian.Tests.Samples;

/// <summary>Likeness of two texts by their letters alone, the obvious way.</summary>
internal static class Letters
{
    public static string Of(string text) => string.Concat(text.Where(char.IsLetter));

    /// <summary>Share of the longer text that is kept in order.</summary>
    public static double Kept(string a, string b) => Shared(a, b) / Math.Max(Of(a).Length, Of(b).Length);

    /// <summary>Share of <paramref name="part"/> that stands in order in <paramref name="whole"/>.</summary>
    public static double Contained(string part, string whole) => Shared(part, whole) / Of(part).Length;

    /// <summary>Share of the letters of <paramref name="a"/> that runs of <paramref name="run"/> letters share with <paramref name="b"/>.</summary>
    public static double Covered(string a, string b, int run)
    {
        (a, b) = (Of(a), Of(b));
        bool[] covered = new bool[a.Length];
        for (int start = 0; start + run <= a.Length; start++)
        {
            if (b.Contains(a.Substring(start, run), StringComparison.Ordinal))
            {
                covered.AsSpan(start, run).Fill(true);
            }
        }

        return (double)covered.Count(letter => letter) / a.Length;
    }

    private static double Shared(string a, string b)
    {
        (a, b) = (Of(a), Of(b));
        int[] above = new int[b.Length + 1];
        foreach (char letter in a)
        {
            int[] row = new int[b.Length + 1];
            for (int j = 0; j < b.Length; j++)
            {
                row[j + 1] = letter == b[j] ? above[j] + 1 : Math.Max(above[j + 1], row[j]);
            }

            above = row;
        }

        return above[^1];
    }
}
