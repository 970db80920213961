using JingJian.Tools.Samples;

namespace JingJian.Tests.Samples;

public sealed class PlanReaderTests
{
    private const string Head = "=== id=qhgh-2021 unit=青禾县总工会 type=union year=2021 title=2021年工作总结\n";

    [Fact]
    public void A_tag_gives_kind_functions_and_copy()
    {
        PlannedReport report = Assert.Single(PlanReader.Read("a.txt",
            Head + "% a comment\n\n[heading plan] 三、打算\n[practice result] {merged:qhgh-2019#3,szgh-2020#12} 走访职工。\n[noise] 2021年12月\n"));

        Assert.Equal(("qhgh-2021", 2021, "summary"), (report.Id, report.Year, report.Document));
        Assert.Equal([("heading", "plan", null), ("paragraph", "practice", "result"), ("noise", "other", null)],
            report.Lines.Select(line => (line.Kind, line.Function, line.Secondary)));
        Assert.Equal("merged", report.Lines[1].Copy!.Kind);
        Assert.Equal([new("qhgh-2019", 3), new("szgh-2020", 12)], report.Lines[1].Copy!.Sources);
    }

    [Theory]
    [InlineData("[practise] 走访职工。")]
    [InlineData("[practice result plan] 走访职工。")]
    [InlineData("[heading] 三、打算")]
    [InlineData("[practice] {borrowed:qhgh-2019#3} 走访职工。")]
    [InlineData("[practice]")]
    [InlineData("走访职工。")]
    public void Broken_markup_is_refused_by_file_and_line(string line)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => PlanReader.Read("a.txt", Head + line));

        Assert.StartsWith("a.txt:2:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_before_the_first_head_is_refused() =>
        Assert.Throws<FormatException>(() => PlanReader.Read("a.txt", "[practice] 走访职工。"));

    [Fact]
    public void A_layout_row_names_reports_with_and_without_title()
    {
        FileLayout layout = Assert.Single(LayoutReader.Read("file\tencoding\toptions\ttitle\treports\n汇编\tutf-8\tcrlf,gaps\t总结{1}\ta-2020,~b-2021\n"));

        Assert.Equal([new("a-2020", true), new("b-2021", false)], layout.Reports);
        Assert.Equal(["crlf", "gaps"], layout.Options.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("汇编\tutf-8\tshout\t{title}\ta-2020")]
    [InlineData("汇编\tutf-8\t{title}\ta-2020")]
    public void A_broken_layout_row_is_refused(string row) =>
        Assert.Throws<FormatException>(() => LayoutReader.Read("file\tencoding\toptions\ttitle\treports\n" + row));
}
