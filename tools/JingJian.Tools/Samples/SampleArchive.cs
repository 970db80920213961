using System.Globalization;
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
        Directory.CreateDirectory(folder);
        foreach (string old in Directory.EnumerateFiles(folder, "*.t??"))
        {
            File.Delete(old);
        }

        IReadOnlyDictionary<string, byte[]> files = Build(Path.Combine(root, "corpus", "plan"));
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
        ILookup<string, string> placed = layouts.SelectMany(layout => layout.Reports).ToLookup(report => report.Id, report => report.Id);
        string[] wrong = [.. reports.Keys.Union(placed.Select(group => group.Key))
            .Where(id => !reports.ContainsKey(id) || placed[id].Count() != 1)
            .Order(StringComparer.Ordinal)];
        if (wrong.Length > 0)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"LAYOUT.tsv must place every planned report exactly once; look at {string.Join(", ", wrong)}"));
        }
    }
}
