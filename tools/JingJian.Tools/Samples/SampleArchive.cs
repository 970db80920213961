using System.Text;

namespace JingJian.Tools.Samples;

/// <summary>Makes the sample archive <c>corpus/samples</c> from <c>corpus/plan</c>.</summary>
/// <remarks><b>Guarantee.</b> Same plan, same bytes.</remarks>
internal static class SampleArchive
{
    /// <summary>The <c>samples build</c> verb: writes the archive into the checkout and says what it holds.</summary>
    public static int Write(string root)
    {
        string folder = Path.Combine(root, "corpus", "samples");
        IReadOnlyDictionary<string, byte[]> files;
        try
        {
            files = Build(Path.Combine(root, "corpus", "plan"));
        }
        catch (Exception problem) when (problem is FormatException or IOException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }

        foreach (string old in Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)))
        {
            File.Delete(old);
        }

        foreach ((string name, byte[] content) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        Console.WriteLine($"{files.Count} files in {folder}");
        return 0;
    }

    /// <summary>Every file of the archive by name.</summary>
    /// <exception cref="FormatException">Plan or layout is broken.</exception>
    public static IReadOnlyDictionary<string, byte[]> Build(string plan)
    {
        IReadOnlyDictionary<string, PlannedReport> reports = ReadPlan(plan);
        IReadOnlyList<FileLayout> layouts = LayoutReader.Read(File.ReadAllText(Path.Combine(plan, "LAYOUT.tsv"), Encoding.UTF8));
        RequireEachOnce(reports, layouts);
        RequireSources(reports);
        RenderedFile[] files = [.. layouts.Select(layout => RenderedFile.Render(layout, reports))];
        Dictionary<string, byte[]> archive = files.ToDictionary(file => file.Name, file => file.ToBytes());
        archive["KEY.tsv"] = Encoding.UTF8.GetBytes(AnswerKey.Units(files));
        archive["KEY-reports.tsv"] = Encoding.UTF8.GetBytes(AnswerKey.Reports(files));
        return archive;
    }

    /// <summary>Every planned report by id.</summary>
    public static IReadOnlyDictionary<string, PlannedReport> ReadPlan(string plan) =>
        Directory.EnumerateFiles(plan, "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => PlanReader.Read(Path.GetFileName(file), File.ReadAllText(file, Encoding.UTF8)))
            .ToDictionary(report => report.Id);

    private static void RequireEachOnce(
        IReadOnlyDictionary<string, PlannedReport> reports, IReadOnlyList<FileLayout> layouts)
    {
        ILookup<string, PlacedReport> placed = layouts.SelectMany(layout => layout.Reports).ToLookup(report => report.Id);
        string[] wrong = [.. reports.Keys.Union(placed.Select(group => group.Key))
            .Where(id => !reports.ContainsKey(id) || placed[id].Count() != 1)
            .Order(StringComparer.Ordinal)];
        if (wrong.Length > 0)
        {
            throw new FormatException($"LAYOUT.tsv must place every planned report exactly once; look at {string.Join(", ", wrong)}");
        }
    }

    private static void RequireSources(IReadOnlyDictionary<string, PlannedReport> reports)
    {
        foreach (PlannedReport report in reports.Values)
        {
            foreach (LineReference source in report.Lines.SelectMany(line => line.Copy?.Sources ?? []))
            {
                if (!reports.TryGetValue(source.Report, out PlannedReport? origin) || source.Line < 1 || source.Line > origin.Lines.Count)
                {
                    throw new FormatException($"{report.Id} copies {source}, which is not planned");
                }
            }
        }
    }
}
