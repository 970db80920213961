using System.Text;
using FsCheck;
using FsCheck.Fluent;
using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Tests.Ingest;

/// <summary>Bytes of a text file become its characters, or one sentence says why not.</summary>
public sealed class TextDecoderTests
{
    private const string Report = "青禾县总工会2021年工作总结\r\n一、坚持服务为本\r\n全年走访职工214人次，发放慰问金9.7万元。\r\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private const string Traditional = "青禾縣總工會年度工作總結\r\n一、堅持服務為本\r\n全年走訪職工214人次，發放慰問金9.7萬元，並辦理結案。\r\n";

    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("Big5")!;

    private static readonly Dictionary<string, Encoding> Encodings = new()
    {
        ["UTF-8"] = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        ["UTF-16LE"] = new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        ["UTF-16BE"] = new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        ["GB18030"] = Gb18030,
        ["Big5"] = Big5,
    };

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16LE")]
    [InlineData("UTF-16BE")]
    public void A_marked_file_is_read_as_its_mark_says_and_loses_the_mark(string encoding)
    {
        byte[] mark = Encodings[encoding].GetBytes("\uFEFF");

        Assert.Equal(new DecodedText(Report, encoding, 1), Accepted([.. mark, .. Encodings[encoding].GetBytes(Report)]));
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16LE")]
    [InlineData("UTF-16BE")]
    [InlineData("GB18030")]
    public void An_unmarked_file_is_recognised(string encoding)
    {
        DecodedText decoded = Accepted(Encodings[encoding].GetBytes(Report));

        Assert.Equal((Report, encoding), (decoded.Text, decoded.Encoding));
        Assert.InRange(decoded.Confidence, 0.7, 1);
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("GB18030")]
    public void Characters_beyond_the_first_plane_survive(string encoding)
    {
        string text = Report + "𠮷家沟村、𡒄头社区各报送材料一份，镕、㙦、㛃等用字无误。";

        Assert.Equal((text, encoding), (Accepted(Encodings[encoding].GetBytes(text)).Text, encoding));
    }

    [Fact]
    public void A_mark_of_UTF8_in_front_of_GB18030_is_not_believed()
    {
        DecodedText decoded = Accepted([0xEF, 0xBB, 0xBF, .. Gb18030.GetBytes(Report)]);

        Assert.Equal((Report, "GB18030"), (decoded.Text, decoded.Encoding));
    }

    [Theory]
    [InlineData("Big5")]
    [InlineData("GB18030")]
    [InlineData("UTF-16BE")]
    public void Traditional_characters_are_read_in_the_encoding_they_are_in(string encoding)
    {
        DecodedText decoded = Accepted(Encodings[encoding].GetBytes(Traditional));

        Assert.Equal((Traditional, encoding), (decoded.Text, decoded.Encoding));
    }

    [Theory]
    [InlineData("UTF-8", "UTF-16LE")]
    [InlineData("UTF-8", "UTF-16BE")]
    [InlineData("UTF-16LE", "UTF-8")]
    [InlineData("UTF-16LE", "UTF-16BE")]
    [InlineData("UTF-16LE", "GB18030")]
    [InlineData("UTF-16BE", "UTF-8")]
    [InlineData("UTF-16BE", "UTF-16LE")]
    [InlineData("UTF-16BE", "GB18030")]
    [InlineData("UTF-16BE", "Big5")]
    [InlineData("UTF-8", "Big5")]
    public void A_wrong_mark_is_not_believed(string mark, string encoding)
    {
        string text = encoding == "Big5" ? Traditional : Report;

        DecodedText decoded = Accepted([.. Encodings[mark].GetBytes("\uFEFF"), .. Encodings[encoding].GetBytes(text)]);

        Assert.Equal((text, encoding), (decoded.Text, decoded.Encoding));
    }

    [Fact]
    public void A_marked_text_in_letters_that_are_rare_here_is_read_as_its_mark_says() =>
        Assert.Equal("Отчёт о работе", Accepted([.. Encodings["UTF-16LE"].GetBytes("\uFEFFОтчёт о работе")]).Text);

    [Fact]
    public void The_end_mark_of_DOS_is_no_text() => Assert.Equal("全年走访职工。", Accepted([.. Gb18030.GetBytes("全年走访职工。"), 0x1A]).Text);

    [Fact]
    public void UTF16_of_nothing_but_Chinese_is_recognised() =>
        Assert.Equal(("全年走访职工发放慰问金", "UTF-16LE"), (Accepted(Encodings["UTF-16LE"].GetBytes("全年走访职工发放慰问金")).Text, Accepted(Encodings["UTF-16LE"].GetBytes("全年走访职工发放慰问金")).Encoding));

    [Theory]
    [InlineData("UTF-8", false)]
    [InlineData("UTF-8", true)]
    [InlineData("UTF-16LE", true)]
    [InlineData("UTF-16BE", true)]
    [InlineData("GB18030", false)]
    public void A_file_cut_inside_a_character_is_refused_as_damaged(string encoding, bool marked)
    {
        byte[] whole = Encodings[encoding].GetBytes((marked ? "\uFEFF" : "") + Report + "完");

        Fault fault = Refused(whole[..^1]);

        Assert.Equal("ingest.encoding", fault.Code);
        Assert.Contains(encoding, fault.Message, StringComparison.Ordinal);
        Assert.Contains("截断", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_byte_inside_UTF8_is_not_taken_for_GB18030()
    {
        byte[] bytes = Encodings["UTF-8"].GetBytes(string.Concat(Enumerable.Repeat(Report, 20)));
        bytes[bytes.Length / 2] = 0xFF;

        Fault fault = Refused(bytes);

        Assert.Equal("ingest.encoding", fault.Code);
        Assert.Contains("UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25504446", "PDF")]
    [InlineData("504B0304", "docx")]
    [InlineData("D0CF11E0A1B11AE1", "doc")]
    [InlineData("7B5C72746631", "RTF")]
    [InlineData("1F8B0800", "压缩包")]
    [InlineData("526172211A07", "压缩包")]
    [InlineData("89504E470D0A1A0A", "图片")]
    [InlineData("FFD8FFE000104A46", "图片")]
    [InlineData("474946383961", "图片")]
    public void Another_format_is_refused_by_its_name(string signature, string named)
    {
        Fault fault = Refused([.. Convert.FromHexString(signature), .. Encodings["UTF-8"].GetBytes(Report)]);

        Assert.Equal("ingest.format", fault.Code);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "ingest.empty")]
    [InlineData("20200A0D09E38080", "ingest.blank")]
    [InlineData("7F454C460201010000000000000000000300", "ingest.binary")]
    [InlineData("0102030405060708", "ingest.binary")]
    [InlineData("EFBBBF0102030405", "ingest.binary")]
    public void What_holds_no_text_is_refused(string bytes, string code) => Assert.Equal(code, Refused(Convert.FromHexString(bytes)).Code);

    [Fact]
    public void Random_bytes_give_a_text_that_encodes_to_the_same_bytes_or_a_fault() =>
        Prop.ForAll<byte[]>(bytes => RoundTripsOrIsRefused(bytes)).QuickCheckThrowOnFailure();

    // Random bytes hardly ever look like Chinese; edited real text does.
    [Fact]
    public void Text_with_changed_bytes_gives_a_text_that_encodes_to_the_same_bytes_or_a_fault()
    {
        Gen<byte[]> damaged =
            from encoding in Gen.Elements(Encodings.Values.ToArray())
            from cut in Gen.Choose(0, 60)
            from changes in Gen.ListOf(Gen.Zip(Gen.Choose(0, 100), Gen.Choose(0, 255)))
            select Damage(encoding.GetBytes(Report)[..^cut], changes.Take(3));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(damaged.ToArbitrary(), RoundTripsOrIsRefused));
    }

    // GB18030 has bytes that mean nothing and pairs that mean the same character.
    [Fact]
    public void Every_two_bytes_after_a_Chinese_text_round_trip_or_are_refused()
    {
        byte[] bytes = [.. Gb18030.GetBytes("发放慰问金，走访职工"), 0, 0];
        for (int pair = 0x0100; pair <= 0xFFFF; pair++)
        {
            (bytes[^2], bytes[^1]) = ((byte)(pair >> 8), (byte)(pair & 0xFF));
            Assert.True(RoundTripsOrIsRefused(bytes), $"{pair:X4}");
        }
    }

    [Fact]
    public void Every_GB18030_file_of_the_corpus_is_read_as_GB18030()
    {
        string[] files = Directory.GetFiles(Repository.Shared("corpora", "formats", "gb18030"), "*.txt");

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal("GB18030", Accepted(File.ReadAllBytes(file)).Encoding));
    }

    [Fact]
    public void The_open_corpora_are_read_as_UTF8()
    {
        string[] files = Directory.GetFiles(Repository.Shared("corpora", "open"), "*.txt", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files.Order(StringComparer.Ordinal).Where((_, index) => index % 10 == 0), file =>
            Assert.Equal(("UTF-8", 1.0), (Accepted(File.ReadAllBytes(file)).Encoding, Accepted(File.ReadAllBytes(file)).Confidence)));
    }

    private static byte[] Damage(byte[] bytes, IEnumerable<(int At, int Value)> changes)
    {
        foreach ((int at, int value) in changes)
        {
            bytes[at * (bytes.Length - 1) / 100] = (byte)value;
        }

        return bytes;
    }

    private static bool RoundTripsOrIsRefused(byte[] bytes)
    {
        if (!TextDecoder.Decode(bytes).TryGet(out DecodedText? decoded, out Fault? fault))
        {
            return fault.Message.EndsWith('。');
        }

        if (decoded.Encoding == "Big5")
        {
            // Two pairs may stand for one character; the text is the same again all the same.
            return Big5.GetString(Big5.GetBytes(decoded.Text)) == decoded.Text;
        }

        byte[] again = Encodings[decoded.Encoding].GetBytes(decoded.Text);
        // What is missing in front is a mark, at the end that of DOS.
        ReadOnlySpan<byte> read = decoded.Encoding.StartsWith("UTF-16", StringComparison.Ordinal) ? bytes : bytes.AsSpan().TrimEnd((byte)0x1A);
        return read.EndsWith(again) && read.Length - again.Length is 0 or 2 or 3;
    }

    private static DecodedText Accepted(byte[] bytes) =>
        TextDecoder.Decode(bytes).TryGet(out DecodedText? decoded, out Fault? fault) ? decoded : throw new InvalidOperationException(fault.Message);

    private static Fault Refused(byte[] bytes) =>
        TextDecoder.Decode(bytes).TryGet(out DecodedText? decoded, out Fault? fault) ? throw new InvalidOperationException(decoded.Text) : fault;
}
