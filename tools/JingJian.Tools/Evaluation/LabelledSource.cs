using JingJian.Analysis.Structure;
using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Tools.Evaluation;

/// <summary>A labelled file beside what the product makes of it.</summary>
/// <param name="Name">Short name of a seed, s0 … s4, the path of an open document, or the file name of a sample.</param>
/// <param name="Document">Its structure as read by the product.</param>
/// <param name="Labels">Its labels by line.</param>
public sealed record LabelledSource(string Name, Document Document, IReadOnlyDictionary<int, LineLabel> Labels)
{
    /// <summary>Whether it belongs to the frozen test of functions: s3 and s4 are never tuned on, their lines are counted, not shown.</summary>
    public bool IsFrozen => Name is "s3" or "s4";

    /// <summary>Reads the files of a folder in order of name as s0, s1, …, and checks that the labels belong to them.</summary>
    public static IReadOnlyList<LabelledSource> Read(string folder, string labelFile)
    {
        ILookup<string, LineLabel> labels = LineLabel.Read(labelFile).ToLookup(label => label.File);
        return [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select((path, index) => ReadOne(path, $"s{index}", labels[$"s{index}"]))];
    }

    /// <summary>Reads the open documents that a label file names by their path below a folder.</summary>
    public static IReadOnlyList<LabelledSource> ReadOpen(string folder, string labelFile) =>
        [.. LineLabel.Read(labelFile).GroupBy(label => label.File)
            .Select(file => ReadOne(Path.Combine(folder, file.Key), file.Key, file))];

    private static LabelledSource ReadOne(string path, string name, IEnumerable<LineLabel> labels)
    {
        if (!SourceReader.ReadFile(new SourceFile(path, name), IngestLimits.Default).TryGet(out SourceText? source, out Fault? fault))
        {
            throw new InvalidDataException($"{path}: {fault.Message}");
        }

        string[] lines = source.Decoded.Text.Split('\n');
        Dictionary<int, LineLabel> byLine = labels.ToDictionary(label => label.Line);
        foreach (LineLabel label in byLine.Values.Where(label => LineLabel.HashOf(lines[label.Line - 1]) != label.Hash))
        {
            throw new InvalidDataException($"{name}:{label.Line}: the label was given to another text");
        }

        return new LabelledSource(name, StructureReader.Read(source.Decoded.Text), byLine);
    }
}
