using JingJian.Ingest;
using static JingJian.Tests.Ingest.Formats.Reading;
using static JingJian.Tests.Ingest.Formats.WordDocument;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>A .docx gives what Word shows, line by line.</summary>
public sealed class DocxTests
{
    [Fact]
    public void Paragraphs_stand_in_their_order_and_breaks_and_tabs_are_kept() => Assert.Equal(
        "　　总结\n一\t二\n三",
        TextOf(Paragraph("　　总结") + "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r></w:p>"));

    [Fact]
    public void The_numbers_of_lists_are_written_out()
    {
        string numbering = $"<w:abstractNum w:abstractNumId=\"7\">{Level(0, "chineseCounting", "%1、")}{Level(1, "chineseCounting", "（%2）")}{Level(2, "decimal", "%3.")}"
            + $"</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";
        string body = Paragraph("服务", InList(1, 0)) + Paragraph("走访", InList(1, 1)) + Paragraph("慰问", InList(1, 1)) + Paragraph("细目", InList(1, 2))
            + Paragraph("正文") + Paragraph("改革", InList(1, 0)) + Paragraph("试点", InList(1, 1));

        Assert.Equal("一、服务\n（一）走访\n（二）慰问\n1. 细目\n正文\n二、改革\n（一）试点", TextOf(body, numbering));
    }

    [Fact]
    public void A_list_that_starts_over_does_and_lists_of_one_definition_count_on_together()
    {
        string numbering = $"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "decimal", "第%1条")}</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

        Assert.Equal("第1条 甲\n第2条 乙\n第5条 丙", TextOf(Paragraph("甲", InList(1, 0)) + Paragraph("乙", InList(2, 0)) + Paragraph("丙", InList(3, 0)), numbering));
    }

    [Fact]
    public void A_style_may_number_its_paragraphs_by_the_style_it_is_based_on()
    {
        string numbering = $"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "chineseCounting", "%1、")}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        string styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";

        Assert.Equal("一、服务\n改革\n二、创新", TextOf(
            Paragraph("服务", "<w:pStyle w:val=\"a\"/>") + Paragraph("改革", "<w:pStyle w:val=\"a\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
            + Paragraph("创新", "<w:pStyle w:val=\"b\"/>"), numbering, styles));
    }

    [Fact]
    public void A_table_is_read_row_by_row()
    {
        static string Cell(string content) => $"<w:tc>{content}</w:tc>";
        string table = $"<w:tbl><w:tr>{Cell(Paragraph("项目"))}{Cell(Paragraph("数量"))}</w:tr><w:tr>{Cell(Paragraph("培训"))}{Cell(Paragraph("12期"))}</w:tr>"
            + $"<w:tr>{Cell(Paragraph("说明"))}{Cell(Paragraph("首段。") + Paragraph("次段。"))}</w:tr></w:tbl>";

        Assert.Equal("前文\n项目\t数量\n培训\t12期\n说明\n首段。\n次段。\n后文", TextOf(Paragraph("前文") + table + Paragraph("后文")));
    }

    [Fact]
    public void Insertions_are_kept_and_deletions_dropped()
    {
        string body = "<w:p><w:r><w:t>全年培训</w:t></w:r><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>10</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t>期，</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"a\"/></w:rPr></w:pPr><w:r><w:t>参加</w:t></w:r></w:p>" + Paragraph("500人。");

        Assert.Equal("全年培训12期，\n参加500人。", TextOf(body));
    }

    [Fact]
    public void A_text_box_follows_its_paragraph_once_and_fields_show_their_result()
    {
        string box = $"<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>{Paragraph("框中文字")}</w:txbxContent></mc:Choice>"
            + $"<mc:Fallback><w:txbxContent>{Paragraph("框中文字")}</w:txbxContent></mc:Fallback></mc:AlternateContent>";

        Assert.Equal("前半后半\n框中文字\n见第3页", TextOf(
            $"<w:p><w:r><w:t>前半</w:t></w:r><w:r>{box}</w:r><w:r><w:t>后半</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>见第</w:t></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:t>3</w:t></w:r><w:r><w:t>页</w:t></w:r></w:p>"));
    }

    [Fact]
    public void A_footnote_stands_at_the_end()
    {
        string body = "<w:p><w:r><w:t>全年培训12期</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>。</w:t></w:r></w:p>" + Paragraph("后文");

        Assert.Equal("全年培训12期[1]。\n后文\n[1] 含线上4期", Accepted(Of(body, footnotes: $"<w:footnote w:id=\"2\">{Paragraph("含线上4期")}</w:footnote>")).Text);
    }

    [Fact]
    public void Its_encoding_is_shown_as_docx() => Assert.Equal("docx", Accepted(Of(Paragraph("总结"))).Encoding);

    [Fact]
    public void A_document_of_pictures_alone_is_refused() => Assert.Equal("ingest.no-text", Refused(Of("<w:p/>")).Code);

    [Fact]
    public void A_document_nested_without_end_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:ins>", 50_000)) + string.Concat(Enumerable.Repeat("</w:ins>", 50_000));

        Assert.Equal("ingest.too-large", Refused(Raw($"<w:document xmlns:w=\"w\"><w:body>{deep}</w:body></w:document>")).Code);
    }

    [Fact]
    public void A_document_with_too_many_elements_is_refused() => Assert.Equal(
        "ingest.too-large",
        Refused(Raw($"<w:document xmlns:w=\"w\"><w:body>{string.Concat(Enumerable.Repeat("<w:p/>", 2000))}</w:body></w:document>"), IngestLimits.Default with { MaxXmlElements = 1000 }).Code);

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"&#x4E00;\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body>&b;</w:body></w:document>")]
    [InlineData("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:body>&a;</w:body></w:document>")]
    [InlineData("<w:document xmlns:w=\"w\"><w:body>")]
    [InlineData("")]
    public void Entities_and_broken_XML_are_refused(string xml) => Assert.Equal("ingest.damaged", Refused(Raw(xml)).Code);

    private static string TextOf(string body, string? numbering = null, string? styles = null) => Accepted(Of(body, numbering, styles)).Text.TrimEnd('\n');

    private static byte[] Raw(string documentXml) => Zip(("[Content_Types].xml", Utf8("<Types/>")), ("word/document.xml", Utf8(documentXml)));
}
