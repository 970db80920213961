using JingJian.Tools.Samples;

namespace JingJian.Tests.Samples;

/// <summary>A plan that contradicts itself makes no archive.</summary>
public sealed class BrokenPlanTests : IDisposable
{
    private const string Report = "=== id=qhgh-2021 unit=青禾县总工会 type=union year=2021 title=2021年工作总结\n";

    private readonly string folder = Directory.CreateTempSubdirectory("plan").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_sound_plan_gives_its_files_and_both_keys()
    {
        IReadOnlyDictionary<string, byte[]> archive = Build("[practice] 走访职工。", "qhgh-2021");

        Assert.Equal(["KEY-reports.tsv", "KEY.tsv", "总结.txt"], archive.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2021年工作总结\n走访职工。\n"u8, archive["总结.txt"]);
    }

    [Theory]
    [InlineData("qhgh-2022")]
    [InlineData("qhgh-2021,qhgh-2022")]
    [InlineData("qhgh-2021,qhgh-2021")]
    public void A_layout_that_misses_or_repeats_a_report_is_refused(string reports) =>
        Assert.Throws<FormatException>(() => Build("[practice] 走访职工。", reports));

    [Theory]
    [InlineData("jxc-2020#1")]
    [InlineData("qhgh-2021#0")]
    [InlineData("qhgh-2021#2")]
    public void A_copy_of_what_is_not_planned_is_refused(string source) =>
        Assert.Throws<FormatException>(() => Build($"[practice] {{self:{source}}} 走访职工。", "qhgh-2021"));

    private IReadOnlyDictionary<string, byte[]> Build(string line, string reports)
    {
        File.WriteAllText(Path.Combine(folder, "qhgh.txt"), Report + line);
        File.WriteAllText(Path.Combine(folder, "LAYOUT.tsv"), $"file\tencoding\toptions\ttitle\treports\n总结\tutf-8\t-\t{{title}}\t{reports}\n");
        return SampleArchive.Build(folder);
    }
}
