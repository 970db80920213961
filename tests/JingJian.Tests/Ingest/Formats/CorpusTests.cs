using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>Real files in real formats, whole and damaged.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Every_file_of_the_corpus_gives_its_text()
    {
        string root = Repository.Shared("corpora", "formats");
        ConverterTests.Needs("soffice");
        ConverterTests.Needs("pdftotext");
        string[][] rows = [.. File.ReadLines(Path.Combine(root, "index.tsv")).Skip(1).Select(line => line.Split('\t'))];

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            DecodedText decoded = Reading.Accepted(File.ReadAllBytes(Path.Combine(root, row[0])));
            int han = decoded.Text.Count(c => c is >= '\u4E00' and <= '\u9FFF');
            // The index counts roughly: in pages the names of fonts as well.
            Assert.True(row[7].Length == 0 ? han > 100 : han > 0.4 * int.Parse(row[7], System.Globalization.CultureInfo.InvariantCulture), $"{row[0]}: {han} of {row[7]}");
        });
    }

    [Fact]
    public void The_start_of_a_real_file_gives_text_or_one_sentence()
    {
        string root = Repository.Shared("corpora", "formats");
        string[] files = [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(IsReadHere).Order(StringComparer.Ordinal)];
        var random = new Random(4);

        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            byte[] bytes = File.ReadAllBytes(file);
            for (int i = 0; i < 20; i++)
            {
                GivesTextOrReason(bytes[..random.Next(bytes.Length)]);
                GivesTextOrReason(Damaged(bytes, random));
            }
        }
    }

    [Theory]
    [InlineData("504B0304")]
    [InlineData("504B0506")]
    [InlineData("D0CF11E0A1B11AE1")]
    [InlineData("7B5C727466")]
    [InlineData("255044462D")]
    [InlineData("3C68746D6C3E")]
    [InlineData("EFBBBF")]
    [InlineData("FFFE")]
    [InlineData("")]
    public void Random_bytes_behind_a_signature_give_text_or_one_sentence(string signature)
    {
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
        {
            byte[] bytes = new byte[random.Next(1, 3000)];
            random.NextBytes(bytes);
            GivesTextOrReason([.. Convert.FromHexString(signature), .. bytes]);
        }
    }

    [Fact]
    public void The_start_of_a_converted_file_gives_text_or_one_sentence()
    {
        string root = Repository.Shared("corpora", "formats");
        ConverterTests.Needs("soffice");
        ConverterTests.Needs("pdftotext");

        foreach (string file in new[] { "doc/doc-03.doc", "pdf/pdf-01.pdf" })
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(root, file));
            GivesTextOrReason(bytes[..(bytes.Length / 2)], IngestLimits.Default);
            GivesTextOrReason(bytes[..(bytes.Length * 9 / 10)], IngestLimits.Default);
        }
    }

    private static bool IsReadHere(string file) => Path.GetExtension(file) is ".docx" or ".html" or ".txt" or ".md";

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        byte[] damaged = [.. bytes];
        for (int i = 0; i < 10; i++)
        {
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        }

        return damaged;
    }

    private static void GivesTextOrReason(byte[] bytes, IngestLimits? limits = null)
    {
        foreach (ReceivedSource one in SourceReader.Receive("来件", new MemoryStream(bytes), limits ?? IngestLimits.Default with { ConverterFolders = "" }).Sources)
        {
            if (one.Read().TryGet(out SourceText? source, out Fault? fault))
            {
                Assert.False(string.IsNullOrWhiteSpace(source.Decoded.Text));
            }
            else
            {
                Assert.EndsWith("。", fault.Message, StringComparison.Ordinal);
            }
        }
    }
}
