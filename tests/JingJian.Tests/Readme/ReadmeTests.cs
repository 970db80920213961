using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using JingJian.Tests.Cli;

namespace JingJian.Tests.Readme;

/// <summary>The commands of the README do what it shows.</summary>
public sealed class ReadmeTests
{
    /// <summary>Restore and build included.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void The_tour_prints_what_the_readme_shows()
    {
        using var folder = new ScratchFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "corpus"), Repository.At("corpus"));
        IReadOnlyList<ReadmeCommand> tour = ReadmeCommand.InConsoleBlocks(File.ReadAllLines(Repository.At("README.md")));

        Assert.NotEmpty(tour);
        foreach (ReadmeCommand command in tour)
        {
            string[] printed = CommandLine.Bash($"cd '{folder.Path}'; {command.Line}").Output.Split('\n');
            int at = 0;
            foreach (string line in command.Shown)
            {
                int found = Array.IndexOf(printed, line, at);
                Assert.True(found >= 0, $"$ {command.Line}\nshould print:\n{line}\nbut printed:\n{string.Join('\n', printed)}");
                at = found + 1;
            }
        }
    }

    [Fact]
    public async Task The_run_command_starts_a_service_that_answers_a_search_over_the_samples()
    {
        string command = File.ReadLines(Repository.At("README.md")).First(line => line.StartsWith("dotnet run --project src/JingJian.Web", StringComparison.Ordinal));
        using var folder = new ScratchFolder();
        string address = $"http://localhost:{FreePort()}";
        using Process service = Process.Start(new ProcessStartInfo("bash", ["-c", $"exec {command} -- --data '{folder.Path}/data' --urls {address}"])
        {
            WorkingDirectory = Repository.Root,
        })!;
        try
        {
            string found = await SearchUntilReady($"{address}/api/v1/search?q=%E9%80%81%E6%B8%A9%E6%9A%96");

            Assert.Contains("送温暖", found, StringComparison.Ordinal);
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> SearchUntilReady(string url)
    {
        using var client = new HttpClient();
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            try
            {
                using HttpResponseMessage response = await client.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
                string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (response.StatusCode == HttpStatusCode.OK && body.Contains("\"rank\"", StringComparison.Ordinal))
                {
                    return body;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        return "";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
