using System.Collections.Immutable;
using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>The trained weights of <see cref="FunctionClassifier"/>.</summary>
/// <remarks>Three models in one file: headings of a report, its headings and paragraphs, second functions; how much the rules
/// count beside them, and how sure an answer is. <b>Threads.</b> Immutable, shared freely.</remarks>
public sealed class FunctionModel
{
    private const string Magic = "JJFUNCT3";
    private const string HeadingPart = "HEAD";
    private const string UnitPart = "UNIT";
    private const string TrustPart = "TRST";
    private const string SecondPart = "SECN";
    private const string CalibrationPart = "CAL";
    private const string NumbersPart = "NUMB";

    internal FunctionModel(
        SequenceModel headings, SequenceModel units, SequenceModel seconds, float[] trust, Calibrations calibrations, double threshold, double secondThreshold,
        PairVectors vectors, float temperature)
    {
        Headings = headings;
        Units = units;
        Seconds = seconds;
        Trust = trust;
        Calibrations = calibrations;
        Threshold = threshold;
        SecondThreshold = secondThreshold;
        Vectors = vectors;
        VectorWeights = new VectorWeights(units);
        Temperature = temperature;
    }

    /// <summary>Answers less sure than this are shown as 未定.</summary>
    public double Threshold { get; }

    /// <summary>How many features have a weight.</summary>
    public int FeatureCount => Headings.FeatureCount + Units.FeatureCount + Seconds.FeatureCount;

    internal SequenceModel Headings { get; }

    internal SequenceModel Units { get; }

    internal SequenceModel Seconds { get; }

    /// <summary>How much the rules count, by sort of report.</summary>
    internal float[] Trust { get; }

    internal Calibrations Calibrations { get; }

    /// <summary>How much less sure than it says the chain over all units is.</summary>
    internal float Temperature { get; }

    /// <summary>Where pairs of characters stand.</summary>
    internal PairVectors Vectors { get; }

    /// <summary>What the vectors of units weigh.</summary>
    internal VectorWeights VectorWeights { get; }

    /// <summary>A second function is named from this probability on.</summary>
    internal double SecondThreshold { get; }

    /// <summary>The names of the labels, functions in order of their numbers.</summary>
    internal static ImmutableArray<string> Labels { get; } = [.. Enum.GetValues<Function>().Select(FunctionNames.ToEnglish)];

    /// <summary>Those of the second function, none last.</summary>
    internal static ImmutableArray<string> SecondLabels { get; } = [.. Labels, "none"];

    /// <summary>Opens a trained model.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What to call it when it is damaged.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, or of another kind or version.</exception>
    public static FunctionModel Load(ReadOnlyMemory<byte> bytes, string name)
    {
        SectionedFile file = SectionedFile.Open(bytes, name, Magic);
        float[] numbers = file.Section<float>(NumbersPart).Span.ToArray();
        return numbers.Length != 3 || numbers[2] is not (>= 1 and <= 10)
            ? throw new CorruptArtifactException(name, "两个阈值和一个温度", $"{string.Join(' ', numbers)}")
            : new FunctionModel(
                Part(file, HeadingPart, name, Labels),
                Part(file, UnitPart, name, Labels),
                Part(file, SecondPart, name, SecondLabels),
                TrustOf(file, name),
                new Calibrations([.. Enumerable.Range(0, Calibrations.Groups).Select(group => CalibrationOf(file, CalibrationPart + group, name))]),
                numbers[0],
                numbers[1],
                PairVectors.Read(file, name),
                numbers[2]);
    }

    /// <summary>The model as a file.</summary>
    public byte[] Write() => SectionedFile.Write(
        [
            (HeadingPart, Headings.Write()),
            (UnitPart, Units.Write()),
            (SecondPart, Seconds.Write()),
            SectionedFile.Section<float>(TrustPart, Trust),
            .. Calibrations.ByGroup.Select((calibration, group) => SectionedFile.Section(CalibrationPart + group, calibration.Points)),
            SectionedFile.Section<float>(NumbersPart, [(float)Threshold, (float)SecondThreshold, Temperature]),
            .. Vectors.Sections(),
        ],
        Magic);

    private static SequenceModel Part(SectionedFile file, string tag, string name, ImmutableArray<string> labels)
    {
        var bytes = new ReadOnlyMemory<byte>(file.Section<byte>(tag).Span.ToArray());
        SequenceModel model = SequenceModel.Load(bytes, name);
        return model.Labels.SequenceEqual(labels)
            ? model
            : throw new CorruptArtifactException(name, string.Join(' ', labels), string.Join(' ', model.Labels));
    }

    private static float[] TrustOf(SectionedFile file, string name)
    {
        float[] powers = file.Section<float>(TrustPart).Span.ToArray();
        return powers.Length == Functions.Trust.Sorts && powers.All(power => power is >= 0 and <= 10)
            ? powers
            : throw new CorruptArtifactException(name, $"{Functions.Trust.Sorts} 个 0 至 10 之间的数", $"{powers.Length} 个数");
    }

    private static Calibration CalibrationOf(SectionedFile file, string tag, string name)
    {
        float[] points = file.Section<float>(tag).Span.ToArray();
        return points.Length % 2 == 0 && points.All(point => point is >= 0 and <= 1)
            ? new Calibration(points)
            : throw new CorruptArtifactException(name, "成对的 0 至 1 之间的数", $"{points.Length} 个数");
    }
}
