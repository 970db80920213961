using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Views;
using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Tools.Evaluation;

namespace JingJian.Tools.Exemplars;

/// <summary>A graded paragraph.</summary>
/// <param name="Text">Its text, folded.</param>
/// <param name="Function">What it does, by the shipped classifier.</param>
/// <param name="Features">What the model looks at.</param>
/// <param name="First">The first reader's grade, 0 to 3.</param>
/// <param name="Second">The second reader's.</param>
/// <param name="Group">Reports that share a paragraph, directly or through others, are one group.</param>
/// <param name="Guessed">Concreteness by the old weights.</param>
internal sealed record UsefulPassage(string Text, Function Function, double[] Features, int First, int Second, int Group, double Guessed)
{
    /// <summary>The mean grade as a share of 3.</summary>
    public double Grade => (First + Second) / 6.0;
}

/// <summary>The paragraphs of <c>corpus/labels/usefulness.tsv</c> as the archive has them.</summary>
internal sealed class UsefulnessCorpus
{
    /// <summary>A quoted string in more than this share of the paragraphs is a slogan; the ranker has the same rule.</summary>
    private const int FewestForSlogan = 5;
    private const double SloganShare = 0.01;

    private readonly Dictionary<string, bool> slogans = new(StringComparer.Ordinal);
    private readonly string[] folded;

    public UsefulnessCorpus(JudgedArchive judged, string labels)
    {
        folded = [.. judged.Passages.Select(passage => Folding.Fold(passage.Text))];
        Dictionary<(string, int), int> places = [];
        for (int i = 0; i < judged.Passages.Length; i++)
        {
            places.TryAdd((judged.Passages[i].File, judged.Passages[i].Line), i);
        }

        BlockView[] blocks = [.. judged.Passages.Select(passage => judged.Archive.Catalogue.Block(passage.Id)!)];
        Dictionary<string, int> groups = Groups(blocks);
        Dictionary<string, DocumentType> types = judged.Archive.Catalogue.Reports(null)
            .ToDictionary(report => report.Id, report => KindNames.TryParse(report.Type, out DocumentType type) ? type : DocumentType.Other, StringComparer.Ordinal);
        foreach (string[] cells in File.ReadLines(Path.Combine(labels, "usefulness.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            if (!places.TryGetValue((cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture)), out int place))
            {
                Misplaced++;
                continue;
            }

            BlockView block = blocks[place];
            Function function = FunctionNames.TryParse(block.Function, out Function known) ? known : Function.Other;
            double[] features = ConcreteFeatures.Of(folded[place], function, types[block.Report], IsSlogan);
            Passages.Add(new UsefulPassage(
                folded[place], function, features, cells[2][0] - '0', cells[3][0] - '0', groups[block.Report],
                GuessedConcreteness.Of(folded[place], (int)Math.Round(Math.Exp(features[ConcreteFeatures.Names.IndexOf("deeds")]) - 1), IsSlogan)));
        }
    }

    /// <summary>The graded paragraphs.</summary>
    public List<UsefulPassage> Passages { get; } = [];

    /// <summary>Grades of lines that are no paragraph of the archive.</summary>
    public int Misplaced { get; }

    private static Dictionary<string, int> Groups(BlockView[] blocks)
    {
        (string Report, string[] Lines)[] reports =
        [
            .. blocks.GroupBy(block => block.Report).Select(report => (report.Key,
                report.Select(block => string.Concat(block.Text.Where(char.IsLetter))).Where(text => text.Length >= 18).ToArray())),
        ];
        int[] groups = SharedLines.Groups([.. reports.Select(report => report.Lines)]);
        return reports.Index().ToDictionary(report => report.Item.Report, report => groups[report.Index], StringComparer.Ordinal);
    }

    private bool IsSlogan(string name)
    {
        if (!slogans.TryGetValue(name, out bool slogan))
        {
            slogan = folded.Count(text => text.Contains(name, StringComparison.Ordinal)) > Math.Max(FewestForSlogan, folded.Length * SloganShare);
            slogans.Add(name, slogan);
        }

        return slogan;
    }
}
