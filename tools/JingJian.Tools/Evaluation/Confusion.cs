using System.Globalization;
using System.Text;

namespace JingJian.Tools.Evaluation;

/// <summary>Counts of (truth, answer) and the figures drawn from them.</summary>
public sealed class Confusion
{
    private readonly SortedDictionary<(string Truth, string Answer), int> counts = [];

    /// <summary>How many were counted.</summary>
    public int Total { get; private set; }

    /// <summary>Share of right answers.</summary>
    public double Accuracy => Total == 0 ? 0 : counts.Where(pair => pair.Key.Truth == pair.Key.Answer).Sum(pair => pair.Value) / (double)Total;

    /// <summary>Share of the commonest class: what answering always the same would score.</summary>
    public double MajorityShare => Total == 0 ? 0 : Classes().Max(Truths) / (double)Total;

    /// <summary>Mean F1 over the classes that occur in the truth at least <paramref name="least"/> times.</summary>
    public double MacroF1(int least = 1)
    {
        double[] scores = [.. Classes().Where(name => Truths(name) >= least).Select(F1)];
        return scores.Length == 0 ? 0 : scores.Average();
    }

    /// <summary>Counts one answer.</summary>
    public void Add(string truth, string answer)
    {
        counts[(truth, answer)] = Count(truth, answer) + 1;
        Total++;
    }

    /// <summary>Precision of a class.</summary>
    public double Precision(string name) => Ratio(Count(name, name), Answers(name));

    /// <summary>Recall of a class.</summary>
    public double Recall(string name) => Ratio(Count(name, name), Truths(name));

    /// <summary>Harmonic mean of precision and recall of a class.</summary>
    public double F1(string name) => Ratio(2 * Count(name, name), Answers(name) + Truths(name));

    /// <summary>A table for people: per class its counts, precision, recall, F1 and what it was taken for.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{"class",-12}{"truth",6}{"answer",8}{"P",7}{"R",7}{"F1",7}  taken for");
        foreach (string name in Classes())
        {
            string others = string.Join(' ', counts.Where(pair => pair.Key.Truth == name && pair.Key.Answer != name)
                .OrderByDescending(pair => pair.Value).Take(4).Select(pair => $"{pair.Key.Answer}:{pair.Value}"));
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{name,-12}{Truths(name),6}{Answers(name),8}{Precision(name),7:F3}{Recall(name),7:F3}{F1(name),7:F3}  {others}");
        }

        table.AppendLine(CultureInfo.InvariantCulture, $"{Total} lines, accuracy {Accuracy:F3}, macro-F1 {MacroF1():F3}");
        return table.ToString();
    }

    private IEnumerable<string> Classes() => counts.Keys.SelectMany(key => new[] { key.Truth, key.Answer }).Distinct().Order(StringComparer.Ordinal);

    private int Count(string truth, string answer) => counts.GetValueOrDefault((truth, answer));

    private int Truths(string name) => counts.Where(pair => pair.Key.Truth == name).Sum(pair => pair.Value);

    private int Answers(string name) => counts.Where(pair => pair.Key.Answer == name).Sum(pair => pair.Value);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : part / (double)whole;
}
