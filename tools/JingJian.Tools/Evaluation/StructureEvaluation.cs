using JingJian.Analysis.Structure;

namespace JingJian.Tools.Evaluation;

/// <summary>Line kinds and report boundaries against the labels.</summary>
/// <param name="Kinds">Per labelled line: its kind in the truth and in the answer.</param>
/// <param name="Starts">Per labelled line: <c>start</c> or <c>-</c>.</param>
/// <param name="Differences">The lines on which they differ, for reading.</param>
public sealed record StructureEvaluation(Confusion Kinds, Confusion Starts, IReadOnlyList<string> Differences)
{
    /// <summary>Compares.</summary>
    public static StructureEvaluation Of(IEnumerable<LabelledSource> sources)
    {
        var kinds = new Confusion();
        var starts = new Confusion();
        List<string> differences = [];
        foreach (LabelledSource source in sources)
        {
            IReadOnlyDictionary<int, (string Kind, bool Start)> answers = Answers(source.Document);
            foreach (LineLabel label in source.Labels.Values.OrderBy(label => label.Line))
            {
                (string kind, bool start) = answers.TryGetValue(label.Line, out (string, bool) answer) ? answer : ("lost", false);
                kinds.Add(label.Kind, kind);
                starts.Add(label.StartsReport ? "start" : "-", start ? "start" : "-");
                if (label.Kind != kind || label.StartsReport != start)
                {
                    differences.Add($"{source.Name}:{label.Line} {label.Kind}{(label.StartsReport ? "*" : "")} -> {kind}{(start ? "*" : "")}");
                }
            }
        }

        return new StructureEvaluation(kinds, starts, differences);
    }

    private static Dictionary<int, (string Kind, bool Start)> Answers(Document document)
    {
        Dictionary<int, (string, bool)> answers = [];
        HashSet<int> starts = [.. document.Reports.Select(report => report.Boundary.Block)];
        foreach (Block block in document.Blocks)
        {
            answers[block.Line] = (block.Kind.ToString().ToLowerInvariant(), starts.Contains(block.Ordinal));
            for (int line = block.Line + 1; line <= block.LineEnd; line++)
            {
                answers[line] = ("cont", false);
            }
        }

        return answers;
    }
}
