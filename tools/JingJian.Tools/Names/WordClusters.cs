using System.Numerics;
using System.Runtime.InteropServices;

namespace JingJian.Tools.Names;

/// <summary>Groups words that stand between the same words.</summary>
/// <remarks>
/// <para><b>Source.</b> Positive pointwise mutual information with the word before and the word after (Church, Hanks,
/// Comp. Linguistics 16(1), 1990), and spherical k-means over it (Dhillon, Modha, Machine Learning 42, 2001).</para>
/// <para><b>Guarantee.</b> The same sentences give the same groups: the first centres are the most frequent words.</para>
/// </remarks>
internal sealed class WordClusters
{
    private const int Contexts = 2000;
    private const int LeastCount = 8;
    private const int Rounds = 12;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<int> counts = [];
    private readonly List<int> sequence = [];

    /// <summary>Adds the words of a line.</summary>
    public void Add(IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, word, out bool known);
            if (!known)
            {
                id = counts.Count;
                counts.Add(0);
            }

            counts[id]++;
            sequence.Add(id);
        }

        sequence.Add(-1);
    }

    /// <summary>The group of each frequent word.</summary>
    public IReadOnlyDictionary<string, int> Group(int groups)
    {
        string[] words = [.. ids.Where(pair => counts[pair.Value] >= LeastCount).OrderByDescending(pair => counts[pair.Value]).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
        (int Context, float Value)[][] vectors = Vectors(words);
        int[] group = Means(vectors, groups);
        return words.Select((word, at) => (word, group: group[at])).ToDictionary(pair => pair.word, pair => pair.group, StringComparer.Ordinal);
    }

    private (int Context, float Value)[][] Vectors(string[] words)
    {
        int[] rank = new int[counts.Count];
        Array.Fill(rank, -1);
        for (int i = 0; i < words.Length; i++)
        {
            rank[ids[words[i]]] = i;
        }

        Dictionary<long, int> pairs = [];
        double[] contextTotals = new double[2 * Contexts], wordTotals = new double[words.Length];
        double total = 0;
        for (int at = 1; at < sequence.Count; at++)
        {
            int left = sequence[at - 1] < 0 ? -1 : rank[sequence[at - 1]], right = sequence[at] < 0 ? -1 : rank[sequence[at]];
            Count(right, left >= 0 && left < Contexts ? left : -1);
            Count(left, right >= 0 && right < Contexts ? right + Contexts : -1);
        }

        List<(int, float)>[] rows = [.. words.Select(_ => new List<(int, float)>())];
        foreach ((long pair, int count) in pairs)
        {
            int word = (int)(pair / (2 * Contexts)), context = (int)(pair % (2 * Contexts));
            double information = Math.Log(count * total / (wordTotals[word] * contextTotals[context]));
            if (information > 0)
            {
                rows[word].Add((context, (float)information));
            }
        }

        return [.. rows.Select(Unit)];

        void Count(int word, int context)
        {
            if (word >= 0 && context >= 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, ((long)word * 2 * Contexts) + context, out _)++;
                wordTotals[word]++;
                contextTotals[context]++;
                total++;
            }
        }
    }

    private static (int, float)[] Unit(List<(int Context, float Value)> row)
    {
        float length = MathF.Sqrt(row.OrderBy(cell => cell.Context).Sum(cell => cell.Value * cell.Value));
        return [.. row.OrderBy(cell => cell.Context).Select(cell => (cell.Context, cell.Value / length))];
    }

    private static int[] Means((int Context, float Value)[][] vectors, int groups)
    {
        // By context, then group: one row of this is what a cell of a vector is multiplied with.
        float[] centres = new float[2 * Contexts * groups];
        int[] group = new int[vectors.Length];
        for (int i = 0; i < vectors.Length; i++)
        {
            group[i] = i < groups ? i : -1;
        }

        for (int round = 0; round < Rounds; round++)
        {
            Centre(vectors, group, centres, groups);
            float[] likeness = new float[groups];
            for (int i = 0; i < vectors.Length; i++)
            {
                Array.Clear(likeness);
                foreach ((int context, float value) in vectors[i])
                {
                    Add(likeness, centres.AsSpan(context * groups, groups), value);
                }

                group[i] = Array.IndexOf(likeness, likeness.Max());
            }
        }

        return group;
    }

    private static void Add(Span<float> sum, ReadOnlySpan<float> row, float times)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        ReadOnlySpan<Vector<float>> rows = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += rows[i] * times;
        }
    }

    private static void Centre((int Context, float Value)[][] vectors, int[] group, float[] centres, int groups)
    {
        Array.Clear(centres);
        for (int i = 0; i < vectors.Length; i++)
        {
            foreach ((int context, float value) in group[i] < 0 ? [] : vectors[i])
            {
                centres[(context * groups) + group[i]] += value;
            }
        }

        float[] lengths = new float[groups];
        for (int cell = 0; cell < centres.Length; cell++)
        {
            lengths[cell % groups] += centres[cell] * centres[cell];
        }

        for (int cell = 0; cell < centres.Length; cell++)
        {
            centres[cell] /= MathF.Sqrt(Math.Max(lengths[cell % groups], 1e-12f));
        }
    }
}
