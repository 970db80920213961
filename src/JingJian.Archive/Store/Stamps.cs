using System.Globalization;

namespace JingJian.Archive.Store;

/// <summary>Times as they are stored.</summary>
internal static class Stamps
{
    /// <summary>Now, in UTC, round-trip format of ISO 8601.</summary>
    public static string Stamp(this TimeProvider time) => time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
}
