using JingJian.Tools.Evaluation;

namespace JingJian.Tests.Quality;

/// <summary>The search finds more of what people mean than the ranking of words alone, on needs that were looked at and on needs that were not.</summary>
public sealed class SearchQualityTests
{
    [Theory]
    [InlineData(false, 0.70, 0.20, 0)]
    [InlineData(true, 0.53, 0.08, 10)]
    public void All_needs_are_answered_better_than_by_words_alone(bool fresh, double least, double ahead, int withoutUsefulHit)
    {
        (SearchEvaluation words, SearchEvaluation whole, _) = Evaluated(fresh);

        double mean = whole.Gains.Values.Average();
        Assert.True(mean >= least, $"nDCG@10 {mean:F3}");
        Assert.True(mean - words.Gains.Values.Average() >= ahead, $"nDCG@10 {mean:F3} and {words.Gains.Values.Average():F3}");
        Assert.True(whole.Empty.Count() <= withoutUsefulHit, $"without a useful hit: {string.Join(' ', whole.Empty)}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Questions_are_answered_a_fifth_better(bool fresh)
    {
        (SearchEvaluation words, SearchEvaluation whole, IReadOnlyList<SearchNeed> needs) = Evaluated(fresh);
        string[] questions = [.. needs.Where(need => need.Kind == "question").Select(need => need.Id)];

        double gain = questions.Average(id => whole.Gains[id] - words.Gains[id]);
        Assert.True(gain >= 0.2, $"{gain:F3} better");
    }

    private static (SearchEvaluation Words, SearchEvaluation Whole, IReadOnlyList<SearchNeed> Needs) Evaluated(bool fresh)
    {
        Repository.Shared("seeds");
        using var judged = new JudgedArchive(Repository.At("corpus", "labels"), Repository.At("corpus", "samples"), Repository.Shared(), Repository.At("models"), "", fresh);
        var rankers = new SearchRankers(judged);
        return (Evaluation(rankers.Words()), Evaluation(rankers.Full()), judged.Needs);

        SearchEvaluation Evaluation(IReadOnlyList<string[]> found)
        {
            var evaluation = new SearchEvaluation();
            foreach ((SearchNeed need, string[] keys) in judged.Needs.Zip(found))
            {
                evaluation.Add(need, judged.Grades[need.Id], keys);
            }

            return evaluation;
        }
    }
}
