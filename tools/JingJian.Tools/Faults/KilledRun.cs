using System.Diagnostics;
using System.Text;

namespace JingJian.Tools.Faults;

/// <summary>A run of <c>jingjian ingest</c> that is ended at a random moment.</summary>
internal static class KilledRun
{
    private const double LongestRunMilliseconds = 12_000;
    private const int IndexMilliseconds = 400;
    private const int MergeMilliseconds = 900;

    /// <summary>What was being written when it was killed; null when it ended before.</summary>
    public static string? Of(string program, string[] files, string data, Random random)
    {
        // Of three kills one comes at any time, one while the index is written, one while segments are merged, if they are.
        (string? awaited, double within) = random.Next(3) switch
        {
            0 => ((string?)null, LongestRunMilliseconds),
            1 => ("index", IndexMilliseconds),
            _ => ("merging", MergeMilliseconds),
        };
        using Process process = Start(program, files, data);
        HashSet<string> before = awaited is null ? [] : Files(data, awaited);
        while (awaited is not null && !process.HasExited && Files(data, awaited).IsSubsetOf(before))
        {
            Thread.Sleep(1);
        }

        bool ended = process.WaitForExit(TimeSpan.FromMilliseconds(random.NextDouble() * within));
        if (!ended)
        {
            process.Kill();
        }

        process.WaitForExit();
        return ended ? null : Phase(data);
    }

    /// <summary>Runs it undisturbed.</summary>
    public static void ToTheEnd(string program, string[] files, string data)
    {
        (int exit, string said) = Finish(program, files, data);
        if (exit != 0)
        {
            throw new InvalidOperationException($"exit {exit}: {said}");
        }
    }

    /// <summary>Runs it undisturbed and gives its exit code and what it said.</summary>
    public static (int Exit, string Said) Finish(string program, string[] files, string data)
    {
        using Process process = Start(program, files, data);
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static Process Start(string program, string[] files, string data)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [program, "ingest", .. files, "--data", data, "--json"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static string Phase(string data)
    {
        string[] merging = [.. Files(data, "merging").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))];
        string? unfinished = Files(data, "index").FirstOrDefault(file => file.EndsWith(".building", StringComparison.Ordinal));
        return merging.Length > 0 ? "a merge"
            : unfinished is not null ? "the " + Path.GetExtension(Path.GetFileNameWithoutExtension(unfinished))[1..]
            : Directory.Exists(Path.Combine(data, "index")) ? "store, reuse, or between files" : "before any index";
    }

    private static HashSet<string> Files(string data, string folder)
    {
        string path = Path.Combine(data, folder);
        try
        {
            return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path)] : [];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }
}
