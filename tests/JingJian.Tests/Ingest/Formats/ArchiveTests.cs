using System.IO.Compression;
using System.Text;
using JingJian.Ingest;
using static JingJian.Tests.Ingest.Formats.Reading;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>A .zip gives its files, and cannot give more than it may.</summary>
public sealed class ArchiveTests
{
    private static readonly byte[] Summary = Utf8("一、走访职工214人次。");

    [Fact]
    public void Each_entry_is_a_source_named_after_the_archive_and_folders_and_hidden_files_are_passed_over() => Assert.Equal(
        ["包.zip/2021/总结.txt: 一、走访职工214人次。", "包.zip/空.txt: ingest.empty"],
        ReadAll(Zip(("2021/", []), ("2021/总结.txt", Summary), ("__MACOSX/2021/._总结.txt", [0, 5, 22, 7]), (".DS_Store", [0, 0, 0, 1]), ("空.txt", []))));

    [Fact]
    public void Names_in_GBK_are_read() => Assert.Equal(["包.zip/年终/总结.txt: 一、走访职工214人次。"], ReadAll(Zip(Gb18030, ("年终/总结.txt", Summary))));

    [Fact]
    public void Names_in_UTF8_that_do_not_say_so_are_read()
    {
        byte[] zip = Zip(Encoding.Latin1, ("abc.txt", Summary));
        byte[] name = Utf8("总结.txt")[..7];
        // Same length: 总 (3 bytes) and a letter stand for the name's first four.
        byte[] wanted = [.. Utf8("总"), .. "1.tx"u8];
        Assert.Equal(name.Length, wanted.Length);
        Replace(zip, "abc.txt"u8, wanted);

        Assert.Equal(["包.zip/总1.tx: 一、走访职工214人次。"], ReadAll(zip));
    }

    [Theory]
    [InlineData("../../etc/passwd", "包.zip/etc/passwd")]
    [InlineData("/etc/passwd", "包.zip/etc/passwd")]
    [InlineData("C:\\Windows\\总结.txt", "包.zip/Windows/总结.txt")]
    [InlineData("a\u202Etxt.exe", "包.zip/atxt.exe")]
    public void A_name_that_leads_elsewhere_is_made_harmless(string name, string shown) =>
        Assert.Equal([$"{shown}: 一、走访职工214人次。"], ReadAll(Zip((name, Summary))));

    [Fact]
    public void An_archive_in_an_archive_is_opened_and_one_more_level_is_refused()
    {
        byte[] inner = Zip(("里.txt", Summary));

        Assert.Equal(
            ["包.zip/内.zip/里.txt: 一、走访职工214人次。", "包.zip/深.zip/内.zip: ingest.archive-depth"],
            ReadAll(Zip(("内.zip", inner), ("深.zip", Zip(("内.zip", inner))))));
    }

    [Fact]
    public void A_bomb_is_stopped_by_what_it_expands_to_not_by_what_it_says()
    {
        byte[] zip = Zip(("零.txt", new byte[20 << 20]), ("后.txt", Summary));

        Assert.Equal("包.zip/零.txt: ingest.expansion", ReadAll(zip)[0]);
        // What follows finds nothing left.
        Assert.Equal("包.zip/后.txt: ingest.expansion", ReadAll(zip)[1]);
    }

    [Fact]
    public void Many_small_bombs_share_one_allowance()
    {
        byte[] inner = Zip([.. Enumerable.Range(0, 5).Select(i => ($"{i}.txt", Utf8(new string(' ', 1 << 20) + i)))]);
        byte[] outer = Zip([.. Enumerable.Range(0, 10).Select(i => ($"{i}.zip", inner))]);

        Assert.InRange(ReadAll(outer).Count(line => !line.EndsWith("ingest.expansion", StringComparison.Ordinal)), 0, 10);
    }

    [Fact]
    public void An_entry_over_the_limit_of_a_file_is_refused_and_the_next_is_read() => Assert.Equal(
        ["包.zip/大.txt: ingest.too-large", "包.zip/小.txt: 一、走访职工214人次。"],
        ReadAll(Zip(("大.txt", Utf8(string.Concat(Enumerable.Range(0, 30_000)))), ("小.txt", Summary)), IngestLimits.Default with { MaxFileBytes = 100_000 }));

    [Fact]
    public void Too_many_entries_are_refused() => Assert.Equal(
        ["包.zip: ingest.too-many-entries"],
        ReadAll(Zip([.. Enumerable.Range(0, 11).Select(i => ($"{i}.txt", Summary))]), IngestLimits.Default with { MaxEntries = 10 }));

    [Fact]
    public void An_archive_without_files_says_so() => Assert.Equal(["包.zip: ingest.empty-archive"], ReadAll(Zip(("空/", []))));

    [Fact]
    public void A_damaged_entry_does_not_keep_the_others_out()
    {
        byte[] zip = Zip(("坏.txt", Utf8(string.Concat(Enumerable.Range(0, 1000)))), ("好.txt", Summary));
        zip.AsSpan(60, 400).Fill(0xFF);

        Assert.Equal(["包.zip/坏.txt: ingest.damaged", "包.zip/好.txt: 一、走访职工214人次。"], ReadAll(zip));
    }

    [Fact]
    public void An_entry_whose_bytes_were_changed_is_refused()
    {
        byte[] zip = Zip(Encoding.UTF8, CompressionLevel.NoCompression, ("改.txt", Summary), ("好.txt", Summary));
        zip[zip.AsSpan().IndexOf("214"u8)] = (byte)'9';

        Assert.Equal(["包.zip/改.txt: ingest.damaged", "包.zip/好.txt: 一、走访职工214人次。"], ReadAll(zip));
    }

    [Fact]
    public void Where_one_file_is_wanted_an_archive_says_what_to_do() => Assert.Equal("ingest.archive", Refused(Zip(("总结.txt", Summary))).Code);

    private static void Replace(byte[] bytes, ReadOnlySpan<byte> old, byte[] wanted)
    {
        for (int at; (at = bytes.AsSpan().IndexOf(old)) >= 0;)
        {
            wanted.CopyTo(bytes, at);
        }
    }
}
