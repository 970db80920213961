using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JingJian.Archive;
using JingJian.Archive.Access;
using JingJian.Archive.Views;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using static JingJian.Tests.Outcome;

namespace JingJian.Tests.Web;

/// <summary>Files that are sent in pieces, and ingests that go on by themselves.</summary>
public sealed class JobTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_file_that_was_cut_off_goes_on_where_it_stopped_and_is_taken_in_by_a_job()
    {
        byte[] content = Encoding.UTF8.GetBytes(TestSite.Reports[0].Text);
        JsonElement upload = await Announce("清河2021.txt", content);
        string id = upload.GetProperty("id").GetString()!;
        Assert.Equal(("open", 0), State(upload));

        Assert.Equal(("open", 100), State(await Read(await Send(id, 0, content[..100]))));
        HttpResponseMessage wrongPlace = await Send(id, 50, content[50..]);
        Assert.Equal(HttpStatusCode.Conflict, wrongPlace.StatusCode);
        Assert.Contains("100", (await Read(wrongPlace)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Post("api/v1/jobs", new { uploads = new[] { id } })).StatusCode);

        // Who has forgotten everything but the file asks by its hash.
        Assert.Equal(("open", 100), State(await Announce("清河2021.txt", content)));
        Assert.Equal(("whole", content.Length), State(await Read(await Send(id, 100, content[100..]))));
        JsonElement job = await Ended(await Post("api/v1/jobs", new { uploads = new[] { id } }));

        Assert.Equal(("done", 1, 0, 0), Figures(job));
        Assert.Equal("known", (await Announce("别名.txt", content)).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Send(HttpMethod.Get, $"api/v1/uploads/{id}")).StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataFolder, "uploads")));
    }

    [Fact]
    public async Task What_does_not_hash_to_what_was_said_is_dropped()
    {
        byte[] content = Encoding.UTF8.GetBytes("工会工作。");
        string id = (await Announce("a.txt", content)).GetProperty("id").GetString()!;

        HttpResponseMessage other = await Send(id, 0, Encoding.UTF8.GetBytes("公会工作。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(("open", 0), State(await site.Get($"api/v1/uploads/{id}")));
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(id, 0, new byte[content.Length + 1])).StatusCode);
    }

    [Fact]
    public void That_a_file_is_known_is_told_to_who_sees_it_and_to_nobody_else()
    {
        using var folder = new ScratchFolder();
        ReportArchive archive = Open(folder);
        byte[] content = Encoding.UTF8.GetBytes(TestSite.Reports[0].Text);
        archive.Ingest([(TestSite.Reports[0].Name, new MemoryStream(content))], CancellationToken.None);
        UploadStateView Announced(Sight sight) => Accepted(archive.Uploads.Announce("别名.txt", content.Length, Convert.ToHexString(SHA256.HashData(content)), "甲", archive.For(sight).Catalogue));

        Assert.Equal(("known", TestSite.Reports[0].Name), (Announced(Sight.Everything).State, Announced(Sight.Everything).KnownAs));
        Assert.Equal(("open", null), (Announced(Sight.Of([99])).State, Announced(Sight.Of([99])).KnownAs));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "name": "a", "bytes": -1, "sha256": "x" }""")]
    [InlineData("""{ "name": "a", "bytes": 99999999999, "sha256": "0000000000000000000000000000000000000000000000000000000000000000" }""")]
    [InlineData("""{ "name": "a", "bytes": 5, "sha256": "zz00000000000000000000000000000000000000000000000000000000000000" }""")]
    public async Task An_announcement_that_says_too_little_is_refused(string body)
    {
        HttpResponseMessage answer = await site.Send(HttpMethod.Post, "api/v1/uploads", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("upload.", (await Read(answer)).GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_tells_what_became_of_each_file_and_a_broken_stream_goes_on_behind_the_last_event()
    {
        JsonElement job = await Ended(await Sent(("甲.txt", TestSite.Reports[0].Text), ("空.txt", ""), ("乙.txt", TestSite.Reports[1].Text), ("丙.txt", TestSite.Reports[0].Text)));
        Assert.Equal(("done", 2, 1, 1), Figures(job));
        string path = $"api/v1/jobs/{job.GetProperty("id").GetInt64()}/events";
        (string Id, string Kind, JsonElement Body)[] events = await Events(path);

        Assert.Equal(Enumerable.Range(1, events.Length - 1).Select(number => $"{number}"), events[..^1].Select(one => one.Id));
        Assert.Equal(["stored", "refused", "stored", "known"], events.Where(one => one.Kind == "file").Select(one => one.Body.GetProperty("file").GetProperty("outcome").GetString()));
        Assert.NotEmpty(events.First(one => one.Kind == "file" && one.Body.GetProperty("file").GetProperty("outcome").GetString() == "refused").Body.GetProperty("file").GetProperty("reason").GetString()!);
        Assert.Equal(["queued", "running", "done"], events.Where(one => one.Kind == "state").Select(one => one.Body.GetProperty("state").GetString()));
        Assert.Contains("建立索引", events.Where(one => one.Kind == "stage").Select(one => one.Body.GetProperty("stage").GetString()));
        Assert.Equal("done", events[^1].Body.GetProperty("job").GetProperty("state").GetString());
        Assert.Equal(events[5..].Select(one => one.Id), (await Events(path, ("Last-Event-ID", events[4].Id))).Select(one => one.Id));
        Assert.Equal(1, (await site.Get("api/v1/search?q=" + Uri.EscapeDataString("“电工、焊工等级证书”"))).GetProperty("paragraphs").GetInt32());
    }

    [Fact]
    public async Task A_job_that_was_cut_off_goes_on_where_its_events_end_and_tells_each_file_once()
    {
        using var folder = new ScratchFolder();
        ReportArchive archive = Open(folder);
        JobView made = Accepted(archive.Jobs.Make([Stage(archive, 0), Stage(archive, 1)], "甲"));
        // As a kill leaves it: both files are stored, only the first was told, nothing of all sources together is done.
        archive.Ingest([("清河2021.txt", new MemoryStream(Encoding.UTF8.GetBytes(TestSite.Reports[0].Text)))], CancellationToken.None);
        Force(folder, $"UPDATE job SET state = 'running', began_at = '2000', stored = 1 WHERE id = {made.Id}");
        Force(folder, $$$"""INSERT INTO job_event VALUES ({{{made.Id}}}, 2, '{"number":2,"at":"","kind":"file","file":{"name":"清河2021.txt","outcome":"stored"} }')""");
        archive.Ingest([("清河2022.txt", new MemoryStream(Encoding.UTF8.GetBytes(TestSite.Reports[1].Text)))], CancellationToken.None);

        archive = Open(folder);
        archive.Jobs.TakeUp();
        Assert.True(archive.Jobs.RunNext(CancellationToken.None));
        Assert.False(archive.Jobs.RunNext(CancellationToken.None));

        JobView job = archive.Jobs.Get(made.Id)!;
        Assert.Equal(("done", 2, 0, 0), (job.State, job.Stored, job.Known, job.Refused));
        Assert.Equal(["清河2021.txt", "清河2022.txt"], archive.Jobs.Events(made.Id, 0, 100).Where(one => one.File is not null).Select(one => one.File!.Name));
        Assert.Equal(2, archive.Catalogue.Stats().Sources);
    }

    [Fact]
    public void A_cancelled_job_keeps_its_files_for_a_while_and_can_be_taken_up_again()
    {
        using var folder = new ScratchFolder();
        ReportArchive archive = Open(folder);
        long id = Accepted(archive.Jobs.Make([Stage(archive, 0)], "甲")).Id;

        Assert.Equal("job.not-found", Refused(archive.Jobs.Cancel(id, "乙")).Code);
        Assert.Equal("cancelled", Accepted(archive.Jobs.Cancel(id, "甲")).State);
        Assert.False(archive.Jobs.RunNext(CancellationToken.None));
        archive.Uploads.Clean(TimeSpan.Zero);
        Assert.Equal("queued", Accepted(archive.Jobs.Resume(id, null)).State);
        Assert.True(archive.Jobs.RunNext(CancellationToken.None));
        Assert.Equal("done", archive.Jobs.Get(id)!.State);
        Assert.Equal("job.not-stopped", Refused(archive.Jobs.Resume(id, null)).Code);
    }

    [Fact]
    public void A_service_that_stops_leaves_its_job_waiting()
    {
        using var folder = new ScratchFolder();
        using var stopping = new CancellationTokenSource();
        ReportArchive archive = Open(folder);
        long id = Accepted(archive.Jobs.Make([Stage(archive, 0)], "甲")).Id;
        stopping.Cancel();

        Assert.True(archive.Jobs.RunNext(stopping.Token));
        Assert.Equal("queued", archive.Jobs.Get(id)!.State);
    }

    [Fact]
    public void What_neither_an_upload_nor_a_job_knows_is_removed()
    {
        using var folder = new ScratchFolder();
        ReportArchive archive = Open(folder);
        Accepted(archive.Jobs.Make([Stage(archive, 0)], "甲"));
        _ = Stage(archive, 1);

        Assert.Equal(0, archive.Uploads.Clean(TimeSpan.FromHours(1)).Files);
        Assert.Equal(1, archive.Uploads.Clean(TimeSpan.Zero).Files);
        Assert.Single(Directory.GetFiles(folder.At("data", "uploads")));
    }

    [Fact]
    public async Task A_second_service_over_the_same_folder_says_why_it_does_not_start()
    {
        ArchiveUnavailableException refused = await Assert.ThrowsAsync<ArchiveUnavailableException>(
            async () => await Service.Build(["--data", site.DataFolder, "--urls", "http://127.0.0.1:0", "--samples", "false"]).DisposeAsync());

        Assert.Contains("另一个镜鉴服务", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_go_on_when_the_service_is_there_again()
    {
        using var folder = new ScratchFolder();
        ReportArchive archive = Open(folder);
        long id = Accepted(archive.Jobs.Make([Stage(archive, 0)], "本机")).Id;
        Force(folder, $"UPDATE job SET state = 'running' WHERE id = {id}");

        await using WebApplication app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false"]);
        await app.StartAsync(TestSite.Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Contains("\"state\":\"done\"", await client.GetStringAsync(TestSite.Address($"api/v1/jobs/{id}/events"), TestSite.Cancellation), StringComparison.Ordinal);
    }

    private static ReportArchive Open(ScratchFolder folder) => ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System);

    private static (string Staged, string Name) Stage(ReportArchive archive, int report)
    {
        (string id, FileStream file) = archive.Staging.New();
        using (file)
        {
            file.Write(Encoding.UTF8.GetBytes(TestSite.Reports[report].Text));
        }

        return (id, TestSite.Reports[report].Name);
    }

    private static void Force(ScratchFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.At("data", "service.db")};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static (string, long) State(JsonElement upload) => (upload.GetProperty("state").GetString()!, upload.GetProperty("received").GetInt64());

    private static (string, int, int, int) Figures(JsonElement job) =>
        (job.GetProperty("state").GetString()!, job.GetProperty("stored").GetInt32(), job.GetProperty("known").GetInt32(), job.GetProperty("refused").GetInt32());

    private static Task<JsonElement> Read(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);

    private async Task<JsonElement> Announce(string name, byte[] content) =>
        await Read(await Post("api/v1/uploads", new { name, bytes = content.Length, sha256 = Convert.ToHexString(SHA256.HashData(content)) }));

    private Task<HttpResponseMessage> Post(string path, object body) => site.Send(HttpMethod.Post, path, JsonContent.Create(body));

    private Task<HttpResponseMessage> Send(string id, long offset, byte[] piece) =>
        site.Send(HttpMethod.Patch, $"api/v1/uploads/{id}?offset={offset}", TestSite.Body(piece, "application/octet-stream"));

    private Task<HttpResponseMessage> Sent(params (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent("form-boundary");
        foreach ((string name, string text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        }

        return site.Send(HttpMethod.Post, "api/v1/jobs", form);
    }

    /// <summary>The job once it has ended, by following it.</summary>
    private async Task<JsonElement> Ended(HttpResponseMessage accepted)
    {
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        string path = accepted.Headers.Location!.OriginalString.TrimStart('/');
        await site.Client.GetStringAsync(TestSite.Address(path + "/events"), TestSite.Cancellation);
        return await site.Get(path);
    }

    private async Task<(string Id, string Kind, JsonElement Body)[]> Events(string path, params (string, string)[] headers)
    {
        HttpResponseMessage answer = await site.Send(HttpMethod.Get, path, null, headers);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        string[] events = (await answer.Content.ReadAsStringAsync(TestSite.Cancellation)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return [.. events.Select(one => (Field(one, "id"), Field(one, "event"), JsonSerializer.Deserialize<JsonElement>(Field(one, "data"))))];

        static string Field(string text, string name) =>
            text.Split('\n').FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..] ?? "";
    }
}
