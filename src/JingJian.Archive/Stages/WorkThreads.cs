using System.Collections.Concurrent;

namespace JingJian.Archive.Stages;

/// <summary>Runs tasks on threads of a workforce, which end when it is disposed of and what waits is done.</summary>
/// <remarks>Work that blocks, as a converter does, does not make it add threads, as the pool would.</remarks>
internal sealed class WorkThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> waiting = [];

    /// <summary>Starts the threads.</summary>
    public WorkThreads(Workforce force)
    {
        MaximumConcurrencyLevel = force.Threads;
        for (int i = 0; i < force.Threads; i++)
        {
            force.Start("work", Work);
        }
    }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel { get; }

    /// <inheritdoc/>
    public void Dispose() => waiting.CompleteAdding();

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => waiting.Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => waiting.ToArray();

    private void Work()
    {
        foreach (Task task in waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
