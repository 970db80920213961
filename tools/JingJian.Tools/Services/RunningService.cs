using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace JingJian.Tools.Services;

/// <summary>A <c>jingjian serve</c> in a process of its own, on a free port.</summary>
internal sealed class RunningService : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    private readonly Process process;

    private RunningService(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>The way to it.</summary>
    public HttpClient Client { get; }

    /// <summary>Its memory as the system counts it.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Its memory without the files that are mapped into it; Linux only.</summary>
    public double OwnMegabytes =>
        double.Parse(File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;

    /// <summary>How long processors have worked for it.</summary>
    public double ProcessorSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="program">The command line, <c>jingjian.dll</c>.</param>
    /// <param name="data">Its data folder.</param>
    /// <param name="more">Further arguments.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message is what it said.</exception>
    public static RunningService Start(string program, string data, params string[] more)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, [program, "serve", "--data", data, "--urls", "http://127.0.0.1:0", "--samples", "false", "--rate", "0", .. more])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Process process = Process.Start(start)!;
        var said = new StringBuilder();
        var address = new TaskCompletionSource<Uri>();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!address.Task.Wait(LongestStart))
        {
            process.Kill();
        }

        return address.Task is { IsCompletedSuccessfully: true, Result: { } found }
            ? new RunningService(process, found)
            : throw new InvalidOperationException(said.ToString());

        void Hear(string? line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }

            if (line is null)
            {
                address.TrySetResult(null!);
            }
            else if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is >= 0 and var at && line.StartsWith("镜鉴已启动", StringComparison.Ordinal))
            {
                address.TrySetResult(new Uri(line[at..].Trim()));
            }
        }
    }

    /// <summary>Ends it at once, as SIGKILL does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
        Client.Dispose();
    }
}
