using JingJian.Analysis.Reuse;

namespace JingJian.Archive.Stages;

/// <summary>A few threads that take one piece of work after the other.</summary>
public sealed class ThreadWorkers : IReuseWorkers
{
    private readonly Workforce force;

    /// <summary>Threads of the pool.</summary>
    /// <param name="threads">How many; 1 or more.</param>
    public ThreadWorkers(int threads)
        : this(new Workforce(threads, GivesWay: false))
    {
    }

    /// <summary>The threads of a workforce.</summary>
    internal ThreadWorkers(Workforce force) => this.force = force;

    /// <inheritdoc/>
    public void Run(int count, Action<int> piece)
    {
        // One thread is that of the caller.
        using WorkThreads? threads = force is { GivesWay: true, Threads: > 1 } ? new WorkThreads(force) : null;
        int next = -1;
        Parallel.For(0, Math.Min(force.Threads, count), new ParallelOptions { TaskScheduler = threads ?? TaskScheduler.Default }, _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                piece(i);
            }
        });
    }
}
