using System.Collections.Immutable;
using JingJian.Analysis.Structure;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>Says of every heading and paragraph what it does in its report, by trained weights.</summary>
/// <remarks>
/// <para><b>Source.</b> A linear-chain conditional random field over the units of a report (Lafferty, McCallum, Pereira,
/// ICML 2001), after one over its headings alone, whose probabilities are features of what stands below them.</para>
/// <para><b>Guarantee.</b> Pure and deterministic; every block gets a label, a title and noise <see cref="Function.Other"/>.
/// The answer is the most probable label of each unit; its confidence is calibrated.</para>
/// <para><b>Threads.</b> Safe; each call works for itself.</para>
/// </remarks>
/// <param name="model">The weights.</param>
public sealed class FunctionClassifier(FunctionModel model)
{
    /// <summary>Answers less sure than this are shown as 未定.</summary>
    public double Threshold => model.Threshold;

    /// <summary>The weights.</summary>
    public FunctionModel Model => model;

    /// <summary>Labels by ordinal of the block.</summary>
    public ImmutableArray<FunctionLabel> Classify(Document document) => Read(document, null);

    /// <summary>Labels by ordinal of the block, and what decided them, in words.</summary>
    /// <param name="document">The document.</param>
    /// <param name="reasons">By ordinal: the strongest reasons first; empty for titles and noise.</param>
    public ImmutableArray<FunctionLabel> Classify(Document document, out ImmutableArray<ImmutableArray<string>> reasons)
    {
        var found = new ImmutableArray<string>[document.Blocks.Length];
        Array.Fill(found, []);
        ImmutableArray<FunctionLabel> labels = Read(document, found);
        reasons = [.. found];
        return labels;
    }

    /// <summary>Labels, reasons and sections.</summary>
    public FunctionReading Read(Document document)
    {
        ImmutableArray<FunctionLabel> labels = Classify(document, out ImmutableArray<ImmutableArray<string>> reasons);
        return new FunctionReading(labels, reasons, SectionFunctions.Of(document, labels), Threshold);
    }

    private ImmutableArray<FunctionLabel> Read(Document document, ImmutableArray<string>[]? reasons)
    {
        document = LineHeadings.Of(document);
        CueReading cues = CueClassifier.Read(document);
        var labels = new FunctionLabel[document.Blocks.Length];
        Array.Fill(labels, new FunctionLabel(Function.Other, null, 1));
        var features = new SequenceFeatures();
        var headingDecoder = new SequenceDecoder(model.Headings);
        var unitDecoder = new SequenceDecoder(model.Units);
        var seconds = new SecondChoice(model);
        Span<float> joined = stackalloc float[FunctionNames.Count];
        foreach (ReportOutline report in document.Reports)
        {
            var reading = new ReportFeatures(document, cues, report, model.Vectors);
            float[] headings = HeadingProbabilities.Of(reading, document, report, headingDecoder, features);
            float[] units = Chain(reading, headings, unitDecoder, features);
            int sort = reading.SortBy(units);
            float power = model.Trust[sort];
            Reasons? why = reasons is null ? null : new Reasons(document, reading, model);
            for (int index = 0; index < reading.Units.Length; index++)
            {
                Block block = reading.BlockAt(index);
                Trust.Join(units.AsSpan(index * joined.Length, joined.Length), reading.RulesOf(block.Ordinal), power, joined);
                labels[block.Ordinal] = seconds.Label(block, sort, cues, joined);
                if (why is not null)
                {
                    reasons![block.Ordinal] = why.Of(index, headings, joined, power);
                }
            }
        }

        return [.. labels];
    }

    /// <summary>The probabilities of functions by the chain of units; the features of one at a time are in memory.</summary>
    private float[] Chain(ReportFeatures reading, float[] headings, SequenceDecoder decoder, SequenceFeatures features)
    {
        double[] scores = new double[reading.Units.Length * FunctionNames.Count], vectors = reading.VectorScores(model.VectorWeights);
        for (int index = 0; index < reading.Units.Length; index++)
        {
            features.Clear();
            features.NextPosition();
            reading.AddUnit(reading.BlockAt(index), headings, features, null);
            model.Units.AddScores(features, scores.AsSpan(index * FunctionNames.Count, FunctionNames.Count));
        }

        for (int cell = 0; cell < scores.Length; cell++)
        {
            scores[cell] += vectors[cell];
        }

        float[] probabilities = Array.ConvertAll(decoder.Marginals(scores).ToArray(), probability => (float)probability);
        Temperature.Apply(model.Temperature, probabilities);
        return probabilities;
    }
}
