using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using JingJian.Text;
using JingJian.Text.Lexicons;

namespace JingJian.Tests.Text;

public sealed class LexiconTests
{
    [Fact]
    public void A_word_has_frequency_part_of_speech_and_document_frequency()
    {
        Assert.Equal(3, Shipped.Lexicon.Frequency("B超"));
        Assert.Equal("n", Shipped.Lexicon.Tag("工会"));
        Assert.Equal(13.900677652, Shipped.Lexicon.Idf("劳动防护"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("劳动防")]
    [InlineData("𠮷")]
    [InlineData("工会工会")]
    public void What_is_no_word_has_none(string text)
    {
        Assert.False(Shipped.Lexicon.Contains(text));
        Assert.Null(Shipped.Lexicon.Tag(text));
        Assert.Equal(Shipped.Lexicon.MedianIdf, Shipped.Lexicon.Idf(text));
    }

    [Fact]
    public void Every_entry_is_found_again_and_nothing_else_is()
    {
        var random = new Random(3);
        var entries = new Dictionary<string, int>();
        for (int i = 0; i < 3000; i++)
        {
            entries[string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)('一' + random.Next(12))))] = random.Next(1, 50);
        }

        Lexicon lexicon = Lexicon.Load(LexiconCompiler.Compile(new LexiconSource
        {
            Entries = [.. entries.Select(entry => new LexiconEntry(entry.Key, entry.Value, "x"))],
            Characters = NoCharacters,
        }));

        for (int i = 0; i < 20_000; i++)
        {
            string word = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)('一' + random.Next(13))));
            Assert.Equal(entries.GetValueOrDefault(word), lexicon.Frequency(word));
        }
    }

    [Fact]
    public void The_file_is_the_one_its_manifest_describes()
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Repository.At("models", "lexicon", "manifest.json")));

        Assert.Equal(manifest.RootElement.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(Shipped.Bytes())));
    }

    [Fact]
    public void The_models_lie_beside_the_program()
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "models", "lexicon", "jieba.lexicon")));
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "truncated", "字节" },
        { "empty", "至少 32 字节" },
        { "other file", "JJLEXICN" },
        { "other version", "版本 7" },
        { "foreign byte order", "大端字节序" },
        { "one bit", "校验和" },
        { "longer", "字节" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_is_refused_with_what_was_expected(string damage, string message)
    {
        byte[] good = Shipped.Bytes();
        byte[] bad = damage switch
        {
            "truncated" => good[..(good.Length / 2)],
            "empty" => [],
            "other file" => [.. "PK"u8, .. good[2..]],
            "longer" => [.. good, 0],
            _ => good,
        };
        if (damage == "other version")
        {
            BinaryPrimitives.WriteInt32LittleEndian(bad.AsSpan(12), 7);
        }
        else if (damage == "foreign byte order")
        {
            bad.AsSpan(8, 4).Reverse();
        }
        else if (damage == "one bit")
        {
            bad[good.Length / 3] ^= 16;
        }

        CorruptArtifactException refusal = Assert.Throws<CorruptArtifactException>(() => Lexicon.Load(bad, "词典.lexicon"));

        Assert.Equal("词典.lexicon", refusal.Artifact);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    private static CharacterModel NoCharacters { get; } =
        new() { Start = new double[4], Transition = new double[16], Emission = new Dictionary<char, double[]>() };
}
