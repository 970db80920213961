using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Tests.Archive;

/// <summary>What somebody gets who asks the sample archive for the outline of a report.</summary>
public sealed class OutlineTests(OutlineTests.Samples samples) : IClassFixture<OutlineTests.Samples>
{
    [Fact]
    public void The_usual_outline_of_a_union_has_its_sections_in_order_each_with_exemplars_of_its_own()
    {
        OutlineView outline = Got(samples.Archive.Outlines.Usual(new OutlineWish { UnitType = "工会", Topic = "帮扶", Exemplars = 2 }));

        string[] order = [.. outline.Sections.Select(section => section.Function)];
        Assert.Superset(new HashSet<string> { "opening", "practice", "result", "problem", "plan" }, order.ToHashSet());
        Assert.True(Array.IndexOf(order, "opening") < Array.IndexOf(order, "practice") && Array.IndexOf(order, "problem") < Array.IndexOf(order, "plan"));
        Assert.All(outline.Sections, section => Assert.Contains(section.Exemplars, exemplar => exemplar.Function == section.Function || exemplar.Secondary == section.Function));
        Assert.Distinct(outline.Sections.SelectMany(section => section.Exemplars).Select(exemplar => exemplar.Paragraph));
        Assert.True(outline.Sections.Single(section => section.Function == "practice").Share > 0.3);
    }

    [Fact]
    public void An_outline_without_problems_is_told_so_and_where_they_go()
    {
        const string text = "某县总工会2024年工作总结\n一、困难职工帮扶工作\n二、职工技能竞赛\n三、下一步打算\n";

        OutlineCheckView check = Got(samples.Archive.Outlines.Check(text, new OutlineWish { UnitType = "工会" }));

        Assert.Equal(["practice", "practice", "plan"], check.Sections.Select(section => section.Function));
        MissingSectionView missing = check.Missing.Single(missing => missing.Section.Function == "problem");
        Assert.Equal(2, missing.After);
        Assert.NotEmpty(missing.Section.Exemplars);
        Assert.Contains("帮扶", check.Sections[0].Exemplars[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(check.Missing, missing => missing.Section.Function is "practice" or "plan" or "opening");
    }

    [Fact]
    public void A_draft_that_names_its_shortcomings_does_not_lack_them()
    {
        const string text = """
            白石镇总工会2022年工作总结
            一、主要做法
            我们走访慰问困难职工四十五户，发放慰问金和米面油等物资折合八万元，把每户的难处记在本子上，逐月回访，办完一件销号一件。
            二、存在问题
            一些小企业还没有建立工会，职工流动快，会员底数不清，入会以后的服务跟不上，职工感受不到组织的温暖。
            """;

        OutlineCheckView check = Got(samples.Archive.Outlines.Check(text, new OutlineWish()));

        Assert.Equal(["practice", "problem"], check.Sections.Select(section => section.Function));
        Assert.All(check.Sections, section => Assert.True(section.Characters > 30));
        Assert.DoesNotContain(check.Missing, missing => missing.Section.Function == "problem");
        Assert.Contains(check.Missing, missing => missing.Section.Function == "plan");
    }

    [Theory]
    [InlineData(null, "周报", "outline.unknown-occasion")]
    [InlineData("火星站", null, "search.unknown-unit-type")]
    public void What_is_not_understood_is_named(string? unit, string? occasion, string code)
    {
        Assert.False(samples.Archive.Outlines.Usual(new OutlineWish { UnitType = unit, Occasion = occasion }).TryGet(out _, out Fault? fault));
        Assert.Equal(code, fault.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n　\n")]
    [InlineData("𠮷\ud800")]
    [InlineData("\"(未闭合 AND -")]
    public void Odd_drafts_are_answered_or_refused_in_a_sentence(string text)
    {
        if (!samples.Archive.Outlines.Check(text, new OutlineWish { Exemplars = 1 }).TryGet(out OutlineCheckView? check, out Fault? fault))
        {
            Assert.Equal("draft.no-sections", fault.Code);
            return;
        }

        Assert.NotEmpty(check.Sections);
    }

    [Fact]
    public void A_sort_of_unit_of_which_the_archive_has_few_falls_back_on_all_and_says_so()
    {
        OutlineView outline = Got(samples.Archive.Outlines.Usual(new OutlineWish { UnitType = "法院", Exemplars = 0 }));

        Assert.Contains("所有单位", Assert.Single(outline.Notes), StringComparison.Ordinal);
        Assert.True(outline.Reports >= 5);
    }

    private static T Got<T>(Result<T> result)
        where T : class => result.TryGet(out T? value, out Fault? fault) ? value : throw new InvalidOperationException(fault.Message);

    /// <summary>The samples, taken in once.</summary>
    public sealed class Samples : IDisposable
    {
        private readonly ScratchFolder folder = new();

        public Samples()
        {
            Archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data"), ModelsFolder = Repository.At("models") }, TimeProvider.System);
            Archive.Ingest([.. Directory.EnumerateFiles(Repository.At("corpus", "samples"), "*.txt").Order(StringComparer.Ordinal)], null, CancellationToken.None);
        }

        public ReportArchive Archive { get; }

        public void Dispose() => folder.Dispose();
    }
}
