using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using JingJian.Text;
using JingJian.Text.Lexicons;

namespace JingJian.Analysis.Functions;

/// <summary>Where pairs of characters stand in a space of few directions: pairs that stand between like pairs are near each other.</summary>
/// <remarks>
/// <para>Learned from text without labels. The place of a text is the mean of its pairs, rare ones weighing more, so two texts
/// about one thing in other words are near each other too. Directions are standardised over lines of text and stored as bytes.</para>
/// <para><b>Threads.</b> Immutable, shared freely.</para>
/// </remarks>
public sealed class PairVectors
{
    /// <summary>How many directions there are.</summary>
    public const int Directions = 100;

    private const string KeyPart = "PKEY";
    private const string CellPart = "PCEL";
    private const string WeightPart = "PWGT";
    private const string StepPart = "PSTP";

    private readonly uint[] keys;
    private readonly float[] weights;
    private readonly float[] steps;
    private readonly sbyte[] cells;
    private readonly uint[] slots;
    private readonly int[] places;

    private PairVectors(uint[] keys, sbyte[] cells, float[] weights, float[] steps)
    {
        (this.keys, this.cells, this.weights, this.steps) = (keys, cells, weights, steps);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * keys.Length) + 2);
        (slots, places) = (new uint[size], new int[size]);
        Fill();
    }

    // Runs once in a process: what is optimised only after many calls would always run slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill()
    {
        for (int at = 0; at < keys.Length; at++)
        {
            int slot = SlotOf(keys[at]);
            (slots[slot], places[slot]) = (keys[at], at);
        }
    }

    /// <summary>How many pairs there are.</summary>
    public int Count => keys.Length;

    /// <summary>No pairs at all: every text is nowhere.</summary>
    public static PairVectors None { get; } = new([], [], [], new float[Directions]);

    /// <summary>The key of two characters; 0 when one of them is not of the kind that is looked at.</summary>
    public static uint KeyOf(char first, char second) => IsSeen(first) && IsSeen(second) ? ((uint)first << 16) | second : 0;

    /// <summary>Makes vectors of numbers.</summary>
    /// <param name="keys">The pairs, see <see cref="KeyOf"/>.</param>
    /// <param name="vectors">The place of each.</param>
    /// <param name="weights">How much each counts in a mean.</param>
    public static PairVectors Of(IReadOnlyList<uint> keys, IReadOnlyList<float[]> vectors, IReadOnlyList<float> weights)
    {
        float[] steps = [.. Enumerable.Range(0, Directions).Select(direction => Math.Max(1e-9f, vectors.Max(vector => Math.Abs(vector[direction])) / sbyte.MaxValue))];
        sbyte[] cells = [.. vectors.SelectMany(vector => vector.Select((value, direction) => (sbyte)Math.Clamp(MathF.Round(value / steps[direction]), -127, 127)))];
        return new PairVectors([.. keys], cells, [.. weights], steps);
    }

    /// <summary>The mean of a text that was folded; false when it has no known pair, and then all is zero.</summary>
    /// <param name="text">The text as features see it.</param>
    /// <param name="mean">Receives <see cref="Directions"/> numbers.</param>
    public bool Mean(ReadOnlySpan<char> text, Span<float> mean)
    {
        mean.Clear();
        float total = 0;
        for (int i = 1; i < text.Length; i++)
        {
            uint key = KeyOf(text[i - 1], text[i]);
            int slot = key == 0 ? -1 : SlotOf(key);
            if (slot >= 0 && slots[slot] == key)
            {
                int place = places[slot];
                total += weights[place];
                Add(cells.AsSpan(place * Directions, Directions), weights[place], mean);
            }
        }

        for (int direction = 0; direction < Directions && total > 0; direction++)
        {
            mean[direction] *= steps[direction] / total;
        }

        return total > 0;
    }

    /// <summary>The sections of a model file that hold the vectors.</summary>
    internal IEnumerable<(string Tag, ReadOnlyMemory<byte> Payload)> Sections() =>
    [
        SectionedFile.Section<uint>(KeyPart, keys), SectionedFile.Section<sbyte>(CellPart, cells),
        SectionedFile.Section<float>(WeightPart, weights), SectionedFile.Section<float>(StepPart, steps),
    ];

    /// <summary>Reads them.</summary>
    internal static PairVectors Read(SectionedFile file, string name)
    {
        uint[] keys = file.Section<uint>(KeyPart).Span.ToArray();
        sbyte[] cells = file.Section<sbyte>(CellPart).Span.ToArray();
        float[] weights = file.Section<float>(WeightPart).Span.ToArray(), steps = file.Section<float>(StepPart).Span.ToArray();
        return cells.LongLength == keys.LongLength * Directions && weights.Length == keys.Length && steps.Length == Directions
            ? new PairVectors(keys, cells, weights, steps)
            : throw new CorruptArtifactException(name, $"{keys.Length} 个字对的向量", $"{cells.Length} 个数");
    }

    /// <summary>Adds a row of bytes, times a weight; sixteen become numbers at once.</summary>
    private static void Add(ReadOnlySpan<sbyte> row, float weight, Span<float> sum)
    {
        Span<Vector256<float>> sums = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        ReadOnlySpan<Vector128<sbyte>> parts = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(row);
        for (int i = 0; i < parts.Length; i++)
        {
            (Vector256<int> lower, Vector256<int> upper) = Vector256.Widen(Vector256.WidenLower(parts[i].ToVector256Unsafe()));
            sums[2 * i] += Vector256.ConvertToSingle(lower) * weight;
            sums[(2 * i) + 1] += Vector256.ConvertToSingle(upper) * weight;
        }

        for (int direction = parts.Length * Vector128<sbyte>.Count; direction < row.Length; direction++)
        {
            sum[direction] += row[direction] * weight;
        }
    }

    /// <summary>Chinese characters, figures and shares; the rest says how a text is set, not what it is about.</summary>
    private static bool IsSeen(char unit) => unit is (>= '\u4E00' and <= '\u9FFF') or '0' or '％';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(uint key)
    {
        int mask = slots.Length - 1, slot = (int)(unchecked(key * 2654435761u) >> 7) & mask;
        while (slots[slot] != 0 && slots[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
