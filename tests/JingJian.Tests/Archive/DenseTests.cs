using System.Globalization;
using System.Text.Json;
using JingJian.Archive;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace JingJian.Tests.Archive;

/// <summary>Search by meaning beside words, against a small real server that hashes letters into vectors.</summary>
public sealed class DenseTests : IAsyncLifetime
{
    private const int Directions = 64;
    private readonly ScratchFolder folder = new();
    private WebApplication? server;
    private Func<HttpContext, string[], Task> answer = Hashed;

    private int Asked { get; set; }

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.MapPost("/v1/embeddings", async (HttpContext context) =>
        {
            Asked++;
            JsonElement asked = (await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted)).RootElement;
            Assert.Equal("hash", asked.GetProperty("model").GetString());
            await answer(context, [.. asked.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)]);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder.At("data"));
        await File.WriteAllTextAsync(folder.At("data", "embeddings.json"), $$"""{"url":"{{server.Urls.Single()}}/v1/embeddings","model":"hash","key":"geheim"}""", TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void What_is_near_in_meaning_is_joined_with_what_words_find_and_said_to_be_so()
    {
        ReportArchive archive = Filled();
        Assert.True(archive.Dense.Update(null, CancellationToken.None).TryGet(out int added, out _));
        Assert.True(added > 0);

        SearchView found = Found(archive, "暖送温 活动", explain: true);

        HitView near = found.Hits.First(hit => hit.Text.Contains("送温暖", StringComparison.Ordinal));
        Assert.NotNull(near.Near);
        Assert.Contains(near.Reasons, reason => reason.Contains("按语义相近", StringComparison.Ordinal));
        Assert.DoesNotContain(found.Notes, note => note.Contains("语义检索", StringComparison.Ordinal));
        Assert.Equal(found.Hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Rank), found.Hits.Select(hit => hit.Rank));
    }

    [Fact]
    public void Conditions_hold_for_what_is_near_too()
    {
        ReportArchive archive = Filled();
        archive.Dense.Update(null, CancellationToken.None);

        Assert.All(Found(archive, "送温暖 -慰问 年份:2022").Hits, hit => Assert.True(hit.Year == 2022 && !hit.Text.Contains("慰问", StringComparison.Ordinal)));
        Assert.All(Found(archive, "“送温暖”").Hits, hit => Assert.Null(hit.Near));
    }

    [Fact]
    public void Vectors_are_asked_for_once_and_a_damaged_file_is_made_again()
    {
        ReportArchive archive = Filled();
        archive.Dense.Update(null, CancellationToken.None);
        int before = Asked;
        Assert.True(archive.Dense.Update(null, CancellationToken.None).TryGet(out int added, out _));
        Assert.Equal((0, before), (added, Asked));

        string file = Assert.Single(Directory.GetFiles(folder.At("data", "vectors")));
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        ReportArchive again = Open();

        Assert.NotEmpty(Found(again, "送温暖").Hits);
        Assert.True(again.Dense.Update(null, CancellationToken.None).TryGet(out added, out _));
        Assert.True(added > 0);
        Assert.Contains(Found(again, "送温暖").Hits, hit => hit.Near is not null);
    }

    [Fact]
    public void Vectors_of_a_source_whose_removal_was_cut_off_are_gone_after_the_next_opening()
    {
        ReportArchive archive = Filled();
        archive.Dense.Update(null, CancellationToken.None);
        string file = Assert.Single(Directory.GetFiles(folder.At("data", "vectors")));
        long whole = new FileInfo(file).Length;

        using (var store = new SqliteConnection($"Data Source={folder.At("data", "archive.db")};Pooling=False"))
        {
            // What a process leaves that is killed right after the transaction of the removal.
            store.Open();
            SourceRemover.Remove(store, archive.Catalogue.Sources()[0].Hash);
        }

        Assert.Equal(whole, new FileInfo(file).Length);
        Open();
        Assert.True(new FileInfo(file).Length < whole);
    }

    [Theory]
    [InlineData("refuses", "500")]
    [InlineData("is not JSON", "看不懂")]
    [InlineData("gives too few", "不完整")]
    [InlineData("gives nothing", "不完整")]
    [InlineData("gives infinity", "看不懂")]
    [InlineData("gives zeros", "没有意义")]
    [InlineData("gives another length", "不同")]
    [InlineData("is slow", "没有回答")]
    public void When_the_endpoint_fails_words_alone_answer_and_the_answer_says_so(string way, string said)
    {
        ReportArchive archive = Filled();
        archive.Dense.Update(null, CancellationToken.None);
        string[] words = [.. ByWords("送温暖 困难职工")];
        answer = way switch
        {
            "refuses" => (context, _) =>
            {
                context.Response.StatusCode = 500;
                return Task.CompletedTask;
            },
            "is not JSON" => (context, _) => context.Response.WriteAsync("<html>"),
            "gives too few" => (context, _) => context.Response.WriteAsync("{\"data\":[]}"),
            "gives nothing" => (context, _) => context.Response.WriteAsync("{}"),
            "gives infinity" => (context, _) => context.Response.WriteAsync("{\"data\":[{\"index\":0,\"embedding\":[NaN,1]}]}"),
            "gives zeros" => (context, _) => context.Response.WriteAsync("{\"data\":[{\"index\":0,\"embedding\":[0,0]}]}"),
            "gives another length" => (context, _) => context.Response.WriteAsync("{\"data\":[{\"index\":0,\"embedding\":[0.6,0.8]}]}"),
            _ => (context, _) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted),
        };

        SearchView found = Found(archive, "送温暖 困难职工");

        Assert.Contains(found.Notes, note => note.Contains("语义检索暂不可用", StringComparison.Ordinal) && note.Contains(said, StringComparison.Ordinal));
        Assert.Equal(words, found.Hits.Select(hit => hit.Paragraph));
    }

    [Fact]
    public void After_a_failure_the_endpoint_is_left_alone_for_a_while_and_then_asked_again()
    {
        var time = new Clock();
        ReportArchive archive = Filled(time);
        archive.Dense.Update(null, CancellationToken.None);
        answer = (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        Found(archive, "送温暖");
        int asked = Asked;
        Assert.Contains(Found(archive, "送温暖").Notes, note => note.Contains("503", StringComparison.Ordinal));
        Assert.Equal(asked, Asked);

        answer = Hashed;
        time.Now += TimeSpan.FromSeconds(16);

        Assert.Contains(Found(archive, "送温暖").Hits, hit => hit.Near is not null);
    }

    [Fact]
    public async Task A_server_that_is_not_there_and_settings_that_are_wrong_are_said()
    {
        ReportArchive archive = Filled();
        archive.Dense.Update(null, CancellationToken.None);
        await server!.StopAsync(TestContext.Current.CancellationToken);
        Assert.Contains(Found(archive, "送温暖").Notes, note => note.Contains("连接不上", StringComparison.Ordinal));

        await File.WriteAllTextAsync(folder.At("data", "embeddings.json"), "{\"url\":\"file:///etc/passwd\",\"model\":\"x\"}", TestContext.Current.CancellationToken);
        SearchView found = Found(Open(), "送温暖");
        Assert.NotEmpty(found.Hits);
        Assert.Contains(found.Notes, note => note.Contains("embeddings.json", StringComparison.Ordinal));
        Assert.DoesNotContain(found.Notes, note => note.Contains("geheim", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_settings_nothing_is_asked_and_nothing_is_said()
    {
        File.Delete(folder.At("data", "embeddings.json"));
        ReportArchive archive = Filled();

        Assert.DoesNotContain(Found(archive, "送温暖").Notes, note => note.Contains("语义", StringComparison.Ordinal));
        Assert.False(archive.Dense.IsOn);
        Assert.Equal(0, Asked);
        Assert.False(Directory.Exists(folder.At("data", "vectors")));
    }

    [Fact]
    public void A_half_finished_update_keeps_what_it_has()
    {
        ReportArchive archive = Filled();
        int batches = 0;
        answer = (context, texts) =>
        {
            batches++;
            return batches == 1 ? Hashed(context, texts) : context.Response.WriteAsync("{");
        };
        archive.Ingest([("多段.txt", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            "某某工会2020年工作总结\n" + string.Join('\n', Enumerable.Range(1, 60).Select(i => $"第{i}项工作按计划完成，全年服务职工{i * 7}人次，得到好评。")))))], CancellationToken.None);

        Assert.False(archive.Dense.Update(null, CancellationToken.None).TryGet(out _, out Fault? fault));
        Assert.Equal("embeddings.failed", fault.Code);
        answer = Hashed;
        Assert.Contains(Found(archive, "送温暖").Notes, note => note.Contains("还没有向量", StringComparison.Ordinal));
        Assert.True(archive.Dense.Update(null, CancellationToken.None).TryGet(out int rest, out _));
        Assert.InRange(rest, 20, 60);
    }

    /// <summary>What words alone find: an archive without settings over the same files.</summary>
    private static string[] ByWords(string query)
    {
        using ScratchFolder other = new();
        ReportArchive plain = ReportArchive.Open(new ArchiveOptions { DataFolder = other.At("data") }, TimeProvider.System);
        plain.Ingest(Reports(), CancellationToken.None);
        return [.. Found(plain, query).Hits.Select(hit => hit.Paragraph)];
    }

    private static SearchView Found(ReportArchive archive, string query, bool explain = false) =>
        archive.Search.Search(new SearchWish(query) { Top = 50, Explain = explain }).TryGet(out SearchView? found, out Fault? fault) ? found : throw new InvalidOperationException(fault.Message);

    private static (string Name, Stream Content)[] Reports() =>
        [.. Web.TestSite.Reports.Select(report => (report.Name, (Stream)new MemoryStream(System.Text.Encoding.UTF8.GetBytes(report.Text)))),
            ("温暖.txt", new MemoryStream("北山县总工会2022年工作总结\n一、主要做法\n（一）开展送温暖活动，为困难职工送去慰问金和米面油。\n（二）组织劳动竞赛，评出先进班组十二个，奖励岗位能手。"u8.ToArray()))];

    private ReportArchive Open(TimeProvider? time = null) => ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, time ?? TimeProvider.System);

    private ReportArchive Filled(TimeProvider? time = null)
    {
        ReportArchive archive = Open(time);
        archive.Ingest(Reports(), CancellationToken.None);
        return archive;
    }

    /// <summary>Each letter adds one to a direction of its own: texts of the same letters are near, whatever their order.</summary>
    private static Task Hashed(HttpContext context, string[] texts)
    {
        IEnumerable<string> items = texts.Select((text, index) =>
        {
            var vector = new int[Directions];
            foreach (char letter in text.Where(char.IsLetter))
            {
                vector[letter * 31 % Directions]++;
            }

            return $"{{\"index\":{index},\"embedding\":[{string.Join(',', vector.Select(value => (value + 0.01).ToString(CultureInfo.InvariantCulture)))}]}}";
        });
        return context.Response.WriteAsync($"{{\"object\":\"list\",\"data\":[{string.Join(',', items.Reverse())}]}}");
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.Ticks;
    }
}
