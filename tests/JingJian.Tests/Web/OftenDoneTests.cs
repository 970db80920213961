using System.Net.Http.Json;
using JingJian.Archive;
using JingJian.Archive.Upkeep;
using JingJian.Web;
using JingJian.Web.Access;
using Microsoft.AspNetCore.Builder;

namespace JingJian.Tests.Web;

/// <summary>What is done while somebody types stands in the log, and does not fill it.</summary>
public sealed class OftenDoneTests
{
    private static readonly Activity Check = new("张三", "draft.check", "", "10.0.0.1");

    [Fact]
    public void The_first_time_is_noted_at_once_and_then_a_count_every_few_minutes()
    {
        var clock = new Clock();
        var often = new OftenDone(clock);

        Assert.True(often.IsFirst(Check));
        for (int i = 0; i < 40; i++)
        {
            Assert.False(often.IsFirst(Check));
            clock.Pass(TimeSpan.FromSeconds(2));
            Assert.Empty(often.TakeDue());
        }

        clock.Pass(OftenDone.Span);
        Assert.Equal([Check with { Detail = "10.0.0.1 自上一条记录以来另有 40 次" }], often.TakeDue());
        Assert.False(often.IsFirst(Check));
        Assert.Empty(often.TakeDue());
        clock.Pass(OftenDone.Span);
        Assert.Equal(["10.0.0.1 自上一条记录以来另有 1 次"], often.TakeDue().Select(entry => entry.Detail));
    }

    [Fact]
    public void Who_has_not_done_it_for_a_while_is_noted_at_once_again()
    {
        var clock = new Clock();
        var often = new OftenDone(clock);
        Assert.True(often.IsFirst(Check));
        clock.Pass(OftenDone.Span);

        Assert.Empty(often.TakeDue());
        Assert.True(often.IsFirst(Check));
    }

    [Fact]
    public void Each_person_is_counted_alone()
    {
        var often = new OftenDone(new Clock());

        Assert.True(often.IsFirst(Check));
        Assert.True(often.IsFirst(Check with { Who = "李四" }));
        Assert.True(often.IsFirst(Check with { Detail = "10.0.0.2" }));
        Assert.False(often.IsFirst(Check with { Who = "李四" }));
        Assert.Equal(["李四"], often.TakeAll().Select(entry => entry.Who));
    }

    [Fact]
    public async Task A_service_that_is_stopped_has_every_check_of_a_draft_in_its_log()
    {
        using var folder = new ScratchFolder();
        await using (WebApplication app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false"]))
        {
            await app.StartAsync(TestSite.Cancellation);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            for (int i = 0; i < 7; i++)
            {
                (await client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/check"), new { text = "春节期间走访困难职工家庭128户。" }, TestSite.Cancellation)).EnsureSuccessStatusCode();
            }

            (await client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/audit"), new { text = "春节期间走访困难职工家庭128户。" }, TestSite.Cancellation)).EnsureSuccessStatusCode();
            await app.StopAsync(TestSite.Cancellation);
        }

        ActivityLog log = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System).Log;
        Assert.Equal(
            ["127.0.0.1 自上一条记录以来另有 6 次", "127.0.0.1", "127.0.0.1"],
            log.Entries(null, 10, null, "draft.check").Select(entry => entry.Detail));
    }

    /// <summary>A clock that is moved by hand.</summary>
    private sealed class Clock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}
