using System.Buffers;
using System.Numerics;

namespace JingJian.Search.Ranking;

/// <summary>Windows whose documents have been added up, kept until the best of them are looked at together.</summary>
/// <remarks>
/// <para>From the best down: the documents that lead set what is needed to enter, and few others need be scored. Window by window
/// most are scored before what leads is known.</para>
/// <para><b>Threads.</b> One query, one thread. Must be disposed of: its memory is borrowed.</para>
/// </remarks>
internal sealed class SummedWindows(int most) : IDisposable
{
    private readonly ushort[] sums = ArrayPool<ushort>.Shared.Rent(most * Matcher.Window);
    private readonly int[] starts = new int[most];
    private readonly ushort[] largest = new ushort[most];

    /// <summary>How many windows are kept.</summary>
    public int Count { get; private set; }

    /// <summary>How many windows can be kept.</summary>
    public int Most => starts.Length;

    /// <summary>The sums of the window that may be kept next.</summary>
    public Span<ushort> Next => sums.AsSpan(Count * Matcher.Window, Matcher.Window);

    /// <summary>Keeps what was written to <see cref="Next"/>.</summary>
    /// <param name="start">The first document of the window.</param>
    /// <param name="allowed">The documents that may be kept, as bits.</param>
    public void Keep(int start, ReadOnlySpan<ulong> allowed)
    {
        WindowBits.KeepWhere(allowed, Next);
        (starts[Count], largest[Count]) = (start, WindowBits.Largest(Next));
        Count++;
    }

    public void Clear() => Count = 0;

    /// <summary>A sum that so many windows reach, but not many more documents.</summary>
    /// <param name="documents">How many.</param>
    /// <param name="multiple">How many times more may reach it.</param>
    public int ReachedBy(int documents, int multiple)
    {
        if (Count == 0 || documents == 0)
        {
            return 0;
        }

        Span<ushort> descending = stackalloc ushort[Count];
        largest.AsSpan(0, Count).CopyTo(descending);
        descending.Sort();
        int least = descending[Math.Max(0, Count - documents)];
        if (documents >= Count)
        {
            return least;
        }

        List<ushort> reached = [];
        Visit(least, ushort.MaxValue, (_, sum) => reached.Add(sum));
        reached.Sort();
        return reached.Count > documents * multiple ? reached[^(documents * multiple)] : least;
    }

    /// <summary>Goes over the documents with sums from <paramref name="least"/> up to <paramref name="most"/>, ascending.</summary>
    public void Visit(int least, int most, Action<int, ushort> visit)
    {
        Span<ulong> found = stackalloc ulong[Matcher.Words];
        for (int i = 0; i < Count; i++)
        {
            if (largest[i] < least || !WindowBits.Between(sums.AsSpan(i * Matcher.Window, Matcher.Window), (ushort)least, (ushort)most, found))
            {
                continue;
            }

            for (int word = 0; word < found.Length; word++)
            {
                for (ulong bits = found[word]; bits != 0; bits &= bits - 1)
                {
                    int offset = (word * 64) + BitOperations.TrailingZeroCount(bits);
                    visit(starts[i] + offset, sums[(i * Matcher.Window) + offset]);
                }
            }
        }
    }

    public void Dispose() => ArrayPool<ushort>.Shared.Return(sums);
}
