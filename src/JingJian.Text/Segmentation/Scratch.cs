using System.Buffers;

namespace JingJian.Text.Segmentation;

/// <summary>The working arrays for one block, taken from the shared pool and given back.</summary>
internal ref struct Scratch
{
    private ushort[] codes;
    private double[] scores;
    private int[] ends;
    private byte[] states;

    public Scratch(int length)
    {
        codes = ArrayPool<ushort>.Shared.Rent(length);
        scores = ArrayPool<double>.Shared.Rent(length + 1);
        ends = ArrayPool<int>.Shared.Rent(length);
        states = ArrayPool<byte>.Shared.Rent(length);
    }

    /// <summary>The lexicon's code of each character.</summary>
    public readonly Span<ushort> Codes => codes;

    /// <summary>The best score of the text from a position on.</summary>
    public readonly Span<double> Scores => scores;

    /// <summary>Where the word that starts at a position ends on the best route.</summary>
    public readonly Span<int> Ends => ends;

    /// <summary>What the hidden Markov model remembers of each position.</summary>
    public readonly Span<byte> States => states;

    public readonly int Length => codes.Length;

    /// <summary>Makes room for a block of <paramref name="length"/>.</summary>
    public void Reserve(int length)
    {
        if (length >= codes.Length)
        {
            Dispose();
            this = new Scratch(Math.Max(length + 1, codes.Length * 2));
        }
    }

    public void Dispose()
    {
        ArrayPool<ushort>.Shared.Return(codes);
        ArrayPool<double>.Shared.Return(scores);
        ArrayPool<int>.Shared.Return(ends);
        ArrayPool<byte>.Shared.Return(states);
    }
}
