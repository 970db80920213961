using DocumentFormat.OpenXml.Packaging;
using JingJian.Archive.Exports;
using JingJian.Archive.Views;

namespace JingJian.Tests.Archive;

public sealed class AuditExportTests
{
    private const string Hostile = "<script>alert(1)</script>=SUM(A1)";

    [Fact]
    public void Html_shows_the_archives_words_and_runs_none_of_them()
    {
        string html = Export("审计.html");

        Assert.Contains("总复用率", html, StringComparison.Ordinal);
        Assert.Contains("62.5%", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_gives_a_spreadsheet_no_formula_and_every_passage()
    {
        string csv = Export("审计.csv", "=HYPERLINK(\"x\")");

        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=", csv, StringComparison.Ordinal);
        Assert.Contains("\"其他单位\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Docx_opens_and_holds_figures_findings_and_both_sides()
    {
        using var folder = new ScratchFolder();
        Assert.Null(ExportFile.Write(folder.At("审计.docx"), (format, file) => format.Write([Audit("一段\u0001文字𠮷")], file)));

        using WordprocessingDocument document = WordprocessingDocument.Open(folder.At("审计.docx"), false);
        string text = document.MainDocumentPart!.Document.InnerText;
        Assert.Contains("总复用率62.5%（50 字）", text, StringComparison.Ordinal);
        Assert.Contains("漏改名称", text, StringComparison.Ordinal);
        Assert.Contains("一段\uFFFD文字𠮷", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_audit_gives_the_same_bytes()
    {
        Assert.Equal(Export("a.html"), Export("b.html"));
        Assert.Equal(Export("a.csv"), Export("b.csv"));
        Assert.Equal(Word(), Word());

        static byte[] Word()
        {
            var file = new MemoryStream();
            AuditDocx.Write([Audit("一段文字")], file);
            return file.ToArray();
        }
    }

    [Fact]
    public void Another_format_is_refused_with_the_ones_that_are_possible()
    {
        using var folder = new ScratchFolder();

        string message = ExportFile.Write(folder.At("审计.pdf"), (_, _) => { })!.Message;

        Assert.Contains(".docx", message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("2022年工作总结", "《2022年工作总结》")]
    [InlineData("：一、通过“四个到位”，为职工服务…", "“一、通过‘四个到位’，为职工服务…”（无标题）")]
    public void The_first_words_of_a_report_without_title_are_not_shown_as_one(string title, string shown)
    {
        Assert.Equal(shown, ReportTitles.Quoted(title));
    }

    private static string Export(string name, string words = Hostile)
    {
        using var folder = new ScratchFolder();
        Assert.Null(ExportFile.Write(folder.At(name), (format, file) => format.Write([Audit(words)], file)));
        return File.ReadAllText(folder.At(name));
    }

    private static AuditView Audit(string words)
    {
        var report = new ReportView("3fa9c1d2e4b5-r1", words, words, true, 2021, "青禾县总工会", "summary", 1, 9, 3);
        var place = new PlaceView(words, 3, 4, 10, 20, report.Id, "3fa9c1d2e4b5-b2");
        var direction = new DirectionView("from-other", words, [words]);
        var evidence = new EvidenceView("other", "copy", place, 10, 20, words, place, words, null, null, 30, 40, words, direction, 0, 0);
        return new AuditView(
            report,
            new AuditFiguresView(80, 0.625, 0.5, 0.5, 0, 0, 0, 0.625, 0, 0, 0, 0.625, report, 0.5, 0.5, 50, 0, 0, 0, 0, 0.375),
            null,
            [new FigureView("total", "总复用率", 50, 0.625, [new FigureSpanView(place.Paragraph, 10, 20, 0, Math.Min(10, words.Length))])],
            [new AuditSourceView(report, "other", 50, 0.625, 50, 0.625, 1)],
            [new FindingView("left-over-name", "漏改名称", place, 10, 14, words, words, [place], [new FindingEvidenceView(10, 14, words, place, 30, 34, words)])],
            [evidence],
            [evidence with { Excluded = words }],
            [new AuditedParagraphView(place, words, [[0, Math.Min(4, words.Length)]])],
            [new OtherParagraphView(place, words)],
            "0123456789abcdef",
            new ProvenanceView("1.0", "0123456789abcdef", "fedcba9876543210", "00ff", [new CitedSourceView(words, "00ff", "上级文件")], new Dictionary<string, double> { ["runLetters"] = 13 }));
    }
}
