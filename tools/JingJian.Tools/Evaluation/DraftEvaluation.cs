using System.Globalization;
using System.Text;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Tools.Evaluation;

/// <summary>How much of what was planted a check of drafts finds, and of what it calls borrowed how much is.</summary>
/// <param name="Name">Of which plants.</param>
/// <param name="Plants">How many.</param>
/// <param name="Found">Of how many half or more is called borrowed.</param>
/// <param name="KindRight">Of how many of these most of it has the right kind.</param>
/// <param name="Characters">Their characters.</param>
/// <param name="FoundCharacters">How many of them are called borrowed.</param>
internal sealed record DraftScore(string Name, int Plants, int Found, int KindRight, int Characters, int FoundCharacters)
{
    /// <summary>One row of the table.</summary>
    public string Row() => string.Create(CultureInfo.InvariantCulture,
        $"| {Name} | {Plants} | {Share(Found, Plants):F3} | {Share(KindRight, Found):F3} | {Share(FoundCharacters, Characters):F3} |");

    /// <summary>Together with others.</summary>
    public static DraftScore Sum(string name, IEnumerable<DraftScore> scores) => scores.Aggregate(
        new DraftScore(name, 0, 0, 0, 0, 0),
        (sum, one) => new DraftScore(name, sum.Plants + one.Plants, sum.Found + one.Found, sum.KindRight + one.KindRight, sum.Characters + one.Characters, sum.FoundCharacters + one.FoundCharacters));

    /// <summary>A part of a whole; of nothing all.</summary>
    public static double Share(int part, int whole) => whole == 0 ? 1 : part / (double)whole;
}

/// <summary>The real check on <see cref="PlantedDrafts"/>.</summary>
internal sealed class DraftEvaluation
{
    private readonly List<(Planted Plant, DraftScore Score)> scores = [];

    /// <summary>Passages with a source, and how many of them lie for the most part in what was planted.</summary>
    public int Passages { get; private set; }

    /// <summary>How many of them lie for the most part in what was planted.</summary>
    public int TruePassages { get; private set; }

    /// <summary>Formulas that nobody planted: the fresh paragraphs are real, and real ones have them.</summary>
    public int OtherFormulas { get; private set; }

    /// <summary>Wrong and missed ones, for reading.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Takes the files into an archive and checks the drafts.</summary>
    public static DraftEvaluation Of(PlantedDrafts planted, string models)
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("jingjian-measured-");
        try
        {
            ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = data.FullName, ModelsFolder = models }, TimeProvider.System);
            archive.Ingest([.. planted.Files.Select(file => (file.Name, (Stream)new MemoryStream(Encoding.UTF8.GetBytes(file.Text))))], CancellationToken.None);
            Marked(archive, PlantedDrafts.Superior, "superior");
            Marked(archive, PlantedDrafts.Template, "template");
            var evaluation = new DraftEvaluation();
            foreach (PlantedDraft draft in planted.Drafts)
            {
                evaluation.Add(draft, archive.Drafts.Check(new DraftWish("草稿", draft.Text) { Full = false }));
            }

            return evaluation;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>The figures as a table.</summary>
    public string Table()
    {
        var table = new StringBuilder("| planted | passages | found | kind right | characters found |\n|---|---:|---:|---:|---:|\n");
        foreach (IGrouping<string, (Planted Plant, DraftScore Score)> kind in scores.GroupBy(score => score.Plant.Kind))
        {
            table.Append(DraftScore.Sum(kind.Key, kind.Select(score => score.Score)).Row()).Append('\n');
        }

        foreach (IGrouping<string, (Planted Plant, DraftScore Score)> disguise in scores.GroupBy(score => score.Plant.Disguise))
        {
            table.Append(DraftScore.Sum(disguise.Key, disguise.Select(score => score.Score)).Row()).Append('\n');
        }

        return table.Append(DraftScore.Sum("all", scores.Select(score => score.Score)).Row()).Append(string.Create(CultureInfo.InvariantCulture,
            $"\n\nspan precision {DraftScore.Share(TruePassages, Passages):F3} ({TruePassages} of {Passages} passages with a source); formulas that were not planted: {OtherFormulas}")).ToString();
    }

    private static void Marked(ReportArchive archive, string file, string mark)
    {
        if (!archive.Judgements.Mark(file, mark, "").TryGet(out _, out Fault? fault))
        {
            throw new InvalidDataException(fault.Message);
        }
    }

    private void Add(PlantedDraft draft, DraftCheckView check)
    {
        DraftPassageView[] passages = [.. check.Paragraphs.SelectMany(paragraph => paragraph.Passages)];
        foreach (Planted plant in draft.Plants)
        {
            int length = plant.At.Length, covered = passages.Sum(passage => Overlap(passage, plant.At));
            int right = passages.Where(passage => passage.Kind == plant.Kind).Sum(passage => Overlap(passage, plant.At));
            bool found = 2 * covered >= length, kindRight = found && 2 * right > covered;
            scores.Add((plant, new DraftScore("", 1, found ? 1 : 0, kindRight ? 1 : 0, length, Math.Min(length, covered))));
            if (!kindRight)
            {
                Differences.Add($"{(found ? "kind" : "missed")} {plant.Kind}, {plant.Disguise}: {plant.At.In(draft.Text)}\n    "
                    + string.Join("\n    ", passages.Where(passage => Overlap(passage, plant.At) > 0).Select(passage => $"{passage.Kind}/{passage.Class} {passage.Text}")));
            }
        }

        foreach (DraftPassageView passage in passages)
        {
            bool planted = 2 * draft.Plants.Sum(plant => Overlap(passage, plant.At)) > passage.End - passage.Start;
            if (passage.Source is null)
            {
                OtherFormulas += planted ? 0 : 1;
                continue;
            }

            Passages++;
            TruePassages += planted ? 1 : 0;
            if (!planted)
            {
                Differences.Add($"not planted {passage.Class}: {passage.Text}\n    {passage.Source.Text}");
            }
        }
    }

    private static int Overlap(DraftPassageView passage, TextSpan at) => Math.Max(0, Math.Min(passage.End, at.End) - Math.Max(passage.Start, at.Start));
}
