using System.Text;

namespace JingJian.Tools.Samples;

/// <summary>What was planned, by file and line: the tables that measurements compare with.</summary>
internal static class AnswerKey
{
    /// <summary>One row for each unit of text, files in the order of the layout.</summary>
    public static string Units(IReadOnlyList<RenderedFile> files)
    {
        Dictionary<LineReference, (string File, int Line)> places = (
            from file in files
            from unit in file.Units
            select (Place: new LineReference(unit.Report.Id, unit.Number), At: (file.Name, unit.Line)))
            .ToDictionary(pair => pair.Place, pair => pair.At);
        StringBuilder key = new("file\tline\tlineEnd\treport\tkind\tfunction\tsecondary\treuse\tsourceFile\tsourceLine\n");
        foreach (RenderedFile file in files)
        {
            foreach (PlacedUnit unit in file.Units)
            {
                key.AppendJoin('\t', Row(file, unit, places)).Append('\n');
            }
        }

        return key.ToString();
    }

    /// <summary>One row for each report.</summary>
    public static string Reports(IReadOnlyList<RenderedFile> files)
    {
        StringBuilder key = new("report\tfile\tline\tlineEnd\tunit\ttype\tyear\ttitle\tdocument\n");
        foreach (RenderedFile file in files)
        {
            foreach (IGrouping<PlannedReport, PlacedUnit> units in file.Units.GroupBy(unit => unit.Report))
            {
                PlannedReport report = units.Key;
                string titled = units.First().Number == 0 ? "yes" : "no";
                key.AppendJoin('\t', report.Id, file.Name, units.First().Line, units.Last().LineEnd,
                    report.Unit, report.UnitType, report.Year, titled, report.Document).Append('\n');
            }
        }

        return key.ToString();
    }

    private static object[] Row(
        RenderedFile file, PlacedUnit placed, Dictionary<LineReference, (string File, int Line)> places)
    {
        PlannedLine? unit = placed.Unit;
        IReadOnlyList<LineReference> sources = unit?.Copy?.Sources ?? [];
        return
        [
            file.Name,
            placed.Line,
            placed.LineEnd,
            placed.Report.Id,
            unit?.Kind ?? "title",
            unit?.Function ?? "-",
            unit?.Secondary ?? "-",
            unit?.Copy?.Kind ?? "-",
            Join(sources.Select(source => places[source].File)),
            Join(sources.Select(source => places[source].Line)),
        ];
    }

    private static string Join<T>(IEnumerable<T> parts) => string.Join(';', parts) is { Length: > 0 } joined ? joined : "-";
}
