using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Text.Sequences;

namespace JingJian.Tests.Analysis.Functions;

/// <summary>Where texts stand, and what that says of their functions.</summary>
public sealed class PairVectorsTests
{
    [Fact]
    public void A_text_stands_at_the_weighted_mean_of_its_pairs()
    {
        string[] pairs = ["职工", "工会", "培训"];
        var random = new Random(3);
        float[][] places = [.. pairs.Select(_ => Enumerable.Range(0, PairVectors.Directions).Select(_ => random.NextSingle() - 0.5f).ToArray())];
        float[] weights = [1, 0.5f, 0.25f];
        PairVectors vectors = PairVectors.Of([.. pairs.Select(pair => PairVectors.KeyOf(pair[0], pair[1]))], places, weights);
        var mean = new float[PairVectors.Directions];

        Assert.True(vectors.Mean("职工会abc培训。职工", mean));

        for (int direction = 0; direction < mean.Length; direction++)
        {
            float slow = ((2 * places[0][direction]) + (0.5f * places[1][direction]) + (0.25f * places[2][direction])) / 2.75f;
            Assert.Equal(slow, mean[direction], 0.01f);
        }

        Assert.False(vectors.Mean("年度总结", mean));
        Assert.All(mean, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Vectors_weigh_what_they_would_weigh_as_features()
    {
        FunctionModel model = Models.OpenFunctions(Models.DefaultFolder).Model;
        Document document = StructureReader.Read("厂工会工作总结\n一、主要做法\n走访职工214人次。\n组织三个车间开展竞赛，调动了积极性。\n二、下一步打算\n办好职工食堂。");
        var reading = new ReportFeatures(document, CueClassifier.Read(document), document.Reports[0], model.Vectors);
        var asFeatures = new SequenceFeatures();
        foreach (int ordinal in reading.Units)
        {
            asFeatures.NextPosition();
            reading.AddVectors(document.Blocks[ordinal], asFeatures);
        }

        double[] slow = [.. new SequenceDecoder(model.Units).Marginals(asFeatures)];
        double[] fast = [.. new SequenceDecoder(model.Units).Marginals(reading.VectorScores(model.VectorWeights))];

        Assert.Equal(slow.Length, fast.Length);
        Assert.All(slow.Zip(fast), pair => Assert.Equal(pair.First, pair.Second, 4));
    }

    [Fact]
    public void A_model_is_written_as_it_was_read()
    {
        byte[] file = File.ReadAllBytes(Repository.At("models", "functions", "functions.model"));

        Assert.True(file.AsSpan().SequenceEqual(FunctionModel.Load(file, "model").Write()));
    }
}
