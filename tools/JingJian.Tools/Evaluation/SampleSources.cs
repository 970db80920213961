using System.Globalization;
using JingJian.Analysis.Structure;
using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Tools.Evaluation;

/// <summary>What the key of the sample archive says of one report.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">Its first line.</param>
/// <param name="Unit">The full name of the unit that reports.</param>
/// <param name="Year">The year it reports on.</param>
/// <param name="Document">summary, plan or personal.</param>
public sealed record SampleReport(string File, int Line, string Unit, int Year, string Document);

/// <summary>The sample archive as labelled sources, its key turned into labels of lines.</summary>
public static class SampleSources
{
    /// <summary>Reads the files of <c>corpus/samples</c> with the labels of its <c>KEY.tsv</c>, in order of name.</summary>
    public static IReadOnlyList<LabelledSource> Read(string folder)
    {
        ILookup<string, string[]> rows = Rows(folder, "KEY.tsv").ToLookup(row => row[0]);
        return [.. rows.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => ReadOne(folder, file.Key, [.. file]))];
    }

    /// <summary>Reads <c>KEY-reports.tsv</c>.</summary>
    public static IReadOnlyList<SampleReport> Reports(string folder) =>
        [.. Rows(folder, "KEY-reports.tsv").Select(row => new SampleReport(row[1], Number(row[2]), row[4], Number(row[6]), row[8]))];

    private static LabelledSource ReadOne(string folder, string name, string[][] rows)
    {
        if (!SourceReader.ReadFile(new SourceFile(Path.Combine(folder, name), name), IngestLimits.Default).TryGet(out SourceText? source, out Fault? fault))
        {
            throw new InvalidDataException($"{name}: {fault.Message}");
        }

        string[] lines = source.Decoded.Text.Split('\n');
        Dictionary<int, LineLabel> labels = [];
        string report = "";
        foreach (string[] row in rows)
        {
            bool starts = row[3] != report;
            report = row[3];
            int first = Number(row[1]);
            for (int line = first; line <= Number(row[2]); line++)
            {
                labels.Add(line, new LineLabel(
                    name, line, line == first ? row[4] : "cont", row[5], row[6], starts && line == first, LineLabel.HashOf(lines[line - 1])));
            }
        }

        return new LabelledSource(name, StructureReader.Read(source.Decoded.Text), labels);
    }

    private static IEnumerable<string[]> Rows(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Skip(1).Select(line => line.Split('\t'));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
