using JingJian.Analysis.Structure;

namespace JingJian.Tools.Evaluation;

/// <summary>What reports are found to say of themselves, against the key of the sample archive.</summary>
/// <param name="Reports">How many reports the key has.</param>
/// <param name="Years">Answers for the year.</param>
/// <param name="Organisations">Answers for the unit; a short name of the unit is right, a generic or another name wrong.</param>
/// <param name="Types">Answers for the sort of document.</param>
/// <param name="Differences">The reports on which they differ, for reading.</param>
public sealed record MetadataEvaluation(int Reports, Answers Years, Answers Organisations, Answers Types, IReadOnlyList<string> Differences)
{
    /// <summary>Compares; a report that was not found at its line has given no answers.</summary>
    /// <param name="sources">The files as read by the product.</param>
    /// <param name="reports">The key.</param>
    /// <param name="names">The names that are right for each unit.</param>
    public static MetadataEvaluation Of(
        IReadOnlyList<LabelledSource> sources, IReadOnlyList<SampleReport> reports, IReadOnlyDictionary<string, string[]> names)
    {
        Answers years = default, organisations = default, types = default;
        List<string> differences = [];
        Dictionary<string, Document> documents = sources.ToDictionary(source => source.Name, source => source.Document);
        foreach (SampleReport report in reports)
        {
            ReportOutline? found = OutlineAt(documents[report.File], report.Line);
            bool year = found?.Year == report.Year;
            bool organisation = found?.Organisation is { } name && names[report.Unit].Contains(name);
            bool type = found is not null && found.Type.ToString().Equals(report.Document, StringComparison.OrdinalIgnoreCase);
            years = years.With(found?.Year is not null, year);
            organisations = organisations.With(found?.Organisation is not null, organisation);
            types = types.With(found is not null, type);
            if (!year || !organisation || !type)
            {
                differences.Add($"{report.File}:{report.Line} {report.Year} {report.Unit} {report.Document} -> {found?.Year} {found?.Organisation} {found?.Type}");
            }
        }

        return new MetadataEvaluation(reports.Count, years, organisations, types, differences);
    }

    /// <summary>Reads the right names of each unit from a file of <c>unit TAB name;name</c>.</summary>
    public static IReadOnlyDictionary<string, string[]> ReadNames(string path) =>
        File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => row[1].Split(';'));

    private static ReportOutline? OutlineAt(Document document, int line)
    {
        Block? block = document.Blocks.FirstOrDefault(block => block.Line == line);
        ReportOutline? report = block is null ? null : document.Reports[block.Report];
        return report?.FirstBlock == block?.Ordinal ? report : null;
    }
}

/// <summary>Counts of answers.</summary>
/// <param name="Asked">How many there should be.</param>
/// <param name="Given">How many were given.</param>
/// <param name="Right">How many of these were right.</param>
public readonly record struct Answers(int Asked, int Given, int Right)
{
    /// <summary>Share of right ones among those asked for.</summary>
    public double Recall => Asked == 0 ? 0 : Right / (double)Asked;

    /// <summary>Share of right ones among those given.</summary>
    public double Precision => Given == 0 ? 0 : Right / (double)Given;

    /// <summary>These and one more.</summary>
    public Answers With(bool given, bool right) => new(Asked + 1, Given + (given ? 1 : 0), Right + (right ? 1 : 0));

    /// <summary>For example <c>55 right of 60 given, 63 asked</c>.</summary>
    public override string ToString() => $"{Right} right of {Given} given, {Asked} asked";
}
