using System.Globalization;

namespace JingJian.Archive.Store;

/// <summary>Times as they are stored.</summary>
internal static class Stamps
{
    /// <summary>Now, in UTC, round-trip format of ISO 8601.</summary>
    public static string Stamp(this TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>A moment, in UTC; earlier moments come first by their letters too.</summary>
    public static string Of(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
