namespace JingJian.Archive.Store;

/// <summary>Tells when it pays to make beforehand what many reports together make slow: between changes, not during them.</summary>
/// <param name="seen">What is seen of the store.</param>
/// <param name="leastReports">With fewer reports nobody waits long.</param>
internal sealed class SettledState(Database seen, int leastReports)
{
    private string? lookedAt;

    /// <summary>The state of what is seen, when it has as many reports, all compared, and is as it was at the last look; otherwise null.
    /// Not by several at once.</summary>
    public string? Look()
    {
        using Snapshot snapshot = seen.Look();
        string state = ArchiveState.ForAudits(snapshot.Connection);
        bool isSettled = state == lookedAt;
        lookedAt = state;
        return isSettled && snapshot.Connection.Value<long>("SELECT count(*) FROM report") >= leastReports && ArchiveState.IsCompared(snapshot.Connection) ? state : null;
    }
}
