using JingJian.Tools.Evaluation;

namespace JingJian.Tests.Quality;

/// <summary>What auditors are told about the planned copies of the sample archive is right.</summary>
public sealed class ReuseQualityTests : IDisposable
{
    private readonly MeasuredArchive measured = new(Repository.At("corpus", "samples"), Repository.At("models"));

    public void Dispose() => measured.Dispose();

    [Fact]
    public void Changes_have_the_right_words_and_type()
    {
        ChangeEvaluation changes = ChangeEvaluation.Of(
            measured.Archive.Reuse.Pairs(), ChangeLabel.Read(Repository.At("corpus", "labels", "sample-changes.tsv")));

        Assert.True(changes.Recall >= 0.97 && changes.Precision >= 0.97, $"precision {changes.Precision:F3}, recall {changes.Recall:F3}");
    }

    [Fact]
    public void Who_copied_from_whom_is_right_nine_times_of_ten_and_wrong_almost_never()
    {
        DirectionEvaluation directions = DirectionEvaluation.Of(measured.Archive.Reuse.Pairs(), Copies);

        Assert.True(directions.Accuracy >= 0.9, $"{directions.Right} right of {directions.Asked}");
        Assert.InRange(directions.Wrong, 0, 1);
    }

    [Fact]
    public void Planned_tricks_are_found()
    {
        Dictionary<string, FindingEvaluation> findings = FindingEvaluation.Of(measured.Archive, Copies).ToDictionary(finding => finding.Finding);

        Assert.Equal(findings["stale-figures"].Planned, findings["stale-figures"].Found);
        Assert.Equal(findings["slogan-changed"].Planned, findings["slogan-changed"].Found);
        Assert.Equal(findings["spliced"].Planned, findings["spliced"].Found);
        Assert.True(findings["self-reuse"].Found >= 32, $"{findings["self-reuse"].Found} of {findings["self-reuse"].Planned}");
        Assert.True(findings["left-over-name"].Found >= 9, $"{findings["left-over-name"].Found} of {findings["left-over-name"].Planned}");
        Assert.InRange(findings["left-over-name"].Other, 0, 1);
    }

    [Fact]
    public void Drafts_put_together_from_several_reports_are_told_from_those_of_one()
    {
        SpliceEvaluation splices = SpliceEvaluation.Of(measured.Archive);

        Assert.True(splices.Found >= 0.95 * splices.Spliced, splices.ToString());
        Assert.Equal(0, splices.WronglyFound);
    }

    private static IReadOnlyList<PlannedCopy> Copies => PlannedCopy.Read(Repository.At("corpus", "samples"));
}
