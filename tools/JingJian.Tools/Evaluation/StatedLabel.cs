using System.Globalization;
using JingJian.Analysis.Structure;

namespace JingJian.Tools.Evaluation;

/// <summary>One row of <c>corpus/labels/metadata.tsv</c>: what a report says of itself.</summary>
/// <param name="File">s0 … s4, or a path below the folder of the open corpora.</param>
/// <param name="Line">The line that the report starts at.</param>
/// <param name="Field">year, unit, unit-type, level, place, author, date or type.</param>
/// <param name="Values">The forms that are right.</param>
public sealed record StatedLabel(string File, int Line, string Field, IReadOnlyList<string> Values)
{
    /// <summary>Reads the file; the first row names the columns.</summary>
    public static IReadOnlyList<StatedLabel> Read(string path) =>
        [.. System.IO.File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            .Select(row => new StatedLabel(row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2], row[3].Split(';')))];
}

/// <summary>What reports are found to say of themselves, against the labels.</summary>
/// <param name="Fields">For each field: how many reports state it, how many of these got an answer, how many the right one.</param>
/// <param name="Unasked">For each field: how many reports that do not state it got an answer.</param>
/// <param name="Differences">The reports on which they differ, for reading.</param>
public sealed record StatedEvaluation(IReadOnlyDictionary<string, Answers> Fields, IReadOnlyDictionary<string, int> Unasked, IReadOnlyList<string> Differences)
{
    private static readonly string[] All = ["year", "unit", "unit-type", "level", "place", "author", "date", "type"];

    /// <summary>Compares; a report that was not found at its line has given no answers.</summary>
    public static StatedEvaluation Of(IEnumerable<LabelledSource> sources, IEnumerable<StatedLabel> labels)
    {
        var fields = All.ToDictionary(field => field, _ => default(Answers));
        var unasked = All.ToDictionary(field => field, _ => 0);
        List<string> differences = [];
        Dictionary<string, Document> documents = sources.ToDictionary(source => source.Name, source => source.Document);
        foreach (IGrouping<(string File, int Line), StatedLabel> report in labels.Where(label => documents.ContainsKey(label.File)).GroupBy(label => (label.File, label.Line)))
        {
            Document document = documents[report.Key.File];
            ReportOutline? found = document.Reports.FirstOrDefault(outline => document.Blocks[outline.Boundary.Block].Line == report.Key.Line);
            Dictionary<string, StatedLabel> asked = report.ToDictionary(label => label.Field);
            foreach (string field in All)
            {
                string? answer = found is null ? null : Answer(found, field);
                if (!asked.TryGetValue(field, out StatedLabel? label))
                {
                    unasked[field] += answer is null ? 0 : 1;
                }
                else
                {
                    fields[field] = fields[field].With(answer is not null, answer is not null && label.Values.Contains(answer));
                }

                if (answer is null ? label is not null : label?.Values.Contains(answer) != true)
                {
                    differences.Add($"{report.Key.File}:{report.Key.Line} {field} {(label is null ? "-" : string.Join(';', label.Values))} -> {(found is null ? "no report" : answer ?? "-")}");
                }
            }
        }

        return new StatedEvaluation(fields, unasked, differences);
    }

    /// <summary>A table for people.</summary>
    public string Table() => string.Join(Environment.NewLine, All.Select(field => string.Create(
        CultureInfo.InvariantCulture, $"{field,-10} stated {Fields[field].Asked,4}  answered {Fields[field].Given,4}  right {Fields[field].Right,4}  accuracy {Fields[field].Recall:F3}  answered where not stated {Unasked[field]}")));

    private static string? Answer(ReportOutline report, string field) => field switch
    {
        "year" => report.Facts.Period?.Value is { } period ? period.IsMasked ? "masked" : period.Year?.ToString(CultureInfo.InvariantCulture) : null,
        "unit" => report.Facts.Unit?.Value,
        "unit-type" => report.Facts.UnitType?.Value.ToString().ToLowerInvariant(),
        "level" => report.Facts.Level?.Value.ToString().ToLowerInvariant(),
        "place" => report.Facts.Place?.Value,
        "author" => report.Facts.Author?.Value,
        "date" => report.Facts.Date?.Value,
        _ => report.Type.ToString().ToLowerInvariant(),
    };
}
