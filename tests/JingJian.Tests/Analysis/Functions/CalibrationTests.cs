using JingJian.Analysis.Functions;

namespace JingJian.Tests.Analysis.Functions;

/// <summary>How sure an answer is called follows from how often such answers are right.</summary>
public sealed class CalibrationTests
{
    [Fact]
    public void Equally_probable_answers_are_called_as_sure_as_they_are_right_on_average()
    {
        var calibration = Calibration.Of(Answers(0.6, right: 50, wrong: 50));

        Assert.Equal(0.5, calibration.At(0.6f), 6);
        Assert.Equal(0.5, calibration.At(0.9), 6);
    }

    [Fact]
    public void More_probable_answers_are_never_called_less_sure()
    {
        var calibration = Calibration.Of([.. Answers(0.3, right: 20, wrong: 80), .. Answers(0.5, right: 60, wrong: 40), .. Answers(0.7, right: 50, wrong: 50), .. Answers(0.9, right: 95, wrong: 5)]);

        double[] sure = [.. Enumerable.Range(0, 101).Select(percent => calibration.At(percent / 100.0))];
        Assert.Equal(sure.Order(), sure);
        Assert.Equal(0.2, calibration.At(0.3f), 6);
        Assert.Equal(0.55, calibration.At(0.6f), 6);
        Assert.Equal(0.95, calibration.At(0.9f), 6);
    }

    private static IEnumerable<(double Probability, bool Right)> Answers(double probability, int right, int wrong) =>
        Enumerable.Repeat((probability, true), right).Concat(Enumerable.Repeat((probability, false), wrong));
}
