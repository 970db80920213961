using System.Collections.Concurrent;

namespace JingJian.Analysis.Reuse;

/// <summary>What the engine may use of the machine. Findings do not depend on it.</summary>
/// <param name="Workers">Its threads.</param>
/// <param name="NewStore">Makes an empty store for keys that wait to be sorted: eight bytes for every third letter of the archive.</param>
public sealed record ReuseResources(IReuseWorkers Workers, Func<IPartitionStore> NewStore)
{
    /// <summary>Gives back what stores that are gone left for others. Called when no more stores are needed for long.</summary>
    public Action Release { get; init; } = () => { };

    /// <summary>The thread of the caller, and memory.</summary>
    public static ReuseResources OneThread => InMemory(new Caller());

    /// <summary>Some threads, and memory that is used again and again.</summary>
    public static ReuseResources InMemory(IReuseWorkers workers)
    {
        var free = new ConcurrentStack<ulong[]>();
        return new ReuseResources(workers, () => new MemoryPartitions(free)) { Release = free.Clear };
    }

    private sealed class Caller : IReuseWorkers
    {
        public void Run(int count, Action<int> piece)
        {
            for (int i = 0; i < count; i++)
            {
                piece(i);
            }
        }
    }
}
