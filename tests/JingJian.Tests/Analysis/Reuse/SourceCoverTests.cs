using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using JingJian.Analysis.Reuse;
using JingJian.Text;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>A paragraph is divided among the texts that it was put together from.</summary>
public sealed class SourceCoverTests
{
    [Fact]
    public void Each_half_goes_to_the_text_that_has_it() =>
        Assert.Equal("[0..40)=0 [60..100)=1", Picture(100, Candidate(5, (0, 40)), Candidate(5, (60, 40))));

    [Fact]
    public void A_small_edit_does_not_end_a_stretch_and_a_larger_gap_does() =>
        Assert.Equal("[0..40)=0 [60..80)=0", Picture(100, Candidate(5, (0, 15), (25, 15), (60, 20))));

    [Fact]
    public void Of_two_that_explain_a_stretch_as_well_the_lower_rank_is_the_source()
    {
        Assert.Equal("[0..48)=1", Picture(50, Candidate(5, (0, 50)), Candidate(2, (0, 48))));
        Assert.Equal("[0..50)=0", Picture(50, Candidate(5, (0, 50)), Candidate(2, (0, 30))));
    }

    [Fact]
    public void The_others_are_those_that_have_most_of_a_stretch()
    {
        SourcedStretch stretch = Assert.Single(SourceCover.Of(50, [Candidate(1, (0, 50)), Candidate(5, (0, 45)), Candidate(5, (0, 20))]));

        Assert.Equal([1], stretch.Others);
    }

    [Fact]
    public void Stretches_never_overlap_and_no_long_shared_run_is_left_out()
    {
        Gen<SourceCandidate> candidate =
            from rank in Gen.Choose(0, 6)
            from spans in Gen.ListOf(from start in Gen.Choose(0, 80) from length in Gen.Choose(1, 20) select (start, length))
            select Candidate(rank, [.. spans]);
        Prop.ForAll(Gen.ListOf(candidate).ToArbitrary(), candidates =>
        {
            ImmutableArray<SourcedStretch> stretches = SourceCover.Of(100, [.. candidates]);
            bool apart = stretches.Zip(stretches.Skip(1)).All(pair => pair.First.At.End <= pair.Second.At.Start);
            bool[] covered = new bool[100];
            foreach (SourcedStretch stretch in stretches)
            {
                covered.AsSpan(stretch.At.Start, stretch.At.Length).Fill(true);
            }

            return apart && candidates.SelectMany(one => one.Spans).All(span => LongestRun(covered[span.B.Start..span.B.End]) < ReuseOptions.RunLength);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>The longest run of characters that nothing covers.</summary>
    private static int LongestRun(bool[] covered) => string.Concat(covered.Select(one => one ? ' ' : 'x')).Split(' ').Max(run => run.Length);

    private static string Picture(int length, params SourceCandidate[] candidates) =>
        string.Join(' ', SourceCover.Of(length, candidates).Select(stretch => $"{stretch.At}={stretch.Candidate}"));

    private static SourceCandidate Candidate(int rank, params (int Start, int Length)[] spans) =>
        new([.. spans.Select(span => new ReusedSpan(new TextSpan(span.Start, span.Length), new TextSpan(span.Start, span.Length)))], rank, 1);
}
