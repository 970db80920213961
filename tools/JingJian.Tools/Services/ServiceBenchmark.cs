using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using JingJian.Archive;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Services;

/// <summary><c>bench service CLI FILES DATA</c>: many clients search a service over HTTP, from another process, while files come in.</summary>
/// <remarks>
/// <para>Of the files (<c>bench intake make</c>) five sixths are the archive, made at the first run; the last sixth comes in as jobs, one after
/// another, while the clients search. Each client sends its next search when it has read the answer to the last. Queries are drawn from
/// the paragraphs of the archive, 2,000 of them.</para>
/// </remarks>
internal static class ServiceBenchmark
{
    private const int Seed = 20_261_121;
    private const int Queries = 2000;
    private const int FilesOfAJob = 20;
    private const int PartsOfTheArchive = 5, Parts = 6;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static int Run(string[] args)
    {
        if (args.Length < 3)
        {
            Console.Error.WriteLine("usage: bench service CLI FILES DATA [--clients 16] [--seconds 60 | --minutes N] [--alone]");
            return 2;
        }

        string[] files = [.. Directory.EnumerateFiles(args[1]).Order(StringComparer.Ordinal)];
        int stored = files.Length * PartsOfTheArchive / Parts;
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = args[2] }, TimeProvider.System);
        if (archive.Catalogue.Stats().Sources == 0)
        {
            archive.Ingest(files[..stored], null, CancellationToken.None);
            archive.Merging.Wait();
        }

        string[] paragraphs = [.. archive.Catalogue.Reports(null).Where((_, i) => i % 20 == 0).SelectMany(report => archive.Catalogue.Blocks(report.Id)).Where(block => block.Kind == "paragraph").Select(block => block.Text)];
        Console.WriteLine($"{archive.Catalogue.Stats().Paragraphs} paragraphs");
        // As deploy/ starts it.
        Environment.SetEnvironmentVariable("DOTNET_TC_QuickJit", "0");
        using RunningService service = RunningService.Start(args[0], args[2]);
        string[] addresses = [.. DrawnQueries.From(paragraphs, Queries, new Random(Seed)).Select(query => "api/v1/search?q=" + Uri.EscapeDataString(query))];
        int clients = Number(args, "--clients", 16);
        Measure(service, "warming up", addresses, clients, WarmUp);
        Queue<string> coming = args.Contains("--alone") ? [] : new Queue<string>(files[stored..]);
        TimeSpan all = Number(args, "--minutes", 0) is > 0 and var minutes ? minutes * Minute : TimeSpan.FromSeconds(Number(args, "--seconds", 60));
        using var ended = new CancellationTokenSource();
        Task<int> ingest = Task.Run(() => TakeInAsync(service.Client, coming, ended.Token));
        int errors = 0;
        for (TimeSpan left = all; left > TimeSpan.Zero; left -= Minute)
        {
            errors += Measure(service, coming.Count > 0 ? "beside an ingest" : "alone", addresses, clients, left < Minute ? left : Minute);
        }

        ended.Cancel();
        Console.WriteLine($"{ingest.Result} files came in meanwhile");
        return errors == 0 ? 0 : 1;
    }

    private static int Measure(RunningService service, string name, string[] addresses, int clients, TimeSpan howLong)
    {
        var times = new ConcurrentBag<double>();
        var faults = new ConcurrentDictionary<string, int>();
        double before = service.Megabytes, processor = service.ProcessorSeconds;
        long begun = Stopwatch.GetTimestamp();
        Task[] all = [.. Enumerable.Range(0, clients).Select(client => Task.Run(() => SearchAsync(service.Client, addresses, client, begun, howLong, times, faults)))];
        double most = before;
        while (!Task.WaitAll(all, TimeSpan.FromSeconds(1)))
        {
            most = Math.Max(most, service.Megabytes);
        }

        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        double[] sorted = [.. times.Order()];
        double At(double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {clients} clients, {seconds:F0} s, {sorted.Length / seconds:F0} searches/s, ms p50 {At(0.5):F1} p95 {At(0.95):F1} p99 {At(0.99):F1}, {faults.Values.Sum()} errors, {1000 * (service.ProcessorSeconds - processor) / Math.Max(1, sorted.Length):F2} ms of a processor a search, MB before {before:F0} most {most:F0} after {service.Megabytes:F0}, without mapped files {service.OwnMegabytes:F0}"));
        foreach ((string fault, int count) in faults)
        {
            Console.WriteLine($"  {count} × {fault}");
        }

        return faults.Values.Sum();
    }

    private static async Task SearchAsync(
        HttpClient client, string[] addresses, int number, long begun, TimeSpan howLong, ConcurrentBag<double> times, ConcurrentDictionary<string, int> faults)
    {
        var random = new Random(number);
        while (Stopwatch.GetElapsedTime(begun) < howLong)
        {
            long sent = Stopwatch.GetTimestamp();
            try
            {
                string address = addresses[random.Next(addresses.Length)];
                using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                byte[] body = await answer.Content.ReadAsByteArrayAsync();
                if (!answer.IsSuccessStatusCode)
                {
                    faults.AddOrUpdate($"{Uri.UnescapeDataString(address)}: {Encoding.UTF8.GetString(body)}", 1, (_, count) => count + 1);
                }
            }
            catch (HttpRequestException error)
            {
                faults.AddOrUpdate(error.Message, 1, (_, count) => count + 1);
            }

            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }
    }

    private static async Task<int> TakeInAsync(HttpClient client, Queue<string> coming, CancellationToken cancellationToken)
    {
        int taken = 0;
        try
        {
            while (coming.Count > 0)
            {
                using var form = new MultipartFormDataContent();
                for (int i = 0; i < FilesOfAJob && coming.TryDequeue(out string? file); i++)
                {
                    form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file, cancellationToken)), "files", Path.GetFileName(file));
                }

                using HttpResponseMessage made = await client.PostAsync(new Uri("api/v1/jobs", UriKind.Relative), form, cancellationToken);
                using JsonDocument job = JsonDocument.Parse(await made.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
                string events = await client.GetStringAsync(new Uri($"api/v1/jobs/{job.RootElement.GetProperty("id").GetInt64()}/events", UriKind.Relative), cancellationToken);
                taken += events.Split("\"outcome\":\"stored\"").Length - 1;
            }
        }
        catch (OperationCanceledException)
        {
        }

        return taken;
    }
}
