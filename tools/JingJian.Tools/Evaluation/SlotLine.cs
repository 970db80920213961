using System.Globalization;
using JingJian.Text;
using JingJian.Text.Slots;

namespace JingJian.Tools.Evaluation;

/// <summary>A line whose slots are labelled in <c>corpus/labels/slots.tsv</c>, all of them.</summary>
/// <param name="Place">File and line, for people.</param>
/// <param name="Text">The line as it stands in its file.</param>
/// <param name="Slots">Its slots, in order.</param>
/// <param name="IsTest">Whether it is in the half that is never tuned on.</param>
public sealed record SlotLine(string Place, string Text, IReadOnlyList<Slot> Slots, bool IsTest)
{
    /// <summary>Reads the labels and the lines they belong to.</summary>
    /// <param name="labelFolder">Holds <c>slots.tsv</c> and <c>slot-lines.tsv</c>.</param>
    /// <param name="sharedFolder">Holds <c>seeds</c> and <c>corpora/open</c>.</param>
    /// <exception cref="InvalidDataException">A label was given to another text.</exception>
    public static IReadOnlyList<SlotLine> Read(string labelFolder, string sharedFolder)
    {
        var texts = new LabelledTexts(sharedFolder);
        ILookup<(string, int), Slot> slots = Rows(Path.Combine(labelFolder, "slots.tsv")).ToLookup(row => (row[0], Number(row[1])), SlotOf);
        return [.. Rows(Path.Combine(labelFolder, "slot-lines.tsv"))
            .Select(row => Of(row[0], Number(row[1]), row[2], texts, slots[(row[0], Number(row[1]))], IsTestHalf(row[2])))];
    }

    /// <summary>Reads <c>names.tsv</c>: lines of which only the names are labelled, to learn from.</summary>
    /// <param name="labelFolder">Holds <c>names.tsv</c>.</param>
    /// <param name="sharedFolder">Holds <c>seeds</c> and <c>corpora/open</c>.</param>
    /// <exception cref="InvalidDataException">A label was given to another text.</exception>
    public static IReadOnlyList<SlotLine> ReadNames(string labelFolder, string sharedFolder)
    {
        var texts = new LabelledTexts(sharedFolder);
        return [.. Rows(Path.Combine(labelFolder, "names.tsv"))
            .GroupBy(row => (File: row[0], Line: Number(row[1]), Hash: row[5]))
            .Select(rows => Of(rows.Key.File, rows.Key.Line, rows.Key.Hash, texts, rows.Where(row => row[4] != "none").Select(SlotOf), isTest: false))];
    }

    private static SlotLine Of(string file, int line, string hash, LabelledTexts texts, IEnumerable<Slot> slots, bool isTest)
    {
        string text = texts.LinesOf(file)[line - 1];
        return LineLabel.HashOf(text) == hash
            ? new SlotLine($"{file}:{line}", text, [.. slots], isTest)
            : throw new InvalidDataException($"{file}:{line}: the label was given to another text");
    }

    private static Slot SlotOf(string[] row) =>
        new(Enum.Parse<SlotType>(row[4], ignoreCase: true), TextSpan.Between(Number(row[2]), Number(row[3])));

    /// <summary>The fixed rule: an odd last digit of the hash is the test half.</summary>
    private static bool IsTestHalf(string hash) => int.Parse(hash[^1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 2 == 1;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string path) => File.ReadLines(path).Skip(1).Select(line => line.Split('\t'));
}
