using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JingJian.Archive;
using JingJian.Tests.Cli;

namespace JingJian.Tests.Web;

/// <summary>What has come in and is not yet compared with the rest is there, and who wants its audit is told so.</summary>
public sealed class UncomparedTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Who_audits_a_file_that_is_not_yet_compared_is_told_to_wait()
    {
        await site.Upload(TestSite.Reports[0]);
        using var folder = new ScratchFolder();
        await File.WriteAllTextAsync(folder.At(TestSite.Reports[1].Name), TestSite.Reports[1].Text, TestSite.Cancellation);
        ReportArchive other = ReportArchive.Open(new ArchiveOptions { DataFolder = site.DataFolder }, TimeProvider.System);
        HttpResponseMessage? refused = null;
        Finished? told = null;

        other.Ingest([folder.At(TestSite.Reports[1].Name)], new BeforeComparing(async () =>
        {
            string source = other.Catalogue.FindSources(TestSite.Reports[1].Name)[0].Id;
            refused = await site.Send(HttpMethod.Get, "api/v1/audit/" + source);
            told = CommandLine.On(site.DataFolder, "audit", TestSite.Reports[1].Name);
        }), TestSite.Cancellation);

        JsonElement problem = await refused!.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal((HttpStatusCode.Conflict, "report.not-compared"), (refused.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("还没有与其他报告比对", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("“清河2022.txt”已入库，但还没有与其他报告比对", told!.Refuses(1), StringComparison.Ordinal);
        Assert.Contains("原创度", CommandLine.On(site.DataFolder, "audit", TestSite.Reports[1].Name).Ends(0).Output, StringComparison.Ordinal);
    }

    /// <summary>Does something when all files are stored and nothing is compared yet; the ingest waits for it.</summary>
    private sealed class BeforeComparing(Func<Task> act) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.Stage == "比对重复")
            {
                act().GetAwaiter().GetResult();
            }
        }
    }
}
