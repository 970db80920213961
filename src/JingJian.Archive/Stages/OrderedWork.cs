namespace JingJian.Archive.Stages;

/// <summary>Work on a sequence by several threads, its results in the order of the sequence.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The same results in the same order whatever the number of threads. An item is begun only while what is
/// waiting, begun and not yet taken, weighs no more than the limit; an item above the limit waits until it is alone. So a slow
/// item at the head, or a slow consumer, lets a bounded amount pile up.</para>
/// <para><b>Threads.</b> The sequence is walked by the thread that takes the results.</para>
/// </remarks>
internal static class OrderedWork
{
    /// <summary>Most items waiting, however light: their names and results take memory too.</summary>
    private const int MostWaiting = 4096;

    /// <summary>Does the work.</summary>
    /// <param name="items">What to work on.</param>
    /// <param name="weightOf">How much an item weighs while it waits.</param>
    /// <param name="mostWeight">How much may wait.</param>
    /// <param name="work">The work; called by several threads.</param>
    /// <param name="beforeWaiting">Called before the taker waits for a result that is not ready.</param>
    /// <param name="force">The threads.</param>
    /// <param name="cancellationToken">Ends it before the next item.</param>
    public static IEnumerable<TResult> Select<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, long> weightOf, long mostWeight, Func<TItem, TResult> work, Action beforeWaiting, Workforce force, CancellationToken cancellationToken)
    {
        using var threads = new WorkThreads(force);
        Queue<(Task<TResult> Task, long Weight)> waiting = new();
        long weight = 0;
        using IEnumerator<TItem> next = items.GetEnumerator();
        bool hasNext = next.MoveNext();
        while (hasNext || waiting.Count > 0)
        {
            while (hasNext && (waiting.Count == 0 || (waiting.Count < MostWaiting && weight + weightOf(next.Current) <= mostWeight)))
            {
                TItem item = next.Current;
                long itsWeight = weightOf(item);
                waiting.Enqueue((Task.Factory.StartNew(() => work(item), cancellationToken, TaskCreationOptions.None, threads), itsWeight));
                weight += itsWeight;
                hasNext = next.MoveNext();
            }

            (Task<TResult> task, long taken) = waiting.Dequeue();
            if (!task.IsCompleted)
            {
                beforeWaiting();
            }

            TResult result = task.GetAwaiter().GetResult();
            weight -= taken;
            yield return result;
        }
    }
}
