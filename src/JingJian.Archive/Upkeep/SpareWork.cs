namespace JingJian.Archive.Upkeep;

/// <summary>Work that is done between one ingest and the next, and given up when files come in: what it makes would be of the past, and they
/// would wait for it.</summary>
/// <remarks><b>Threads.</b> Any number of ingests; spare work not by several at once.</remarks>
internal sealed class SpareWork
{
    private readonly Lock gate = new();
    private CancellationTokenSource? running;
    private int comingIn;

    /// <summary>Takes files in; no spare work is done meanwhile.</summary>
    public T Before<T>(Func<T> ingest)
    {
        lock (gate)
        {
            comingIn++;
            running?.Cancel();
        }

        try
        {
            return ingest();
        }
        finally
        {
            lock (gate)
            {
                comingIn--;
            }
        }
    }

    /// <summary>Does spare work, until it is done or files come in; nothing while they do.</summary>
    /// <param name="work">The work; it may begin again another time.</param>
    /// <param name="cancellationToken">Ends it for good.</param>
    /// <exception cref="OperationCanceledException">It was ended for good.</exception>
    public void Run(Action<CancellationToken> work, CancellationToken cancellationToken)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (gate)
        {
            if (comingIn > 0)
            {
                return;
            }

            running = given;
        }

        try
        {
            work(given.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It begins again when what came in is settled.
        }
        finally
        {
            lock (gate)
            {
                running = null;
            }
        }
    }
}
