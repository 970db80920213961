using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;
using JingJian.Text.Sequences;
using JingJian.Text.Slots;
using JingJian.Tools.Evaluation;

namespace JingJian.Tools.Names;

/// <summary>Trains the tagger of names: on <c>names.tsv</c> and the development half of <c>slots.tsv</c>, with lists from unlabelled text.</summary>
internal sealed class NameTraining
{
    private const int WideGroups = 64;
    private const int NarrowGroups = 510;

    private readonly NameTables tables;

    /// <summary>Reads all there is.</summary>
    /// <param name="labelFolder">Holds the labels.</param>
    /// <param name="nameFolder">Holds the lists of names.</param>
    /// <param name="sharedFolder">Holds the seeds, the open corpora and the list of places.</param>
    /// <param name="lexicon">The words.</param>
    /// <param name="report">Is told what was done.</param>
    public NameTraining(string labelFolder, string nameFolder, string sharedFolder, Lexicon lexicon, Action<string> report)
    {
        IReadOnlyList<SlotLine> slots = SlotLine.Read(labelFolder, sharedFolder);
        IReadOnlyList<SlotLine> labelled = [.. SlotLine.ReadNames(labelFolder, sharedFolder), .. slots.Where(line => !line.IsTest)];
        IReadOnlyList<string> open = OpenText.Lines(sharedFolder, slots.Concat(labelled).Select(line => line.Text));
        var tagger = new Tagger(lexicon);
        tables = NameTables.Of(
            PlaceList.Read(Path.Combine(sharedFolder, "corpora", "lexicons", "thuocl_places.txt"), lexicon),
            DivisionList.Read(Path.Combine(nameFolder, "divisions.txt"), lexicon),
            KnownNames.Read(Path.Combine(nameFolder, "known.txt")),
            Groups(open, tagger));
        var reader = new NameReader(lexicon, tables);
        Examples = [.. labelled.Select(line => NameExample.Of(line, tagger, reader))];
        report($"{Examples.Count} labelled lines, {Examples.Sum(example => example.Names.Count)} names; {open.Count} unlabelled lines");
    }

    /// <summary>What there is to learn from.</summary>
    public IReadOnlyList<NameExample> Examples { get; }

    /// <summary>Chosen by cross-validation over documents, see <c>models/names/MODEL.md</c>.</summary>
    private static OnlineTrainingOptions Options { get; } = new() { Rounds = 15, Dropout = 0.5, LeastCount = 2, LeastWeight = 0.01, MayFollow = NameLabels.MayFollow };

    /// <summary>Organisations are rather found, persons rather not; by cross-validation, towards the recall and precision that each is short of.</summary>
    private static double[] Preferences { get; } = NameLabels.Preferences(organisation: 2.5, place: 0, person: -1);

    /// <summary>Trains on some of the examples.</summary>
    public NameModel Train(IEnumerable<NameExample> examples) =>
        new(OnlineTrainer.Train(NameLabels.All, [.. examples.Select(example => example.Sequence)], Options, CancellationToken.None).Favouring(Preferences), tables);

    private static Dictionary<string, (int Wide, int Narrow)> Groups(IEnumerable<string> lines, Tagger tagger)
    {
        var words = new WordClusters();
        foreach (string line in lines)
        {
            words.Add(OpenText.Words(line, tagger));
        }

        IReadOnlyDictionary<string, int> wide = words.Group(WideGroups), narrow = words.Group(NarrowGroups);
        return wide.ToDictionary(word => word.Key, word => (word.Value + 1, narrow[word.Key] + 1), StringComparer.Ordinal);
    }
}
