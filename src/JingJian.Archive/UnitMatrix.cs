using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Counts what units share with each other. As in an audit, what stands in a report known to be later was not taken from there.</summary>
/// <param name="register">The reports.</param>
/// <param name="counts">Whether what a paragraph (the first) shares with another was not excluded.</param>
internal sealed class UnitMatrix(ReportRegister register, Func<StoredParagraph, StoredParagraph, bool> counts)
{
    private readonly Dictionary<(string Unit, string From), Dictionary<long, List<TextSpan>>> shared = [];
    private readonly Dictionary<long, (string Unit, string Report)> placeOf = [];

    /// <summary>Adds what two paragraphs share.</summary>
    public void Add(StoredPair pair, StoredParagraph a, StoredParagraph b)
    {
        if (a.Place.Report != b.Place.Report)
        {
            AddSide(a, b, pair.Spans.Select(span => span.A));
            AddSide(b, a, pair.Spans.Select(span => span.B));
        }
    }

    /// <summary>Unit by unit, most paragraphs first.</summary>
    public IReadOnlyList<UnitPairView> Pairs() =>
    [
        .. shared.Select(cell => new UnitPairView(
                cell.Key.Unit, cell.Key.From, cell.Value.Keys.Select(key => placeOf[key].Report).Distinct().Count(),
                cell.Value.Count, cell.Value.Values.Sum(SpanUnion.Length)))
            .OrderByDescending(cell => cell.Paragraphs).ThenByDescending(cell => cell.Characters)
            .ThenBy(cell => cell.Unit, StringComparer.Ordinal).ThenBy(cell => cell.From, StringComparer.Ordinal),
    ];

    /// <summary>The units with their reports.</summary>
    public IReadOnlyList<UnitView> Units(IReadOnlyList<ReportView> reports)
    {
        ILookup<string, long> reused = shared.SelectMany(cell => cell.Value.Keys.Select(key => (cell.Key.Unit, key))).Distinct().ToLookup(item => item.Unit, item => item.key);
        return
        [
            .. reports.GroupBy(report => NameOf(report.Id))
                .Select(unit => new UnitView(unit.Key, unit.Count(), unit.Sum(report => report.Paragraphs), reused[unit.Key].Count()))
                .OrderBy(unit => unit.Name, StringComparer.Ordinal),
        ];
    }

    private void AddSide(StoredParagraph own, StoredParagraph other, IEnumerable<TextSpan> spans)
    {
        if (OriginOf(other.Place.Report).Year > OriginOf(own.Place.Report).Year || !counts(own, other))
        {
            return;
        }

        (string Unit, string From) cell = (NameOf(own.Place.Report), NameOf(other.Place.Report));
        placeOf[own.Key] = (cell.Unit, own.Place.Report);
        if (!shared.TryGetValue(cell, out Dictionary<long, List<TextSpan>>? paragraphs))
        {
            shared.Add(cell, paragraphs = []);
        }

        if (!paragraphs.TryGetValue(own.Key, out List<TextSpan>? covered))
        {
            paragraphs.Add(own.Key, covered = []);
        }

        covered.AddRange(spans);
    }

    private ReportOrigin OriginOf(string report) => register.Origins[register.NumberOf(report)];

    private string NameOf(string report) => OriginOf(report) switch
    {
        { Mark: SourceMark.Superior or SourceMark.Template or SourceMark.Quotable } marked => Names.LabelOf(marked.Mark),
        { Organisation: { } name } => name,
        _ => UnitView.Unnamed,
    };
}
