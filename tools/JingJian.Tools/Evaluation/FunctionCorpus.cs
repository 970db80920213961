using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Tools.Evaluation;

/// <summary>All documents with labelled functions: the seeds and the open documents, with the parts of the cross-validation.</summary>
/// <param name="Development">What may be trained on: s0–s2 and the open documents.</param>
/// <param name="Frozen">s3 and s4.</param>
/// <param name="Groups">How many groups of documents share paragraphs with one another and with no other group.</param>
public sealed record FunctionCorpus(IReadOnlyList<FunctionSample> Development, IReadOnlyList<FunctionSample> Frozen, int Groups)
{
    /// <summary>The seeds are what the product is for, and one line in sixteen.</summary>
    private const double SeedWeight = 3;

    /// <summary>The labelled file that a document is.</summary>
    public required IReadOnlyDictionary<Document, LabelledSource> Sources { get; init; }

    /// <summary>Reads labels, texts and structure; puts texts that share paragraphs into one part.</summary>
    /// <param name="shared">The folder that holds <c>seeds</c> and <c>corpora/open</c>.</param>
    /// <param name="labels">The folder of <c>seeds.tsv</c>, <c>open.tsv</c> and <c>passages.tsv</c>.</param>
    /// <param name="folds">How many parts.</param>
    public static FunctionCorpus Read(string shared, string labels, int folds)
    {
        List<FunctionSample> development = [], frozen = [];
        Dictionary<Document, LabelledSource> sources = [];
        HashSet<string> seen = [];
        foreach (LabelledSource seed in LabelledSource.Read(Path.Combine(shared, "seeds"), Path.Combine(labels, "seeds.tsv")).Select(AsLearnt))
        {
            sources.Add(seed.Document, seed);
            (seed.IsFrozen ? frozen : development).AddRange(Samples(seed, seed.IsFrozen ? [] : seen).Select(sample => sample with { Weight = SeedWeight }));
        }

        foreach (string name in (string[])["open.tsv", "passages.tsv"])
        {
            foreach (LabelledSource source in LabelledSource.ReadOpen(Path.Combine(shared, "corpora", "open"), Path.Combine(labels, name)).Select(AsLearnt))
            {
                sources.Add(source.Document, source);
                development.AddRange(Samples(source, seen));
            }
        }

        int[] groups = SharedLines.Groups([.. development.Select(SharedLines.TextsOf)]);
        int[] parts = Parts(groups, [.. development.Select(sample => sample.Labels.Count(label => label is not null))], folds);
        return new FunctionCorpus([.. development.Select((sample, index) => sample with { Fold = parts[index] })], frozen, groups.Distinct().Count())
        {
            Sources = sources,
        };
    }

    /// <summary>Open documents that the shipped weights were never trained on: a second test, of other sorts of text than the frozen one.</summary>
    /// <param name="shared">The folder that holds <c>corpora/open</c>.</param>
    /// <param name="labels">The folder of <c>passages-fresh.tsv</c>.</param>
    public static LabelledSource[] ReadFresh(string shared, string labels) =>
        [.. LabelledSource.ReadOpen(Path.Combine(shared, "corpora", "open"), Path.Combine(labels, "passages-fresh.tsv")).Select(AsLearnt)];

    /// <summary>The folder of a sample: gov_work_reports, s0 …</summary>
    public string FolderOf(FunctionSample sample) => Sources[sample.Document].Name.Split('/')[0];

    /// <summary>Whether a unit counts: what readers call a title or noise is learnt as 其他, but flatters a score.</summary>
    public bool Counts(UnitAnswer answer) => Sources[answer.Sample.Document].Labels[answer.Block.Line].Kind is "paragraph" or "heading";

    /// <summary>With the document that its samples will have: by it their file is found again.</summary>
    private static LabelledSource AsLearnt(LabelledSource source) => source with { Document = LineHeadings.Of(source.Document) };

    /// <summary>One sample a report; a line that was seen before with the same text is not learnt or counted again.</summary>
    private static IEnumerable<FunctionSample> Samples(LabelledSource source, HashSet<string> seen)
    {
        foreach (ReportOutline report in source.Document.Reports)
        {
            var labels = new GivenFunction?[source.Document.Blocks.Length];
            foreach (Block block in source.Document.Blocks.AsSpan(report.FirstBlock, report.BlockCount))
            {
                if (block.Kind is BlockKind.Heading or BlockKind.Paragraph
                    && source.Labels.TryGetValue(block.Line, out LineLabel? label) && seen.Add(label.Hash))
                {
                    labels[block.Ordinal] = Given(label);
                }
            }

            if (labels.Any(label => label is not null))
            {
                yield return new FunctionSample(source.Document, labels, 0);
            }
        }
    }

    private static GivenFunction Given(LineLabel label) => new(
        FunctionNames.TryParse(label.Function, out Function primary) ? primary : Function.Other,
        FunctionNames.TryParse(label.Secondary, out Function second) ? second : null);

    /// <summary>The largest groups first, each into the part that has least.</summary>
    private static int[] Parts(int[] groups, int[] sizes, int folds)
    {
        var totals = new int[folds];
        Dictionary<int, int> partOf = [];
        foreach (var group in groups.Select((group, index) => (group, size: sizes[index])).GroupBy(item => item.group)
            .Select(group => (group.Key, Size: group.Sum(item => item.size))).OrderByDescending(group => group.Size).ThenBy(group => group.Key))
        {
            int part = Array.IndexOf(totals, totals.Min());
            totals[part] += group.Size;
            partOf[group.Key] = part;
        }

        return [.. groups.Select(group => partOf[group])];
    }
}
