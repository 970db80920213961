using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using JingJian.Analysis.Reuse;
using JingJian.Archive;
using JingJian.Archive.Exports;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Tests.Samples;
using JingJian.Text;

namespace JingJian.Tests.Archive;

/// <summary>What an auditor sees of a whole archive, and of one family.</summary>
public sealed class OverviewTests : IDisposable
{
    private const string Own = "在南门市场开出歇脚驿站，早四点半开门、晚九点关门，为零工提供热水、充电、雨棚和信息屏，雇主用工一律登记在册。";

    private readonly ScratchFolder folder = new();
    private readonly ReportArchive archive;

    public OverviewTests()
    {
        Write("甲2019.txt", "青禾县总工会2019年工作总结", $"2019年，青禾县总工会{Visits(88, 12)}");
        Write("甲2020.txt", "青禾县总工会2020年工作总结", $"2020年，青禾县总工会{Visits(96, 15)}");
        Write("乙2021.txt", "石潭镇人民政府2021年工作总结", $"2021年，石潭镇人民政府{Visits(40, 6)}\n{Own}");
        archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data"), ModelsFolder = Repository.At("models") }, TimeProvider.System);
        archive.Ingest([folder.At("in")], null, CancellationToken.None);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_family_is_a_template_with_typed_slots_its_first_appearance_and_its_years()
    {
        FamilyView listed = Assert.Single(archive.Reuse.Families(10, 0, FamilyOrder.Spread));
        FamilyDetailView family = archive.Reuse.Family(listed.Id)!;

        Assert.Equal(family.Family.Text, string.Concat(family.Template.Select(part => part.Text)));
        Assert.Contains("year", family.Template.Select(part => part.Slot));
        TemplatePartView households = family.Template[family.Template.ToList().FindIndex(part => part.Text.EndsWith("困难职工", StringComparison.Ordinal)) + 1];
        Assert.Equal("figure", households.Slot);
        Assert.Equal(["40×1", "88×1", "96×1"], households.Values.Select(value => $"{value.Text}×{value.Copies}").Order(StringComparer.Ordinal));
        Assert.Equal("甲2019.txt", family.First.Place.Source);
        Assert.Equal([2019, 2020, 2021], family.Timeline.Select(year => year.Year));
        Assert.Equal([1.0, 1.0], family.Timeline.Take(2).Select(year => year.Ratio));
        Assert.True(family.Timeline[2].Ratio < 1);
        Assert.Equal(2, family.Timeline[1].Changes["figure"]);
    }

    [Fact]
    public void An_organisation_that_reports_call_by_two_names_is_one()
    {
        Write("丙2020.txt", "青禾县石潭镇2020年工作总结", $"2020年，青禾县石潭镇{Visits(31, 9)}");
        Write("丙2022.txt", "青禾县石潭镇人民政府2022年工作总结", $"2022年，青禾县石潭镇人民政府{Visits(37, 5)}");
        archive.Ingest([folder.At("in")], null, CancellationToken.None);

        FamilyView family = Assert.Single(archive.Reuse.Families(10, 0, FamilyOrder.Spread));

        Assert.Equal(["青禾县总工会", "青禾县石潭镇人民政府"], family.Organisations);
        Assert.Equal(["青禾县总工会", "青禾县石潭镇人民政府"], archive.Reuse.Family(family.Id)!.Timeline.First(year => year.Year == 2020).Organisations);
        Assert.Equal(2, Assert.Single(archive.Overview.Overview(1).Passages).Units);
    }

    [Fact]
    public void Overview_and_families_are_written_in_every_format_with_what_a_second_person_needs()
    {
        OverviewView overview = archive.Overview.Overview(10);
        FamiliesReportView families = archive.Overview.Families(10, 0, FamilyOrder.Size);

        foreach (string name in (string[])["html", "csv", "json"])
        {
            foreach (string written in (string[])[Written(name, (format, file) => format.Write(overview, file)), Written(name, (format, file) => format.Write(families, file))])
            {
                Assert.Contains(overview.Provenance.Archive, written, StringComparison.Ordinal);
                Assert.Contains(archive.Catalogue.Sources()[0].Hash, written, StringComparison.Ordinal);
                Assert.Contains("2021", written, StringComparison.Ordinal);
                Assert.DoesNotContain("<script", written, StringComparison.Ordinal);
            }
        }

        Assert.Equal(Written("html", (format, file) => format.Write(families, file)), Written("html", (format, file) => format.Write(archive.Overview.Families(10, 0, FamilyOrder.Size), file)));
    }

    [Fact]
    public void An_overview_opens_as_a_word_document()
    {
        using var file = new MemoryStream();
        Format("docx").Write(archive.Overview.Overview(10), file);

        using WordprocessingDocument document = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath} {error.Description}"));
        Assert.Contains("石潭镇人民政府", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_are_shown_with_what_they_took_from_each_other_and_never_with_what_came_later()
    {
        OverviewView overview = archive.Overview.Overview(10);

        Assert.Equal(
            ["石潭镇人民政府 ← 青禾县总工会 1", "青禾县总工会 ← 青禾县总工会 1"],
            overview.Matrix.Select(cell => $"{cell.Unit} ← {cell.From} {cell.Paragraphs}").Order(StringComparer.Ordinal));
        Assert.Equal([("石潭镇人民政府", 1), ("青禾县总工会", 1)], overview.Units.Select(unit => (unit.Name, unit.Reused)));
    }

    [Fact]
    public void The_most_recycled_passage_stands_in_all_three_and_each_report_has_its_place_in_the_ranking()
    {
        OverviewView overview = archive.Overview.Overview(10);

        PassageView passage = Assert.Single(overview.Passages);
        Assert.Equal((3, 2, 2019, 2021), (passage.Reports, passage.Units, passage.FirstYear, passage.LastYear));
        Assert.Contains("件件有回音", passage.Text, StringComparison.Ordinal);
        Assert.Equal("甲2019.txt", overview.MostOriginal[0].Report.Source);
        Assert.Equal("甲2020.txt", overview.LeastOriginal[0].Report.Source);
        Assert.Equal(overview.MostOriginal.Count, overview.LeastOriginal.Count);
    }

    [Fact]
    public void Each_report_has_the_figures_and_findings_of_its_audit_also_when_matches_are_excluded()
    {
        OverviewView before = archive.Overview.Overview(10);
        AssertAudited(before);
        archive.Judgements.Exclude("乙2021.txt", "", "联合行文");
        OverviewView after = archive.Overview.Overview(10);

        AssertAudited(after);
        Assert.NotEqual(before.LeastOriginal.Sum(share => share.Figures.Total), after.LeastOriginal.Sum(share => share.Figures.Total));

        void AssertAudited(OverviewView overview) => Assert.All(overview.LeastOriginal, share =>
        {
            AuditView audit = Assert.Single(archive.Audits.Audit(share.Report.Id));
            Assert.Equal((audit.Figures, audit.Findings.Count), (share.Figures, share.Findings));
        });
    }

    [Fact]
    public void Units_and_years_and_the_steps_of_originality_count_every_report_once()
    {
        OverviewView overview = archive.Overview.Overview(1);

        Assert.Equal(3, overview.UnitYears.Sum(cell => cell.Reports));
        Assert.Equal(3, overview.Spread.Sum(step => step.Reports));
        Assert.Equal([0, 30, 60, 80, 90, 100], overview.Spread.Select(step => step.From));
        Assert.Equal(overview.UnitYears.OrderBy(cell => cell.Unit, StringComparer.Ordinal).ThenBy(cell => cell.Year), overview.UnitYears);
        Assert.Single(overview.LeastOriginal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_read_report_by_report_is_what_all_pairs_together_say(bool isJudged)
    {
        string[] samples = [.. Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal).Take(24)];
        archive.Ingest(samples, null, TestContext.Current.CancellationToken);
        if (isJudged)
        {
            archive.Judgements.Mark(Path.GetFileName(samples[1]), "superior", "");
            archive.Judgements.Mark(Path.GetFileName(samples[2]), "own", "");
            archive.Judgements.Exclude(Path.GetFileName(samples[3]), "", "联合行文");
            archive.Judgements.Exclude("甲2019.txt", "甲2020.txt", "集体撰写");
        }

        OverviewView overview = archive.Overview.Overview(1000);

        var expected = new ObviousOverview(archive, folder.At("data"));
        AssertSame(expected.Matrix(), overview.Matrix);
        AssertSame(expected.Units(), overview.Units);
        AssertSame(expected.Passages(1000), overview.Passages);
        AssertSame(expected.Shares(), overview.MostOriginal);
        Assert.True(overview.Matrix.Count > 10 && overview.Passages.Count > 50, $"{overview.Matrix.Count} {overview.Passages.Count}");

        static void AssertSame<T>(IEnumerable<T> expected, IReadOnlyList<T> found) => Assert.Equal(
            expected.Select(one => System.Text.Json.JsonSerializer.Serialize(one)), found.Select(one => System.Text.Json.JsonSerializer.Serialize(one)));
    }

    [Fact]
    public void What_a_person_excluded_leaves_the_matrix_and_the_passages()
    {
        archive.Judgements.Exclude("乙2021.txt", "", "联合行文");

        OverviewView overview = archive.Overview.Overview(10);

        Assert.Equal(["青禾县总工会"], overview.Matrix.Select(cell => cell.Unit));
        Assert.Equal(2, Assert.Single(overview.Passages).Reports);
        Assert.NotEmpty(overview.Provenance.Judgements);
    }

    [Fact]
    public void An_overview_that_is_made_while_a_file_comes_in_is_of_the_moment_before()
    {
        var database = new Database(folder.At("data", "archive.db"), mayBeNew: false);
        var options = new ReuseOptions();
        OverviewView before = archive.Overview.Overview(10);
        Write("丙2022.txt", "云岭县总工会2022年工作总结", $"2022年，云岭县总工会{Visits(51, 7)}");
        var desk = new OverviewDesk(database, new PreparedReuseCache(database, folder.At("data"), options), NamesWhileAFileComesIn, options, new Workforce(Environment.ProcessorCount, GivesWay: false));

        OverviewView during = desk.Overview(10);

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(before), System.Text.Json.JsonSerializer.Serialize(during));
        Assert.Contains("云岭县总工会", archive.Overview.Overview(10).Units.Select(unit => unit.Name));

        NameChanges NamesWhileAFileComesIn()
        {
            archive.Ingest([folder.At("in")], null, CancellationToken.None);
            return new NameChanges(Models.OpenSlots(Repository.At("models"), archive.Segmenter.Lexicon), archive.Segmenter.Lexicon);
        }
    }

    private static string Visits(int households, int money) =>
        $"走访慰问困难职工{households}户，发放慰问金{money}万元，做到进门问需、出门建账、月底销账，件件有回音，事事有着落。";

    private void Write(string name, string title, string text)
    {
        Directory.CreateDirectory(folder.At("in"));
        File.WriteAllText(folder.At(Path.Combine("in", name)), $"{title}\n{text}\n");
    }

    private static string Written(string name, Action<ExportFormat, Stream> write)
    {
        using var file = new MemoryStream();
        write(Format(name), file);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    private static ExportFormat Format(string name) => ExportFormat.Parse(name).TryGet(out ExportFormat? format, out Fault? fault) ? format : throw new InvalidOperationException(fault.Message);
}
