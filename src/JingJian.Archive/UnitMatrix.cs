using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;

namespace JingJian.Archive;

/// <summary>Counts what units share with each other. As in an audit, what stands in a report known to be later was not taken from there.</summary>
/// <param name="room">The archive.</param>
internal sealed class UnitMatrix(AuditRoom room)
{
    private readonly Dictionary<(string Unit, string From), UnitPairView> cells = [];
    private readonly Dictionary<string, int> reused = [];

    /// <summary>Adds all that one report, by its key, shares with others.</summary>
    public void Add(long report, IEnumerable<SharedSide> sides)
    {
        ReportOrigin own = OriginOf(report);
        string unit = NameOf(own);
        ILookup<string, SharedSide> taken = sides
            .Where(side => !(OriginOf(side.OtherPlace.Report).Year > own.Year) && room.Counts(side.OwnPlace, side.OtherPlace))
            .ToLookup(side => NameOf(OriginOf(side.OtherPlace.Report)));
        foreach (IGrouping<string, SharedSide> from in taken)
        {
            ILookup<long, SharedSide> paragraphs = from.ToLookup(side => side.Own);
            UnitPairView before = cells.GetValueOrDefault((unit, from.Key), new UnitPairView(unit, from.Key, 0, 0, 0));
            cells[(unit, from.Key)] = before with
            {
                Reports = before.Reports + 1,
                Paragraphs = before.Paragraphs + paragraphs.Count,
                Characters = before.Characters + paragraphs.Sum(same => SpanUnion.Length(same.SelectMany(side => side.Shared.Select(stretch => stretch.At)))),
            };
        }

        reused[unit] = reused.GetValueOrDefault(unit) + taken.SelectMany(from => from.Select(side => side.Own)).Distinct().Count();
    }

    /// <summary>Unit by unit, most paragraphs first.</summary>
    public IReadOnlyList<UnitPairView> Pairs() =>
    [
        .. cells.Values.OrderByDescending(cell => cell.Paragraphs).ThenByDescending(cell => cell.Characters)
            .ThenBy(cell => cell.Unit, StringComparer.Ordinal).ThenBy(cell => cell.From, StringComparer.Ordinal),
    ];

    /// <summary>The units with their reports.</summary>
    public IReadOnlyList<UnitView> Units(IReadOnlyList<ReportView> reports) =>
    [
        .. reports.GroupBy(report => NameOf(room.Register.Origins[room.Register.NumberOf(report.Id)]))
            .Select(unit => new UnitView(unit.Key, unit.Count(), unit.Sum(report => report.Paragraphs), reused.GetValueOrDefault(unit.Key)))
            .OrderBy(unit => unit.Name, StringComparer.Ordinal),
    ];

    private ReportOrigin OriginOf(long report) => room.Register.Origins[room.Register.NumberOf(report)];

    private static string NameOf(ReportOrigin origin) => origin switch
    {
        { Mark: SourceMark.Superior or SourceMark.Template or SourceMark.Quotable } marked => Names.LabelOf(marked.Mark),
        { Organisation: { } name } => name,
        _ => UnitView.Unnamed,
    };
}
