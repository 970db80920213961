using System.Globalization;
using JingJian.Text.Sequences;
using JingJian.Text.Slots;
using JingJian.Tools.Evaluation;

namespace JingJian.Tools.Names;

/// <summary>Tests the training of names on documents it has not seen, in turn.</summary>
internal static class NameValidation
{
    /// <summary>The names of each example, by a model that was trained on the documents of the other parts.</summary>
    public static IReadOnlyList<(NameExample Example, List<Slot> Names)> Run(NameTraining training, int parts)
    {
        List<(NameExample, List<Slot>)> answers = [];
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, part =>
        {
            NameModel model = training.Train(training.Examples.Where(example => PartOf(example) != part));
            var decoder = new SequenceDecoder(model.Chain);
            List<(NameExample, List<Slot>)> own = [.. training.Examples.Where(example => PartOf(example) == part).Select(example => (example, example.Answer(decoder)))];
            lock (answers)
            {
                answers.AddRange(own);
            }
        });
        return [.. answers.OrderBy(answer => answer.Item1.Line.Place, StringComparer.Ordinal)];

        int PartOf(NameExample example) => (int)(FeatureKey.Of(example.Document) % (ulong)parts);
    }

    /// <summary>Precision and recall of each kind, for people.</summary>
    public static string Table(IEnumerable<(NameExample Example, List<Slot> Names)> answers)
    {
        List<(NameExample Example, List<Slot> Names)> list = [.. answers];
        return string.Join(Environment.NewLine, Enum.GetValues<SlotType>().Where(NameLabels.IsName).Select(type =>
        {
            SlotCounts counts = list.Aggregate(default(SlotCounts), (sum, answer) => sum.Plus(
                answer.Example.Names.Count(name => name.Type == type),
                answer.Names.Count(name => name.Type == type),
                answer.Names.Count(name => name.Type == type && answer.Example.Names.Contains(name))));
            double mean = 2 * counts.Precision * counts.Recall / Math.Max(1e-9, counts.Precision + counts.Recall);
            return string.Create(CultureInfo.InvariantCulture,
                $"{type,-13}{counts.Labelled,6}{counts.Answered,6}{counts.Right,6}  P {counts.Precision:F3}  R {counts.Recall:F3}  F {mean:F3}");
        }));
    }

    /// <summary>What was missed (-) and what was made up (+).</summary>
    public static IEnumerable<string> Differences(IEnumerable<(NameExample Example, List<Slot> Names)> answers) =>
        answers.SelectMany(answer =>
            answer.Example.Names.Except(answer.Names).Select(name => $"- {Show(answer.Example, name)}")
                .Concat(answer.Names.Except(answer.Example.Names).Select(name => $"+ {Show(answer.Example, name)}")));

    private static string Show(NameExample example, Slot name)
    {
        string text = example.Plain.Text;
        int from = Math.Max(0, name.Span.Start - 10), to = Math.Min(text.Length, name.Span.End + 10);
        return $"{name.Type} {text[from..name.Span.Start]}[{name.Span.In(text)}]{text[name.Span.End..to]} {example.Line.Place}";
    }
}
