using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using JingJian.Tools.Benchmarks;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>The same paragraphs give the same findings, however the work is done.</summary>
public sealed class SameFindingsTests
{
    private static readonly IReadOnlyList<ReuseParagraph> Archive = GeneratedArchive.Make(4_000).Paragraphs;
    private static readonly string Expected = Picture.Of(ReuseEngine.Find(Archive, new ReuseOptions()));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_number_of_threads_changes_nothing(int threads)
    {
        var resources = ReuseResources.InMemory(new ThreadWorkers(threads));

        Assert.Equal(Expected, Picture.Of(ReuseEngine.Find(Archive, new ReuseOptions(), resources)));
    }

    [Fact]
    public void Keys_may_wait_in_files()
    {
        using var folder = new ScratchFolder();
        var resources = new ReuseResources(new ThreadWorkers(3), () => new FilePartitions(folder.Path));

        Assert.Equal(Expected, Picture.Of(ReuseEngine.Find(Archive, new ReuseOptions(), resources)));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Pieces_may_be_done_in_any_order()
    {
        var resources = ReuseResources.InMemory(new Backwards());

        Assert.Equal(Expected, Picture.Of(ReuseEngine.Find(Archive, new ReuseOptions(), resources)));
    }

    [Fact]
    public void Pairs_are_handed_over_in_one_order_and_are_those_that_are_collected()
    {
        var one = new List<ReusePair>();
        var other = new List<ReusePair>();
        ReuseRun.Of(Archive, new ReuseOptions(), ReuseResources.OneThread).Write(one.Add);
        ReuseRun.Of(Archive, new ReuseOptions(), ReuseResources.InMemory(new ThreadWorkers(4))).Write(other.Add);

        Assert.Equal(one.Select(Picture.Of), other.Select(Picture.Of));
        Assert.Equal(one.Select(pair => (pair.A, pair.B)).Order(), ReuseEngine.Find(Archive, new ReuseOptions()).Pairs.Select(pair => (pair.A, pair.B)));
    }

    [Fact]
    public void Pairs_that_are_known_are_not_written_again()
    {
        ReuseRun run = ReuseRun.Of(Archive, new ReuseOptions(), ReuseResources.OneThread);
        var first = new List<ReusePair>();
        run.Write(first.Add);
        HashSet<(int, int, ReuseKind)> known = [.. first.Where((_, i) => i % 2 == 0).Select(pair => (pair.A, pair.B, pair.Kind))];
        var rest = new List<ReusePair>();

        run.Write(rest.Add, (a, b, kind) => known.Contains((a, b, kind)));

        Assert.Equal(first.Where((_, i) => i % 2 == 1).Select(Picture.Of), rest.Select(Picture.Of));
    }

    /// <summary>A change that may be told in two ways: 作 → 报告 and 报告 left out, or 作工作 left out and 工作 put in.</summary>
    [Fact]
    public void The_evidence_of_two_paragraphs_is_the_same_whatever_else_is_in_the_archive()
    {
        const string one = "下面，由我向全体会员作工作报告，请大家逐项审议，并请各分会的职工代表提出看法和建议。";
        const string other = "下面，由我向全体会员报告工作，请大家逐项审议，并请各分会的职工代表和到会的师傅提出看法。";
        ReusePair alone = Assert.Single(ReuseEngine.Find([new ReuseParagraph(0, one), new ReuseParagraph(1, other)], new ReuseOptions()).Pairs);

        ReusePair[] among = [.. ReuseEngine.Find([new ReuseParagraph(0, other), new ReuseParagraph(1, one), new ReuseParagraph(2, other)], new ReuseOptions()).Pairs];

        Assert.Equal(Picture.Of(alone with { A = 1, B = 2 }), Picture.Of(among.Single(pair => (pair.A, pair.B) == (1, 2))));
    }

    [Fact]
    public void A_paragraph_of_the_archive_asked_as_a_draft_gets_the_evidence_that_the_archive_has()
    {
        ReuseFindings findings = ReuseEngine.Find(Archive, new ReuseOptions());
        ReuseIndex index = ReuseIndex.Build(Archive, new ReuseOptions());
        foreach (IGrouping<int, ReusePair> pairs in findings.Pairs.GroupBy(pair => pair.B).Take(200))
        {
            Dictionary<int, ReuseMatch> matches = index.Query(Archive[pairs.Key].Text).ToDictionary(match => match.Paragraph);

            Assert.All(pairs, pair => Assert.Equal(
                Picture.Of(pair),
                Picture.Of(new ReusePair(pair.A, pair.B, matches[pair.A].Kind, matches[pair.A].Ratio, matches[pair.A].Cover, matches[pair.A].Spans, matches[pair.A].Changes))));
        }
    }

    /// <summary>Families of four with six changed characters each, in unrelated text with forty formulas: everything is found and nothing else.</summary>
    [Fact]
    public void Every_planned_copy_of_a_made_up_archive_is_found()
    {
        using GeneratedArchive archive = GeneratedArchive.Make(4_000);
        ReuseFindings findings = ReuseEngine.Find(Archive, new ReuseOptions());

        Assert.All(findings.Pairs, pair => Assert.True(archive.IsPlanned(pair.A, pair.B)));
        Assert.Equal(archive.Planned, findings.Pairs.Length);
    }

    [Fact]
    public void A_made_up_archive_is_the_same_in_memory_and_on_disk()
    {
        using var folder = new ScratchFolder();
        using GeneratedArchive onDisk = GeneratedArchive.MakeOnDisk(4_000, folder.Path);

        Assert.Equal(Archive, onDisk.Paragraphs);
    }

    private sealed class Backwards : IReuseWorkers
    {
        public void Run(int count, Action<int> piece)
        {
            for (int i = count - 1; i >= 0; i--)
            {
                piece(i);
            }
        }
    }
}
