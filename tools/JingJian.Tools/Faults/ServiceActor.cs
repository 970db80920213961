using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace JingJian.Tools.Faults;

/// <summary>Somebody who sends files, takes sources out and corrects functions, and remembers what was acknowledged.</summary>
/// <param name="files">The files that may be sent: names and paths.</param>
/// <param name="paragraphs">How many paragraphs each has when it is whole.</param>
/// <param name="random">Decides what is done next.</param>
internal sealed class ServiceActor(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, int> paragraphs, Random random)
{
    private const int MostStored = 60;
    private static readonly string[] Functions = ["practice", "result", "problem", "plan", "background"];

    // What must be there, what must not, and what may be either: the service was killed before it said so.
    private readonly HashSet<string> stored = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Function, string Source)> corrected = new(StringComparer.Ordinal);

    /// <summary>The names of the files that are acknowledged, whatever happens.</summary>
    public IReadOnlyCollection<string> Acknowledged => stored;

    /// <summary>Does one thing after another until the service is gone.</summary>
    public async Task<int> WorkAsync(HttpClient client)
    {
        for (int done = 0; ; done++)
        {
            try
            {
                await (random.Next(4) switch
                {
                    0 => SendAsync(client, "api/v1/sources", random.Next(1, 3)),
                    1 => SendAsync(client, "api/v1/jobs", random.Next(1, 5)),
                    2 => CorrectAsync(client),
                    _ => stored.Count > random.Next(MostStored) ? RemoveAsync(client) : SendAsync(client, "api/v1/jobs", 2),
                });
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                return done;
            }
        }
    }

    /// <summary>What is wrong with a service that was started again, once its jobs have ended.</summary>
    public async Task<List<string>> FaultsAsync(HttpClient client)
    {
        List<string> faults = [];
        foreach (JsonElement job in await ItemsAsync(client, "api/v1/jobs?top=50"))
        {
            string events = await client.GetStringAsync(At($"api/v1/jobs/{job.GetProperty("id").GetInt64()}/events"));
            if (!events.Contains("\"state\":\"done\"", StringComparison.Ordinal))
            {
                faults.Add($"a job ended otherwise: {events[Math.Max(0, events.Length - 400)..]}");
            }
        }

        JsonElement[] sources = await ItemsAsync(client, "api/v1/sources?top=1000");
        HashSet<string> there = [.. sources.Select(source => source.GetProperty("name").GetString()!)];
        faults.AddRange(stored.Except(open).Except(there).Select(name => $"{name} was acknowledged and is not there"));
        faults.AddRange(there.Except(stored).Except(open).Select(name => $"{name} is there and was removed, or never sent"));
        faults.AddRange(sources.Where(source => source.GetProperty("paragraphs").GetInt32() != paragraphs[source.GetProperty("name").GetString()!])
            .Select(source => $"{source.GetProperty("name")} is not whole"));
        int searched = (await client.GetFromJsonAsync<JsonElement>(At("api/v1/search?q=" + Uri.EscapeDataString("原创度:0..100")))).GetProperty("paragraphs").GetInt32();
        if (searched != there.Sum(name => paragraphs[name]))
        {
            faults.Add($"{searched} paragraphs are searched, {there.Sum(name => paragraphs[name])} are stored");
        }

        foreach ((string paragraph, (string function, string source)) in corrected.Where(one => there.Contains(one.Value.Source)))
        {
            using HttpResponseMessage answer = await client.GetAsync(At($"api/v1/paragraphs/{paragraph}/correction"));
            if (!answer.IsSuccessStatusCode || (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("function").GetString() != function)
            {
                faults.Add($"the correction of {paragraph} in {source} was acknowledged and is not there: {answer.StatusCode}");
            }
        }

        if ((await client.GetFromJsonAsync<JsonElement>(At("api/v1/log/verify"))).GetProperty("brokenAt").ValueKind != JsonValueKind.Null)
        {
            faults.Add("the log is broken");
        }

        Settle(there);
        return faults;
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static async Task<JsonElement[]> ItemsAsync(HttpClient client, string path) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(At(path))).GetProperty("items").EnumerateArray()];

    /// <summary>What is there now is what goes on from.</summary>
    private void Settle(HashSet<string> there)
    {
        stored.Clear();
        stored.UnionWith(there);
        open.Clear();
        foreach (string gone in corrected.Where(one => !there.Contains(one.Value.Source)).Select(one => one.Key).ToArray())
        {
            corrected.Remove(gone);
        }
    }

    /// <summary>Sends files: a source is there when the answer comes, a job is done some time after.</summary>
    private async Task SendAsync(HttpClient client, string path, int count)
    {
        string[] names = [.. files.Keys.Except(stored).Except(open).OrderBy(_ => random.Next()).Take(count)];
        if (names.Length == 0)
        {
            return;
        }

        using var form = new MultipartFormDataContent();
        foreach (string name in names)
        {
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(files[name])), "files", name);
        }

        open.UnionWith(names);
        using HttpResponseMessage answer = await client.PostAsync(At(path), form);
        if (answer.IsSuccessStatusCode)
        {
            stored.UnionWith(names);
            open.ExceptWith(names);
        }
    }

    private async Task RemoveAsync(HttpClient client)
    {
        JsonElement[] sources = await ItemsAsync(client, "api/v1/sources?top=1000");
        if (sources.Length == 0)
        {
            return;
        }

        JsonElement source = sources[random.Next(sources.Length)];
        string name = source.GetProperty("name").GetString()!;
        open.Add(name);
        using HttpResponseMessage answer = await client.DeleteAsync(At($"api/v1/sources/{source.GetProperty("id").GetString()}?reason=x"));
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            stored.Remove(name);
            open.Remove(name);
        }
    }

    /// <summary>Copies of a text are corrected together: what a text is said to do follows from its length.</summary>
    private async Task CorrectAsync(HttpClient client)
    {
        JsonElement[] reports = await ItemsAsync(client, "api/v1/reports?top=1000");
        if (reports.Length == 0)
        {
            return;
        }

        JsonElement report = reports[random.Next(reports.Length)];
        JsonElement[] all = await ItemsAsync(client, $"api/v1/paragraphs?report={report.GetProperty("id").GetString()}&top=1000");
        JsonElement one = all[random.Next(all.Length)];
        string id = one.GetProperty("id").GetString()!, function = Functions[one.GetProperty("text").GetString()!.Length % Functions.Length];
        using HttpResponseMessage answer = await client.PutAsJsonAsync(At($"api/v1/paragraphs/{id}/correction"), new { function, note = "" });
        if (answer.IsSuccessStatusCode)
        {
            corrected[id] = (function, one.GetProperty("source").GetString()!);
        }
    }
}
