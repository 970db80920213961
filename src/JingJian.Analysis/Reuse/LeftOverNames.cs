using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>漏改地名、单位名: names of a source that were left standing in a copy.</summary>
/// <remarks>
/// <para>A name betrays the source when it belongs to the source's organisation and no other, or when the copy replaced it in
/// another place of the same report. It does not when the report uses it in words of its own.</para>
/// </remarks>
internal sealed class LeftOverNames
{
    private readonly AuditRequest request;
    private readonly Dictionary<int, string[]> namesOf;

    public LeftOverNames(AuditRequest request, IReadOnlyList<AuditedPair> pairs)
    {
        this.request = request;
        namesOf = pairs.GroupBy(pair => pair.OtherReport).ToDictionary(report => report.Key, report => NamesOf(report.Key, [.. report]));
    }

    /// <summary>The names left over in the spans of one pair.</summary>
    public IEnumerable<AuditFinding> In(AuditedPair pair)
    {
        var found = new List<TextSpan>();
        foreach (string name in namesOf[pair.OtherReport])
        {
            foreach (ReusedSpan span in pair.Pair.Spans)
            {
                TextSpan own = pair.InOwn(span), other = pair.InOther(span);
                int at = OwnText(pair.Own).IndexOf(name, own.Start, own.Length, StringComparison.Ordinal);
                if (at >= 0 && !found.Exists(longer => longer.Start <= at && at + name.Length <= longer.End))
                {
                    found.Add(new TextSpan(at, name.Length));
                    int otherAt = request.TextOf(pair.Other) is { } text && text.Length >= other.End ? text.IndexOf(name, other.Start, other.Length, StringComparison.Ordinal) : -1;
                    TextSpan there = otherAt >= 0 ? new TextSpan(otherAt, name.Length) : other;
                    yield return new AuditFinding(
                        FindingKind.LeftOverName, pair.Own, new TextSpan(at, name.Length), [new FindingEvidence(new TextSpan(at, name.Length), pair.Other, there)], name);
                }
            }
        }
    }

    private string[] NamesOf(int other, AuditedPair[] pairs)
    {
        ReportOrigin own = request.Origins[request.Report];
        ReuseSource source = AuditFigures.SourceOf(request, other);
        // Of a report whose organisation is not known, replaced names tell that it is another's.
        bool foreign = own.Organisation is not null
            ? source != ReuseSource.OwnOrganisation
            : pairs.Any(pair => pair.Changes.Any(change => change.Type is ChangeType.Place or ChangeType.Organisation));
        IEnumerable<string> names = foreign ? request.Origins[other].Names : [];
        IEnumerable<string> replaced =
            from pair in pairs
            from change in pair.Changes
            where change.Type is ChangeType.Place or ChangeType.Organisation && pair.OwnWords(change).Length > 0
            let name = pair.OtherWords(change)
            where !UnitWords.IsOne(name)
            select name;
        HashSet<int> shared = [.. pairs.Select(pair => pair.Own)];
        return
        [
            .. names.Concat(source == ReuseSource.OwnOrganisation ? [] : replaced)
                .Where(name => name.Length >= 2 && !own.Names.Any(mine => mine.Contains(name, StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal)
                .Where(name => !request.Paragraphs.Any(paragraph => !shared.Contains(paragraph.Paragraph) && paragraph.Text.Contains(name, StringComparison.Ordinal)))
                .OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal),
        ];
    }

    private string OwnText(int number) => request.Paragraphs.First(paragraph => paragraph.Paragraph == number).Text;
}
