using System.Numerics;
using System.Runtime.InteropServices;

namespace JingJian.Analysis.Functions;

/// <summary>A paragraph that somebody might be asked about.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Confidence">How sure its function is, 0 to 1; 1 for one that a person has decided.</param>
/// <param name="Copies">How many paragraphs have this text or nearly; 1 without copies.</param>
public sealed record LabelCandidate(string Text, double Confidence, int Copies);

/// <summary>Why a paragraph is worth asking about.</summary>
/// <param name="Index">Which of the candidates.</param>
/// <param name="Uncertainty">How unsure its function is.</param>
/// <param name="Density">How much of the archive is like it, copies included.</param>
/// <param name="Novelty">How unlike it is to what is asked before it and what people have decided.</param>
public sealed record LabelWorth(int Index, double Uncertainty, double Density, double Novelty)
{
    /// <summary>All three together.</summary>
    public double Worth => Uncertainty * Density * Novelty;
}

/// <summary>Chooses the paragraphs whose label would teach a classifier most.</summary>
/// <remarks>
/// <para><b>Source.</b> Information density (Settles, Craven, EMNLP 2008): uncertainty times likeness to the rest; the likeness
/// to what was chosen already takes away, as in maximal marginal relevance (Carbonell, Goldstein, SIGIR 1998). Likeness is the
/// cosine over pairs of characters, hashed to 512 places.</para>
/// <para><b>Guarantee.</b> The same candidates in the same order give the same choice; ties go to the earlier one.</para>
/// <para><b>Bounds.</b> The 800 most uncertain are weighed, against an even sample of 1,000 of all. <b>Cost.</b> At most a
/// million products of 512 numbers, whatever the archive holds.</para>
/// </remarks>
public static class LabelRequests
{
    private const int Places = 512;
    private const int MostWeighed = 800;
    private const int MostSampled = 1000;

    /// <summary>Nothing is quite without a neighbour; keeps a lonely but very unsure paragraph in the list.</summary>
    private const double LeastDensity = 0.05;

    /// <summary>The best to ask about, best first.</summary>
    /// <param name="candidates">All paragraphs.</param>
    /// <param name="decided">Texts that people have decided.</param>
    /// <param name="top">How many to choose.</param>
    public static IReadOnlyList<LabelWorth> Choose(IReadOnlyList<LabelCandidate> candidates, IEnumerable<string> decided, int top)
    {
        int[] weighed = [.. Enumerable.Range(0, candidates.Count).Where(index => candidates[index].Confidence < 1)
            .OrderByDescending(index => (1 - candidates[index].Confidence) * Spread(candidates[index])).ThenBy(index => index).Take(MostWeighed)];
        int step = Math.Max(1, candidates.Count / MostSampled);
        float[][] sample = [.. Enumerable.Range(0, Math.Min(MostSampled, candidates.Count)).Select(at => PairsOf(candidates[at * step].Text))];
        float[][] vectors = [.. weighed.Select(index => PairsOf(candidates[index].Text))];
        double[] density = [.. vectors.Select((vector, at) => (LeastDensity + sample.Average(other => (double)Likeness(vector, other))) * Spread(candidates[weighed[at]]))];
        double densest = density.DefaultIfEmpty(1).Max();
        double[] novelty = [.. vectors.Select(_ => 1.0)];
        foreach (string text in decided)
        {
            Pass(PairsOf(text), vectors, novelty);
        }

        var chosen = new List<LabelWorth>();
        var open = new SortedSet<int>(Enumerable.Range(0, weighed.Length));
        while (chosen.Count < top && open.Count > 0)
        {
            LabelWorth best = open.Select(at => new LabelWorth(weighed[at], 1 - candidates[weighed[at]].Confidence, density[at] / densest, novelty[at])).MaxBy(worth => worth.Worth)!;
            int place = Array.IndexOf(weighed, best.Index);
            open.Remove(place);
            chosen.Add(best);
            Pass(vectors[place], vectors, novelty);
        }

        return chosen;
    }

    /// <summary>One answer settles all copies, but the tenth copy adds less than the second.</summary>
    private static double Spread(LabelCandidate candidate) => 1 + Math.Log2(Math.Max(1, candidate.Copies));

    private static void Pass(float[] vector, float[][] vectors, double[] novelty)
    {
        for (int at = 0; at < vectors.Length; at++)
        {
            novelty[at] = Math.Min(novelty[at], Math.Max(0, 1 - Likeness(vector, vectors[at])));
        }
    }

    private static float[] PairsOf(string text)
    {
        var vector = new float[Places];
        for (int i = 1; i < text.Length; i++)
        {
            uint pair = unchecked((((uint)text[i - 1] << 16) | text[i]) * 2654435761u);
            vector[pair >> 23] += (pair & 64) == 0 ? 1 : -1;
        }

        float length = MathF.Sqrt(Likeness(vector, vector));
        return length > 0 ? Array.ConvertAll(vector, value => value / length) : vector;
    }

    /// <summary>The product of two vectors; with lengths of 1 their cosine.</summary>
    private static float Likeness(float[] one, float[] other)
    {
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(one), right = MemoryMarshal.Cast<float, Vector<float>>(other);
        Vector<float> sum = default;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return Vector.Sum(sum);
    }
}
