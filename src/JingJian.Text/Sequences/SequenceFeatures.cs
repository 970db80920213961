namespace JingJian.Text.Sequences;

/// <summary>The features of one sequence, position by position; a buffer to be filled, read and filled again.</summary>
/// <remarks>
/// <para>Example: <c>features.NextPosition(); features.Add(FeatureKey.Of("word=职工")); features.Add(FeatureKey.Of("place"), 0.92f);</c></para>
/// <para><b>Threads.</b> One at a time.</para>
/// </remarks>
public sealed class SequenceFeatures
{
    private readonly List<int> starts = [];
    private ulong[] keys = new ulong[64];
    private float[] values = new float[64];
    private int count;

    /// <summary>How many positions there are.</summary>
    public int Length => starts.Count;

    /// <summary>Forgets everything, for the next sequence.</summary>
    public void Clear()
    {
        starts.Clear();
        count = 0;
    }

    /// <summary>Begins the next position; a position may have no features.</summary>
    public void NextPosition() => starts.Add(count);

    /// <summary>Adds a feature to the position begun last.</summary>
    /// <param name="key">From <see cref="FeatureKey"/>.</param>
    /// <param name="value">Its value, of the order of 1; a feature that is added twice counts twice.</param>
    /// <exception cref="InvalidOperationException">No position has begun.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public void Add(ulong key, float value = 1) => AddAll(1, value)[0] = key;

    /// <summary>Adds features of one value to the position begun last; their keys are to be written at once.</summary>
    internal Span<ulong> AddAll(int more, float value)
    {
        if (starts.Count == 0)
        {
            throw new InvalidOperationException("No position has begun.");
        }

        if (!float.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A feature has a finite value.");
        }

        if (count + more > keys.Length)
        {
            int room = Math.Max(count + more, keys.Length * 2);
            Array.Resize(ref keys, room);
            Array.Resize(ref values, room);
        }

        values.AsSpan(count, more).Fill(value);
        count += more;
        return keys.AsSpan(count - more, more);
    }

    /// <summary>The keys of a position.</summary>
    public ReadOnlySpan<ulong> Keys(int position) => keys.AsSpan(starts[position], End(position) - starts[position]);

    /// <summary>The values of a position, one a key.</summary>
    public ReadOnlySpan<float> Values(int position) => values.AsSpan(starts[position], End(position) - starts[position]);

    private int End(int position) => position + 1 < starts.Count ? starts[position + 1] : count;
}
