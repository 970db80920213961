using System.Numerics;
using System.Runtime.CompilerServices;

namespace JingJian.Analysis.Reuse;

/// <summary>One text prepared so that its longest common subsequence with many others is fast.</summary>
/// <remarks>
/// <para><b>Source.</b> H. Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA 2004: V := (V + (V &amp; M)) | (V &amp; ¬M),
/// after Crochemore et al. 2001. The zeros of V at the end are the length.</para>
/// <para><b>Guarantee.</b> Exact.</para>
/// <para><b>Cost.</b> |other| · ⌈|pattern|/64⌉ steps; the pattern's table costs its distinct letters · ⌈|pattern|/64⌉ words.</para>
/// <para><b>Threads.</b> An instance is a reusable buffer for one thread.</para>
/// </remarks>
internal sealed class LcsPattern
{
    private const int WordBits = 64;

    /// <summary>So many words are kept in registers: paragraphs of up to 256 letters.</summary>
    private const int InRegisters = 4;

    // Row 0 is the row of letters that the pattern does not have: all zero.
    private readonly ushort[] rowOf = new ushort[0x10000];
    private readonly List<char> known = [];
    private readonly List<int> counts = [];
    private ulong[] rows = new ulong[256];
    private ulong[] history = [];
    private char[] letters = [];
    private int[] left = [];
    private ulong[] state = new ulong[8];
    private int length;
    private int words;
    private int stride;
    private bool rowsBuilt;

    /// <summary>How many words the table of the pattern takes: for the caller to refuse what is too large.</summary>
    public long TableWords => (known.Count + 1L) * stride;

    /// <summary>Replaces the pattern.</summary>
    public void Read(ReadOnlySpan<char> pattern)
    {
        Forget();
        length = pattern.Length;
        words = (length + WordBits - 1) / WordBits;
        stride = Math.Max(words, InRegisters);
        foreach (char letter in pattern)
        {
            if (rowOf[letter] == 0)
            {
                known.Add(letter);
                counts.Add(0);
                rowOf[letter] = (ushort)known.Count;
            }

            counts[rowOf[letter] - 1]++;
        }

        if (letters.Length < length)
        {
            letters = new char[length * 2];
        }

        pattern.CopyTo(letters);
        rowsBuilt = false;
    }

    /// <summary>No common subsequence with another text is longer: each letter counts as often as both have it.</summary>
    public int LengthAtMost(ReadOnlySpan<char> other)
    {
        if (left.Length < counts.Count)
        {
            left = new int[counts.Count * 2];
        }

        counts.CopyTo(left);
        int common = 0;
        foreach (char letter in other)
        {
            int row = rowOf[letter];
            if (row > 0 && left[row - 1] > 0)
            {
                left[row - 1]--;
                common++;
            }
        }

        return common;
    }

    /// <summary>The length of the longest common subsequence of the pattern and another text.</summary>
    public int LengthWith(ReadOnlySpan<char> other)
    {
        Start();
        if (words <= InRegisters)
        {
            return LengthInRegisters(other);
        }

        foreach (char letter in other)
        {
            Step(state.AsSpan(0, words), rowOf[letter]);
        }

        int zeros = 0;
        for (int word = 0; word < words; word++)
        {
            zeros += WordBits - BitOperations.PopCount(state[word]);
        }

        return zeros;
    }

    /// <summary>The same steps without memory between them. Words that the pattern does not reach match nothing and stay all ones.</summary>
    private int LengthInRegisters(ReadOnlySpan<char> other)
    {
        unchecked
        {
            ulong v0 = ulong.MaxValue, v1 = ulong.MaxValue, v2 = ulong.MaxValue, v3 = ulong.MaxValue;
            foreach (char letter in other)
            {
                int row = rowOf[letter];
                if (row == 0)
                {
                    continue;
                }

                ReadOnlySpan<ulong> matches = rows.AsSpan(row * InRegisters, InRegisters);
                ulong carry = 0;
                v0 = Add(v0, matches[0], ref carry);
                v1 = Add(v1, matches[1], ref carry);
                v2 = Add(v2, matches[2], ref carry);
                v3 = Add(v3, matches[3], ref carry);
            }

            return (InRegisters * WordBits)
                - BitOperations.PopCount(v0) - BitOperations.PopCount(v1) - BitOperations.PopCount(v2) - BitOperations.PopCount(v3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Add(ulong before, ulong matches, ref ulong carry)
    {
        unchecked
        {
            ulong sum = before + (before & matches);
            ulong carryOut = sum < before ? 1UL : 0UL;
            ulong total = sum + carry;
            carry = carryOut | (total < sum ? 1UL : 0UL);
            return total | (before & ~matches);
        }
    }

    /// <summary>One longest common subsequence, as runs of neighbouring letters in both texts, in order.</summary>
    /// <param name="other">The other text.</param>
    /// <param name="patternStart">Added to positions in the pattern.</param>
    /// <param name="otherStart">Added to positions in the other text.</param>
    /// <param name="runs">Receives the runs; <see cref="LetterRun.A"/> is the pattern.</param>
    public void Trace(ReadOnlySpan<char> other, int patternStart, int otherStart, List<LetterRun> runs)
    {
        Record(other);
        int first = runs.Count;
        int row = length;
        int column = other.Length;
        while (row > 0 && column > 0)
        {
            if (Bit(column, row - 1))
            {
                row--;
            }
            else if (column > 1 && !Bit(column - 1, row - 1))
            {
                column--;
            }
            else
            {
                row--;
                column--;
                Prepend(runs, first, patternStart + row, otherStart + column);
            }
        }

        runs.Reverse(first, runs.Count - first);
    }

    private static void Prepend(List<LetterRun> runs, int first, int a, int b)
    {
        if (runs.Count > first && runs[^1].A == a + 1 && runs[^1].B == b + 1)
        {
            runs[^1] = new LetterRun(a, b, runs[^1].Length + 1);
        }
        else
        {
            runs.Add(new LetterRun(a, b, 1));
        }
    }

    private void Record(ReadOnlySpan<char> other)
    {
        Start();
        if (history.Length < other.Length * words)
        {
            history = new ulong[other.Length * words * 2];
        }

        for (int at = 0; at < other.Length; at++)
        {
            Step(state.AsSpan(0, words), rowOf[other[at]]);
            state.AsSpan(0, words).CopyTo(history.AsSpan(at * words));
        }
    }

    private bool Bit(int column, int row) =>
        ((history[((column - 1) * words) + (row / WordBits)] >> (row % WordBits)) & 1) != 0;

    private void BuildRows()
    {
        int needed = checked((int)TableWords);
        if (rows.Length < needed)
        {
            rows = new ulong[needed + (needed / 2)];
        }

        Array.Clear(rows, 0, needed);
        for (int at = 0; at < length; at++)
        {
            rows[(rowOf[letters[at]] * stride) + (at / WordBits)] |= 1UL << (at % WordBits);
        }

        rowsBuilt = true;
    }

    private void Start()
    {
        if (!rowsBuilt)
        {
            BuildRows();
        }

        if (state.Length < words)
        {
            state = new ulong[words];
        }

        state.AsSpan(0, words).Fill(ulong.MaxValue);
    }

    private void Step(Span<ulong> current, int row)
    {
        ulong carry = 0;
        ReadOnlySpan<ulong> matches = rows.AsSpan(row * stride, current.Length);
        for (int word = 0; word < current.Length; word++)
        {
            current[word] = Add(current[word], matches[word], ref carry);
        }
    }

    private void Forget()
    {
        foreach (char letter in known)
        {
            rowOf[letter] = 0;
        }

        known.Clear();
        counts.Clear();
    }
}
