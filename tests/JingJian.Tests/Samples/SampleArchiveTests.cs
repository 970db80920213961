using JingJian.Tools.Samples;

namespace JingJian.Tests.Samples;

/// <summary>What <c>corpus/samples</c> promises to those who measure with it.</summary>
public sealed class SampleArchiveTests
{
    private static readonly IReadOnlyDictionary<string, PlannedReport> Plan =
        SampleArchive.ReadPlan(Repository.At("corpus", "plan"));

    [Fact]
    public void Building_again_gives_the_committed_bytes()
    {
        IReadOnlyDictionary<string, byte[]> built = SampleArchive.Build(Repository.At("corpus", "plan"));

        string[] committed = [.. Directory.EnumerateFiles(SampleKey.Folder).Select(path => Path.GetFileName(path)).Where(name => name is not ("README.md" or ".jingjianignore"))];
        Assert.Equal(committed.Order(StringComparer.Ordinal), built.Keys.Order(StringComparer.Ordinal));
        Assert.All(built, file => Assert.Equal(File.ReadAllBytes(Path.Combine(SampleKey.Folder, file.Key)), file.Value));
    }

    [Fact]
    public void There_are_sixty_reports_of_300_to_1500_characters()
    {
        IEnumerable<int> lengths = SampleKey.Units
            .GroupBy(unit => unit.Report, (_, units) => units.Sum(unit => SampleKey.TextOf(unit).Length));

        Assert.True(lengths.Count() >= 60);
        Assert.All(lengths, length => Assert.InRange(length, 300, 1500));
    }

    [Fact]
    public void Twelve_units_report_on_three_to_six_different_years()
    {
        ILookup<string, int> years = SampleKey.Reports.ToLookup(report => report.Unit, report => report.Year);

        Assert.True(years.Count >= 12);
        Assert.All(years, unit => Assert.InRange(unit.Distinct().Count(), 3, 6));
        Assert.All(years, unit => Assert.Distinct(unit));
    }

    [Fact]
    public void At_least_five_files_are_GB18030()
    {
        IEnumerable<string> files = SampleKey.Lines.Keys
            .Where(file => SampleKey.IsGb18030(File.ReadAllBytes(Path.Combine(SampleKey.Folder, file))));

        Assert.True(files.Count() >= 5);
    }

    [Fact]
    public void Every_row_of_the_key_points_at_the_planned_words()
    {
        foreach (IGrouping<string, UnitRow> report in SampleKey.Units.GroupBy(unit => unit.Report))
        {
            UnitRow[] body = [.. report.Where(unit => unit.Kind != "title")];

            Assert.Equal(Plan[report.Key].Lines.Select(line => Words(line.Text)), body.Select(unit => Words(SampleKey.TextOf(unit))));
        }
    }

    [Fact]
    public void Every_line_that_is_not_blank_belongs_to_one_row_of_the_key()
    {
        IEnumerable<(string, int)> keyed =
            from unit in SampleKey.Units
            from line in Enumerable.Range(unit.Line, unit.LineEnd - unit.Line + 1)
            select (unit.File, line);
        IEnumerable<(string, int)> written =
            from file in SampleKey.Lines
            from line in file.Value.Index()
            where !string.IsNullOrWhiteSpace(line.Item)
            select (file.Key, line.Index + 1);

        Assert.Equal(written.Order(), keyed.Order());
    }

    [Fact]
    public void A_report_reaches_from_its_first_row_to_its_last()
    {
        Assert.All(SampleKey.Reports, report =>
        {
            UnitRow[] units = [.. SampleKey.Units.Where(unit => unit.Report == report.Report)];
            Assert.All(units, unit => Assert.Equal(report.File, unit.File));
            Assert.Equal((report.Line, report.LineEnd), (units[0].Line, units[^1].LineEnd));
            Assert.Equal(report.Titled, units[0].Kind == "title");
            Assert.Equal(report.Titled ? 0 : 1, Blanks(SampleKey.Lines[report.File][report.Line - 1]));
        });
    }

    [Fact]
    public void The_readme_states_the_true_counts()
    {
        string readme = File.ReadAllText(Path.Combine(SampleKey.Folder, "README.md"));
        int[] lengths = [.. Plan.Values.Select(report => report.Lines.Sum(line => line.Text.Length))];
        IEnumerable<(string, int)> counts =
        [
            ("files", SampleKey.Lines.Count),
            ("reports", SampleKey.Reports.Count),
            ("units", SampleKey.Reports.DistinctBy(report => report.Unit).Count()),
            ("characters", lengths.Sum()),
            ("shortest report", lengths.Min()),
            ("longest report", lengths.Max()),
            ("titles", SampleKey.Units.Count(unit => unit.Kind == "title")),
            ("headings", SampleKey.Units.Count(unit => unit.Kind == "heading")),
            ("paragraphs", SampleKey.Units.Count(unit => unit.Kind == "paragraph")),
            ("noise", SampleKey.Units.Count(unit => unit.Kind == "noise")),
            ("planned copies", SampleKey.Units.Count(unit => unit.Reuse != "-")),
            .. SampleKey.Units.Where(unit => unit.Reuse != "-").CountBy(unit => unit.Reuse).Select(kind => (kind.Key, kind.Value)),
        ];

        Assert.All(counts, count => Assert.Contains($"| {count.Item1} | {count.Item2} |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void No_line_of_twenty_characters_occurs_in_the_seeds()
    {
        string seeds = string.Concat(Directory.EnumerateFiles(Repository.Shared("seeds")).Order(StringComparer.Ordinal).Select(File.ReadAllText));

        Assert.All(
            SampleKey.Units.Select(SampleKey.TextOf).Where(text => text.Length >= 20),
            text => Assert.DoesNotContain(text, seeds, StringComparison.Ordinal));
    }

    // Quotation marks are what the layout of two files damages on purpose.
    private static string Words(string text) =>
        string.Concat(text.Where(letter => !"“”‚‛\\\"".Contains(letter, StringComparison.Ordinal)));

    private static int Blanks(string line) => line.Length - line.TrimStart(' ').Length;
}
