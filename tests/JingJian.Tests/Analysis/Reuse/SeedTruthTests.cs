using JingJian.Analysis.Reuse;
using JingJian.Tools.Evaluation;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>The engine against an exhaustive comparison of every paragraph of the seeds with every other.</summary>
public sealed class SeedTruthTests
{
    private static readonly Lazy<Seeds> Made = new(() => new Seeds());

    // Made inside a test, so that it is skipped where there are no seeds: a fixture would fail.
    private readonly Seeds seeds = Made.Value;

    [Fact]
    public void The_reference_finds_the_truth_that_was_measured_before()
    {
        Assert.InRange(seeds.Paragraphs.Count, 765, 772);
        Assert.Equal(581, seeds.Truth.Count);
    }

    [Fact]
    public void Every_true_pair_is_found()
    {
        HashSet<(int, int)> found = [.. seeds.Findings.Pairs.Select(pair => (pair.A, pair.B))];

        Assert.Empty(seeds.Truth.Except(found));
    }

    [Fact]
    public void No_other_pair_is_called_a_copy_or_partly_reused()
    {
        IEnumerable<ReusePair> others = seeds.Findings.Pairs
            .Where(pair => pair.Kind != ReuseKind.Passage && !seeds.Truth.Contains((pair.A, pair.B)));

        Assert.Empty(others);
    }

    /// <remarks>117 pairs share a run of 13 letters without being true. Those that share a passage of 30 letters of their own
    /// are six: one sentence about health checks in three copies and another report, and one campaign sentence.</remarks>
    [Fact]
    public void Few_pairs_are_reported_for_a_passage_alone()
    {
        int passages = seeds.Findings.Pairs.Count(pair => pair.Kind == ReuseKind.Passage);

        Assert.InRange(passages, 1, 10);
        Assert.True(seeds.Truth.Count >= 0.98 * seeds.Findings.Pairs.Length);
    }

    [Fact]
    public void Ratio_and_cover_are_those_of_the_definitions()
    {
        foreach (ReusePair pair in seeds.Findings.Pairs.Where(pair => pair.Kind != ReuseKind.Copy))
        {
            Assert.Equal(SlowReuse.Ratio(seeds.Letters[pair.A], seeds.Letters[pair.B]), pair.Ratio, 12);
            Assert.Equal(SlowReuse.Cover(seeds.Letters[pair.A], seeds.Letters[pair.B]), pair.Cover, 12);
        }
    }

    [Fact]
    public void Both_sides_of_a_span_hold_the_same_letters_up_to_masked_words()
    {
        foreach (ReusePair pair in seeds.Findings.Pairs)
        {
            foreach (ReusedSpan span in pair.Spans)
            {
                string a = SlowReuse.PlainLetters(span.A.In(seeds.Paragraphs[pair.A].Text).ToString());
                string b = SlowReuse.PlainLetters(span.B.In(seeds.Paragraphs[pair.B].Text).ToString());
                int masked = pair.Changes.Where(change => change.Type == ChangeType.Mask).Sum(change => change.From.Length + change.To.Length);
                Assert.True(a == b || a.Length + b.Length - (2 * SlowReuse.Lcs(a, b)) <= masked, $"{pair.A} {pair.B} {span}: {a} / {b}");
            }
        }
    }

    [Fact]
    public void The_families_are_those_of_the_measured_truth_give_or_take_merged_paragraphs()
    {
        Assert.InRange(seeds.Findings.Families.Length, 165, 172);
    }

    [Fact]
    public void Two_runs_give_the_same_findings()
    {
        ReuseFindings again = ReuseEngine.Find(seeds.Paragraphs, new ReuseOptions());

        Assert.Equal(Picture.Of(seeds.Findings), Picture.Of(again));
    }

    /// <summary>The paragraphs, the truth about them, and what the engine found; made once.</summary>
    private sealed class Seeds
    {
        public Seeds()
        {
            string[] files = [.. Directory.GetFiles(Repository.Shared("seeds"), "*.txt").Order(StringComparer.Ordinal)];
            for (int file = 0; file < files.Length; file++)
            {
                foreach (string line in File.ReadLines(files[file]))
                {
                    string text = line.Trim().TrimStart('>').Trim();
                    if (text.Length >= 40)
                    {
                        Paragraphs.Add(new ReuseParagraph(file, text));
                        Letters.Add(SlowReuse.PlainLetters(text));
                    }
                }
            }

            Truth = SlowReuse.TruePairs(Letters);
            Findings = ReuseEngine.Find(Paragraphs, new ReuseOptions());
        }

        public List<ReuseParagraph> Paragraphs { get; } = [];

        public List<string> Letters { get; } = [];

        public HashSet<(int, int)> Truth { get; }

        public ReuseFindings Findings { get; }
    }
}
