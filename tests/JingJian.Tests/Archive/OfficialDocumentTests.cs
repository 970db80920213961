using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using JingJian.Archive.Exports.Official;
using JingJian.Archive.Views;

namespace JingJian.Tests.Archive;

/// <summary>A draft as an official document (GB/T 9704—2012).</summary>
public sealed class OfficialDocumentTests
{
    private const string Draft = """
        青禾县总工会2024年工作总结
        ——在县总工会全委会上的报告
        各位委员：
        　　一年来，县总工会把力气用在基层，办成了几件职工看得见的事。
        一、主要做法
        （一）帮扶不漏一户。给〔待补：数量〕户困难职工各指定一名联系人，每月见一次面，电子档案每季度更新一次。
        1. 先摸底
        （1）入户登记
        二、存在问题
        乡镇工会主席多由副镇长兼任。
        青禾县总工会
        2024年12月30日
        """;

    [Fact]
    public void Each_line_has_the_letters_that_the_standard_names()
    {
        Assert.Equal(
            """
            Title Center · 青禾县总工会2024年工作总结
            Subtitle Center · ——在县总工会全委会上的报告
            Normal · 各位委员：
            Normal 640 · 一年来，县总工会把力气用在基层，办成了几件职工看得见的事。
            Heading1 640 · 一、主要做法
            Normal 640 · [楷体_GB2312 （一）帮扶不漏一户。]给[yellow 〔待补：数量〕]户困难职工各指定一名联系人，每月见一次面，电子档案每季度更新一次。
            Heading3 640 · 1. 先摸底
            Heading4 640 · （1）入户登记
            Heading1 640 · 二、存在问题
            Normal 640 · 乡镇工会主席多由副镇长兼任。
            Normal Right 1600 · 青禾县总工会
            Normal Right 640 · 2024年12月30日

            """.ReplaceLineEndings("\n"),
            Picture(Draft));
    }

    [Fact]
    public void The_page_has_the_measures_of_the_standard()
    {
        using WordprocessingDocument document = Written(Draft);
        SectionProperties page = document.MainDocumentPart!.Document.Body!.GetFirstChild<SectionProperties>()!;
        PageMargin margin = page.GetFirstChild<PageMargin>()!;
        PageSize size = page.GetFirstChild<PageSize>()!;

        Assert.Equal(37, Millimetres((uint)margin.Top!.Value), 0.1);
        Assert.Equal(28, Millimetres(margin.Left!.Value), 0.1);
        Assert.Equal(156, Millimetres(size.Width!.Value - margin.Left.Value - margin.Right!.Value), 0.1);
        Assert.Equal(225, Millimetres(size.Height!.Value - (uint)margin.Top.Value - (uint)margin.Bottom!.Value), 0.1);
        Styles styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!;
        Assert.Equal(("仿宋_GB2312", "32", "560"), Look(styles, "Normal"));
        Assert.Equal(("方正小标宋简体", "44", "660"), Look(styles, "Title"));
        Assert.Equal(("黑体", "32", "560"), Look(styles, "Heading1"));
        Assert.Equal(("楷体_GB2312", "32", "560"), Look(styles, "Heading2"));
        Assert.Equal(("宋体", "28", "280"), Look(styles, "Footer"));
        Assert.Equal(["—1—", "—1—"], document.MainDocumentPart.FooterParts.Select(footer => footer.Footer.InnerText));
    }

    [Fact]
    public void Sources_become_endnotes_where_their_words_stand()
    {
        int at = Draft.IndexOf("每月见一次面", StringComparison.Ordinal);
        using WordprocessingDocument document = Written(Draft, new DraftCitation("后一处", Draft.IndexOf("兼任。", StringComparison.Ordinal) + 3), new DraftCitation("云岭市总工会2019年工作总结，第6行", at), new DraftCitation("早已改写的一处"));

        Assert.Equal(
            ["云岭市总工会2019年工作总结，第6行", "后一处", "另参考：早已改写的一处"],
            document.MainDocumentPart!.EndnotesPart!.Endnotes.Elements<Endnote>().Where(note => note.Id! > 0).Select(note => note.InnerText.Trim()));
        Paragraph[] paragraphs = [.. document.MainDocumentPart.Document.Body!.Elements<Paragraph>()];
        Assert.Equal([5, 9, 9], paragraphs.SelectMany((paragraph, i) => paragraph.Descendants<EndnoteReference>().Select(_ => i)));
        Run reference = paragraphs[5].Elements<Run>().Single(run => run.GetFirstChild<EndnoteReference>() is not null);
        Assert.EndsWith("指定一名联系人，", string.Concat(reference.ElementsBefore().Select(run => run.InnerText)), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_accepts_the_document()
    {
        using WordprocessingDocument document = Written(Draft, new DraftCitation("一处", 40), new DraftCitation("\u0001控制字符\ud800", 41));

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Theory]
    [InlineData("一、没有标题的草稿\n正文在这里。", "Heading1 640 · 一、没有标题的草稿\nNormal 640 · 正文在这里。\n")]
    [InlineData("今年的工作是这样做的，一件一件地说。", "Normal 640 · 今年的工作是这样做的，一件一件地说。\n")]
    [InlineData("工作总结\r\n\r\n　　写了𠮷字。\r\n2024年1月5日", "Title Center · 工作总结\nNormal 640 · 写了𠮷字。\nNormal Right 1280 · 2024年1月5日\n")]
    [InlineData("〔待补：单位〕 2024年1月5日", "Normal Right 1280 · [yellow 〔待补：单位〕] 2024年1月5日\n")]
    public void What_a_draft_lacks_is_not_made_up(string draft, string picture) => Assert.Equal(picture, Picture(draft));

    [Fact]
    public void All_letters_of_any_draft_are_there_in_order()
    {
        string[] letters = [.. "一、（二）3.（4）。：〔待补：数〕年月日2024总结——\n\n　 ".Select(letter => letter.ToString()), "2024年1月5日"];
        Prop.ForAll<int[], int>((choices, at) =>
        {
            string draft = string.Concat(choices.Select(choice => letters[((choice % letters.Length) + letters.Length) % letters.Length]));
            using WordprocessingDocument document = Written(draft, new DraftCitation("出处", at));
            string written = string.Concat(document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText));
            return Letters(draft) == Letters(written);
        }).QuickCheckThrowOnFailure();

        static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
    }

    /// <summary>Each paragraph with its style, place and inset, what has letters of its own in brackets.</summary>
    private static string Picture(string draft)
    {
        using WordprocessingDocument document = Written(draft);
        MainDocumentPart main = document.MainDocumentPart!;
        return string.Concat(main.Document.Body!.Elements<Paragraph>().Select(paragraph =>
        {
            ParagraphProperties properties = paragraph.ParagraphProperties!;
            string style = properties.ParagraphStyleId!.Val!;
            string? place = properties.Justification?.Val?.InnerText ?? main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(one => one.StyleId == style).StyleParagraphProperties!.Justification!.Val!.InnerText;
            string shown = place == "both" ? "" : " " + char.ToUpperInvariant(place![0]) + place[1..];
            string inset = properties.Indentation is { } indentation ? $" {indentation.FirstLine ?? indentation.Right}" : "";
            return $"{style}{shown}{inset} · {string.Concat(paragraph.Elements<Run>().Select(Shown))}\n";
        }));

        static string Shown(Run run)
        {
            string[] marks = [.. new[] { run.RunProperties?.RunFonts?.EastAsia?.Value, run.RunProperties?.Highlight?.Val?.InnerText }.OfType<string>()];
            return marks.Length == 0 ? run.InnerText : $"[{string.Join(' ', marks)} {run.InnerText}]";
        }
    }

    private static (string? Font, string? Size, string? Line) Look(Styles styles, string name)
    {
        Style style = styles.Elements<Style>().Single(one => one.StyleId == name);
        return (style.StyleRunProperties!.RunFonts!.EastAsia, style.StyleRunProperties.FontSize!.Val, style.StyleParagraphProperties!.SpacingBetweenLines!.Line);
    }

    private static double Millimetres(uint twentiethsOfPoints) => twentiethsOfPoints / 20.0 / 72 * 25.4;

    [Fact]
    public void The_same_draft_gives_the_same_bytes_whatever_the_hour()
    {
        byte[] first = Bytes(Draft, new DraftCitation("出处", 40)), second = Bytes(Draft, new DraftCitation("出处", 40));

        Assert.Equal(first, second);
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    private static WordprocessingDocument Written(string draft, params DraftCitation[] citations) =>
        WordprocessingDocument.Open(new MemoryStream(Bytes(draft, citations)), isEditable: false);

    private static byte[] Bytes(string draft, params DraftCitation[] citations)
    {
        var file = new MemoryStream();
        OfficialDocx.Write(new DraftFile(draft, citations), file);
        return file.ToArray();
    }
}
