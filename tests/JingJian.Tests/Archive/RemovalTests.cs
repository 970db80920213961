using System.Text;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Tests.Samples;
using static JingJian.Tests.Outcome;

namespace JingJian.Tests.Archive;

/// <summary>What is removed is gone, what is held stays, and the log says who wanted it.</summary>
public sealed class RemovalTests : IDisposable
{
    private const string Gone = "1-农机修理记.txt", Audited = "0-工会工作总结汇编（六篇）.txt", Person = "王工";
    private const string Secret = "老魏把拖拉机的变速箱拆开一件一件摆在油布上，讲到第三个齿轮时大家才听出毛病在哪里，这一课比书本管用。";

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_archive_from_which_a_source_was_removed_answers_like_one_that_never_had_it()
    {
        string[] files = Texts();
        Ingest("never", files.Where(file => Path.GetFileName(file) != Gone));
        ReportArchive archive = Ingest("removed", files);

        RemovalView removed = Accepted(archive.Removals.Remove(Gone, "误入库", Person));

        Assert.Equal(Gone, removed.Name);
        Assert.Equal(Printed.By(folder.At("never"), Audited), Printed.By(folder.At("removed"), Audited));
    }

    [Fact]
    public void A_removed_source_that_comes_in_again_is_there_as_before_for_a_process_that_was_open_all_the_time()
    {
        string[] files = Texts();
        ReportArchive archive = Ingest("data", files), bystander = Open("data");
        string[] before = [.. Hits(bystander)];
        Assert.Empty(bystander.Drafts.Check("草稿", "白石镇的河堤今年春天又加高了两尺。").Reused);

        Accepted(archive.Removals.Remove(Gone, "误入库", Person));
        Ingest("data", files);

        Assert.Equal(before, Hits(bystander));
        Assert.NotEmpty(bystander.Drafts.Check("草稿", Secret).Reused);
    }

    [Fact]
    public void No_file_of_the_data_folder_holds_a_sentence_of_a_removed_source()
    {
        ReportArchive archive = Ingest("data", Texts());
        Assert.NotEmpty(FilesWith(Secret));
        BlockView block = archive.Catalogue.Blocks(archive.Catalogue.Reports(archive.Catalogue.FindSources(Gone)[0].Id)[0].Id).First(block => block.Text.Contains("变速箱", StringComparison.Ordinal));
        Accepted(archive.Functions.Correct(block.Id, "practice", null, "", null));
        Accepted(archive.Judgements.Mark(Gone, "own", ""));

        Accepted(archive.Removals.Remove(Gone, "误入库", Person));

        Assert.Empty(FilesWith(Secret));
        Assert.Empty(archive.Judgements.Marks());
    }

    [Fact]
    public void A_source_that_is_held_stays_until_it_is_released()
    {
        ReportArchive archive = Ingest("data", Texts());
        Accepted(archive.Removals.Hold(Gone, "配合调查", Person));

        Assert.Equal("removal.held", Refused(archive.Removals.Remove(Gone, "误入库", Person)).Code);
        Assert.NotEmpty(archive.Catalogue.FindSources(Gone));

        Assert.True(Accepted(archive.Removals.Release(Gone, Person)));
        Accepted(archive.Removals.Remove(Gone, "误入库", Person));
        Assert.Empty(archive.Catalogue.FindSources(Gone));
        Assert.Equal(["source.remove", "source.release", "source.hold"], archive.Log.Entries(null, 10).Select(entry => entry.Action));
        Assert.All(archive.Log.Entries(null, 10), entry => Assert.Equal(Person, entry.Who));
    }

    [Theory]
    [InlineData(Gone, "", "removal.reason")]
    [InlineData(Gone, "  ", "removal.reason")]
    [InlineData("没有这个.txt", "误入库", "source.not-found")]
    public void Without_a_reason_or_a_source_nothing_is_removed(string source, string reason, string code)
    {
        ReportArchive archive = Ingest("data", Texts());

        Assert.Equal(code, Refused(archive.Removals.Remove(source, reason, Person)).Code);
        Assert.Empty(archive.Log.Entries(null, 10));
    }

    private static IEnumerable<string> Hits(ReportArchive archive) =>
        Accepted(archive.Search.Search(new SearchWish("拖拉机 OR 慰问"))).Hits.Select(hit => $"{hit.Paragraph} {hit.Score} {hit.Text}");

    /// <summary>A sample, and a file that no other shares a sentence with but one.</summary>
    private string[] Texts()
    {
        Directory.CreateDirectory(folder.At("texts"));
        File.Copy(Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal).First(), folder.At("texts", Audited), overwrite: true);
        File.WriteAllText(folder.At("texts", Gone), $"农机站2021年工作总结\n一、主要做法\n{Secret}\n二、下一步打算\n明年把修理课开到村里去，让会修的人带着不会修的人，一个组一个组地学。\n");
        File.WriteAllText(folder.At("texts", "2-河堤.txt"), "水利站2022年工作总结\n我们走访慰问困难职工三十六户，把每户的难处记在本子上，逐月回访，办完一件销号一件。\n");
        return [.. Directory.GetFiles(folder.At("texts")).Order(StringComparer.Ordinal)];
    }

    private List<string> FilesWith(string text)
    {
        byte[][] forms = [.. new[] { Encoding.UTF8, Encoding.Unicode }.Select(encoding => encoding.GetBytes(text[..20]))];
        return [.. Directory.EnumerateFiles(folder.At("data"), "*", SearchOption.AllDirectories).Where(file => forms.Any(form => Read(file).AsSpan().IndexOf(form) >= 0))];
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private ReportArchive Ingest(string data, IEnumerable<string> files)
    {
        ReportArchive archive = Open(data);
        archive.Ingest(files, null, TestContext.Current.CancellationToken);
        return archive;
    }

    private ReportArchive Open(string data) => ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At(data) }, TimeProvider.System);
}
