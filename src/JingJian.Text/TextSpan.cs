using System.Diagnostics;

namespace JingJian.Text;

/// <summary>A stretch of a text: where it starts and how long it is.</summary>
/// <remarks>
/// <para><b>Unit.</b> UTF-16 code units, so a span indexes a <see cref="string"/> directly. No span made by
/// this code base splits a surrogate pair (𠮷).</para>
/// <para><b>Bounds.</b> Half-open: <see cref="End"/> is the first unit outside.</para>
/// <para><b>Default.</b> The empty span at 0. A span does not know its text; what crosses texts pairs it with an id.</para>
/// </remarks>
public readonly record struct TextSpan
{
    /// <summary>Makes the span of <paramref name="length"/> units from <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Either is negative, or the end overflows.</exception>
    public TextSpan(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, int.MaxValue - start);
        Start = start;
        Length = length;
    }

    /// <summary>First unit inside the span.</summary>
    public int Start { get; }

    /// <summary>How many units the span covers.</summary>
    public int Length { get; }

    /// <summary>First unit after the span.</summary>
    public int End => Start + Length;

    /// <summary>Makes the span [<paramref name="start"/>, <paramref name="end"/>).</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>Whether the two share at least one unit; an empty span overlaps nothing.</summary>
    public bool Overlaps(TextSpan other) => Math.Max(Start, other.Start) < Math.Min(End, other.End);

    /// <summary>The characters this span names in <paramref name="text"/>, not copied.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text)
    {
        Debug.Assert(End <= text.Length, "The span belongs to another text.");
        return text.Slice(Start, Length);
    }

    /// <summary>Interval notation, for example <c>[12..20)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
