using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JingJian.Archive;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;

namespace JingJian.Tests.Web;

/// <summary>Whoever was granted one collection learns nothing of another, whatever they ask: requests for every operation of the OpenAPI document.</summary>
public sealed partial class CollectionAccessTests : IAsyncLifetime
{
    private const string Title = "龘靐县总工会2021年工作总结", Person = "麤骉骏", FileName = "龘靐绝密.txt", Mechanism = "“齉龖三查四看”工作法";

    /// <summary>Stands in both collections.</summary>
    private const string Shared = "元旦春节期间走访困难职工家庭一百二十八户，发放慰问金二十五万六千元，为三十六名患大病的职工办理了医疗互助金，做到应帮尽帮、不落一户。";

    private static readonly string[] Secrets = ["龘", "靐", "麤骉", "齉", "龖", "犇猋"];

    private readonly ScratchFolder folder = new();
    private readonly List<string> secretIds = [];
    private WebApplication app = null!;
    private HttpClient admin = null!;
    private string openSource = "", openReport = "", openParagraph = "";

    private static string Secret { get; } = $"""
        {Title}
        一、主要做法
        {Shared}
        由{Person}同志牵头，总结推广{Mechanism}，全年排查隐患犇猋三百一十七处，整改完成三百一十五处，办结率达到百分之九十九。
        二、存在问题
        齉龖乡的基层工会干部身兼数职，用在工会工作上的时间和精力不够，职工之家的活动开展得少，联系电话13812345678长期无人接听。
        """;

    public async ValueTask InitializeAsync()
    {
        app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false", "--sign-in", "true", "--rate", "0"]);
        await app.StartAsync(TestSite.Cancellation);
        admin = Client();
        string word = ((JingJian.Web.Access.Gate)app.Services.GetService(typeof(JingJian.Web.Access.Gate))!).SetupWord!;
        (await admin.PostAsync(TestSite.Address("setup"), new FormUrlEncodedContent(new Dictionary<string, string> { ["word"] = word, ["name"] = "张主任", ["password"] = "correct-horse-9" }), TestSite.Cancellation)).EnsureSuccessStatusCode();
        await Fill();
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("drafter")]
    [InlineData("auditor")]
    public async Task No_operation_tells_anything_of_a_collection_that_was_not_granted(string role)
    {
        using HttpClient client = await WithKey(role);
        JsonElement document = await Get(admin, "openapi/v1.json");
        int asked = 0;
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                foreach ((Func<string, HttpRequestMessage> request, string value) in Requests(document, path.Name, operation))
                {
                    asked++;
                    string twin = Twin(value);
                    (HttpStatusCode status, string body) = await Send(client, request(value));
                    (HttpStatusCode other, string expected) = await Send(client, request(twin));
                    string what = $"{role} {operation.Value.GetProperty("operationId").GetString()} {value}";
                    Assert.True(status == other, $"{what}: {status}, for what is not there {other}");
                    Assert.True(Hash().Replace(expected, "#") == AsTwin(body, value), $"{what}: {Difference(AsTwin(body, value), Hash().Replace(expected, "#"))}");
                    Assert.All(Secrets.Concat(secretIds), secret => Assert.False(expected.Contains(secret, StringComparison.Ordinal), $"{what}: {secret} in {expected}"));
                }
            }
        }

        Assert.True(asked > 500);
    }

    [Fact]
    public async Task Copies_in_another_collection_are_not_counted()
    {
        using HttpClient reader = await WithKey("reader");
        string search = $"api/v1/search?q={Uri.EscapeDataString("走访困难职工家庭")}";

        JsonElement all = (await Get(admin, search)).GetProperty("hits")[0], seen = (await Get(reader, search)).GetProperty("hits")[0];

        Assert.Equal((2, 1), (all.GetProperty("copies").GetInt32(), seen.GetProperty("copies").GetInt32()));
        Assert.Equal((2, 1), (await Total(admin, "sources"), await Total(reader, "sources")));
        Assert.Equal((1, 0), (await Total(admin, "families"), await Total(reader, "families")));
        Assert.Equal(1, await Total(reader, "collections"));
        Assert.Equal([1L], (await Get(reader, "api/v1/session")).GetProperty("collections").EnumerateArray().Select(number => number.GetInt64()));
    }

    [Fact]
    public async Task A_grant_can_be_changed_and_holds_from_the_next_request_on()
    {
        JsonElement account = await Created("api/v1/accounts", new { name = "李四", role = "reader", password = "correct-horse-8", collections = new[] { 1 } });
        string address = $"api/v1/accounts/{account.GetProperty("id").GetInt64()}";
        Assert.Equal(1, await SourcesSeenBy("李四"));

        (await admin.PatchAsJsonAsync(TestSite.Address(address), new { everything = true }, TestSite.Cancellation)).EnsureSuccessStatusCode();
        Assert.Equal(2, await SourcesSeenBy("李四"));
        (await admin.PatchAsJsonAsync(TestSite.Address(address), new { collections = Array.Empty<int>() }, TestSite.Cancellation)).EnsureSuccessStatusCode();
        Assert.Equal(0, await SourcesSeenBy("李四"));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PatchAsJsonAsync(TestSite.Address(address), new { collections = new[] { 77 } }, TestSite.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PatchAsJsonAsync(TestSite.Address(address), new { role = "editor", collections = new[] { 1 } }, TestSite.Cancellation)).StatusCode);
    }

    /// <summary>Every parameter and every field of a body, each with everything that is only in the other collection.</summary>
    private IEnumerable<(Func<string, HttpRequestMessage> Request, string Value)> Requests(JsonElement document, string path, JsonProperty operation)
    {
        string[] parameters = operation.Value.TryGetProperty("parameters", out JsonElement listed)
            ? [.. listed.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!)]
            : [];
        string[] fields = operation.Value.TryGetProperty("requestBody", out JsonElement body)
            && body.GetProperty("content").TryGetProperty("application/json", out JsonElement json) && json.GetProperty("schema").TryGetProperty("$ref", out JsonElement reference)
            ? [.. document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]).GetProperty("properties").EnumerateObject().Select(one => one.Name)]
            : [];
        string[] places = path.Contains("{id}", StringComparison.Ordinal) ? ["{id}", .. parameters, .. fields] : [.. parameters, .. fields, ""];
        foreach (string place in places)
        {
            foreach (string value in place.Length == 0 ? ["没有"] : secretIds.Concat([Title, Person, Mechanism, "齉龖", "龘靐县总工会"]))
            {
                yield return (given => Request(path, operation, parameters, fields, place, given), value);
            }
        }
    }

    private HttpRequestMessage Request(string path, JsonProperty operation, string[] parameters, string[] fields, string place, string value)
    {
        string Value(string name) => name == place ? value : name switch
        {
            "q" => "工会", "function" => "practice", "report" => openReport, "reason" or "note" => "理由", "target" or "a" => openSource, "kind" => "own", "text" => Shared,
            "name" => "草稿", "format" => "html", _ => "",
        };
        IEnumerable<string> query = parameters.Where(name => Value(name).Length > 0).Select(name => $"{name}={Uri.EscapeDataString(Value(name))}");
        string id = place == "{id}" ? value : path.Contains("/sources/", StringComparison.Ordinal) ? openSource : path.Contains("/paragraphs/", StringComparison.Ordinal) ? openParagraph : openReport;
        string url = path.TrimStart('/').Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal) + '?' + string.Join('&', query);
        HttpMethod method = HttpMethod.Parse(operation.Name.ToUpperInvariant());
        // What changes the open collection would change the answers that follow.
        bool changes = method != HttpMethod.Get && place is not ("{id}" or "target" or "a" or "b") && !path.Contains("drafts", StringComparison.Ordinal) && !path.Contains("check", StringComparison.Ordinal) && path != "/api/v1/search";
        var request = new HttpRequestMessage(changes ? HttpMethod.Get : method, TestSite.Address(url));
        if (request.Method != HttpMethod.Get && fields.Length > 0)
        {
            request.Content = JsonContent.Create(fields.Where(name => Value(name).Length > 0 && !(name == "b" && place == "a")).ToDictionary(name => name, Value));
        }

        return request;
    }

    private static string Difference(string one, string other)
    {
        int at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{one[Math.Max(0, at - 80)..Math.Min(one.Length, at + 80)]}…\nfor what is not there …{other[Math.Max(0, at - 80)..Math.Min(other.Length, at + 80)]}…";
    }

    /// <summary>An answer in which a value is quoted, whole or in pieces, as it would quote the twin.</summary>
    private static string AsTwin(string answer, string value)
    {
        string hash = value.Split('-')[0];
        if (value.All(char.IsAscii))
        {
            answer = answer.Replace(hash, Twin(hash), StringComparison.Ordinal);
        }

        // A draft is named by the hash of its text, which is another one.
        return string.Concat(Hash().Replace(answer, "#").Select(letter => char.IsAscii(letter) ? letter : Twin(letter.ToString())[0]));
    }

    [GeneratedRegex("(?<![0-9a-f])([0-9a-f]{64}|[0-9a-f]{12}(?=-[rb]))|\"R[0-9a-f]{16}\"")]
    private static partial Regex Hash();

    /// <summary>Something like it that is nowhere: other letters that are as rare, and the same digits, which may stand elsewhere.</summary>
    private static string Twin(string value) => value.Contains('-', StringComparison.Ordinal) ? Twin(value.Split('-')[0]) + value[value.IndexOf('-', StringComparison.Ordinal)..] : string.Concat(value.Select(letter => letter switch
    {
        '龘' => '爨', '靐' => '罍', '麤' => '黥', '骉' => '鬯', '齉' => '饕', '龖' => '鬣',
        >= 'a' and <= 'e' when value.All(char.IsAscii) => (char)(letter + 1),
        'f' when value.All(char.IsAscii) => 'a',
        _ => letter,
    }));

    private async Task Fill()
    {
        JsonElement closed = await Created("api/v1/collections", new { name = "龘靐涉密" });
        string open = $"清河县总工会2022年工作总结\n一、主要做法\n{Shared}\n由劳模带头成立技术服务队，走进四十一家小微企业解决设备难题五十七个，替企业省下维修费九十多万元。\n二、存在问题\n部分非公企业建会后活动开展得少，工会干部培训还不够系统，新就业形态劳动者入会比例偏低。\n";
        openSource = await Upload("清河2022.txt", open, "1");
        string secret = await Upload(FileName, Secret, "龘靐涉密");
        openReport = openSource + "-r1";
        string secretReport = secret + "-r1";
        JsonElement[] blocks = [.. (await Get(admin, $"api/v1/reports/{secretReport}")).GetProperty("blocks").EnumerateArray()];
        string paragraph = blocks.First(block => block.GetProperty("text").GetString()!.Contains(Person, StringComparison.Ordinal)).GetProperty("id").GetString()!;
        openParagraph = (await Get(admin, $"api/v1/reports/{openReport}")).GetProperty("blocks").EnumerateArray().First(block => block.GetProperty("kind").GetString() == "paragraph").GetProperty("id").GetString()!;
        string family = (await Get(admin, "api/v1/families")).GetProperty("items")[0].GetProperty("id").GetString()!;
        await Put($"api/v1/marks", new { target = secret, kind = "own", reason = "龘靐" });
        JsonElement exclusion = await Created("api/v1/exclusions", new { a = secret, b = openSource, reason = "龘靐" });
        await Put($"api/v1/sources/{secret}/hold?reason={Uri.EscapeDataString("龘靐")}", null);
        await Put($"api/v1/paragraphs/{paragraph}/correction", new { function = "result", note = "龘靐" });
        JsonElement saved = await Created("api/v1/saved-searches", new { name = "龘靐检索", q = "龘靐" });
        secretIds.AddRange([secret, secretReport, paragraph, family, FileName, "龘靐涉密", "龘靐检索"]);
        Assert.Equal(2, closed.GetProperty("id").GetInt64());
        Assert.True(exclusion.GetProperty("id").GetInt64() > 0 && saved.GetProperty("id").GetInt64() > 0);
    }

    private async Task<string> Upload(string name, string text, string collection)
    {
        using var form = new MultipartFormDataContent("form-boundary");
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        form.Add(part);
        using HttpResponseMessage answer = await admin.PostAsync(TestSite.Address($"api/v1/sources?collection={Uri.EscapeDataString(collection)}"), form, TestSite.Cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation)).GetProperty("files")[0].GetProperty("source").GetString()!;
    }

    private async Task<int> SourcesSeenBy(string name)
    {
        using HttpClient person = Client();
        (await person.PostAsync(TestSite.Address("sign-in"), new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = name, ["password"] = "correct-horse-8" }), TestSite.Cancellation)).EnsureSuccessStatusCode();
        return await Total(person, "sources");
    }

    private async Task<HttpClient> WithKey(string role)
    {
        JsonElement key = await Created("api/v1/keys", new { name = role, role, collections = new[] { CollectionDesk.Default } });
        HttpClient client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.GetProperty("secret").GetString());
        return client;
    }

    private HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Origin", app.Urls.Single());
        return client;
    }

    private static async Task<(HttpStatusCode Status, string Body)> Send(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using HttpResponseMessage answer = await client.SendAsync(request, TestSite.Cancellation);
            Assert.True((int)answer.StatusCode < 500, request.RequestUri!.ToString());
            byte[] bytes = await answer.Content.ReadAsByteArrayAsync(TestSite.Cancellation);
            return (answer.StatusCode, bytes is [(byte)'P', (byte)'K', ..] ? TextOf(bytes) : Uri.UnescapeDataString(Encoding.UTF8.GetString(bytes)));
        }
    }

    /// <summary>The parts of a Word document.</summary>
    private static string TextOf(byte[] document)
    {
        using var archive = new ZipArchive(new MemoryStream(document));
        return string.Concat(archive.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }));
    }

    private async Task<JsonElement> Created(string path, object body)
    {
        using HttpResponseMessage answer = await admin.PostAsJsonAsync(TestSite.Address(path), body, TestSite.Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestSite.Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
    }

    private async Task Put(string path, object? body) =>
        (await admin.PutAsync(TestSite.Address(path), body is null ? null : JsonContent.Create(body), TestSite.Cancellation)).EnsureSuccessStatusCode();

    private static async Task<int> Total(HttpClient client, string list) => (await Get(client, "api/v1/" + list)).GetProperty("total").GetInt32();

    private static Task<JsonElement> Get(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(TestSite.Address(path), TestSite.Cancellation);
}
