using System.Collections.Immutable;
using JingJian.Analysis.Functions;

namespace JingJian.Search.Exemplars;

/// <summary>A paragraph of a report as the outline sees it.</summary>
/// <param name="Function">What it does.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Decided">Whether that is sure.</param>
public readonly record struct SectionPiece(Function Function, int Length, bool Decided);

/// <summary>A report as the outline sees it.</summary>
/// <param name="Pieces">Its paragraphs, in order.</param>
/// <param name="Announced">What its headings say they do, and what its paragraphs do beside.</param>
public sealed record ReportSections(IReadOnlyList<SectionPiece> Pieces, IReadOnlySet<Function> Announced);

/// <summary>A section that reports of some sort have.</summary>
/// <param name="Function">What it does.</param>
/// <param name="Present">The share of the reports that have it.</param>
/// <param name="Share">Its share of the length, among those that have it.</param>
/// <param name="Place">Where its middle stands, 0 to 1, in the mean.</param>
/// <param name="Expected">Whether the genre wants it even where many leave it out: 存在问题, 下步计划.</param>
public sealed record UsualSection(Function Function, double Present, double Share, double Place, bool Expected);

/// <summary>Learns from reports which sections they have, in which order, how long.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. A report has a section when a paragraph surely does that or a heading announces it; what is longest decides its place.</para>
/// <para><b>Guarantee.</b> Sections come in the order in which they stand in the reports; what neither is expected nor stands in
/// <see cref="LeastPresent"/> of them is left out. The order of the reports makes no difference.</para>
/// </remarks>
public static class UsualSections
{
    /// <summary>What fewer reports have is not usual.</summary>
    public const double LeastPresent = 0.3;

    private static readonly Function[] Wanted = [Function.Opening, Function.Practice, Function.Result, Function.Problem, Function.Plan];

    // Where an expected section stands that no report has: as the genre has it.
    private static readonly Dictionary<Function, double> Convention = new()
    {
        [Function.Opening] = 0.03, [Function.Background] = 0.1, [Function.Practice] = 0.4, [Function.Result] = 0.5, [Function.Experience] = 0.65,
        [Function.Problem] = 0.75, [Function.Proposal] = 0.8, [Function.Plan] = 0.85, [Function.Closing] = 0.98,
    };

    /// <summary>Whether the genre wants a section.</summary>
    public static bool IsExpected(Function function) => Wanted.Contains(function);

    /// <summary>The usual sections of some reports.</summary>
    public static ImmutableArray<UsualSection> Of(IReadOnlyCollection<ReportSections> reports) =>
    [
        .. Convention.Keys.Select(function => Of(function, reports))
            .Where(section => section.Expected || section.Present >= LeastPresent)
            .OrderBy(section => section.Place).ThenBy(section => section.Function),
    ];

    private static UsualSection Of(Function function, IReadOnlyCollection<ReportSections> reports)
    {
        (double Share, double Place)[] having =
        [
            .. reports.Where(report => report.Announced.Contains(function) || report.Pieces.Any(piece => piece.Function == function && piece.Decided))
                .Select(report => InReport(function, report.Pieces)).OrderBy(found => found.Share).ThenBy(found => found.Place),
        ];
        double present = having.Length / Math.Max(1.0, reports.Count);
        // What only stands beside something else has no length of its own.
        having = [.. having.Where(found => found.Share > 0)];
        return having.Length == 0
            ? new UsualSection(function, present, 0, Convention[function], IsExpected(function))
            : new UsualSection(function, present, having.Average(found => found.Share), having.Average(found => found.Place), IsExpected(function));
    }

    private static (double Share, double Place) InReport(Function function, IReadOnlyList<SectionPiece> report)
    {
        double total = Math.Max(1, report.Sum(piece => piece.Length)), done = 0, own = 0, moment = 0;
        foreach (SectionPiece piece in report)
        {
            if (piece.Function == function)
            {
                own += piece.Length;
                moment += piece.Length * (done + (piece.Length / 2.0));
            }

            done += piece.Length;
        }

        return (own / total, own > 0 ? moment / own / total : 0);
    }
}
