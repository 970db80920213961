using JingJian.Tests.Cli;
using JingJian.Tests.Samples;

namespace JingJian.Tests.Archive;

/// <summary>The same files give the same archive.</summary>
public sealed class DeterminismTests
{
    private const string Audited = "工会工作总结汇编（六篇）.txt";

    [Fact]
    public void Two_archives_of_the_same_files_print_the_same_bytes()
    {
        using var folder = new ScratchFolder();
        CommandLine.On(folder.At("one"), "ingest", SampleKey.Folder).Ends(0);
        CommandLine.On(folder.At("two"), "ingest", SampleKey.Folder).Ends(0);

        Assert.Equal(Printed.By(folder.At("one"), Audited), Printed.By(folder.At("two"), Audited));
    }
}
