using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;

namespace JingJian.Tests.Web;

/// <summary>The whole service on a free port over a data folder of its own.</summary>
public sealed class TestSite : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private WebApplication? app;

    /// <summary>Two years of one unit: the second repeats the first with another year.</summary>
    public static IReadOnlyList<(string Name, string Text)> Reports { get; } =
    [
        ("清河2021.txt", Report(2021, "在三个乡镇办起职工夜校，全年开课86期，2140名职工拿到结业证，其中312人考取电工、焊工等级证书。")),
        ("清河2022.txt", Report(2022, "由劳模带头成立技术服务队，走进41家小微企业解决设备难题57个，替企业省下维修费90多万元。")),
    ];

    public HttpClient Client { get; private set; } = null!;

    public string DataFolder => folder.At("data");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a service without samples.</summary>
    public async ValueTask InitializeAsync()
    {
        app = Service.Build(["--data", DataFolder, "--urls", "http://127.0.0.1:0", "--samples", "false"]);
        await app.StartAsync(Cancellation);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Uploads files and gives the answer.</summary>
    public Task<HttpResponseMessage> Upload(params IReadOnlyList<(string Name, string Text)> files) =>
        Upload([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    /// <summary>Uploads files and gives the answer.</summary>
    public async Task<HttpResponseMessage> Upload(params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var form = new MultipartFormDataContent("form-boundary");
        foreach ((string name, byte[] content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
            form.Add(part);
        }

        return await Client.PostAsync(Address("api/v1/sources"), form, Cancellation);
    }

    /// <summary>GETs JSON that must be there.</summary>
    public Task<JsonElement> Get(string path) => Client.GetFromJsonAsync<JsonElement>(Address(path), Cancellation);

    /// <summary>Sends anything.</summary>
    public Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, Address(path)) { Content = content };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, Cancellation);
    }

    /// <summary>A body of some type.</summary>
    public static ByteArrayContent Body(byte[] bytes, string? type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return content;
    }

    /// <summary>A path that is sent as it is.</summary>
    public static Uri Address(string path) => new(path, UriKind.RelativeOrAbsolute);

    private static string Report(int year, string own) => $"""
        清河县总工会{year}年工作总结
        {year}年，县总工会在县委和市总工会的领导下，围绕中心、服务职工，各项工作稳步推进。现将全年工作情况总结如下：
        一、主要做法
        （一）帮扶困难职工。{year}年元旦春节期间走访困难职工家庭128户，发放慰问金25.6万元，为36名患大病的职工办理了医疗互助金。
        （二）提升职工技能。{own}
        二、存在问题
        部分非公企业建会后活动开展得少，基层工会干部身兼数职，用在工会工作上的时间和精力不够。
        三、下步打算
        明年将把工会组织建到快递、外卖站点，年内新发展会员1500人，新建户外劳动者驿站12个。
        """;
}
