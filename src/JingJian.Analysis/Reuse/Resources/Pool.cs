using System.Collections.Concurrent;

namespace JingJian.Analysis.Reuse;

/// <summary>Buffers that pieces of work use one after the other; as many as there are pieces at a time.</summary>
internal sealed class Pool<T>(Func<T> make)
{
    private readonly ConcurrentBag<T> free = [];

    /// <summary>Lends a buffer to a piece of work.</summary>
    public void Lend(Action<T> piece)
    {
        T buffer = free.TryTake(out T? one) ? one : make();
        piece(buffer);
        free.Add(buffer);
    }
}
