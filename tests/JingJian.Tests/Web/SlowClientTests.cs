using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JingJian.Tests.Web;

/// <summary>Clients that send slowly, do not read, or hang up: nobody else waits for them.</summary>
public sealed class SlowClientTests(TestSite site) : IClassFixture<TestSite>
{
    private const string HalfAnUpload = "--b\r\nContent-Disposition: form-data; name=files; filename=half.txt\r\n\r\n半个文件";

    [Theory]
    [InlineData("POST /api/v1/sources", "multipart/form-data; boundary=b")]
    [InlineData("POST /api/v1/jobs", "multipart/form-data; boundary=b")]
    [InlineData("PUT /api/v1/marks", "application/json")]
    [InlineData("POST /api/v1/drafts/audit", "text/plain")]
    public async Task Who_sends_slowly_holds_up_nobody_who_writes(string request, string type)
    {
        using TcpClient slow = await Begin($"{request} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 100000\r\n\r\n{HalfAnUpload}");

        await Works(request);
    }

    [Fact]
    public async Task Who_does_not_read_holds_up_nobody_who_writes()
    {
        (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();
        List<TcpClient> deaf = [];
        for (int i = 0; i < 40; i++)
        {
            deaf.Add(await Begin(string.Concat(Enumerable.Repeat("GET /openapi/v1.json HTTP/1.1\r\nHost: localhost\r\n\r\n", 20))));
            deaf.Add(await Begin("GET /api/v1/overview/export HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }

        await Works("deaf");
        deaf.ForEach(one => one.Dispose());
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("jobs")]
    public async Task Who_hangs_up_in_the_middle_of_an_upload_leaves_nothing_behind(string to)
    {
        for (int i = 0; i < 5; i++)
        {
            using TcpClient dropped = await Begin($"POST /api/v1/{to} HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n{HalfAnUpload}");
            dropped.LingerState = new LingerOption(true, 0);
        }

        await Works("dropped " + to);
        string staged = Path.Combine(site.DataFolder, "uploads");
        while (Directory.GetFiles(staged).Length > 0)
        {
            await Task.Delay(20, TestSite.Cancellation);
        }

        Assert.DoesNotContain("half.txt", await site.Client.GetStringAsync(TestSite.Address("api/v1/sources"), TestSite.Cancellation), StringComparison.Ordinal);
    }

    /// <summary>A file comes in and is found.</summary>
    private async Task Works(string mark)
    {
        string name = Convert.ToHexString(Encoding.UTF8.GetBytes(mark));
        HttpResponseMessage answer = await site.Upload(($"{name}.txt", $"白水县总工会2021年工作总结\n一、主要做法\n{name}办起职工夜校，全年开课八十六期，两千多名职工拿到结业证。"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(1, (await site.Get($"api/v1/search?q=\"{name}\"")).GetProperty("paragraphs").GetInt32());
    }

    private async Task<TcpClient> Begin(string sent)
    {
        var client = new TcpClient { ReceiveBufferSize = 1024 };
        await client.ConnectAsync(IPAddress.Loopback, site.Client.BaseAddress!.Port, TestSite.Cancellation);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(sent), TestSite.Cancellation);
        return client;
    }
}
