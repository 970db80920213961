using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;

namespace JingJian.Archive;

/// <summary>Shows stored pairs: changes with the types of names, and who copied from whom.</summary>
internal sealed class PairSight(NameChanges typing, ReportRegister register)
{
    /// <summary>A pair as it is shown.</summary>
    public PairView View(StoredPair pair, IReadOnlyDictionary<long, StoredParagraph> paragraphs)
    {
        StoredParagraph a = paragraphs[pair.A], b = paragraphs[pair.B];
        ImmutableArray<ReuseChange> changes = typing.Typed(pair.Changes, a.Text.Text, b.Text.Text);
        return new PairView(
            a.Place, b.Place, Names.Of(pair.Kind), Math.Round(pair.Ratio, 4), Math.Round(pair.Cover, 4),
            [.. pair.Spans.Select(span => SourcePlace.At(span.A, span.B, a.Text, b.Text))],
            [.. changes.Select(change => SourcePlace.Of(change, a.Text, b.Text))],
            AuditLabels.OfPair(Direction(pair with { Changes = changes }, a, b)));
    }

    /// <summary>Two paragraphs of one report have no direction.</summary>
    private DirectionJudgement Direction(StoredPair pair, StoredParagraph a, StoredParagraph b) => a.Place.Report == b.Place.Report
        ? DirectionJudgement.Undecided
        : Directions.Of(new ReusePair(0, 1, pair.Kind, pair.Ratio, pair.Cover, pair.Spans, pair.Changes), a.Text.Text, b.Text.Text, Origin(a), Origin(b));

    private ReportOrigin Origin(StoredParagraph paragraph) => register.Origins[register.NumberOf(paragraph.Place.Report)];
}
