using System.Globalization;

namespace JingJian.Tools.Evaluation;

/// <summary>A planned copy of the sample archive, as its key states it.</summary>
/// <param name="Kind">self, stale, cross, leftover, superior, slogan, merged, split, reordered, reworded, masked or exact.</param>
/// <param name="Copy">Where the copy stands.</param>
/// <param name="Sources">Where what it was made from stands: two for merged, else one.</param>
public sealed record PlannedCopy(string Kind, SampleLine Copy, IReadOnlyList<SampleLine> Sources)
{
    /// <summary>Reads them from <c>KEY.tsv</c>.</summary>
    public static IReadOnlyList<PlannedCopy> Read(string folder) =>
    [
        .. File.ReadLines(Path.Combine(folder, "KEY.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row[7] != "-").Select(row => new PlannedCopy(
            row[7],
            new SampleLine(row[0], Number(row[1])),
            [.. row[8].Split(';').Zip(row[9].Split(';'), (file, line) => new SampleLine(file, Number(line)))])),
    ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
