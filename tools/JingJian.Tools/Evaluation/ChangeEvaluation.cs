using JingJian.Archive.Views;

namespace JingJian.Tools.Evaluation;

/// <summary>The typed changes of planned copies against the labels.</summary>
/// <param name="Labelled">Labelled changes.</param>
/// <param name="Reported">Changes that are reported between the same lines.</param>
/// <param name="Found">Labelled changes whose words are reported as changed, whatever their type.</param>
/// <param name="Right">Those of them with the right type.</param>
/// <param name="Differences">What was missed (-) and what else was said (+), for reading.</param>
public sealed record ChangeEvaluation(int Labelled, int Reported, int Found, int Right, IReadOnlyList<string> Differences)
{
    /// <summary>Share of the labelled changes that are reported with their words and their type.</summary>
    public double Recall => Labelled == 0 ? 0 : Right / (double)Labelled;

    /// <summary>Share of the reported changes that are right.</summary>
    public double Precision => Reported == 0 ? 0 : Right / (double)Reported;

    /// <summary>Compares the pairs of an archive of the samples with the labels.</summary>
    public static ChangeEvaluation Of(IEnumerable<PairView> pairs, IReadOnlyList<ChangeLabel> labels)
    {
        HashSet<(SampleLine Copy, SampleLine Source)> planned = [.. labels.Select(label => (label.Copy, label.Source))];
        List<ChangeLabel> reported = [.. pairs.SelectMany(pair => Reports(pair, planned))];
        ILookup<ChangeLabel, ChangeLabel> byWords = reported.ToLookup(Untyped);
        HashSet<ChangeLabel> known = [.. labels];
        HashSet<ChangeLabel> said = [.. reported];
        return new ChangeEvaluation(
            labels.Count,
            reported.Count,
            labels.Count(label => byWords.Contains(Untyped(label))),
            labels.Count(said.Contains),
            [.. labels.Where(label => !said.Contains(label)).Select(label => $"- {label}"), .. reported.Where(change => !known.Contains(change)).Select(change => $"+ {change}")]);
    }

    private static IEnumerable<ChangeLabel> Reports(PairView pair, HashSet<(SampleLine Copy, SampleLine Source)> planned)
    {
        SampleLine a = new(pair.A.Source, pair.A.Line), b = new(pair.B.Source, pair.B.Line);
        bool turned = planned.Contains((a, b));
        return turned || planned.Contains((b, a))
            ? pair.Changes.Select(change => turned ? ChangeLabel.Of(change, a, b, turned) : ChangeLabel.Of(change, b, a, turned))
            : [];
    }

    private static ChangeLabel Untyped(ChangeLabel label) => label with { Type = "" };
}
