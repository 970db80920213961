namespace JingJian.Ingest.Formats;

/// <summary>What a file as received may still use: shared by everything packed inside it.</summary>
/// <remarks><b>Threads.</b> One thread at a time, as a file is read.</remarks>
internal sealed class Allowance(IngestLimits limits, long fileBytes)
{
    private long bytesLeft = Math.Min(limits.MaxExpandedBytes, (1L << 20) + (limits.MaxExpansionRatio * fileBytes));
    private int entriesLeft = limits.MaxEntries;

    /// <summary>The limits it was made from.</summary>
    public IngestLimits Limits => limits;

    /// <summary>Time that converters may still take.</summary>
    public TimeSpan ConverterTime { get; private set; } = limits.MaxTotalConverterTime;

    /// <summary>Takes bytes that were expanded; false when there are no more to take.</summary>
    public bool TryExpand(long bytes)
    {
        bytesLeft -= bytes;
        return bytesLeft >= 0;
    }

    /// <summary>Takes entries of an archive; false when there are no more to take.</summary>
    public bool TryEnter(int entries)
    {
        entriesLeft -= Math.Min(entriesLeft + 1, entries);
        return entriesLeft >= 0;
    }

    /// <summary>Takes time that a converter used.</summary>
    public void Use(TimeSpan time) => ConverterTime -= time;
}
