using System.Diagnostics;
using System.Diagnostics.Metrics;
using JingJian.Archive.Views;

namespace JingJian.Archive.Intake;

/// <summary>What ingests tell whoever measures the service: counts, and how long each job took; no names, no texts.</summary>
public static class IngestTelemetry
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string Name = "JingJian";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static readonly Counter<long> Files = Meter.CreateCounter<long>("jingjian.ingest.files", "{file}", "Files by what became of them.");
    private static readonly Counter<long> Jobs = Meter.CreateCounter<long>("jingjian.ingest.jobs", "{job}", "Runs of jobs by how they ended.");
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("jingjian.ingest.job.duration", "s", "How long a run of a job took.");

    /// <summary>The run of a job, for a trace; null when nobody listens.</summary>
    internal static System.Diagnostics.Activity? Begin(long job) => Source.StartActivity("ingest")?.SetTag("jingjian.job", job);

    /// <summary>Counts files.</summary>
    internal static void Count(IEnumerable<OutcomeView> outcomes)
    {
        foreach (OutcomeView outcome in outcomes)
        {
            Files.Add(1, new KeyValuePair<string, object?>("outcome", outcome.Outcome));
        }
    }

    /// <summary>Counts a run.</summary>
    internal static void Ended(string state, TimeSpan took)
    {
        var how = new KeyValuePair<string, object?>("state", state);
        Jobs.Add(1, how);
        Seconds.Record(took.TotalSeconds, how);
    }
}
