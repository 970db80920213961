using System.Text.Json;
using JingJian.Archive;
using JingJian.Archive.Stages;
using JingJian.Archive.Views;
using JingJian.Tests.Samples;

namespace JingJian.Tests.Archive;

/// <summary>The index follows the store in small steps, and no step can leave it wrong.</summary>
public sealed class IncrementalIndexTests : IAsyncDisposable
{
    private static readonly string[] Queries = ["工会", "慰问 困难职工", "+职工 -学校", "“困难职工”", "技能竞赛 OR 民主管理", "工* 帮扶"];

    private readonly ScratchFolder folder = new();
    private readonly List<ReportArchive> opened = [];

    /// <summary>A merge goes on beside whoever started it, and writes into the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(opened.Select(archive => archive.Merging));
        folder.Dispose();
    }

    [Fact]
    public void A_few_new_files_leave_the_large_segment_as_it_is()
    {
        File.WriteAllLines(folder.At("large.txt"), Enumerable.Range(0, 2500).Select(i => $"第{i}次组织困难职工慰问活动，发放慰问金{i % 97}万元，职工代表{i % 13}人参加了民主管理座谈。"));
        ReportArchive archive = Open("data");
        Ingest(archive, folder.At("large.txt"));
        string large = Assert.Single(Segments("data"));
        DateTime written = File.GetLastWriteTimeUtc(large);

        Ingest(archive, [.. Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal).Take(2)]);

        Assert.Equal(2, Segments("data").Length);
        Assert.Contains(large, Segments("data"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(large));
        string[] before = Answers(archive);
        archive.RebuildIndex();
        Assert.Single(Segments("data"));
        Assert.Equal(Answers(archive), before);
    }

    [Fact]
    public void What_was_found_before_is_shown_as_it_stands_after_more_came_in()
    {
        const string Text = "区总工会为困难职工建档立卡，送去慰问金和米面油，帮他们渡过难关，全年走访慰问三百余户，得到职工好评。";
        File.WriteAllText(folder.At("first.txt"), "第一篇工作总结\n" + Text);
        File.WriteAllText(folder.At("second.txt"), "第二篇工作总结\n" + Text);
        ReportArchive archive = Open("data");
        Ingest(archive, folder.At("first.txt"));
        HitView alone = Assert.Single(Hits(archive));

        Ingest(archive, folder.At("second.txt"));

        HitView one = Assert.Single(Hits(archive));
        Assert.Equal((1, null), (alone.Copies, alone.Family));
        Assert.Equal((2, alone.Text), (one.Copies, one.Text));
        Assert.NotNull(one.Family);

        static IReadOnlyList<HitView> Hits(ReportArchive archive) => archive.Search.Search(new SearchWish("“建档立卡”")).TryGet(out SearchView? found, out _) ? found.Hits : [];
    }

    [Fact]
    public void Small_segments_are_merged()
    {
        ReportArchive archive = Open("data");
        foreach (string file in Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal).Take(5))
        {
            Ingest(archive, file);
            Assert.Single(Segments("data"));
        }
    }

    [Fact]
    public async Task Large_segments_are_made_one_beside_readers_and_writers()
    {
        ReportArchive archive = Open("data");
        for (int file = 0; file < 5; file++)
        {
            Ingest(archive, Written(file));
            // The next file comes while the merge goes on.
            Assert.Equal(2100 * (file + 1), Count(archive, "慰问"));
        }

        await archive.Merging.WaitAsync(TestContext.Current.CancellationToken);
        Ingest(archive, Written(5));
        await archive.Merging.WaitAsync(TestContext.Current.CancellationToken);

        Assert.InRange(Segments("data").Length, 1, 2);
        Assert.All(Directory.GetFiles(folder.At("data", "merging")), file => Assert.EndsWith(".lock", file, StringComparison.Ordinal));
        string[] merged = Answers(archive);
        Assert.Equal(merged, Answers(Open("data")));
        archive.RebuildIndex();
        Assert.Equal(Answers(archive), merged);
    }

    [Fact]
    public async Task Writers_that_follow_one_another_without_a_pause_put_in_place_what_was_merged_beside_them()
    {
        ReportArchive archive = Open("data");
        var merging = new HoldsTheArchive(() => archive.Merging.IsCompleted || new MergeWorkshop(folder.At("data")).IsReady);
        int most = 0;
        for (int file = 0; file < 9; file++)
        {
            archive.Ingest([Written(file)], merging, TestContext.Current.CancellationToken);
            most = Math.Max(most, Segments("data").Length);
            Assert.Equal(2100 * (file + 1), Count(archive, "慰问"));
        }

        Assert.InRange(most, 2, 4);
        string[] answers = Answers(archive);
        await archive.Merging.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(answers, Answers(archive));
        archive.RebuildIndex();
        Assert.Equal(Answers(archive), answers);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("segment")]
    [InlineData("segment, note of a file that is not there")]
    [InlineData("damaged segment, note")]
    public void What_a_merge_that_was_cut_off_has_left_is_never_put_in_place(string left)
    {
        ReportArchive archive = Open("data");
        Ingest(archive, Written(0));
        var workshop = new MergeWorkshop(folder.At("data"));
        Directory.CreateDirectory(workshop.Folder);
        string segment = Assert.Single(Segments("data"));
        if (left.Contains("segment", StringComparison.Ordinal))
        {
            byte[] bytes = File.ReadAllBytes(segment);
            bytes[bytes.Length / 2] ^= (byte)(left.StartsWith("damaged", StringComparison.Ordinal) ? 4 : 0);
            File.WriteAllBytes(workshop.SegmentPath, bytes);
        }

        if (left.Contains("note", StringComparison.Ordinal))
        {
            IReadOnlyList<IndexedSegment> named = IndexManifest.Read(Assert.Single(Directory.GetFiles(folder.At("data", "index"), "*.manifest"))).Segments;
            workshop.Finish(left.Contains("not there", StringComparison.Ordinal) ? [.. named.Select(one => one with { File = "gone.segment" })] : named);
        }

        Ingest(archive, Written(1));

        Assert.Equal(4200, Count(archive, "慰问"));
        string[] answers = Answers(archive);
        archive.RebuildIndex();
        Assert.Equal(Answers(archive), answers);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("segment half written")]
    [InlineData("segment")]
    [InlineData("segment, columns")]
    [InlineData("segment, columns, manifest half written")]
    [InlineData("segment, columns, manifest")]
    [InlineData("segment, columns, manifest damaged")]
    public void Wherever_an_update_was_cut_off_the_archive_answers_like_one_that_was_not(string done)
    {
        string[] files = [.. Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal).Take(4)];
        ReportArchive archive = Open("data");
        Ingest(archive, files[..2]);
        CopyFolder(folder.At("data", "index"), folder.At("before"));
        Ingest(archive, files[2..]);
        string[] expected = Answers(archive);

        CopyFolder(folder.At("data", "index"), folder.At("after"));
        Directory.Delete(folder.At("data", "index"), recursive: true);
        CopyFolder(folder.At("before"), folder.At("data", "index"));
        foreach (string step in done.Split(", ").Where(step => step != "nothing"))
        {
            string kind = step.Split(' ')[0], from = Assert.Single(Directory.GetFiles(folder.At("after"), "*." + kind));
            byte[] bytes = File.ReadAllBytes(from);
            string to = folder.At("data", "index", Path.GetFileName(from));
            if (step.EndsWith("half written", StringComparison.Ordinal))
            {
                (to, bytes) = (to + ".building", bytes[..(bytes.Length / 2)]);
            }
            else if (step.EndsWith("damaged", StringComparison.Ordinal))
            {
                bytes[bytes.Length / 2] ^= 4;
            }

            File.WriteAllBytes(to, bytes);
        }

        Assert.Equal(expected, Answers(Open("data")));
        Assert.Empty(Directory.GetFiles(folder.At("data", "index"), "*.building"));
    }

    /// <summary>A file of more paragraphs than writers merge themselves.</summary>
    private string Written(int file)
    {
        string path = folder.At($"{file}.txt");
        File.WriteAllLines(path, Enumerable.Range(0, 2100).Select(i => $"{file}、第{i}次慰问困难职工，发放慰问金{i % 97}万元，第{file * i % 13}组职工代表参加民主管理座谈和技能竞赛。"));
        return path;
    }

    private static string[] Answers(ReportArchive archive) => [.. Queries.Select(query =>
    {
        Assert.True(archive.Search.Search(new SearchWish(query) { Explain = true, Top = 40 }).TryGet(out SearchView? view, out _));
        return JsonSerializer.Serialize(view);
    })];

    private static int Count(ReportArchive archive, string query) =>
        archive.Search.Search(new SearchWish(query)).TryGet(out SearchView? view, out _) ? view.Paragraphs : -1;

    private static void Ingest(ReportArchive archive, params string[] files) => archive.Ingest(files, null, CancellationToken.None);

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private ReportArchive Open(string data)
    {
        opened.Add(ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At(data) }, TimeProvider.System));
        return opened[^1];
    }

    private string[] Segments(string data) => Directory.GetFiles(folder.At(data, "index"), "*.segment");

    /// <summary>A writer that works when something is so; the archive is its own meanwhile.</summary>
    private sealed class HoldsTheArchive(Func<bool> isTime) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => Assert.True(SpinWait.SpinUntil(isTime, TimeSpan.FromMinutes(1)));
    }
}
