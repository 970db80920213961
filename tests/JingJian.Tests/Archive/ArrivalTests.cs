using JingJian.Tests.Cli;
using JingJian.Tests.Samples;

namespace JingJian.Tests.Archive;

/// <summary>When a source arrived changes nothing of what is told about reuse.</summary>
public sealed class ArrivalTests
{
    private const string Audited = "工会工作总结汇编（六篇）.txt";

    [Fact]
    public void Files_that_come_one_by_one_in_any_order_give_the_findings_of_all_at_once()
    {
        using var folder = new ScratchFolder();
        string[] files = [.. Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal)];
        CommandLine.On(folder.At("once"), ["ingest", .. files]).Ends(0);
        foreach (string[] some in files.Reverse().Chunk(5))
        {
            CommandLine.On(folder.At("later"), ["ingest", .. some]).Ends(0);
        }

        Assert.Equal(Told(folder.At("once")), Told(folder.At("later")));
    }

    [Fact]
    public void A_draft_is_checked_by_a_new_process_from_what_the_ingest_prepared_and_without_it()
    {
        using var folder = new ScratchFolder();
        string data = folder.At("data");
        CommandLine.On(data, "ingest", SampleKey.Folder).Ends(0);
        string draft = Path.Combine(SampleKey.Folder, Audited);
        string prepared = CommandLine.On(data, "check", draft, "--json").Ends(0).Output;
        string column = Directory.GetFiles(Path.Combine(data, "reuse"), "fingerprints.column", SearchOption.AllDirectories).Single();
        byte[] bytes = File.ReadAllBytes(column);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(column, bytes);

        string damaged = CommandLine.On(data, "check", draft, "--json").Ends(0).Output;
        string mended = CommandLine.On(data, "check", draft, "--json").Ends(0).Output;

        Assert.Contains("\"spans\"", prepared, StringComparison.Ordinal);
        Assert.Equal(prepared, damaged);
        Assert.Equal(prepared, mended);
        Assert.Single(Directory.GetFiles(Path.Combine(data, "reuse"), "fingerprints.column", SearchOption.AllDirectories));
    }

    private static IEnumerable<string> Told(string data) =>
        ((string[][])[["pairs"], ["families"], ["audit", Audited], ["overview"]]).Select(command => CommandLine.On(data, [.. command, "--json"]).Ends(0).Output);
}
