using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Tests.Search;

/// <summary>Passages, cutters and indexes for the tests of the search room.</summary>
internal static class Passages
{
    /// <summary>A few words of the genre for the greedy cutter.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "工会", "职工", "困难", "困难职工", "帮扶", "送温暖", "民主", "管理", "民主管理", "职代会", "党建", "学校", "教师", "活动",
        "开展", "加强", "建设", "劳动", "竞赛", "劳动竞赛", "公开", "先锋", "工人", "慰问", "组织", "处理", "问题", "医疗", "计划",
    };

    /// <summary>The learned measure of concreteness of this checkout.</summary>
    public static ConcretenessModel Concreteness { get; } =
        ConcretenessModel.Load(File.ReadAllBytes(Repository.At("models", "exemplars", "concreteness.model")), "concreteness.model");

    /// <summary>Greedy longest match over <see cref="Words"/>, letters and digits in runs, single characters otherwise.</summary>
    public static void Cut(ReadOnlySpan<char> text, List<TextSpan> words)
    {
        for (int at = 0; at < text.Length;)
        {
            int length = Math.Min(4, text.Length - at);
            while (length > 1 && !Words.Contains(text.Slice(at, length).ToString()))
            {
                length--;
            }

            while (length >= 1 && at + length < text.Length && char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at + length]))
            {
                length++;
            }

            if (char.IsHighSurrogate(text[at]))
            {
                length = 2;
            }

            words.Add(new TextSpan(at, length));
            at += length;
        }
    }

    public static Passage Of(
        long id,
        string text,
        string headings = "",
        Function primary = Function.Practice,
        Function? secondary = null,
        int year = 0,
        string organisation = "",
        int report = 0,
        int source = 0,
        int family = -1,
        int copies = 1,
        bool damaged = false) =>
        new(id, text, headings, primary, secondary, year, organisation, report, source, family, copies, damaged);

    public static IndexReader Index(params IEnumerable<Passage> passages) => IndexReader.Open(Bytes(passages), "测试索引");

    public static IndexReader IndexBy(WordCutter cutter, IEnumerable<Passage> passages) => IndexReader.Open(BytesBy(cutter, passages), "测试索引");

    public static byte[] Bytes(params IEnumerable<Passage> passages) => BytesBy(Cut, passages);

    public static byte[] BytesBy(WordCutter cutter, IEnumerable<Passage> passages)
    {
        using var output = new MemoryStream();
        IndexWriter.Write(passages, cutter, output);
        return output.ToArray();
    }

    /// <summary>Texts over a small alphabet of words and marks, so that words meet, overlap and repeat often.</summary>
    public static List<Passage> Random(int seed, int count)
    {
        string[] parts = [.. Words, "工", "会", "职", "难", "。", "，", "“", "”", "20_年", "APP", "23%", "𠮷", " ", "的", "了"];
        var random = new Random(seed);
        var passages = new List<Passage>();
        for (int id = 0; id < count; id++)
        {
            string Text(int words) => string.Concat(Enumerable.Range(0, words).Select(_ => parts[random.Next(parts.Length)]));
            int family = random.Next(4) == 0 ? random.Next(1 + (count / 8)) : -1;
            passages.Add(Of(
                id * 7,
                Text(random.Next(1, 40)),
                "总结\n" + Text(random.Next(4)),
                (Function)random.Next(10),
                random.Next(3) == 0 ? (Function)random.Next(10) : null,
                random.Next(3) == 0 ? 0 : 2015 + random.Next(10),
                "单位" + random.Next(5),
                id / 5,
                id / 20,
                family,
                1 + random.Next(5),
                random.Next(6) == 0) with
            {
                Type = (DocumentType)(id % 6),
                UnitType = id % 4 == 0 ? null : (UnitType)(id % 9),
                Originality = id * 37 % 101,
            });
        }

        return passages;
    }
}
