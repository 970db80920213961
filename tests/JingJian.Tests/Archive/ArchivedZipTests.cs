using JingJian.Archive;
using JingJian.Tests.Ingest.Formats;

namespace JingJian.Tests.Archive;

/// <summary>A .zip goes in as the files it holds.</summary>
public sealed class ArchivedZipTests
{
    [Fact]
    public void The_files_of_a_zip_come_in_one_by_one_between_their_neighbours()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.At("1.txt"), Summary(1));
        File.WriteAllBytes(folder.At("2.zip"), Reading.Zip(Reading.Gb18030, ("年终/二.txt", Reading.Utf8(Summary(2))), ("坏.bin", [0, 1, 2]), ("三.txt", Reading.Utf8(Summary(3)))));
        File.WriteAllText(folder.At("3.txt"), Summary(4));
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System);

        string[] outcomes = [.. Ingest().Outcomes.Select(outcome => $"{outcome.Name} {outcome.GetType().Name}")];

        Assert.Equal(["1.txt Read", "2.zip/年终/二.txt Read", "2.zip/坏.bin Refused", "2.zip/三.txt Read", "3.txt Read"], outcomes);
        Assert.Equal(4, Ingest().Known.Count());
        Assert.Equal(4, archive.Catalogue.Stats().Sources);

        IngestReport Ingest() => archive.Ingest([folder.At("1.txt"), folder.At("2.zip"), folder.At("3.txt")], null, TestContext.Current.CancellationToken);
    }

    private static string Summary(int i) => $"青禾县总工会{2015 + i}年工作总结\n一、坚持服务为本\n全年走访职工{i * 107}人次，发放慰问金{i}.7万元，开展技能竞赛{i + 2}场。\n";
}
