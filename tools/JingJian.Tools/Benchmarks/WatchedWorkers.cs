using System.Diagnostics;
using System.Globalization;
using JingJian.Analysis.Reuse;

namespace JingJian.Tools.Benchmarks;

/// <summary>Workers that say what the process takes while they work: where the peak of a run sits.</summary>
/// <remarks>A phase is everything that one method of the engine asks of the workers in a row; what is done between phases counts for the next one.</remarks>
internal sealed class WatchedWorkers(IReuseWorkers workers, TextWriter log) : IReuseWorkers, IDisposable
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private string phase = "";
    private long highest;
    private Timer? sampler;

    /// <inheritdoc/>
    public void Run(int count, Action<int> piece)
    {
        sampler ??= new Timer(_ => Sample(), null, 0, 50);
        if (AskedBy() is var asking && asking != phase)
        {
            Say();
            phase = asking;
        }

        workers.Run(count, piece);
        Sample();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        sampler?.Dispose();
        Say();
    }

    /// <summary>The method of the engine that asked, beneath those that only hand work on.</summary>
    private static string AskedBy()
    {
        IEnumerable<System.Reflection.MethodBase?> callers = new StackTrace(2).GetFrames().Select(frame => frame.GetMethod());
        return callers.Where(method => method?.DeclaringType is { } type && type.Name is not ("SortedPartitions" or "HashKeys"))
            .Select(method => $"{method!.DeclaringType!.Name}.{method.Name}").First();
    }

    private void Sample()
    {
        lock (clock)
        {
            highest = Math.Max(highest, Environment.WorkingSet);
        }
    }

    private void Say()
    {
        Sample();
        GCMemoryInfo last = GC.GetGCMemoryInfo(GCKind.Any);
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.Elapsed.TotalSeconds,7:F1} s  {phase,-40} highest {highest / 1e6,6:F0} MB, heap {GC.GetTotalMemory(false) / 1e6,6:F0}, committed {last.TotalCommittedBytes / 1e6,6:F0}, holes {last.FragmentedBytes / 1e6,6:F0}"));
        highest = 0;
    }
}
