using System.Text;
using JingJian.Ingest;
using JingJian.Text;
using static JingJian.Tests.Ingest.Formats.Reading;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>Files made to take more than they may: each ends in a sentence, within a bound on what is allocated.</summary>
public sealed class HostileFileTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void A_bomb_of_archives_in_archives_allocates_a_few_times_the_limit_of_a_file()
    {
        byte[] zeros = new byte[20 * Megabyte];
        byte[] inner = Zip([.. Enumerable.Range(0, 10).Select(i => ($"{i}.txt", zeros))]);
        byte[] outer = Zip([.. Enumerable.Range(0, 50).Select(i => ($"{i}.zip", inner))]);

        string[] outcomes = Bounded(300, () => ReadAll(outer));

        Assert.All(outcomes, line => Assert.Contains(": ingest.", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_expands_without_end_is_stopped()
    {
        byte[] bomb = Zip(
            ("[Content_Types].xml", Utf8("<Types/>")),
            ("word/document.xml", Utf8($"<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{new string(' ', 30_000_000)}</w:t></w:r></w:p></w:body></w:document>")));

        Assert.Equal("ingest.expansion", Bounded(200, () => Refused(bomb)).Code);
    }

    [Fact]
    public void Attributes_count_as_elements()
    {
        string attributes = string.Concat(Enumerable.Range(0, 200_000).Select(i => $" a{i}=\"\""));
        byte[] document = Zip(("[Content_Types].xml", Utf8("<Types/>")), ("word/document.xml", Utf8($"<w:document xmlns:w=\"w\"{attributes}/>")));

        Assert.Equal("ingest.too-large", Bounded(400, () => Refused(document, IngestLimits.Default with { MaxXmlElements = 100_000, MaxExpansionRatio = 1000 })).Code);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("一")]
    [InlineData("<b>")]
    [InlineData("<p>一")]
    [InlineData("&#19968;")]
    [InlineData("<!--")]
    [InlineData("<table><tr><td>")]
    [InlineData("&lt")]
    public void A_file_of_one_thing_a_million_times_allocates_in_proportion(string thing)
    {
        byte[] page = Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat(thing, 1_000_000)));

        Bounded(100 + (30 * page.Length / Megabyte), () => Read(page).TryGet(out _, out Fault? fault) || fault.Message.EndsWith('。'));
    }

    [Theory]
    [InlineData("doc/doc-03.doc")]
    [InlineData("pdf/pdf-01.pdf")]
    public void A_converted_file_with_flipped_bits_gives_text_or_one_sentence(string file)
    {
        ConverterTests.Needs("soffice");
        ConverterTests.Needs("pdftotext");
        byte[] bytes = File.ReadAllBytes(Repository.Shared("corpora", "formats", file));
        var random = new Random(21);
        for (int round = 0; round < 4; round++)
        {
            byte[] changed = [.. bytes];
            for (int flip = 0; flip < 40; flip++)
            {
                // Behind the signature, so that it goes to its converter.
                changed[random.Next(16, changed.Length)] ^= (byte)(1 << random.Next(8));
            }

            if (!Read(changed).TryGet(out SourceText? read, out Fault? fault))
            {
                Assert.EndsWith("。", fault.Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.False(string.IsNullOrWhiteSpace(read.Decoded.Text));
            }
        }
    }

    private static T Bounded<T>(long megabytes, Func<T> action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        T result = action();
        long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Megabyte;
        Assert.True(allocated <= megabytes, $"{allocated} MB allocated");
        return result;
    }
}
