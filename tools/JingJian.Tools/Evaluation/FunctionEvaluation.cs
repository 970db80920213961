using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Tools.Evaluation;

/// <summary>Function labels against the truth, each distinct line once.</summary>
/// <param name="Primary">Lines whose kind is paragraph or heading, titles and noise apart.</param>
/// <param name="SecondaryFound">Share of the stated secondary labels that were given (as either label).</param>
/// <param name="SecondaryRight">Share of the given secondary labels that the truth holds as either label.</param>
/// <param name="Differences">The lines on which they differ, for reading.</param>
public sealed record FunctionEvaluation(Confusion Primary, double SecondaryFound, double SecondaryRight, IReadOnlyList<string> Differences)
{
    /// <summary>Compares. A line that occurs again with the same text counts once, so that copies do not flatter.</summary>
    /// <param name="sources">The labelled files.</param>
    /// <param name="classify">The classifier.</param>
    public static FunctionEvaluation Of(IEnumerable<LabelledSource> sources, Func<Document, ImmutableArray<FunctionLabel>> classify)
    {
        var primary = new Confusion();
        List<string> differences = [];
        HashSet<string> seen = [];
        int stated = 0, found = 0, given = 0, right = 0;
        foreach (LabelledSource source in sources)
        {
            ImmutableArray<FunctionLabel> labels = classify(source.Document);
            foreach (Block block in source.Document.Blocks)
            {
                if (!source.Labels.TryGetValue(block.Line, out LineLabel? truth) || truth.Kind is not ("paragraph" or "heading") || !seen.Add(truth.Hash))
                {
                    continue;
                }

                FunctionLabel label = labels[block.Ordinal];
                string first = FunctionNames.ToEnglish(label.Primary);
                string second = label.Secondary is { } function ? FunctionNames.ToEnglish(function) : "-";
                primary.Add(truth.Function, first);
                stated += truth.Secondary != "-" ? 1 : 0;
                found += truth.Secondary != "-" && (truth.Secondary == second || truth.Secondary == first) ? 1 : 0;
                given += second != "-" ? 1 : 0;
                right += second != "-" && (second == truth.Secondary || second == truth.Function) ? 1 : 0;
                if (first != truth.Function)
                {
                    differences.Add($"{source.Name}:{block.Line} {truth.Function}/{truth.Secondary} -> {first}/{second} {label.Confidence:F2}");
                }
            }
        }

        return new FunctionEvaluation(primary, Share(found, stated), Share(right, given), differences);
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : part / (double)whole;
}
