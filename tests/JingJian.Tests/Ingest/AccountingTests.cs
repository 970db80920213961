using System.Text;
using JingJian.Ingest;
using JingJian.Tests.Ingest.Formats;
using JingJian.Text;

namespace JingJian.Tests.Ingest;

/// <summary>Every character that a file gives is in exactly one unit or is a blank between two, and leads back to its place.</summary>
public sealed class AccountingTests
{
    private static readonly (string Folder, string Encoding)[] FormatFolders =
    [
        ("gb18030", "GB18030"), ("html_cms", "html ("), ("html_saved", "html ("), ("docx", "docx"), ("doc", "doc (LibreOffice"), ("pdf", "pdf (pdftotext"), ("other", "UTF-8"),
    ];

    [Fact]
    public void Every_file_of_the_formats_is_read_as_what_it_is_and_accounted_for()
    {
        ConverterTests.Needs("soffice");
        ConverterTests.Needs("pdftotext");
        string root = Repository.Shared("corpora", "formats");

        Assert.Equal(FormatFolders.Select(folder => folder.Folder).Order(StringComparer.Ordinal), Directory.GetDirectories(root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));
        Assert.All(FormatFolders, folder => Assert.All(FoundSources.In([Path.Combine(root, folder.Folder)]).Files, file =>
        {
            DecodedText decoded = Read(file);
            Assert.StartsWith(folder.Encoding, decoded.Encoding, StringComparison.Ordinal);
            AssertAccounted([(file.Name, decoded.Text)]);
        }));
    }

    [Fact]
    public void All_of_the_open_corpora_is_read_and_accounted_for()
    {
        FoundSources found = FoundSources.In([Repository.Shared("corpora", "open")]);

        Assert.NotEmpty(found.Files);
        Assert.Empty(found.Refused);
        AssertAccounted(found.Files.Select(file => (file.Name, Read(file).Text)));
    }

    [Fact]
    public void Random_texts_in_random_encodings_are_accounted_for()
    {
        string[] pieces =
        [
            "一、", "（二）", "1.", "全年走访职工214人次", "，", "。", "\n", "\r\n", "\r", "\u2028", "\u0085", "\f", "\t", " ", "　", "\u00A0", "\u200B", "\uFEFF", "𠮷", "202_年", "…", "\"", "‚", "。。", "的的",
            ">", "【篇一】", "总结8", "青禾县总工会2021年工作总结", "一是", "二是", "`", "\u0301", "ﬁ", "①", "é",
        ];
        Encoding[] encodings = [new UTF8Encoding(false), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false), Reading.Gb18030];
        var random = new Random(11);
        for (int round = 0; round < 2000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            byte[] bytes = [.. random.Next(2) == 0 ? Encoding.UTF8.Preamble : [], .. encodings[random.Next(encodings.Length)].GetBytes(text)];
            if (TextDecoder.Decode(bytes).TryGet(out DecodedText? decoded, out Fault? fault))
            {
                AssertAccounted([($"round {round}", decoded.Text)]);
            }
            else
            {
                Assert.EndsWith("。", fault.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Real_files_with_changed_bytes_are_accounted_for_or_refused()
    {
        var random = new Random(12);
        foreach (string path in Directory.GetFiles(Repository.Shared("corpora", "formats"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            byte[] bytes = File.ReadAllBytes(path);
            for (int round = 0; round < 2; round++)
            {
                byte[] changed = bytes[..random.Next(bytes.Length / 2, bytes.Length)];
                for (int change = random.Next(4); change > 0; change--)
                {
                    changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
                }

                foreach (ReceivedSource source in SourceReader.Receive("来件", new MemoryStream(changed), IngestLimits.Default with { ConverterFolders = "" }).Sources)
                {
                    if (source.Read().TryGet(out SourceText? read, out _))
                    {
                        AssertAccounted([(path, read.Decoded.Text)]);
                    }
                }
            }
        }
    }

    private static DecodedText Read(SourceFile file) =>
        SourceReader.ReadFile(file, IngestLimits.Default).TryGet(out SourceText? source, out Fault? fault) ? source.Decoded : throw new InvalidOperationException($"{file.Name}: {fault.Message}");

    private static void AssertAccounted(IEnumerable<(string Name, string Text)> texts)
    {
        long characters = 0;
        Accounts sum = default;
        foreach ((string name, string text) in texts)
        {
            characters += text.Length;
            sum += Accounts.Of(text, name);
        }

        Assert.Equal(characters, sum.InUnits + sum.Between);
    }
}
