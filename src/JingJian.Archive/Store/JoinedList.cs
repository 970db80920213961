using System.Collections;

namespace JingJian.Archive.Store;

/// <summary>A few items behind many, without copying the many.</summary>
internal sealed class JoinedList<T>(IReadOnlyList<T> first, IReadOnlyList<T> second) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => first.Count + second.Count;

    /// <inheritdoc/>
    public T this[int index] => index < first.Count ? first[index] : second[index - first.Count];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => first.Concat(second).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
