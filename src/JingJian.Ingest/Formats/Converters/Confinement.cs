using System.Diagnostics;
using System.Globalization;

namespace JingJian.Ingest.Formats.Converters;

/// <summary>What stands in front of a converter's command line to keep it in: <c>setpriv</c>, <c>prlimit</c> and <c>unshare</c> of
/// util-linux.</summary>
/// <remarks>Which of them work here is tried once, by running them. Inside a container without privileges <c>unshare</c> is often
/// forbidden: then a converter has the network that the service has.</remarks>
internal static class Confinement
{
    private static readonly string[][] Candidates =
    [
        ["/usr/bin/unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child"],
        ["/usr/bin/unshare", "--net", "--pid", "--fork", "--kill-child"],
    ];

    // It ends with the thread that started it, which waits for it: a service that is killed leaves no converter behind.
    private static readonly string[] EndsWithUs = ["/usr/bin/setpriv", "--pdeathsig", "KILL", "--"];

    private static readonly Lazy<bool> CanEndWithUs = new(() => Works([.. EndsWithUs, "/bin/true"]));
    private static readonly Lazy<bool> HasLimits = new(() => Works(["/usr/bin/prlimit", "--core=0", "/bin/true"]));
    private static readonly Lazy<string[]> Namespaces = new(() => Candidates.FirstOrDefault(candidate => Works([.. candidate, "/bin/true"])) ?? []);

    /// <summary>Whether a converter has no network.</summary>
    public static bool HasNoNetwork => Namespaces.Value.Length > 0;

    /// <summary>The beginning of the command line; empty where nothing of it works.</summary>
    public static string[] Before(TimeSpan time, IngestLimits limits) =>
    [
        .. CanEndWithUs.Value ? EndsWithUs : [],
        .. HasLimits.Value ? LimitsOf(time, limits) : [],
        .. Namespaces.Value,
    ];

    private static string[] LimitsOf(TimeSpan time, IngestLimits limits) =>
    [
        "/usr/bin/prlimit",
        string.Create(CultureInfo.InvariantCulture, $"--as={limits.MaxConverterMemoryBytes}"),
        string.Create(CultureInfo.InvariantCulture, $"--cpu={(long)time.TotalSeconds + 1}"),
        string.Create(CultureInfo.InvariantCulture, $"--fsize={limits.MaxFileBytes}"),
        "--core=0",
        "--",
    ];

    private static bool Works(string[] command)
    {
        if (!File.Exists(command[0]))
        {
            return false;
        }

        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            return process.ExitCode == 0;
        }

        process.Kill(entireProcessTree: true);
        return false;
    }
}
