using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>What a whole section does: its heading and the paragraphs below it taken together.</summary>
/// <remarks><b>Source.</b> Ours: each paragraph votes with its confidence and the square root of its length, so that one
/// long paragraph does not decide alone; the heading votes as strongly as a third of them.</remarks>
public static class SectionFunctions
{
    private const double HeadingShare = 1 / 3.0;

    /// <summary>The function of a section, by the ordinal of the block that its heading stands in; the confidence is the share of the votes.</summary>
    public static IReadOnlyDictionary<int, FunctionLabel> Of(Document document, IReadOnlyList<FunctionLabel> labels)
    {
        Dictionary<int, double[]> votes = [];
        foreach (Block block in document.Blocks.Where(block => block.Kind == BlockKind.Paragraph))
        {
            FunctionLabel label = labels[block.Ordinal];
            foreach (int section in block.Sections)
            {
                double[] sectionVotes = votes.TryGetValue(section, out double[]? known) ? known : votes[section] = new double[FunctionNames.Count];
                sectionVotes[(int)label.Primary] += label.Confidence * Math.Sqrt(block.Text.Text.Length);
            }
        }

        Dictionary<int, FunctionLabel> sections = [];
        foreach (Block heading in document.Blocks.Where(block => block.Kind == BlockKind.Heading || block.RunIn is not null))
        {
            FunctionLabel own = labels[heading.Ordinal];
            sections[heading.Ordinal] = votes.TryGetValue(heading.Ordinal, out double[]? cast) ? Joined(cast, own) : own;
        }

        return sections;
    }

    private static FunctionLabel Joined(double[] votes, FunctionLabel heading)
    {
        votes[(int)heading.Primary] += HeadingShare * heading.Confidence * votes.Sum();
        int[] order = [.. Enumerable.Range(0, votes.Length).OrderByDescending(function => votes[function]).ThenBy(function => function)];
        double share = votes[order[0]] / votes.Sum();
        return new FunctionLabel((Function)order[0], votes[order[1]] > 0 ? (Function)order[1] : null, share);
    }
}
