using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using JingJian.Archive.Exports;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Tests.Archive;

/// <summary>Hits of a search as files to keep: what a spreadsheet, a program and Word make of them.</summary>
public sealed class SearchExportTests
{
    private static readonly string[] Dangerous = ["=1+1", "+8613800000000", "-2", "@SUM(A1)", "\t=cmd|'/c calc'!A0", "\r=1", "=HYPERLINK(\"http://x\",\"点我\")"];

    [Fact]
    public void No_cell_of_a_table_is_a_formula()
    {
        List<string[]> rows = Table(View([.. Dangerous.Select((text, i) => Hit(i + 1, text) with { Report = text, Source = text, Organisation = text, Sections = [text] })]));

        Assert.Equal(Dangerous.Length + 1, rows.Count);
        Assert.All(rows.Skip(1).SelectMany(row => row), cell => Assert.DoesNotMatch("^[=+\\-@\\t\\r]", cell));
        Assert.All(Dangerous.Zip(rows.Skip(1)), pair => Assert.Equal("'" + pair.First, pair.Second[1]));
    }

    [Fact]
    public void A_table_opens_in_a_spreadsheet_with_every_text_whole()
    {
        string[] texts = ["两行\n文字", "带\"引号\"的，和逗号,", "𠮷祥与 emoji 😀", "", "  空格  ", "制表\t符", "a\r\nb", "半个\ud801对", "<b>&amp;</b>", new string('长', 40_000)];

        byte[] file = Written(View([.. texts.Select((text, i) => Hit(i + 1, text))]), "csv");
        List<string[]> rows = Table(file);

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal(["序号", "正文", "报告", "单位", "年份", "功能", "标题", "处数", "出处", "段落编号"], rows[0]);
        Assert.All(rows, row => Assert.Equal(10, row.Length));
        Assert.Equal(texts.Select(text => text.Replace('\ud801', '\ufffd')), rows.Skip(1).Select(row => row[1]));
        Assert.Equal(["1", "两行\n文字", "某县总工会2020年工作总结", "某县总工会", "2020", "主要做法", "一、做法 / （一）帮扶", "3", "《某县总工会2020年工作总结》（某县总工会，2020年），汇编.txt，第4–5行", "0123456789ab-b1"], rows[1]);
    }

    [Fact]
    public void What_is_not_known_is_left_out_of_the_citation()
    {
        HitView hit = Hit(1, "甲") with { Year = null, Organisation = null, LineEnd = 4, Copies = 1 };

        Assert.Equal("《某县总工会2020年工作总结》，汇编.txt，第4行", SearchExport.Citation(hit));
        Assert.Equal(["", ""], Table(View([hit]))[1][3..5]);
    }

    [Fact]
    public void Json_comes_back_as_it_went_in()
    {
        SearchView view = View([Hit(1, "“引号”与\"\\控制\u0001符\ud801"), Hit(2, "𠮷")]);

        SearchView back = JsonSerializer.Deserialize<SearchView>(Written(view, ".JSON"), JsonSerializerOptions.Web)!;

        Assert.Equal(["“引号”与\"\\控制\u0001符\ufffd", "𠮷"], back.Hits.Select(hit => hit.Text));
        Assert.Equal((view.Query, view.Paragraphs, view.Families), (back.Query, back.Paragraphs, back.Families));
        Assert.Equal([[1, 3]], back.Hits[0].Highlights);
    }

    [Fact]
    public void A_word_document_has_each_passage_with_its_citation_whatever_stands_in_it()
    {
        string[] texts = ["<w:t>不是标记</w:t> & \"引号\"", "控制\u0000\u0001\u001f符\uffff", "半个\ud801对 𠮷", "=1+1", "两行\n文字", "\u202e反转"];

        using var zip = new ZipArchive(new MemoryStream(Written(View([.. texts.Select((text, i) => Hit(i + 1, text))]) with { Query = "<&\u0001>" }, "docx")));
        XDocument document = XDocument.Load(zip.GetEntry("word/document.xml")!.Open());
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        string[] paragraphs = [.. document.Descendants(word + "p").Select(paragraph => string.Concat(paragraph.Descendants(word + "t").Select(text => text.Value)))];

        Assert.Equal(2 + (2 * texts.Length), paragraphs.Length);
        Assert.StartsWith("检索“<&", paragraphs[0], StringComparison.Ordinal);
        Assert.Equal("1. <w:t>不是标记</w:t> & \"引号\"", paragraphs[2]);
        Assert.Equal("——《某县总工会2020年工作总结》（某县总工会，2020年），汇编.txt，第4–5行；3 处相同", paragraphs[3]);
        Assert.Equal("2. 控制\ufffd\ufffd\ufffd符\ufffd", paragraphs[4]);
    }

    [Fact]
    public void A_thousand_hits_are_a_thousand_rows_and_no_hit_is_an_empty_file_with_its_head()
    {
        SearchView many = View([.. Enumerable.Range(1, 1000).Select(rank => Hit(rank, $"第{rank}条"))]);

        Assert.Equal(1001, Table(many).Count);
        Assert.Single(Table(View([])));
        using var zip = new ZipArchive(new MemoryStream(Written(many, "docx")));
        Assert.Equal(2002, XDocument.Load(zip.GetEntry("word/document.xml")!.Open()).Descendants(XName.Get("p", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")).Count());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void The_same_hits_give_the_same_bytes(string format) => Assert.Equal(Written(View([Hit(1, "甲")]), format), Written(View([Hit(1, "甲")]), format));

    [Theory]
    [InlineData("")]
    [InlineData("exe")]
    [InlineData("xlsx")]
    public void Another_format_is_refused_and_nothing_is_written(string format)
    {
        using var output = new MemoryStream();

        Fault? fault = SearchExport.Write(View([Hit(1, "甲")]), format, output);

        Assert.Equal(("export.format", 0L), (fault?.Code, output.Length));
    }

    private static SearchView View(IReadOnlyList<HitView> hits) =>
        new("工会", hits.Count, hits.Count, 0, hits.Count, [], new FacetsView([], [], [], [], [], [], [], [], [], []), hits);

    private static HitView Hit(int rank, string text) => new(
        rank, "汇编.txt", 4, 5, "某县总工会2020年工作总结", "0123456789ab-r1", "0123456789ab-b" + rank.ToString(System.Globalization.CultureInfo.InvariantCulture), 2020, "某县总工会",
        "practice", null, 1.5, "f0123456789ab", 3, ["一、做法", "（一）帮扶"], [], text, [[1, 3]], text, [[1, 3]], [], []);

    private static byte[] Written(SearchView view, string format)
    {
        using var output = new MemoryStream();
        Assert.Null(SearchExport.Write(view, format, output));
        return output.ToArray();
    }

    private static List<string[]> Table(SearchView view) => Table(Written(view, "csv"));

    /// <summary>A reader of RFC 4180: every cell in quotes, rows end with CRLF.</summary>
    private static List<string[]> Table(byte[] file)
    {
        string text = Encoding.UTF8.GetString(file)[1..];
        var rows = new List<string[]>();
        var row = new List<string>();
        for (int at = 0; at < text.Length;)
        {
            Assert.Equal('"', text[at]);
            var cell = new StringBuilder();
            for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
            {
                at += text[at] == '"' ? 1 : 0;
                cell.Append(text[at]);
            }

            row.Add(cell.ToString());
            at++;
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }

        return rows;
    }
}
