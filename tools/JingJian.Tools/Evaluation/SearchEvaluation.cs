using System.Globalization;
using System.Text;

namespace JingJian.Tools.Evaluation;

/// <summary>How well one ranker answers the judged needs.</summary>
/// <remarks>
/// <para><b>Source.</b> nDCG with the gain 2^grade − 1 (Burges and others, 2005) and the discount log2(rank + 1); the mean grade of
/// two readers; the ideal is the best order of all judged texts. Copies count once: of several hits with one text the first.</para>
/// <para><b>Family-recall.</b> Of the texts with a grade of 2 or more, ten at the most, how many are among the first ten.</para>
/// <para><b>Unit.</b> Shares of 1. An unjudged hit counts as useless in <c>ndcg</c> and is passed over in <c>judged</c>.</para>
/// </remarks>
public sealed class SearchEvaluation
{
    private const int Depth = 10;
    private const double Useful = 2;
    private readonly List<Row> rows = [];

    /// <summary>The needs without any useful hit among the first ten.</summary>
    public IEnumerable<string> Empty => rows.Where(row => !row.HasUseful).Select(row => row.Need.Id);

    /// <summary>The unjudged texts among the first ten: need and key.</summary>
    public IEnumerable<(string Need, string Key)> Unjudged => rows.SelectMany(row => row.Unjudged.Select(key => (row.Need.Id, key)));

    /// <summary>Adds one need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="grades">The grades of its judged texts.</param>
    /// <param name="found">The keys of the texts found, best first; more than ten, so that unjudged ones can be passed over.</param>
    public void Add(SearchNeed need, IReadOnlyDictionary<string, double> grades, IEnumerable<string> found)
    {
        string[] distinct = [.. found.Distinct(StringComparer.Ordinal)];
        string[] first = [.. distinct.Take(Depth)];
        double ideal = Gain(grades.Values.OrderDescending());
        int useful = grades.Values.Count(grade => grade >= Useful);
        rows.Add(new Row(
            need,
            ideal > 0 ? Gain(first.Select(key => grades.GetValueOrDefault(key))) / ideal : 0,
            ideal > 0 ? Gain(distinct.Where(grades.ContainsKey).Select(key => grades[key])) / ideal : 0,
            useful > 0 ? first.Count(key => grades.GetValueOrDefault(key) >= Useful) / (double)Math.Min(Depth, useful) : null,
            first.Any(key => grades.GetValueOrDefault(key) >= Useful),
            [.. first.Where(key => !grades.ContainsKey(key))]));
    }

    /// <summary>nDCG@10 of each need.</summary>
    public IReadOnlyDictionary<string, double> Gains => rows.ToDictionary(row => row.Need.Id, row => row.Gain);

    /// <summary>The means by kind of need.</summary>
    public string Table(Func<SearchNeed, bool> counts)
    {
        var table = new StringBuilder();
        IEnumerable<(string Kind, Row[] Rows)> groups = rows.Where(row => counts(row.Need)).GroupBy(row => row.Need.Kind)
            .Select(kind => (kind.Key, kind.ToArray())).Append(("all", rows.Where(row => counts(row.Need)).ToArray()));
        foreach ((string kind, Row[] of) in groups)
        {
            table.AppendLine(CultureInfo.InvariantCulture,
                $"  {kind,-12} {of.Length,3} needs  ndcg@10 {of.Average(row => row.Gain):F3}  judged {of.Average(row => row.JudgedGain):F3}  family-recall@10 {of.Average(row => row.Recall):F3}  without a useful hit {of.Count(row => !row.HasUseful),2}  unjudged {of.Sum(row => row.Unjudged.Length),3}");
        }

        return table.ToString();
    }

    private static double Gain(IEnumerable<double> grades) =>
        grades.Take(Depth).Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();

    private sealed record Row(SearchNeed Need, double Gain, double JudgedGain, double? Recall, bool HasUseful, string[] Unjudged);
}
