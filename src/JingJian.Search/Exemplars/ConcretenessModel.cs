using System.Globalization;
using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Text;

namespace JingJian.Search.Exemplars;

/// <summary>How useful a passage is as a model for others, whatever it is about: a weighted sum of <see cref="ConcreteFeatures"/>.</summary>
/// <remarks>
/// <para><b>Source.</b> Ridge regression on the mean grades of two readers (0 to 3, as a share of 3); <c>models/exemplars/MODEL.md</c>.</para>
/// <para>How far it is followed depends on the function: its rank correlation with readers there, in cross-validation.</para>
/// <para><b>Guarantee.</b> 0 to 1. A file is read back to the same numbers; what is not a whole model of these features is refused.</para>
/// <para><b>Threads.</b> Immutable.</para>
/// </remarks>
public sealed class ConcretenessModel
{
    private const string Head = "jingjian concreteness 2";
    private static readonly CultureInfo Number = CultureInfo.InvariantCulture;
    private readonly double intercept;
    private readonly double[] weights;
    private readonly double[] trust;

    private static readonly string[] Lines = ["intercept", .. ConcreteFeatures.Names, .. Enum.GetValues<Function>().Select(function => "trust " + FunctionNames.ToEnglish(function))];

    /// <summary>Takes weights in the order of <see cref="ConcreteFeatures.Names"/>.</summary>
    /// <param name="intercept">What is added to their sum.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="trust">How far the model is to be followed for each function, 0 to 1.</param>
    public ConcretenessModel(double intercept, double[] weights, double[] trust)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, ConcreteFeatures.Names.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(trust.Length, Enum.GetValues<Function>().Length);
        this.intercept = intercept;
        this.weights = [.. weights];
        this.trust = [.. trust];
    }

    /// <summary>How well it agrees with readers on passages of a function, 0 to 1: so much its part of a score counts there.</summary>
    public double TrustIn(Function function) => trust[(int)function];

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="CorruptArtifactException">It is no model of these features.</exception>
    public static ConcretenessModel Load(ReadOnlySpan<byte> bytes, string name)
    {
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines[0] != Head)
        {
            throw new CorruptArtifactException(name, Head, lines.Length == 0 ? "空文件" : lines[0][..Math.Min(40, lines[0].Length)]);
        }

        var values = new double[Lines.Length];
        for (int i = 0; i < Lines.Length; i++)
        {
            string[] cells = i + 1 < lines.Length ? lines[i + 1].Split('\t') : [];
            if (cells.Length != 2 || cells[0] != Lines[i] || !double.TryParse(cells[1], NumberStyles.Float, Number, out values[i]) || !double.IsFinite(values[i]))
            {
                throw new CorruptArtifactException(name, $"{Lines[i]} 和它的权重", i + 1 < lines.Length ? lines[i + 1] : "文件结束");
            }
        }

        int functions = Enum.GetValues<Function>().Length;
        return new ConcretenessModel(values[0], values[1..^functions], values[^functions..]);
    }

    /// <summary>The bytes of its file: names and weights, readable.</summary>
    public byte[] Write()
    {
        var text = new StringBuilder(Head).Append('\n');
        double[] values = [intercept, .. weights, .. trust];
        for (int i = 0; i < values.Length; i++)
        {
            text.Append(Number, $"{Lines[i]}\t{values[i]:R}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>具体, 0 to 1.</summary>
    public double Of(ReadOnlySpan<double> features)
    {
        double sum = intercept;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return Math.Clamp(sum, 0, 1);
    }
}
