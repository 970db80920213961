using System.Diagnostics;

namespace JingJian.Ingest.Formats.Converters;

/// <summary>How a child program ended.</summary>
internal enum ChildEnd
{
    /// <summary>By itself.</summary>
    Exited,

    /// <summary>Stopped: it took too long.</summary>
    OutOfTime,

    /// <summary>Stopped: it wrote too much.</summary>
    TooMuchOutput,

    /// <summary>It could not be started.</summary>
    NotStarted,
}

/// <summary>What a child program did.</summary>
/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Its exit code, when it ended by itself.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">The beginning of its standard error.</param>
internal sealed record ChildResult(ChildEnd End, int ExitCode, byte[] Output, string Errors);

/// <summary>Runs a converter on hostile input: nothing it does outlives it, and it cannot take more than it is given.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> No shell; arguments as they are. Its environment has PATH, HOME, TMPDIR and LANG and nothing else. Time
/// and standard output are bounded everywhere, and it is killed with its children at the limit.</para>
/// <para>Where the system lets us (<see cref="Confinement"/>): no network, processor time, memory and file size bounded by the
/// kernel, and a process space of its own, so that not even a detached grandchild survives. Elsewhere that part is best effort.</para>
/// </remarks>
internal static class ChildProgram
{
    private const int MostErrorBytes = 8192;

    /// <summary>Runs a program in a folder of its own.</summary>
    public static ChildResult Run(string program, IReadOnlyList<string> arguments, string folder, TimeSpan time, IngestLimits limits)
    {
        ProcessStartInfo start = StartOf([.. Confinement.Before(time, limits), program, .. arguments], folder);
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            return Watch(process, time, limits.MaxFileBytes);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
        {
            return new ChildResult(ChildEnd.NotStarted, -1, [], error.Message);
        }
    }

    private static ProcessStartInfo StartOf(string[] command, string folder)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }

    private static ChildResult Watch(Process process, TimeSpan time, long mostBytes)
    {
        bool tooMuch = false;
        Task<byte[]> output = Task.Run(() => ReadAtMost(process.StandardOutput.BaseStream, mostBytes, () =>
        {
            Volatile.Write(ref tooMuch, true);
            Kill(process);
        }));
        Task<byte[]> errors = Task.Run(() => ReadAtMost(process.StandardError.BaseStream, MostErrorBytes, null));
        bool ended = process.WaitForExit(time);
        if (!ended)
        {
            Kill(process);
        }

        // A grandchild that got away may hold the pipes open: it is not waited for.
        bool read = Task.WaitAll([output, errors], TimeSpan.FromSeconds(5));
        ChildEnd end = Volatile.Read(ref tooMuch) ? ChildEnd.TooMuchOutput : ended && read ? ChildEnd.Exited : ChildEnd.OutOfTime;
        return end == ChildEnd.Exited
            ? new ChildResult(end, process.ExitCode, output.Result, System.Text.Encoding.UTF8.GetString(errors.Result))
            : new ChildResult(end, -1, [], "");
    }

    /// <summary>Reads to the end, so that the writer never waits; keeps no more than the limit.</summary>
    private static byte[] ReadAtMost(Stream stream, long most, Action? onMore)
    {
        using var kept = new MemoryStream();
        byte[] chunk = new byte[81920];
        try
        {
            for (int read; (read = stream.Read(chunk)) > 0;)
            {
                kept.Write(chunk, 0, (int)Math.Min(read, most - kept.Length));
                if (onMore is not null && kept.Length == most)
                {
                    onMore();
                    break;
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The pipe went with its process.
        }

        return kept.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended in the meantime.
        }
    }
}
