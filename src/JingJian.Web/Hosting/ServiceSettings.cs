using JingJian.Web.Access;

namespace JingJian.Web.Hosting;

/// <summary>What the person who starts the service decides.</summary>
/// <param name="DataFolder">The archive's folder, as a full path.</param>
/// <param name="HasAddress">Whether an address to listen on was given.</param>
/// <param name="WithSamples">Whether an empty archive is filled with the samples.</param>
/// <param name="WatchedFolders">Folders whose files are taken in as they appear.</param>
/// <param name="HostNames">Further host names that a service on localhost answers to.</param>
/// <param name="MayShowPersons">Whether everybody who asks for the names and numbers of persons in exemplars gets them, not only those whose role allows it.</param>
/// <param name="PathBase">The path under which a reverse proxy serves it; empty for none.</param>
/// <param name="IngestThreads">How many threads take files in and compare them; by default half as many as there are processors, so that searches stay quick.</param>
internal sealed record ServiceSettings(
    string DataFolder, bool HasAddress, bool WithSamples, IReadOnlyList<string> WatchedFolders, IReadOnlyList<string> HostNames, bool MayShowPersons, string PathBase, int IngestThreads)
{
    /// <summary>Where the service listens when nothing else is said: reachable from this machine only.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    private const int MostThreads = 256;

    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];

    /// <summary>Reads the command line and the environment.</summary>
    public static ServiceSettings From(IConfiguration configuration) => new(
        Path.GetFullPath(configuration["data"] is { Length: > 0 } folder ? folder : "data"),
        AddressKeys.Any(key => !string.IsNullOrEmpty(configuration[key])),
        !string.Equals(configuration["samples"], "false", StringComparison.OrdinalIgnoreCase),
        ListIn(configuration["watch"]),
        ListIn(configuration["hosts"]),
        string.Equals(configuration["show-persons"], "true", StringComparison.OrdinalIgnoreCase),
        PathBaseIn(configuration["path-base"]),
        ThreadsIn(configuration["ingest-threads"]));

    private static string PathBaseIn(string? value) => (value ?? "").TrimEnd('/') is { Length: > 0 } path
        ? path[0] == '/' ? path : throw new SettingsException($"--path-base 的值“{value}”应以 / 开头，例如 /jingjian。")
        : "";

    private static int ThreadsIn(string? value) => string.IsNullOrEmpty(value) ? Math.Max(1, Environment.ProcessorCount / 2)
        : int.TryParse(value, out int threads) && threads is >= 1 and <= MostThreads ? threads
        : throw new SettingsException($"--ingest-threads 的值“{value}”应是 1 到 {MostThreads} 的整数。");

    private static string[] ListIn(string? value) => (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
