using JingJian.Archive;
using JingJian.Ingest;

namespace JingJian.Tests.Archive;

/// <summary>What is dropped into a folder is given once it is whole, and again only when it changes.</summary>
public sealed class DropFolderTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly Clock clock = new();
    private readonly DropFolder drop;

    public DropFolderTests() => drop = new DropFolder([Directory.CreateDirectory(folder.At("drop")).FullName], folder.At("drop", "data"), clock);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_given_when_it_has_stayed_the_same_and_only_once()
    {
        Write("总结.txt", "一");

        Assert.Empty(Look());
        clock.Pass(DropFolder.Settling / 2);
        Assert.Empty(Look());
        clock.Pass(DropFolder.Settling / 2);
        Assert.Equal(["总结.txt"], LookAndTake());
        clock.Pass(DropFolder.Settling);
        Assert.Empty(Look());
    }

    [Fact]
    public void A_file_that_is_still_written_waits_until_it_is_whole()
    {
        for (int i = 0; i < 5; i++)
        {
            Write("总结.txt", new string('一', i));
            clock.Pass(DropFolder.Settling);
            Assert.Empty(Look());
        }

        clock.Pass(DropFolder.Settling);
        Assert.Equal(["总结.txt"], LookAndTake());
    }

    [Fact]
    public void A_file_that_changes_later_is_given_again()
    {
        Write("总结.txt", "一");
        Settle();
        LookAndTake();
        Write("总结.txt", "二二");

        Assert.Empty(Look());
        clock.Pass(DropFolder.Settling);
        Assert.Equal(["总结.txt"], LookAndTake());
    }

    [Fact]
    public void What_was_not_taken_is_given_again()
    {
        Write("总结.txt", "一");
        Settle();

        Assert.Equal(["总结.txt"], Look());
        Assert.Equal(["总结.txt"], LookAndTake());
        Assert.Empty(Look());
    }

    [Fact]
    public void Unfinished_files_the_archive_and_what_its_converters_write_are_passed_over()
    {
        foreach (string name in (string[])["总结.txt", "~$总结.docx", "总结.doc.part", "总结.doc.crdownload", "总结.TMP", ".~lock.总结.doc#", "data/archive.txt", "jingjian-convert-x/input.txt", "2021/总结.txt"])
        {
            Write(name, "一");
        }

        Settle();

        Assert.Equal(["2021/总结.txt", "总结.txt"], Look());
    }

    [Fact]
    public void An_ignore_file_holds_here_too()
    {
        Write("总结.txt", "一");
        Write("说明.md", "一");
        Write(IgnoreRules.FileName, "*.md");
        Settle();

        Assert.Equal(["总结.txt"], Look());
    }

    [Fact]
    public void An_empty_file_is_waited_for_and_a_missing_folder_told_once()
    {
        Write("空.txt", "");
        Assert.Empty(drop.Look().Refused);
        Directory.Delete(folder.At("drop"), recursive: true);

        Assert.Equal("ingest.missing", Assert.Single(drop.Look().Refused).Fault.Code);
        Assert.Empty(drop.Look().Refused);
        Directory.CreateDirectory(folder.At("drop"));
        Assert.Empty(drop.Look().Refused);
        Directory.Delete(folder.At("drop"));
        Assert.Single(drop.Look().Refused);
    }

    private IEnumerable<string> Look() => drop.Look().Files.Select(file => file.Name);

    private string[] LookAndTake()
    {
        IReadOnlyList<SourceFile> files = drop.Look().Files;
        drop.Taken(files);
        return [.. files.Select(file => file.Name)];
    }

    private void Settle()
    {
        drop.Look();
        clock.Pass(DropFolder.Settling);
    }

    private void Write(string name, string text)
    {
        string path = folder.At("drop", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
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
