using System.Runtime.InteropServices;
using JingJian.Analysis.Functions;
using JingJian.Tools.Words;

namespace JingJian.Tools.Functions;

/// <summary>Learns from text without labels where pairs of characters stand.</summary>
/// <remarks>
/// <para><b>Source.</b> Positive pointwise mutual information of each pair with the pairs two to six characters away
/// (<see cref="PointwiseInformation"/>), and its largest singular directions.</para>
/// <para><b>Guarantee.</b> The same lines in the same order give the same bytes.</para>
/// </remarks>
internal static class PairSurroundings
{
    private const int Pairs = 20_000;
    private const int Nearest = 2;
    private const int Farthest = 6;
    private const double LargestInformation = 9;
    private const int Seed = 11;

    /// <summary>Directions are standardised over so many lines.</summary>
    private const int StandardLines = 20_000;

    /// <summary>Learns.</summary>
    /// <param name="lines">The lines.</param>
    public static PairVectors Learn(IReadOnlyList<string> lines)
    {
        string[] folded = [.. lines.Select(line => new FoldedText().Fold(line).ToString())];
        (uint[] keys, int[] counts) = Frequent(folded);
        Dictionary<uint, int> places = keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        float[][] vectors = SingularDirections.Of(Information(folded, places), PairVectors.Directions, Seed);
        double total = counts.Sum(count => (double)count);
        float[] weights = [.. counts.Select(count => (float)(Math.Min(LargestInformation, Math.Log(total / count)) / LargestInformation))];
        foreach (float[] vector in vectors)
        {
            float length = MathF.Sqrt(vector.Sum(value => value * value));
            for (int direction = 0; direction < vector.Length && length > 0; direction++)
            {
                vector[direction] /= length;
            }
        }

        Standardise(vectors, PairVectors.Of(keys, vectors, weights), folded);
        return PairVectors.Of(keys, vectors, weights);
    }

    private static (uint[] Keys, int[] Counts) Frequent(string[] lines)
    {
        Dictionary<uint, int> counts = [];
        foreach (string line in lines)
        {
            for (int i = 1; i < line.Length; i++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, PairVectors.KeyOf(line[i - 1], line[i]), out _)++;
            }
        }

        counts.Remove(0);
        KeyValuePair<uint, int>[] kept = [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Pairs)];
        return ([.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => pair.Value)]);
    }

    /// <summary>What each pair tells of those around it, without what was seen too seldom.</summary>
    private static SparseMatrix Information(string[] lines, Dictionary<uint, int> places)
    {
        // All lines one behind the other, with room between them; -1 is no pair that counts.
        List<int> text = [];
        List<int>[] occurrences = [.. Enumerable.Range(0, places.Count).Select(_ => new List<int>())];
        foreach (string line in lines)
        {
            for (int i = 1; i < line.Length; i++)
            {
                int place = places.GetValueOrDefault(PairVectors.KeyOf(line[i - 1], line[i]), -1);
                if (place >= 0)
                {
                    occurrences[place].Add(text.Count);
                }

                text.Add(place);
            }

            text.AddRange(Enumerable.Repeat(-1, Farthest));
        }

        return PointwiseInformation.Of([.. occurrences.Select(places => Around(places, text, occurrences.Length))]);
    }

    /// <summary>How often each pair stands around the occurrences of one, ascending by pair.</summary>
    private static (int[] Columns, float[] Weights) Around(List<int> occurrences, List<int> text, int pairs)
    {
        var counts = new int[pairs];
        foreach (int at in occurrences)
        {
            for (int distance = Nearest; distance <= Farthest; distance++)
            {
                Count(at - distance);
                Count(at + distance);
            }
        }

        int[] columns = [.. Enumerable.Range(0, pairs).Where(column => counts[column] > 0)];
        return (columns, [.. columns.Select(column => (float)counts[column])]);

        void Count(int other)
        {
            if (other >= 0 && text[other] >= 0)
            {
                counts[text[other]]++;
            }
        }
    }

    /// <summary>Moves and scales each direction so that the means of lines have mean 0 and spread 1.</summary>
    private static void Standardise(float[][] vectors, PairVectors raw, string[] lines)
    {
        double[] sums = new double[PairVectors.Directions], squares = new double[PairVectors.Directions];
        float[] mean = new float[PairVectors.Directions];
        int count = 0, step = Math.Max(1, lines.Length / StandardLines);
        for (int line = 0; line < lines.Length; line += step)
        {
            if (raw.Mean(lines[line], mean))
            {
                count++;
                for (int direction = 0; direction < mean.Length; direction++)
                {
                    sums[direction] += mean[direction];
                    squares[direction] += mean[direction] * (double)mean[direction];
                }
            }
        }

        for (int direction = 0; direction < mean.Length; direction++)
        {
            double centre = sums[direction] / count, spread = Math.Sqrt(Math.Max(1e-12, (squares[direction] / count) - (centre * centre)));
            foreach (float[] vector in vectors)
            {
                vector[direction] = (float)((vector[direction] - centre) / spread);
            }
        }
    }
}
