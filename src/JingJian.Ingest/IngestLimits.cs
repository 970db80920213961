namespace JingJian.Ingest;

/// <summary>What a single file may ask of the service.</summary>
public sealed record IngestLimits
{
    /// <summary>The defaults.</summary>
    public static IngestLimits Default { get; } = new();

    /// <summary>
    /// Largest file read, in bytes. Default 32 MiB: the largest compilation seen is 0.2 MB, a whole year of a
    /// province's reports about 20 MB, and four copies of the text must fit in memory beside the archive.
    /// </summary>
    public long MaxFileBytes { get; init; } = 32L << 20;
}
