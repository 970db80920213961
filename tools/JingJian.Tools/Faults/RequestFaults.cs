using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using JingJian.Tools.Services;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Faults;

/// <summary><c>faults requests CLI DATA [--requests N]</c>: bad requests to every operation of a service, and slow and dropped clients.</summary>
/// <remarks>No answer may be a 5xx, every refusal of the API must be problem details, and the service must answer afterwards as before. What is
/// removed or changed by a request that happens to be good is: DATA should be a copy.</remarks>
internal static class RequestFaults
{
    private const int Seed = 20_261_121;
    private const int AtOnce = 8;
    private const int Shown = 20;
    private const int Dropped = 200;

    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("usage: faults requests CLI DATA [--requests N]");
            return 2;
        }

        int requests = Number(args, "--requests", 20_000);
        using RunningService service = RunningService.Start(args[0], args[1]);
        using JsonDocument document = JsonDocument.Parse(service.Client.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative)).Result);
        var statuses = new SortedDictionary<int, int>();
        List<string> wrong = [];
        double before = service.Megabytes;
        SendAll(service, document.RootElement, requests, statuses, wrong);
        DropClients(service.Client.BaseAddress!);
        using HttpResponseMessage ready = service.Client.GetAsync(new Uri("health/ready", UriKind.Relative)).Result;
        if (!ready.IsSuccessStatusCode)
        {
            wrong.Add($"not ready afterwards: {ready.StatusCode}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{requests} requests to {new BadRequests(document.RootElement, new Random(Seed)).Count} operations, {Dropped} dropped clients, MB {before:F0} before and {service.Megabytes:F0} after"));
        Console.WriteLine("answers: " + string.Join(", ", statuses.Select(status => $"{status.Key} {status.Value}")));
        wrong.Take(Shown).ToList().ForEach(Console.WriteLine);
        Console.WriteLine(wrong.Count == 0 ? "nothing wrong" : $"{wrong.Count} WRONG");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static void SendAll(RunningService service, JsonElement document, int requests, SortedDictionary<int, int> statuses, List<string> wrong) =>
        Task.WaitAll([.. Enumerable.Range(0, AtOnce).Select(part => Task.Run(async () =>
        {
            var made = new BadRequests(document, new Random(Seed + part));
            for (int i = part; i < requests; i += AtOnce)
            {
                (string name, HttpRequestMessage message) = made.Next(i % made.Count);
                (int status, string? fault) = await SendAsync(service, name, message);
                lock (statuses)
                {
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                    if (fault is not null)
                    {
                        wrong.Add($"{name} {message.RequestUri}: {fault}");
                    }
                }
            }
        }))]);

    private static async Task<(int Status, string? Fault)> SendAsync(RunningService service, string name, HttpRequestMessage message)
    {
        using (message)
        {
            try
            {
                using HttpResponseMessage answer = await service.Client.SendAsync(message);
                string body = await answer.Content.ReadAsStringAsync();
                int status = (int)answer.StatusCode;
                // An answer to HEAD has no body; Kestrel refuses by itself, without one, what is no HTTP at all.
                return (status, status >= 500 ? body : status >= 400 && body.Length > 0 && !IsProblem(answer, body) ? $"no problem details: {body}" : null);
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                // A body that is too large, or a header that is none, ends the connection before it is read.
                return (0, error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? "the service is gone" : null);
            }
        }
    }

    private static bool IsProblem(HttpResponseMessage answer, string body)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return false;
        }

        using JsonDocument problem = JsonDocument.Parse(body);
        return problem.RootElement.TryGetProperty("code", out _);
    }

    /// <summary>Clients that send half a request, or go before the answer.</summary>
    private static void DropClients(Uri address)
    {
        var random = new Random(Seed);
        byte[] request = Encoding.ASCII.GetBytes("POST /api/v1/jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n" + new string('x', 2000));
        for (int i = 0; i < Dropped; i++)
        {
            using var client = new TcpClient(address.Host, address.Port);
            client.GetStream().Write(request.AsSpan(0, random.Next(1, request.Length)));
            client.LingerState = new LingerOption(random.Next(2) == 0, 0);
        }
    }
}
