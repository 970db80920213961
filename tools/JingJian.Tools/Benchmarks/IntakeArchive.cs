using System.Globalization;
using System.Text;
using JingJian.Search.Indexing;

namespace JingJian.Tools.Benchmarks;

/// <summary>Writes files of made-up reports in the shapes and encodings of an old archive.</summary>
/// <remarks>Reports of twenty paragraphs (<see cref="ParagraphMill"/>) under four or five headings, one to ten in a file, each
/// with its title. Of ten files six are UTF-8, one of them marked, three GB18030 and one UTF-16. One paragraph in twenty is broken
/// in mid-sentence. The same seed gives the same bytes.</remarks>
internal static class IntakeArchive
{
    private const int Seed = 20_240_902;
    private const int ParagraphsPerReport = 20;
    private const int ParagraphsPerHeading = 5;

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(true), .. Enumerable.Repeat(new UTF8Encoding(false), 5),
        .. Enumerable.Repeat(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, 3), new UnicodeEncoding(false, true),
    ];

    private static readonly string[] Headings = ["坚持服务大局", "抓好重点工作", "强化作风建设", "存在的问题", "下一步打算", "夯实基层基础"];

    /// <summary>Writes the files of so many paragraphs; returns how many bytes they have.</summary>
    public static long Write(string folder, int paragraphs, ReadOnlySpan<string> sources)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(Seed);
        Passage[] passages = ParagraphMill.Make(sources, paragraphs, random);
        long bytes = 0;
        int files = 0;
        for (int at = 0; at < paragraphs; files++)
        {
            var text = new StringBuilder();
            for (int reports = random.Next(1, 11); reports > 0 && at < paragraphs; reports--)
            {
                int count = Math.Min(ParagraphsPerReport, paragraphs - at);
                WriteReport(text, passages.AsSpan(at, count), random);
                at += count;
            }

            Encoding encoding = Encodings[random.Next(Encodings.Length)];
            byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
            File.WriteAllBytes(Path.Combine(folder, $"{files:D6}.txt"), content);
            bytes += content.Length;
        }

        return bytes;
    }

    private static void WriteReport(StringBuilder text, ReadOnlySpan<Passage> passages, Random random)
    {
        text.Append(CultureInfo.InvariantCulture, $"{passages[0].Organisation}{2005 + random.Next(20)}年工作总结\n");
        for (int i = 0; i < passages.Length; i++)
        {
            if (i % ParagraphsPerHeading == 0)
            {
                text.Append("一二三四五"[i / ParagraphsPerHeading]).Append('、').Append(Headings[random.Next(Headings.Length)]).Append('\n');
            }

            string paragraph = passages[i].Text;
            int broken = random.Next(20) == 0 ? paragraph.Length / 2 : 0;
            text.Append("　　").Append(paragraph.AsSpan(0, broken)).Append(broken > 0 ? "\n" : "").Append(paragraph.AsSpan(broken)).Append('\n');
        }
    }
}
