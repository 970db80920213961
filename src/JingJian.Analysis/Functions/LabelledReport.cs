using JingJian.Analysis.Structure;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>A report of a sample in training: its features, and what models that did not see it answered.</summary>
internal sealed class LabelledReport
{
    private readonly FunctionSample sample;
    private readonly ReportOutline report;
    private readonly ReportFeatures reading;
    private readonly float[] headings;
    private readonly float[] units;
    private readonly float[] joined;
    private readonly Dictionary<int, double[]> seconds = [];

    public LabelledReport(FunctionSample sample, ReportOutline report, ReportFeatures reading)
    {
        this.sample = sample;
        this.report = report;
        this.reading = reading;
        headings = new float[report.BlockCount * FunctionNames.Count];
        units = new float[reading.Units.Length * FunctionNames.Count];
        joined = new float[units.Length];
    }

    public int Fold => sample.Fold;

    /// <summary>The labelled headings, in rows without a gap.</summary>
    public IEnumerable<TrainingSequence> HeadingSequences() =>
        Runs(HeadingProbabilities.Headings(reading, sample.Document), (block, features) => reading.AddHeading(block, features, null));

    /// <summary>The labelled headings and paragraphs, in rows without a gap.</summary>
    public IEnumerable<TrainingSequence> UnitSequences() =>
        Runs(reading.Units.ToArray(), AddUnit);

    /// <summary>The labelled paragraphs, each for itself.</summary>
    public IEnumerable<TrainingSequence> SecondSequences()
    {
        var builder = new SecondFeatures();
        foreach (int ordinal in LabelledParagraphs())
        {
            Function? second = sample.Labels[ordinal]!.Secondary;
            yield return new TrainingSequence(SecondsOf(builder, ordinal), [second is { } function ? (int)function : FunctionNames.Count], sample.Weight);
        }
    }

    public void AnswerHeadings(SequenceDecoder decoder) =>
        HeadingProbabilities.Of(reading, sample.Document, report, decoder, new SequenceFeatures()).CopyTo(headings, 0);

    public void AnswerUnits(SequenceDecoder decoder) =>
        Answer(decoder, units, (index, features) => AddUnit(reading.BlockAt(index), features));

    /// <summary>Makes the answers of the chain as sure as they deserve.</summary>
    public void Temper(float temperature) => Temperature.Apply(temperature, units);

    /// <summary>What chain and rules hold of each labelled unit.</summary>
    public IEnumerable<Trust.Evidence> Opinions()
    {
        int sort = reading.SortBy(units);
        foreach (int ordinal in LabelledUnits())
        {
            yield return new Trust.Evidence(sort, Chain(reading.IndexOf(sample.Document.Blocks[ordinal])).ToArray(), reading.RulesOf(ordinal).ToArray(),
                (int)sample.Labels[ordinal]!.Primary, sample.Weight);
        }
    }

    /// <summary>Joins chain and rules.</summary>
    public void Join(float[] powers)
    {
        float power = powers[reading.SortBy(units)];
        for (int index = 0; index < reading.Units.Length; index++)
        {
            Trust.Join(Chain(index), reading.RulesOf(reading.Units[index]), power, joined.AsSpan(index * FunctionNames.Count, FunctionNames.Count));
        }
    }

    private ReadOnlySpan<float> Chain(int index) => units.AsSpan(index * FunctionNames.Count, FunctionNames.Count);

    public void AnswerSeconds(SequenceDecoder decoder)
    {
        var builder = new SecondFeatures();
        foreach (int ordinal in LabelledParagraphs())
        {
            seconds[ordinal] = decoder.Marginals(SecondsOf(builder, ordinal)).ToArray();
        }
    }

    /// <summary>What was answered, unit by unit.</summary>
    public IEnumerable<UnitAnswer> Answers()
    {
        int sort = reading.SortBy(units);
        return LabelledUnits().Select(ordinal => new UnitAnswer(
            sample, sample.Document.Blocks[ordinal], sample.Labels[ordinal]!, sort, Probabilities(ordinal).ToArray(), seconds));
    }

    private void AddUnit(Block block, SequenceFeatures features)
    {
        reading.AddUnit(block, headings, features, null);
        reading.AddVectors(block, features);
    }

    private IEnumerable<int> LabelledUnits() => reading.Units.ToArray().Where(ordinal => sample.Labels[ordinal] is not null);

    private IEnumerable<int> LabelledParagraphs() => LabelledUnits().Where(ordinal => sample.Document.Blocks[ordinal].Kind == BlockKind.Paragraph);

    private ReadOnlySpan<float> Probabilities(int ordinal) =>
        joined.AsSpan(reading.IndexOf(sample.Document.Blocks[ordinal]) * FunctionNames.Count, FunctionNames.Count);

    private void Answer(SequenceDecoder decoder, float[] probabilities, Action<int, SequenceFeatures> add)
    {
        var features = new SequenceFeatures();
        for (int index = 0; index < reading.Units.Length; index++)
        {
            features.NextPosition();
            add(index, features);
        }

        ReadOnlySpan<double> marginals = decoder.Marginals(features);
        for (int cell = 0; cell < marginals.Length; cell++)
        {
            probabilities[cell] = (float)marginals[cell];
        }
    }

    private SequenceFeatures SecondsOf(SecondFeatures builder, int ordinal)
    {
        var features = new SequenceFeatures();
        features.NextPosition();
        builder.Add(sample.Document.Blocks[ordinal], reading.Cues, Probabilities(ordinal), features);
        return features;
    }

    private IEnumerable<TrainingSequence> Runs(IEnumerable<int> ordinals, Action<Block, SequenceFeatures> add)
    {
        var features = new SequenceFeatures();
        List<int> labels = [];
        foreach (int ordinal in ordinals)
        {
            if (sample.Labels[ordinal] is { } label)
            {
                features.NextPosition();
                add(sample.Document.Blocks[ordinal], features);
                labels.Add((int)label.Primary);
            }
            else if (labels.Count > 0)
            {
                yield return new TrainingSequence(features, labels, sample.Weight);
                (features, labels) = (new SequenceFeatures(), []);
            }
        }

        if (labels.Count > 0)
        {
            yield return new TrainingSequence(features, labels, sample.Weight);
        }
    }
}
