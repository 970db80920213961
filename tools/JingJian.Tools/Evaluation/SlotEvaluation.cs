using System.Globalization;
using System.Text;
using JingJian.Text.Slots;

namespace JingJian.Tools.Evaluation;

/// <summary>Precision and recall of slots: right is the same type at the same start and end.</summary>
/// <param name="Counts">Per type: labelled, answered, right.</param>
/// <param name="Differences">What was missed (-) and what was made up (+), for reading.</param>
public sealed record SlotEvaluation(IReadOnlyDictionary<SlotType, SlotCounts> Counts, IReadOnlyList<string> Differences)
{
    /// <summary>Compares.</summary>
    public static SlotEvaluation Of(SlotRecognizer recognizer, IEnumerable<SlotLine> lines)
    {
        Dictionary<SlotType, SlotCounts> counts = Enum.GetValues<SlotType>().ToDictionary(type => type, _ => default(SlotCounts));
        List<string> differences = [];
        foreach (SlotLine line in lines)
        {
            HashSet<Slot> answers = [.. recognizer.Find(line.Text)];
            foreach (Slot slot in line.Slots)
            {
                bool right = answers.Contains(slot);
                counts[slot.Type] = counts[slot.Type].Plus(1, 0, right ? 1 : 0);
            }

            foreach (Slot slot in answers)
            {
                counts[slot.Type] = counts[slot.Type].Plus(0, 1, 0);
            }

            differences.AddRange(line.Slots.Where(slot => !answers.Contains(slot)).Select(slot => Show('-', line, slot)));
            differences.AddRange(answers.Except(line.Slots).Select(slot => Show('+', line, slot)));
        }

        return new SlotEvaluation(counts, differences);
    }

    /// <summary>A table for people.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{"type",-14}{"labelled",9}{"answered",9}{"right",7}{"P",7}{"R",7}");
        foreach ((SlotType type, SlotCounts count) in Counts)
        {
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{type.ToString().ToLowerInvariant(),-14}{count.Labelled,9}{count.Answered,9}{count.Right,7}{count.Precision,7:F3}{count.Recall,7:F3}");
        }

        return table.ToString();
    }

    private static string Show(char sign, SlotLine line, Slot slot)
    {
        int from = Math.Max(0, slot.Span.Start - 8), to = Math.Min(line.Text.Length, slot.Span.End + 8);
        return $"{sign} {slot.Type} {line.Place} {line.Text[from..slot.Span.Start]}[{slot.Span.In(line.Text)}]{line.Text[slot.Span.End..to]}";
    }
}

/// <summary>How many slots of a type were labelled, answered, and both.</summary>
public readonly record struct SlotCounts(int Labelled, int Answered, int Right)
{
    /// <summary>Share of the answers that are right; 1 when there is none.</summary>
    public double Precision => Answered == 0 ? 1 : Right / (double)Answered;

    /// <summary>Share of the labels that were found; 1 when there is none.</summary>
    public double Recall => Labelled == 0 ? 1 : Right / (double)Labelled;

    /// <summary>Adds.</summary>
    public SlotCounts Plus(int labelled, int answered, int right) => new(Labelled + labelled, Answered + answered, Right + right);
}
