using System.Globalization;
using System.Text;
using JingJian.Text;

namespace JingJian.Search.Exemplars;

/// <summary>How useful a passage is as a model for others, whatever it is about: a weighted sum of <see cref="ConcreteFeatures"/>.</summary>
/// <remarks>
/// <para><b>Source.</b> Ridge regression on the mean grades of two readers (0 to 3, as a share of 3); <c>models/exemplars/MODEL.md</c>.</para>
/// <para><b>Guarantee.</b> 0 to 1. A file is read back to the same numbers; what is not a whole model of these features is refused.</para>
/// <para><b>Threads.</b> Immutable.</para>
/// </remarks>
public sealed class ConcretenessModel
{
    private const string Head = "jingjian concreteness 1";
    private static readonly CultureInfo Number = CultureInfo.InvariantCulture;
    private readonly double intercept;
    private readonly double[] weights;

    /// <summary>Takes weights in the order of <see cref="ConcreteFeatures.Names"/>.</summary>
    public ConcretenessModel(double intercept, double[] weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, ConcreteFeatures.Names.Length);
        this.intercept = intercept;
        this.weights = [.. weights];
    }

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

        string[] expected = ["intercept", .. ConcreteFeatures.Names];
        var values = new double[expected.Length];
        for (int i = 0; i < expected.Length; i++)
        {
            string[] cells = i + 1 < lines.Length ? lines[i + 1].Split('\t') : [];
            if (cells.Length != 2 || cells[0] != expected[i] || !double.TryParse(cells[1], NumberStyles.Float, Number, out values[i]) || !double.IsFinite(values[i]))
            {
                throw new CorruptArtifactException(name, $"{expected[i]} 和它的权重", i + 1 < lines.Length ? lines[i + 1] : "文件结束");
            }
        }

        return new ConcretenessModel(values[0], values[1..]);
    }

    /// <summary>The bytes of its file: names and weights, readable.</summary>
    public byte[] Write()
    {
        var text = new StringBuilder(Head).Append('\n');
        text.Append(Number, $"intercept\t{intercept:R}\n");
        for (int i = 0; i < weights.Length; i++)
        {
            text.Append(Number, $"{ConcreteFeatures.Names[i]}\t{weights[i]:R}\n");
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
