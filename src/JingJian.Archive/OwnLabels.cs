using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Ingest;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>The labels of an archive's own people with the documents they belong to: corrections, and a table of labels.</summary>
/// <remarks>Each text below its heading counts once, however many copies the archive has; a correction goes before the table.</remarks>
internal sealed class OwnLabels
{
    private readonly List<(Document Document, GivenFunction?[] Labels)> documents = [];
    private readonly HashSet<(string, string)> seen = [];

    /// <summary>How many labels there are.</summary>
    public int Labels => documents.Sum(document => document.Labels.Count(label => label is not null));

    /// <summary>What of the table could not be used, in Chinese.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Gathers them.</summary>
    /// <param name="connection">To the store.</param>
    /// <param name="rows">The rows of a table.</param>
    /// <param name="folder">Where files of the table may lie beside the sources of the archive; null for nowhere.</param>
    /// <param name="limits">What a file may ask.</param>
    public static OwnLabels Gather(SqliteConnection connection, IReadOnlyList<LabelRow> rows, string? folder, IngestLimits limits)
    {
        var gathered = new OwnLabels();
        Corrections corrections = Corrections.Read(connection);
        foreach (long source in connection.Rows("SELECT DISTINCT source FROM block WHERE corrected ORDER BY source", row => row.GetInt64(0)))
        {
            if (LabelStage.DocumentOf(connection, source, limits) is { } document)
            {
                gathered.Add(document, corrections.In(document));
            }
        }

        foreach (IGrouping<string, LabelRow> file in rows.GroupBy(row => row.File, StringComparer.Ordinal))
        {
            if (DocumentOf(connection, file.Key, folder, limits) is { } document)
            {
                gathered.Add(document, gathered.Found(document, file));
            }
            else
            {
                gathered.Notes.Add($"档案库里没有“{file.Key}”这个来源文件，它的 {file.Count()} 条标注没有用上。");
            }
        }

        return gathered;
    }

    /// <summary>What to train on, and the part of the test that each document is in: those that share a labelled text are in one.</summary>
    /// <param name="parts">The most parts.</param>
    /// <param name="groups">Receives how many groups there are.</param>
    public IReadOnlyList<FunctionSample> Samples(int parts, out int groups)
    {
        int[] group = Groups();
        int[] distinct = [.. group.Distinct()];
        groups = distinct.Length;
        return [.. documents.Select((document, index) => new FunctionSample(document.Document, document.Labels, Array.IndexOf(distinct, group[index]) % parts))];
    }

    private static Document? DocumentOf(SqliteConnection connection, string file, string? folder, IngestLimits limits)
    {
        List<long> known = connection.Rows($"SELECT s.id FROM source s WHERE {SourceId.Meant} ORDER BY s.id", row => row.GetInt64(0), file);
        if (known.Count > 0)
        {
            return LabelStage.DocumentOf(connection, known[0], limits);
        }

        string? path = folder is null ? null : Path.GetFullPath(Path.Combine(folder, file));
        return path is not null && File.Exists(path) && SourceReader.ReadFile(new SourceFile(path, file), limits).TryGet(out SourceText? text, out _)
            ? StructureReader.Read(text.Decoded.Text)
            : null;
    }

    private Dictionary<int, GivenFunction> Found(Document document, IEnumerable<LabelRow> rows)
    {
        Dictionary<int, GivenFunction> found = [];
        foreach (LabelRow row in rows)
        {
            if (document.Blocks.FirstOrDefault(block => block.Line <= row.Line && row.Line <= block.LineEnd && block.Kind is BlockKind.Heading or BlockKind.Paragraph) is { } block)
            {
                found.TryAdd(block.Ordinal, row.Given);
            }
            else
            {
                Notes.Add(string.Create(CultureInfo.InvariantCulture, $"标注表第 {row.Row} 行：{row.File} 第 {row.Line} 行不是标题或段落，没有用上。"));
            }
        }

        return found;
    }

    private void Add(Document document, Dictionary<int, GivenFunction> said)
    {
        var labels = new GivenFunction?[document.Blocks.Length];
        foreach ((int ordinal, GivenFunction given) in said)
        {
            labels[ordinal] = seen.Add(KeyOf(document, document.Blocks[ordinal])) ? given : null;
        }

        if (labels.Any(label => label is not null))
        {
            documents.Add((document, labels));
        }
    }

    private static (string, string) KeyOf(Document document, Block block) =>
        Corrections.KeyOf(block.Text.Text, block.Sections.Length == 0 ? null : document.Blocks[block.Sections[^1]].Heading.ToString());

    /// <summary>Documents with a paragraph in common are one group.</summary>
    private int[] Groups()
    {
        int[] group = [.. Enumerable.Range(0, documents.Count)];
        Dictionary<string, int> owner = new(StringComparer.Ordinal);
        for (int index = 0; index < documents.Count; index++)
        {
            foreach (Block block in documents[index].Document.Blocks.Where(block => block.Kind == BlockKind.Paragraph && block.Text.Text.Length >= LeastShared))
            {
                if (!owner.TryAdd(block.Text.Text, index) && group[owner[block.Text.Text]] != group[index])
                {
                    int from = group[index], to = group[owner[block.Text.Text]];
                    group = Array.ConvertAll(group, number => number == from ? to : number);
                }
            }
        }

        return group;
    }

    /// <summary>Shorter paragraphs are formulas.</summary>
    private const int LeastShared = 20;
}
