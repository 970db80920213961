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
        string[] seeds = [.. Directory.GetFiles(Path.Combine(sharedFolder, "seeds"), "*.txt").Order(StringComparer.Ordinal)];
        Dictionary<string, string[]> texts = new(StringComparer.Ordinal);
        ILookup<(string, int), Slot> slots = Rows(Path.Combine(labelFolder, "slots.tsv")).ToLookup(
            row => (row[0], Number(row[1])),
            row => new Slot(Enum.Parse<SlotType>(row[4], ignoreCase: true), TextSpan.Between(Number(row[2]), Number(row[3]))));
        return [.. Rows(Path.Combine(labelFolder, "slot-lines.tsv")).Select(row =>
        {
            string line = LinesOf(row[0])[Number(row[1]) - 1];
            return LineLabel.HashOf(line) == row[2]
                ? new SlotLine($"{row[0]}:{row[1]}", line, [.. slots[(row[0], Number(row[1]))]], IsTestHalf(row[2]))
                : throw new InvalidDataException($"{row[0]}:{row[1]}: the label was given to another text");
        })];

        string[] LinesOf(string file)
        {
            string path = file is ['s', var digit] ? seeds[digit - '0'] : Path.Combine([sharedFolder, "corpora", "open", .. file.Split('/')]);
            return texts.TryGetValue(path, out string[]? lines) ? lines : texts[path] = File.ReadAllText(path).Split('\n');
        }
    }

    /// <summary>The fixed rule: an odd last digit of the hash is the test half.</summary>
    private static bool IsTestHalf(string hash) => int.Parse(hash[^1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 2 == 1;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string path) => File.ReadLines(path).Skip(1).Select(line => line.Split('\t'));
}
