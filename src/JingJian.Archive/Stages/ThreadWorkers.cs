using JingJian.Analysis.Reuse;

namespace JingJian.Archive.Stages;

/// <summary>A few threads that take one piece of work after the other.</summary>
/// <param name="threads">How many; 1 or more.</param>
public sealed class ThreadWorkers(int threads) : IReuseWorkers
{
    /// <inheritdoc/>
    public void Run(int count, Action<int> piece)
    {
        int next = -1;
        Parallel.For(0, Math.Min(threads, count), _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                piece(i);
            }
        });
    }
}
