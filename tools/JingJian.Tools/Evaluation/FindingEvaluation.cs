using JingJian.Archive;
using JingJian.Archive.Views;

namespace JingJian.Tools.Evaluation;

/// <summary>Whether audits show an auditor what was planned: for each kind of copy its finding, and the finding nowhere it was not planned.</summary>
/// <param name="Kind">The kind of planned copy.</param>
/// <param name="Finding">The finding that should name it.</param>
/// <param name="Planned">How many were planned.</param>
/// <param name="Found">How many of them have the finding.</param>
/// <param name="Other">The same finding on paragraphs that were not planned so, for reading: some are true of a copy of another kind.</param>
/// <param name="Differences">The planned ones that were missed (-) and the others (+).</param>
public sealed record FindingEvaluation(string Kind, string Finding, int Planned, int Found, int Other, IReadOnlyList<string> Differences)
{
    private static readonly (string Kind, string Finding)[] Expected =
    [
        ("self", "self-reuse"), ("stale", "stale-figures"), ("leftover", "left-over-name"), ("slogan", "slogan-changed"), ("merged", "spliced"),
    ];

    /// <summary>Audits every report of an archive of the samples and compares with the plan.</summary>
    public static IReadOnlyList<FindingEvaluation> Of(ReportArchive archive, IReadOnlyList<PlannedCopy> copies)
    {
        Dictionary<string, List<FindingView>> findings = archive.Catalogue.Reports(null).SelectMany(report => archive.Audits.Audit(report.Id))
            .SelectMany(audit => audit.Findings).GroupBy(finding => finding.Kind).ToDictionary(same => same.Key, same => same.ToList());
        return [.. Expected.Select(expected => Of(expected.Kind, expected.Finding, findings.GetValueOrDefault(expected.Finding, []), copies))];
    }

    private static FindingEvaluation Of(string kind, string finding, List<FindingView> findings, IReadOnlyList<PlannedCopy> copies)
    {
        HashSet<SampleLine> found = [.. findings.Select(LineOf)];
        SampleLine[] planned = [.. copies.Where(copy => copy.Kind == kind).Select(copy => copy.Copy)];
        FindingView[] others = [.. findings.Where(one => !planned.Contains(LineOf(one)))];
        return new FindingEvaluation(kind, finding, planned.Length, planned.Count(found.Contains), others.Length,
        [
            .. planned.Where(line => !found.Contains(line)).Select(line => $"- {finding} {line}"),
            .. others.Select(one => $"+ {finding} {LineOf(one)} {one.Detail} {copies.FirstOrDefault(copy => copy.Copy == LineOf(one))?.Kind}"),
        ]);
    }

    private static SampleLine LineOf(FindingView finding) => new(finding.Place.Source, finding.Place.Line);
}
