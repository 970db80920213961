using JingJian.Archive.Upkeep;

namespace JingJian.Tests.Archive;

/// <summary>Files that come in do not wait for what is only made beforehand.</summary>
public sealed class SpareWorkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Work_in_progress_is_given_up_when_files_come_in_and_begins_again_behind_them()
    {
        var spare = new SpareWork();
        using var begun = new ManualResetEventSlim();
        Task work = Task.Run(() => spare.Run(
            given =>
            {
                begun.Set();
                given.WaitHandle.WaitOne();
                given.ThrowIfCancellationRequested();
            },
            Cancellation), Cancellation);
        begun.Wait(Cancellation);

        bool isDone = false;
        spare.Before(() =>
        {
            work.Wait(Cancellation);
            spare.Run(_ => isDone = true, Cancellation);
            return isDone ? throw new InvalidOperationException("worked while files came in") : true;
        });
        spare.Run(_ => isDone = true, Cancellation);

        Assert.True(isDone);
    }

    [Fact]
    public void Who_ends_it_for_good_is_told()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();

        Assert.Throws<OperationCanceledException>(() => new SpareWork().Run(given => given.ThrowIfCancellationRequested(), ended.Token));
    }

    [Fact]
    public void An_ingest_that_fails_does_not_stop_it_for_ever()
    {
        var spare = new SpareWork();
        bool isDone = false;

        Assert.Throws<IOException>(() => spare.Before<int>(() => throw new IOException()));
        spare.Run(_ => isDone = true, Cancellation);

        Assert.True(isDone);
    }
}
