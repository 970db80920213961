using System.Threading.Channels;
using JingJian.Archive.Upkeep;
using Microsoft.Data.Sqlite;

namespace JingJian.Web.Access;

/// <summary>What an endpoint is called in the log, and which parameter of it says to what it was done.</summary>
/// <param name="Action">For example <c>search</c>.</param>
/// <param name="Parameter">The name of a parameter in the path or the query; null for none.</param>
/// <param name="Often">Whether it is done while somebody types: then it is counted, see <see cref="OftenDone"/>.</param>
internal sealed record NotedAs(string Action, string? Parameter, bool Often);

/// <summary>Writes what people do to the log, many entries at once: a search does not wait for the disk.</summary>
/// <remarks>Removals, holds, accounts and keys are noted by the archive itself, before they are done. Entries here (reading, searching, exports,
/// marks, corrections) are of what was done; they reach the disk within a moment, and a service that is stopped writes the rest. A process
/// that is killed loses the entries of that moment, and the counts of <see cref="OftenDone"/>.</remarks>
internal sealed class ActivityWriter(ActivityLog log, TimeProvider time, ILogger<ActivityWriter> logger) : BackgroundService
{
    private const int Waiting = 20_000;
    private const int AtOnce = 1000;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(10);

    private readonly Channel<Activity> channel = Channel.CreateBounded<Activity>(Waiting);
    private readonly OftenDone often = new(time);

    /// <summary>Notes something; waits only when the disk is far behind.</summary>
    public ValueTask NoteAsync(Activity activity) => channel.Writer.WriteAsync(activity);

    /// <summary>Notes something that is done again and again, or counts it.</summary>
    public ValueTask NoteOftenAsync(Activity activity) => often.IsFirst(activity) ? NoteAsync(activity) : ValueTask.CompletedTask;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        channel.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        Write();
        Write(often.TakeAll());
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WriteAsync(stoppingToken), CountAsync(stoppingToken));

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        while (await channel.Reader.WaitToReadAsync(stoppingToken))
        {
            Write();
            await Task.Delay(Moment, stoppingToken);
        }
    }

    private async Task CountAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenCounts, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Write(often.TakeDue());
        }
    }

    private void Write()
    {
        var batch = new List<Activity>();
        do
        {
            batch.Clear();
            while (batch.Count < AtOnce && channel.Reader.TryRead(out Activity? activity))
            {
                batch.Add(activity);
            }

            Write(batch);
        }
        while (batch.Count == AtOnce);
    }

    private void Write(List<Activity> batch)
    {
        try
        {
            if (batch.Count > 0)
            {
                log.Note(batch);
            }
        }
        catch (SqliteException error)
        {
            logger.LogError(error, "The activity log cannot be written: {Count} entries are lost", batch.Count);
        }
    }
}

/// <summary>Notes the requests of endpoints that are <see cref="NotedAs"/> something and were not refused.</summary>
internal sealed class Noting(RequestDelegate next, ActivityWriter writer)
{
    /// <summary>Runs the request, then notes it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<NotedAs>() is { } noted && context.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            string target = noted.Parameter is null ? ""
                : context.Request.RouteValues[noted.Parameter] as string ?? context.Request.Query[noted.Parameter].ToString();
            var activity = new Activity(Gate.NameOf(context.User), noted.Action, target, context.Connection.RemoteIpAddress?.ToString() ?? "");
            await (noted.Often ? writer.NoteOftenAsync(activity) : writer.NoteAsync(activity));
        }
    }
}
