using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JingJian.Ingest;

namespace JingJian.Tests.Web;

/// <summary>What may be uploaded, and what hostile names and contents do.</summary>
public sealed class UploadTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task One_bad_file_does_not_keep_the_others_out()
    {
        HttpResponseMessage response = await site.Upload(("空.txt", ""), ("好.txt", TestSite.Reports[0].Text + "\n另附一句。"));
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("ingest.empty", answer.GetProperty("files")[0].GetProperty("code").GetString());
        Assert.Equal("stored", answer.GetProperty("files")[1].GetProperty("outcome").GetString());
        Assert.NotNull(await site.Client.GetStringAsync(response.Headers.Location, TestSite.Cancellation));
    }

    [Fact]
    public async Task An_upload_of_nothing_but_bad_files_says_what_is_wrong_with_each()
    {
        HttpResponseMessage response = await site.Upload(("空.txt", []), ("程序.txt", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 3]));
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("ingest.all-refused", problem.GetProperty("code").GetString());
        Assert.All(problem.GetProperty("files").EnumerateArray(), file => Assert.NotEmpty(file.GetProperty("reason").GetString()!));
    }

    [Theory]
    [InlineData("../../../etc/passwd", "etc/passwd")]
    [InlineData("..\\..\\C:\\Windows\\总结.txt", "Windows/总结.txt")]
    [InlineData("2021/总结.txt", "2021/总结.txt")]
    [InlineData("a\r\nX-Evil: 1\0.txt", "aX-Evil: 1.txt")]
    [InlineData("总结\u202Etxt.exe", "总结txt.exe")]
    [InlineData("/", "未命名文件")]
    [InlineData("", "未命名文件")]
    public void A_hostile_name_is_made_harmless(string sent, string kept) => Assert.Equal(kept, FileNames.Clean(sent));

    [Fact]
    public void A_very_long_name_keeps_its_end_and_no_half_character()
    {
        string name = FileNames.Clean(string.Concat(Enumerable.Repeat("𠮷", 500)) + ".txt");

        Assert.InRange(name.Length, FileNames.Longest - 1, FileNames.Longest);
        Assert.EndsWith("𠮷.txt", name, StringComparison.Ordinal);
        Assert.False(char.IsLowSurrogate(name[1]));
    }

    [Fact]
    public async Task A_hostile_name_writes_nothing_outside_the_data_folder_and_leaves_nothing_in_it()
    {
        string escaped = Path.GetFullPath(Path.Combine(site.DataFolder, "..", "escaped.txt"));

        (await site.Upload(("../../escaped.txt", TestSite.Reports[0].Text), ("../escaped.txt", TestSite.Reports[1].Text))).EnsureSuccessStatusCode();

        Assert.False(File.Exists(escaped));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataFolder, "uploads")));
    }

    [Fact]
    public async Task Too_many_files_at_once_are_refused()
    {
        HttpResponseMessage response = await site.Upload([.. Enumerable.Range(0, 201).Select(i => ($"{i}.txt", $"第{i}篇"))]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("request.too-many-files", await response.Content.ReadAsStringAsync(TestSite.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_at_the_same_time_are_all_taken_in()
    {
        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(i =>
            site.Upload(($"同时{i}.txt", $"青山镇{2015 + i}年工作总结\n第{i}项工作：组织志愿者清理河道{i + 3}公里，栽下柳树{(i + 1) * 120}棵。"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.Equal("ready", (await site.Get("health/ready")).GetProperty("status").GetString());
    }
}
