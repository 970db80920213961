using System.Globalization;
using JingJian.Tools.Evaluation;

namespace JingJian.Tools.Exemplars;

/// <summary>A section that somebody has to write.</summary>
/// <param name="Id">Its name in <c>corpus/labels/drafting-needs.tsv</c>.</param>
/// <param name="Function">What the section does, English.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="UnitType">The sort of unit that writes, or empty.</param>
/// <param name="Note">The need in a sentence.</param>
internal sealed record DraftingNeed(string Id, string Function, string Topic, string UnitType, string Note)
{
    /// <summary>The sets, in the order in which they were written: by the needs of the last nothing was chosen.</summary>
    public static readonly string[] Sets = ["", "-fresh", "-unseen"];

    /// <summary>Whether its number is odd: the first weights were chosen by these of the first set.</summary>
    public bool IsOdd => int.Parse(Id[1..], CultureInfo.InvariantCulture) % 2 == 1;

    /// <summary>As the evaluation of search takes it: by function.</summary>
    public SearchNeed AsSearchNeed => new(Id, Function, Topic);

    /// <summary>Reads the needs.</summary>
    /// <param name="labels">The folder of labels.</param>
    /// <param name="set">One of <see cref="Sets"/>.</param>
    public static IReadOnlyList<DraftingNeed> Read(string labels, string set) =>
        [.. File.ReadLines(Path.Combine(labels, $"drafting-needs{set}.tsv")).Skip(1).Select(line => line.Split('\t')).Select(cells => new DraftingNeed(cells[0], cells[1], cells[2], cells[3], cells[4]))];
}
