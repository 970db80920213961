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
}
