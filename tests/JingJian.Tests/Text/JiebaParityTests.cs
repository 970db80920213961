namespace JingJian.Tests.Text;

/// <summary>The same words as jieba 0.42.1, asked of jieba itself.</summary>
public sealed class JiebaParityTests
{
    public static TheoryData<string> Modes => ["cut", "no-hmm", "search", "full", "pos", "pos-no-hmm"];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_line_of_the_seeds_is_cut_as_jieba_cuts_it(string mode)
    {
        string[] lines = [.. Directory.EnumerateFiles(Repository.Shared("seeds"), "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)];

        AssertSame(mode, lines);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Two_thousand_lines_of_neighbouring_genres_are_cut_as_jieba_cuts_them(string mode)
    {
        string[] lines = [.. Directory.EnumerateFiles(Repository.Shared("corpora", "open"), "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0)];
        int step = Math.Max(1, lines.Length / 2000);

        AssertSame(mode, [.. lines.Where((_, i) => i % step == 0)]);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Strange_strings_are_cut_as_jieba_cuts_them(string mode)
    {
        List<string> texts = Adversarial();

        // jieba's tagger takes a minute for all of them.
        bool tagged = mode.StartsWith("pos", StringComparison.Ordinal);
        AssertSame(mode, [.. texts.Where((text, i) => !tagged || (text.Length < 100 && (i < 100 || i % 20 == 0)))]);
    }

    internal static string[] Ours(string mode, string text) => mode switch
    {
        "cut" => Shipped.Cut(text),
        "no-hmm" => Shipped.Cut(text, hmm: false),
        "search" => Shipped.CutForSearch(text),
        "full" => Shipped.CutAll(text),
        "pos" => Shipped.Tag(text),
        "pos-no-hmm" => Shipped.Tag(text, hmm: false),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    private static void AssertSame(string mode, IReadOnlyList<string> texts)
    {
        string[][] expected = JiebaOracle.Ask(mode, texts);

        Assert.Equal(texts.Count, expected.Length);
        for (int i = 0; i < texts.Count; i++)
        {
            Assert.Equal(expected[i], Ours(mode, texts[i]));
        }
    }

    private static List<string> Adversarial()
    {
        List<string> texts =
        [
            "", "职", "A", "9", " ", "\u3000", "\r\n", "\r\r\n\n", ".", "-", "%%%", "...", "_", "__年", "20_年", "20xx年", "××年",
            "3.5%", "3.5.5%", "a.5%b", "12.50%.5", "GB18030-2022", "C++程序", "c#语言", "AT&T公司", "T恤衫和B超", "4S店", "Ｔ恤衫", "ＡＢＣ１２３",
            "𠮷野家", "𠮷", "吉𠮷吉", "😀职工😀之家", "👨‍👩‍👧全家", "龥鿕鿖龦", "㐀㐁䶵", "〇二〇年", "二〇二四年", "十二届三中全会", "e\u0301x", "\u200b零\u200b宽",
            "\u0085\u00a0\u1680\u2028\u205f\ufeff", "工会\t之家\v\f\u001c", "ｶﾞｷﾞ", "안녕하세요", "привет", "مرحبا", "１２３４．５％", "100.00%增长", "。。。", "！？",
            "阿Q正传", "江南style", "江南Style", "大S小S", "高富帅", "张力张华", "吉林", "B超B超", "IP地址192.168.0.1", "user@example.com", "a-b_c.d&e#f+g%h",
            "龘靐齉爩鱻麤", "囍囍囍囍囍", "的的的的的", "了了了", "一一一一一一一一", "王王王王王王", "兙兛兞兝兡兣", "李小福是创新办主任也是云计算方面的专家",
            new string('工', 3000), new string('a', 3000), string.Concat(Enumerable.Repeat("职工代表大会", 500)),
        ];
        var random = new Random(20251);
        string letters = "工会职代送温暖的了和在一二三〇aZ09.%-_+#& 　，。\r\n😀𠮷龘耀蘄∶龢鿕鿖";
        int[] starts = [.. Enumerable.Range(0, letters.Length).Where(i => !char.IsLowSurrogate(letters[i]))];
        for (int i = 0; i < 2000; i++)
        {
            texts.Add(string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ =>
            {
                int at = starts[random.Next(starts.Length)];
                return letters.Substring(at, char.IsHighSurrogate(letters[at]) ? 2 : 1);
            })));
        }

        // Han characters drawn evenly: mostly unknown to the dictionary, many unknown to the character model too.
        for (int i = 0; i < 2000; i++)
        {
            texts.Add(string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)random.Next(0x4E00, 0x9FF0))));
        }

        return texts;
    }
}
