using System.Threading.Channels;
using JingJian.Archive.Upkeep;
using Microsoft.Data.Sqlite;

namespace JingJian.Web.Access;

/// <summary>What an endpoint is called in the log, and which parameter of it says to what it was done.</summary>
/// <param name="Action">For example <c>search</c>.</param>
/// <param name="Parameter">The name of a parameter in the path or the query; null for none.</param>
internal sealed record NotedAs(string Action, string? Parameter);

/// <summary>Writes what people do to the log, many entries at once: a search does not wait for the disk.</summary>
/// <remarks>Removals, holds, accounts and keys are noted by the archive itself, before they are done. Entries here (reading, searching, exports,
/// marks, corrections) are of what was done; they reach the disk within a moment, and a service that is stopped writes the rest. A process
/// that is killed loses the entries of that moment.</remarks>
internal sealed class ActivityWriter(ActivityLog log, ILogger<ActivityWriter> logger) : BackgroundService
{
    private const int Waiting = 20_000;
    private const int AtOnce = 1000;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly Channel<Activity> channel = Channel.CreateBounded<Activity>(Waiting);

    /// <summary>Notes something; waits only when the disk is far behind.</summary>
    public ValueTask NoteAsync(Activity activity) => channel.Writer.WriteAsync(activity);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        channel.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        Write();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await channel.Reader.WaitToReadAsync(stoppingToken))
        {
            Write();
            await Task.Delay(Moment, stoppingToken);
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
        while (batch.Count == AtOnce);
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
            await writer.NoteAsync(new Activity(Gate.NameOf(context.User), noted.Action, target, context.Connection.RemoteIpAddress?.ToString() ?? ""));
        }
    }
}
