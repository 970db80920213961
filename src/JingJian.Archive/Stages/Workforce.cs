using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace JingJian.Archive.Stages;

/// <summary>The threads that take files in, compare and index.</summary>
/// <remarks>Threads that give way are of their own and end with their work: a thread may always become less urgent, but not more urgent again.</remarks>
/// <param name="Threads">How many work at once where work can be divided; 1 or more.</param>
/// <param name="GivesWay">Whether whatever else the machine has to do goes before.</param>
internal sealed partial record Workforce(int Threads, bool GivesWay)
{
    // A third of the weight of an ordinary thread, by Linux's table: questions go before, and still it goes on under any load.
    private const int Niceness = 5;

    /// <summary>Does long work, and waits for it.</summary>
    public T Run<T>(Func<T> work)
    {
        if (!GivesWay)
        {
            return work();
        }

        T result = default!;
        ExceptionDispatchInfo? fault = null;
        Thread thread = Start("writing", () =>
        {
            try
            {
                result = work();
            }
            catch (Exception error)
            {
                fault = ExceptionDispatchInfo.Capture(error);
            }
        });
        thread.Join();
        fault?.Throw();
        return result;
    }

    /// <summary>Starts a thread of its own.</summary>
    public Thread Start(string name, Action work)
    {
        var thread = new Thread(() =>
        {
            if (GivesWay)
            {
                BecomeLessUrgent();
            }

            work();
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
        return thread;
    }

    private static void BecomeLessUrgent()
    {
        if (OperatingSystem.IsLinux())
        {
            // The runtime leaves priorities of threads alone there; the system has one for each thread.
            _ = BecomeNicer(Niceness);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    [LibraryImport("libc", EntryPoint = "nice")]
    private static partial int BecomeNicer(int by);
}
