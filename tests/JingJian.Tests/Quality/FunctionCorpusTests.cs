using JingJian.Tools.Evaluation;

namespace JingJian.Tests.Quality;

/// <summary>What functions are learned from and tested on.</summary>
public sealed class FunctionCorpusTests
{
    [Fact]
    public void Every_sample_knows_the_file_it_is_from()
    {
        Repository.Shared("corpora", "open");
        FunctionCorpus corpus = FunctionCorpus.Read(Repository.Shared(), Repository.At("corpus", "labels"), folds: 5);

        Assert.All(corpus.Frozen, sample => Assert.Contains(corpus.FolderOf(sample), new[] { "s3", "s4" }));
        Assert.Superset(
            new HashSet<string> { "s0", "s1", "s2", "gov_work_reports" },
            corpus.Development.Select(corpus.FolderOf).ToHashSet());
    }
}
