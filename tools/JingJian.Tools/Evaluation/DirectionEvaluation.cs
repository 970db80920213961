using JingJian.Archive.Views;

namespace JingJian.Tools.Evaluation;

/// <summary>Who copied from whom, for each planned copy and its source.</summary>
/// <param name="Asked">How many planned copies there are.</param>
/// <param name="Right">Directions that are right.</param>
/// <param name="Wrong">Directions that are wrong.</param>
/// <param name="Undecided">Judged undecidable.</param>
/// <param name="Missing">Not found as a pair.</param>
/// <param name="Differences">All but the right ones, for reading.</param>
public sealed record DirectionEvaluation(int Asked, int Right, int Wrong, int Undecided, int Missing, IReadOnlyList<string> Differences)
{
    /// <summary>Right ones among all that were asked.</summary>
    public double Accuracy => Asked == 0 ? 0 : Right / (double)Asked;

    /// <summary>Compares the pairs of an archive of the samples with the plan.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="copies">The plan.</param>
    public static DirectionEvaluation Of(IEnumerable<PairView> pairs, IReadOnlyList<PlannedCopy> copies)
    {
        Dictionary<(SampleLine A, SampleLine B), PairView> byLines = pairs.ToDictionary(
            pair => (new SampleLine(pair.A.Source, pair.A.Line), new SampleLine(pair.B.Source, pair.B.Line)));
        int right = 0, wrong = 0, undecided = 0, missing = 0;
        List<string> differences = [];
        foreach ((string kind, SampleLine copy, SampleLine source) in copies.SelectMany(copy => copy.Sources.Select(source => (copy.Kind, copy.Copy, source))))
        {
            bool copyIsA = byLines.TryGetValue((copy, source), out PairView? pair);
            if (pair is null && !byLines.TryGetValue((source, copy), out pair))
            {
                missing++;
                differences.Add($"missing {kind} {copy} <- {source}");
                continue;
            }

            string verdict = pair.Direction.Verdict, wanted = copyIsA ? "a-from-b" : "b-from-a";
            right += verdict == wanted ? 1 : 0;
            undecided += verdict == "undecided" ? 1 : 0;
            wrong += verdict != wanted && verdict != "undecided" ? 1 : 0;
            if (verdict != wanted)
            {
                differences.Add($"{(verdict == "undecided" ? "undecided" : "wrong")} {kind} {copy} <- {source}: {string.Join("；", pair.Direction.Reasons)}");
            }
        }

        return new DirectionEvaluation(right + wrong + undecided + missing, right, wrong, undecided, missing, differences);
    }
}
