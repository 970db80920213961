namespace JingJian.Analysis.Functions;

/// <summary>How sure answers are, apart for sorts of report.</summary>
/// <remarks>Where chain and rules agree on most of a report, an answer of the same probability is right more often: 0.95 of the
/// decided ones instead of 0.87. One curve for all would leave the former 未定 and call the latter sure.</remarks>
/// <param name="groups">One of each group of sorts.</param>
internal sealed class Calibrations(IReadOnlyList<Calibration> groups)
{
    /// <summary>How many groups of sorts there are.</summary>
    public const int Groups = 4;

    /// <summary>By group.</summary>
    public IReadOnlyList<Calibration> ByGroup => groups;

    /// <summary>How often an answer of this probability is right in a report of this sort.</summary>
    public double At(int sort, double probability) => groups[GroupOf(sort)].At(probability);

    /// <summary>Learns from answers that were not trained on.</summary>
    public static Calibrations Of(IEnumerable<(int Sort, double Probability, bool Right)> answers)
    {
        ILookup<int, (double Probability, bool Right)> known = answers.ToLookup(answer => GroupOf(answer.Sort), answer => (answer.Probability, answer.Right));
        return new Calibrations([.. Enumerable.Range(0, Groups).Select(group => Calibration.Of(known[group]))]);
    }

    /// <summary>By agreement; only where there is little of it does it matter who wrote the report.</summary>
    private static int GroupOf(int sort) => Trust.LevelOf(sort) is var level && level >= Groups - 2 ? level : Trust.IsOfUnits(sort) ? 1 : 0;
}
