using System.Globalization;

namespace JingJian.Tools.Stress;

/// <summary>Disguised copies of real paragraphs, with the truth about every interval, as a folder.</summary>
/// <remarks>
/// <c>sources/</c>: the paragraphs, one a line, in files named after those they come from. <c>variants/</c>: one file a
/// disguise, one variant a line. <c>truth.tsv</c>: for each copied interval its variant file, line and offsets, its source file,
/// line and offsets, the disguise, and whether it is the disguised copy or its host. Offsets are half-open and count UTF-16 units in the line.
/// </remarks>
/// <param name="Sources">All paragraphs, originals among them.</param>
/// <param name="Variants">The copies.</param>
internal sealed record StressSet(IReadOnlyList<StressLine> Sources, IReadOnlyList<Variant> Variants)
{
    private const string Header = "variant_file\tvariant_line\tvariant_start\tvariant_end\tsource_file\tsource_line\tsource_start\tsource_end\tkind\trole";

    /// <summary>Makes every disguise of every original.</summary>
    public static StressSet Make(StressPool pool, int seed)
    {
        var disguises = new Disguises(pool.Others, seed);
        return new StressSet(
            [.. pool.Originals.Concat(pool.Others).OrderBy(line => line.File, StringComparer.Ordinal).ThenBy(line => line.Number)],
            [.. Disguises.Kinds.SelectMany(kind => pool.Originals.Select(original => disguises.Apply(kind, original)))]);
    }

    /// <summary>Writes the folder.</summary>
    public void Write(string folder)
    {
        foreach (IGrouping<string, StressLine> file in Sources.GroupBy(line => line.File))
        {
            WriteLines(folder, file.Key, file.Select(line => line.Text));
        }

        var truth = new List<string> { Header };
        foreach (IGrouping<string, Variant> kind in Variants.GroupBy(variant => variant.Kind))
        {
            string file = $"variants/{kind.Key}.txt";
            WriteLines(folder, file, kind.Select(variant => variant.Text));
            truth.AddRange(kind.SelectMany((variant, i) => variant.Passages.Select(passage => string.Create(
                CultureInfo.InvariantCulture,
                $"{file}\t{i + 1}\t{passage.Start}\t{passage.End}\t{passage.Source.File}\t{passage.Source.Number}\t{passage.SourceStart}\t{passage.SourceEnd}\t{kind.Key}\t{(passage.IsHost ? "host" : "copy")}"))));
        }

        WriteLines(folder, "truth.tsv", truth);
    }

    /// <summary>Reads a folder that <see cref="Write"/> has written.</summary>
    public static StressSet Read(string folder)
    {
        var sources = new Dictionary<(string, int), StressLine>();
        string sourceFolder = Path.Combine(folder, "sources");
        foreach (string file in Directory.EnumerateFiles(sourceFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = "sources/" + Path.GetRelativePath(sourceFolder, file).Replace('\\', '/');
            foreach ((int i, string text) in File.ReadLines(file).Index())
            {
                sources.Add((name, i + 1), new StressLine(name, i + 1, text));
            }
        }

        var lines = new Dictionary<string, string[]>();
        List<Variant> variants = [.. File.ReadLines(Path.Combine(folder, "truth.tsv")).Skip(1).Select(row => row.Split('\t'))
            .GroupBy(row => (File: row[0], Line: Number(row[1]), Kind: row[8]))
            .Select(rows => new Variant(
                rows.Key.Kind,
                Lines(rows.Key.File)[rows.Key.Line - 1],
                [.. rows.Select(row => new CopiedPassage(
                    Number(row[2]), Number(row[3]), sources[(row[4], Number(row[5]))], Number(row[6]), Number(row[7]), row[9] == "host"))]))];
        return new StressSet([.. sources.Values], variants);

        string[] Lines(string file) => lines.TryGetValue(file, out string[]? known) ? known : lines[file] = File.ReadAllLines(Path.Combine(folder, file));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void WriteLines(string folder, string file, IEnumerable<string> lines)
    {
        string path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
    }
}
