using System.Text;
using JingJian.Ingest;
using static JingJian.Tests.Ingest.Formats.Reading;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>Saved pages and fragments of pages give the text that a browser shows.</summary>
public sealed class HtmlTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>青禾县总工会</title>
        <style>p { color: red }</style><script>document.write("<p>广告</p>");</script></head>
        <body><div>首页 &gt; 工作总结</div><!-- 注释 -->
        <p>　　全年走访职工214人次，
        发放慰问金9.7万元。</p><p>一、坚持服务<b>为本</b><br>二、坚持改革创新</p></body></html>
        """;

    private const string Text = "青禾县总工会\n首页 > 工作总结\n　　全年走访职工214人次，发放慰问金9.7万元。\n一、坚持服务为本\n二、坚持改革创新";

    [Theory]
    [InlineData("GB18030")]
    [InlineData("UTF-8")]
    public void A_page_loses_its_markup_and_keeps_its_text_whatever_charset_it_declares(string encoding)
    {
        byte[] bytes = (encoding == "UTF-8" ? new UTF8Encoding(false) : Gb18030).GetBytes(Page);

        Assert.Equal((Text, $"html ({encoding})"), (Accepted(bytes).Text, Accepted(bytes).Encoding));
    }

    [Theory]
    [InlineData("big5", "Big5")]
    [InlineData("gb2312", "Big5")]
    [InlineData("utf-8", "Big5")]
    [InlineData("", "Big5")]
    [InlineData("big5", "GB18030")]
    [InlineData("big5", "UTF-8")]
    [InlineData("gbk", "UTF-16LE")]
    public void A_charset_is_believed_unless_the_bytes_belie_it(string declared, string encoding)
    {
        const string Text = "年度工作總結：走訪職工，發放慰問金，開展技能競賽，並辦理結案。";
        Encoding written = encoding == "UTF-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);

        DecodedText decoded = Accepted(written.GetBytes($"<html><meta charset=\"{declared}\"><p>{Text}</p></html>"));

        Assert.Equal((Text, $"html ({encoding})"), (decoded.Text, decoded.Encoding));
    }

    [Theory]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=big5\">")]
    [InlineData("<meta charset=big5>")]
    public void Too_little_text_to_tell_is_read_as_declared(string declaration) =>
        Assert.Equal("職工", Accepted(CodePagesEncodingProvider.Instance.GetEncoding("Big5")!.GetBytes($"<html>{declaration}<p>職工</p></html>")).Text);

    [Fact]
    public void An_XML_declaration_names_a_charset_too() => Assert.Equal(
        "職工", Accepted(CodePagesEncodingProvider.Instance.GetEncoding("Big5")!.GetBytes("<?xml version=\"1.0\" encoding=\"big5\"?><html><p>職工</p></html>")).Text);

    [Fact]
    public void A_fragment_from_an_editor_is_a_page_too() =>
        Assert.Equal("一、开展培训12期。\n二、走访企业30家。", Accepted(Utf8("\n<p><span style=\"x\">一、开展培训</span>12期。</p>\n<p>二、走访企业30家。</p>")).Text);

    [Theory]
    [InlineData("全年<b>12</b>期，<p>见附件\n第二行\n第三行")]
    [InlineData("<p>只有开头有标签\n第一行\n第二行\n第三行\n第四行")]
    [InlineData("# 总结\n\n**一、服务**\n\n- 走访<br>慰问\n")]
    [InlineData("<某单位>关于2021年的总结\n正文<略>")]
    public void A_text_with_a_few_tags_stays_as_it_is(string text) => Assert.Equal(text, Accepted(Utf8(text)).Text);

    [Fact]
    public void A_row_of_a_table_is_one_line_and_a_table_for_layout_is_not() => Assert.Equal(
        "项目\t数量\n培训\t12期\n导航\n首段。\n次段。",
        Accepted(Utf8("<table><tr><th>项目</th><th>数量</th></tr><tr><td><p>培训</p></td><td><p>12期</p></td></tr></table>"
            + "<table><tr><td>导航</td><td><p>首段。</p><p>次段。</p></td></tr></table>")).Text);

    [Fact]
    public void A_page_of_scripts_alone_is_refused() =>
        Assert.Equal("ingest.no-text", Refused(Utf8("<html><script>var a = '文字';</script><style>p{}</style></html>")).Code);

    [Fact]
    public void Markup_without_end_or_of_any_depth_is_read_in_one_pass()
    {
        string deep = string.Concat(Enumerable.Repeat("<div><b><table><tr><td>", 100_000));

        Assert.Equal("深处", Accepted(Utf8($"<html>{deep}深处")).Text.Trim());
        Assert.StartsWith("文字", Accepted(Utf8("<html>文字<!--" + new string('-', 1_000_000))).Text, StringComparison.Ordinal);
        Assert.Equal("文字", Accepted(Utf8(string.Concat(Enumerable.Repeat("<!---->", 600)) + "文字")).Text[^2..]);
        Assert.StartsWith("文字", Accepted(Utf8("<html>文字<a " + string.Concat(Enumerable.Repeat("x=\"y\" ", 20_000)))).Text, StringComparison.Ordinal);
    }
}
