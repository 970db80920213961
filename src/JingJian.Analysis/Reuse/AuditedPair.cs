using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>A pair seen from the audited report: what is its own, and what the other's.</summary>
internal sealed record AuditedPair(ReusePair Pair, bool OwnIsB, int OtherReport)
{
    /// <summary>The paragraph of the audited report.</summary>
    public int Own => OwnIsB ? Pair.B : Pair.A;

    /// <summary>The paragraph it shares text with.</summary>
    public int Other => OwnIsB ? Pair.A : Pair.B;

    /// <summary>Whether the two are one text.</summary>
    public bool IsCopy => Pair.Kind is ReuseKind.Copy or ReuseKind.Near;

    /// <summary>What was changed, the mark of enumeration apart: it belongs to the place, not to the text.</summary>
    public IEnumerable<ReuseChange> Changes => Pair.Changes.Where(change => change.Type != ChangeType.Numbering);

    /// <summary>仅改数字: a copy that differs in years, dates and figures, and in nothing else.</summary>
    public bool OnlyNumbersChanged => IsCopy && Changes.Any() && Changes.All(change => change.Type is ChangeType.Year or ChangeType.Date or ChangeType.Figure);

    /// <summary>Where a span lies in the audited paragraph.</summary>
    public TextSpan InOwn(ReusedSpan span) => OwnIsB ? span.B : span.A;

    /// <summary>Where a span lies in the other paragraph.</summary>
    public TextSpan InOther(ReusedSpan span) => OwnIsB ? span.A : span.B;

    /// <summary>A span as evidence.</summary>
    public FindingEvidence Shown(ReusedSpan span) => new(Own, InOwn(span), Other, InOther(span));

    /// <summary>A change as evidence.</summary>
    public FindingEvidence Shown(ReuseChange change) => new(Own, InOwn(change), Other, InOther(change));

    /// <summary>Where a change lies in the audited paragraph.</summary>
    public TextSpan InOwn(ReuseChange change) => OwnIsB ? change.B : change.A;

    /// <summary>Where a change lies in the other paragraph.</summary>
    public TextSpan InOther(ReuseChange change) => OwnIsB ? change.A : change.B;

    /// <summary>The audited paragraph's words.</summary>
    public string OwnWords(ReuseChange change) => OwnIsB ? change.To : change.From;

    /// <summary>The other paragraph's words.</summary>
    public string OtherWords(ReuseChange change) => OwnIsB ? change.From : change.To;

    /// <summary>A change as the audited paragraph made it: from the other's words to its own.</summary>
    public string Told(ReuseChange change) => $"{Shown(OtherWords(change))}→{Shown(OwnWords(change))}";

    private static string Shown(string words) => words.Length > 0 ? words : "（无）";

    /// <summary>The pairs of a report's paragraphs; one inside the report is seen from both sides.</summary>
    public static IEnumerable<AuditedPair> Of(AuditRequest request)
    {
        foreach (ReusePair pair in request.Pairs)
        {
            if (request.ReportOf[pair.B] == request.Report)
            {
                yield return new AuditedPair(pair, OwnIsB: true, request.ReportOf[pair.A]);
            }

            if (request.ReportOf[pair.A] == request.Report)
            {
                yield return new AuditedPair(pair, OwnIsB: false, request.ReportOf[pair.B]);
            }
        }
    }
}
