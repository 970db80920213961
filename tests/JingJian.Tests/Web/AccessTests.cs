using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;

namespace JingJian.Tests.Web;

/// <summary>Who is let in, and who may do what.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Password = "correct-horse-9";

    /// <summary>What needs more than reading, by the roles that may do it.</summary>
    private static readonly Dictionary<string, string[]> Restricted = new()
    {
        ["CheckDraft"] = ["drafter", "auditor", "editor"],
        ["AuditDraft"] = ["drafter", "auditor", "editor"],
        ["ExportDraft"] = ["drafter", "auditor", "editor"],
        ["ExportDraftCheck"] = ["drafter", "auditor", "editor"],
        ["CheckOutline"] = ["drafter", "auditor", "editor"],
        ["Audit"] = ["auditor"],
        ["ExportAudit"] = ["auditor"],
        ["GetOverview"] = ["auditor"],
        ["ExportOverview"] = ["auditor"],
        ["ListFindings"] = ["auditor"],
        ["JudgeFindings"] = ["auditor"],
        ["SetMark"] = ["auditor"],
        ["AddExclusion"] = ["auditor"],
        ["RemoveExclusion"] = ["auditor"],
        ["ListLog"] = ["auditor"],
        ["VerifyLog"] = ["auditor"],
        ["HoldSource"] = ["auditor", "editor"],
        ["ReleaseSource"] = ["auditor", "editor"],
        ["AddSources"] = ["editor"],
        ["AnnounceUpload"] = ["editor"],
        ["ListUploads"] = ["editor"],
        ["GetUpload"] = ["editor"],
        ["SendPiece"] = ["editor"],
        ["DropUpload"] = ["editor"],
        ["AddJob"] = ["editor"],
        ["ListJobs"] = ["editor"],
        ["GetJob"] = ["editor"],
        ["FollowJob"] = ["editor"],
        ["CancelJob"] = ["editor"],
        ["ResumeJob"] = ["editor"],
        ["RemoveSource"] = ["editor"],
        ["RemoveSamples"] = ["editor"],
        ["SetCorrection"] = ["editor"],
        ["RemoveCorrection"] = ["editor"],
        ["ExportCorrections"] = ["editor"],
        ["AddSynonym"] = ["editor"],
        ["RemoveSynonym"] = ["editor"],
        ["AddWord"] = ["editor"],
        ["RemoveWord"] = ["editor"],
        ["MoveSources"] = ["editor"],
        ["AddCollection"] = [],
        ["RenameCollection"] = [],
        ["RemoveCollection"] = [],
        ["ListSettings"] = [],
        ["Checkup"] = [],
        ["ListAccounts"] = [],
        ["AddAccount"] = [],
        ["ChangeAccount"] = [],
        ["RemoveAccount"] = [],
        ["ListKeys"] = [],
        ["AddKey"] = [],
        ["RemoveKey"] = [],
    };

    private readonly ScratchFolder folder = new();
    private WebApplication app = null!;
    private HttpClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        app = await Start();
        admin = Client(app);
        (await admin.PostAsync(Path("setup"), Form(("word", Word()), ("name", "张主任"), ("password", Password)), TestSite.Cancellation)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_operation_is_open_to_the_roles_that_may_and_to_nobody_else()
    {
        (string Name, HttpMethod Method, string Path)[] operations = await Operations();
        Assert.Empty(Restricted.Keys.Except(operations.Select(operation => operation.Name)));
        foreach (string role in (string[])["reader", "drafter", "auditor", "editor"])
        {
            using HttpClient client = await WithKey(role);
            foreach ((string name, HttpMethod method, string path) in operations)
            {
                bool may = method == HttpMethod.Get ? !Restricted.TryGetValue(name, out string[]? roles) || roles.Contains(role)
                    : Restricted.TryGetValue(name, out roles) ? roles.Contains(role) : name is "SearchByBody" or "SaveSearch" or "SavedSearchSeen" or "RemoveSavedSearch" or "CloseSession";
                HttpStatusCode status = (await client.SendAsync(new HttpRequestMessage(method, path), TestSite.Cancellation)).StatusCode;
                Assert.True(may == (status != HttpStatusCode.Forbidden) && status != HttpStatusCode.Unauthorized, $"{role} {name}: {status}");
            }
        }
    }

    [Theory]
    [InlineData("exemplars?function=plan")]
    [InlineData("cards?top=1")]
    [InlineData("outlines?exemplars=1")]
    public async Task What_belongs_to_persons_is_shown_to_the_roles_that_may_see_it(string what)
    {
        foreach ((string role, bool may) in ((string, bool)[])[("reader", false), ("drafter", false), ("auditor", true), ("editor", true), ("admin", true)])
        {
            using HttpClient client = await WithKey(role);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Path("api/v1/" + what), TestSite.Cancellation)).StatusCode);
            using HttpResponseMessage asked = await client.GetAsync(Path($"api/v1/{what}&showPersons=true"), TestSite.Cancellation);
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, asked.StatusCode);
            Assert.Equal(may, (await Get(client, "api/v1/session")).GetProperty("may").EnumerateArray().Any(one => one.GetString() == "persons"));
            if (!may)
            {
                Assert.Equal("exemplars.persons-hidden", (await asked.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation)).GetProperty("code").GetString());
            }
        }
    }

    [Fact]
    public async Task A_service_may_be_started_so_that_every_reader_sees_persons()
    {
        using HttpClient reader = await WithKey("reader");
        await app.DisposeAsync();
        app = await Start("--show-persons", "true");
        using HttpClient again = Client(app);
        again.DefaultRequestHeaders.Authorization = reader.DefaultRequestHeaders.Authorization;

        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync(Path("api/v1/exemplars?function=plan&showPersons=true"), TestSite.Cancellation)).StatusCode);
        Assert.Contains((await Get(again, "api/v1/session")).GetProperty("may").EnumerateArray(), one => one.GetString() == "persons");
    }

    [Fact]
    public async Task A_stranger_gets_the_form_and_nothing_else()
    {
        using HttpClient stranger = Client(app);
        foreach ((string name, HttpMethod method, string path) in await Operations())
        {
            using HttpResponseMessage answer = await stranger.SendAsync(new HttpRequestMessage(method, path), TestSite.Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, name);
        }

        Assert.Contains("登录", await stranger.GetStringAsync(Path(""), TestSite.Cancellation), StringComparison.Ordinal);
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "jj_0000");
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(Path("api/v1/stats"), TestSite.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_link_for_the_first_account_works_once()
    {
        using HttpClient second = Client(app);

        Assert.Equal(HttpStatusCode.Forbidden, (await second.GetAsync(Path("setup?word=" + new string('0', 32)), TestSite.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await second.PostAsync(Path("setup"), Form(("word", ""), ("name", "李四"), ("password", Password)), TestSite.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync(Path("api/v1/session"), TestSite.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_with_the_state_of_its_account()
    {
        JsonElement account = await Created("api/v1/accounts", new { name = "李四", role = "auditor", password = Password });
        using HttpClient person = await SignedIn("李四", Password);
        Assert.Equal("auditor", (await Get(person, "api/v1/session")).GetProperty("role").GetString());

        await Change(account, new { role = "reader" });
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.GetAsync(Path("api/v1/session"), TestSite.Cancellation)).StatusCode);

        using HttpClient again = await SignedIn("李四", Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await again.GetAsync(Path("api/v1/overview"), TestSite.Cancellation)).StatusCode);
        await Change(account, new { disabled = true });
        Assert.Equal(HttpStatusCode.Forbidden, await TrySignIn("李四", Password));
    }

    [Fact]
    public async Task Wrong_passwords_are_noted_and_answered_with_a_wait()
    {
        for (int attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await TrySignIn("张主任", "wrong"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await TrySignIn("张主任", Password));
        Assert.Equal(5, (await Get(admin, "api/v1/log?action=session.refused")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task There_is_always_somebody_who_administers()
    {
        JsonElement accounts = await Get(admin, "api/v1/accounts");
        long own = accounts.GetProperty("items")[0].GetProperty("id").GetInt64();

        Assert.Equal(HttpStatusCode.Conflict, (await Send(HttpMethod.Delete, $"api/v1/accounts/{own}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(HttpMethod.Patch, $"api/v1/accounts/{own}", new { disabled = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(HttpMethod.Patch, $"api/v1/accounts/{own}", new { role = "reader" })).StatusCode);
    }

    [Fact]
    public async Task A_session_is_of_no_use_to_another_page()
    {
        string[] foreign = ["http://evil.example", "null"];
        foreach (string origin in foreign)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Post, "api/v1/keys", new { name = "x", role = "admin" }, origin)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Post, "api/v1/keys", new { name = "x", role = "admin" }, origin: null)).StatusCode);
        Assert.Equal(0, (await Get(admin, "api/v1/keys")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_people_do_is_in_the_log_with_their_names()
    {
        using HttpClient reader = await WithKey("reader");
        (await reader.GetAsync(Path($"api/v1/search?q={Uri.EscapeDataString("困难职工")}"), TestSite.Cancellation)).EnsureSuccessStatusCode();
        await reader.GetAsync(Path("api/v1/search?q=%22"), TestSite.Cancellation);

        JsonElement entry = default;
        for (int wait = 0; wait < 100 && entry.ValueKind == JsonValueKind.Undefined; wait++)
        {
            await Task.Delay(50, TestSite.Cancellation);
            entry = (await Get(admin, "api/v1/log?action=search")).GetProperty("items").EnumerateArray().FirstOrDefault();
        }

        Assert.Equal(("密钥 reader", "困难职工", "检索"), (entry.GetProperty("who").GetString(), entry.GetProperty("target").GetString(), entry.GetProperty("label").GetString()));
        Assert.Equal(1, (await Get(admin, "api/v1/log?action=search")).GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await Get(admin, "api/v1/log/verify")).GetProperty("brokenAt").ValueKind);
    }

    [Fact]
    public async Task Names_that_are_markup_stay_text()
    {
        using HttpClient stranger = Client(app);
        using HttpResponseMessage answer = await stranger.PostAsync(Path("sign-in"), Form(("name", "<script>alert(1)</script>"), ("password", "x")), TestSite.Cancellation);

        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestSite.Cancellation), StringComparison.Ordinal);
        Assert.Contains("姓名或密码不对", await answer.Content.ReadAsStringAsync(TestSite.Cancellation), StringComparison.Ordinal);
    }

    private async Task<WebApplication> Start(params string[] further)
    {
        WebApplication started = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false", "--sign-in", "true", "--rate", "0", .. further]);
        await started.StartAsync(TestSite.Cancellation);
        return started;
    }

    private string Word() => ((JingJian.Web.Access.Gate)app.Services.GetService(typeof(JingJian.Web.Access.Gate))!).SetupWord!;

    private static HttpClient Client(WebApplication app)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Origin", app.Urls.Single());
        return client;
    }

    private async Task<HttpClient> WithKey(string role)
    {
        JsonElement key = await Created("api/v1/keys", new { name = role, role });
        HttpClient client = Client(app);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.GetProperty("secret").GetString());
        return client;
    }

    private async Task<HttpClient> SignedIn(string name, string password)
    {
        HttpClient client = Client(app);
        (await client.PostAsync(Path("sign-in"), Form(("name", name), ("password", password)), TestSite.Cancellation)).EnsureSuccessStatusCode();
        return client;
    }

    private async Task<HttpStatusCode> TrySignIn(string name, string password)
    {
        using HttpClient client = Client(app);
        return (await client.PostAsync(Path("sign-in"), Form(("name", name), ("password", password)), TestSite.Cancellation)).StatusCode;
    }

    private async Task<JsonElement> Created(string path, object body)
    {
        using HttpResponseMessage answer = await Send(HttpMethod.Post, path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
    }

    private async Task Change(JsonElement account, object body) =>
        (await Send(HttpMethod.Patch, $"api/v1/accounts/{account.GetProperty("id").GetInt64()}", body)).EnsureSuccessStatusCode();

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null) => Send(method, path, body, app.Urls.Single());

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body, string? origin)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        admin.DefaultRequestHeaders.Remove("Origin");
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        HttpResponseMessage answer = await admin.SendAsync(request, TestSite.Cancellation);
        admin.DefaultRequestHeaders.Add("Origin", app.Urls.Single());
        return answer;
    }

    private static Task<JsonElement> Get(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(Path(path), TestSite.Cancellation);

    private async Task<(string Name, HttpMethod Method, string Path)[]> Operations()
    {
        JsonElement document = await Get(admin, "openapi/v1.json");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               where path.Name.StartsWith("/api/", StringComparison.Ordinal)
               from operation in path.Value.EnumerateObject()
               let address = path.Name.TrimStart('/').Replace("{id}", "1", StringComparison.Ordinal)
               select (operation.Value.GetProperty("operationId").GetString()!, HttpMethod.Parse(operation.Name.ToUpperInvariant()), address)
        ];
    }

    private static Uri Path(string path) => TestSite.Address(path);

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
