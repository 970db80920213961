using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>漏改地名、单位名: names of a source that were left standing in a copy.</summary>
/// <remarks>
/// <para>A name betrays the source when it belongs to the source's organisation and no other, when the copy replaced it in
/// another place of the same report, or when the copy replaced its like: of three villages two. It does not when the report uses
/// it in words of its own. The name of the source's area, which others share (their common city), betrays it where the copy
/// puts its own figures after it: 云岭市各行业1040名职工.</para>
/// </remarks>
internal sealed class LeftOverNames
{
    /// <summary>What follows the name of an area for the whole of which figures are given.</summary>
    private static readonly string[] ScopeWords = ["各", "共", "全域", "城乡", "境内", "辖区", "上下", "累计"];

    /// <summary>Places that a report of one unit shares with no report of another.</summary>
    private static readonly string[] LocalKinds = ["村", "社区", "街道", "镇", "乡"];

    private static readonly char[] ClauseEnds = ['，', '。', '；', '：', '、', '！', '？', '\n'];

    private readonly AuditRequest request;
    private readonly Dictionary<int, string> ownTexts;
    private readonly Dictionary<int, Names> namesOf;
    private readonly ILookup<int, int> sharers;

    public LeftOverNames(AuditRequest request, IReadOnlyList<AuditedPair> pairs)
    {
        this.request = request;
        ownTexts = request.Paragraphs.DistinctBy(paragraph => paragraph.Paragraph).ToDictionary(paragraph => paragraph.Paragraph, paragraph => paragraph.Text);
        sharers = pairs.Where(pair => request.Origins[pair.OtherReport].Organisation is not null).ToLookup(pair => pair.Own, pair => pair.OtherReport);
        namesOf = pairs.GroupBy(pair => pair.OtherReport).ToDictionary(report => report.Key, report => NamesOf(report.Key, [.. report]));
    }

    private ReportOrigin Own => request.Origins[request.Report];

    /// <summary>The names left over in the spans of one pair.</summary>
    public IEnumerable<AuditFinding> In(AuditedPair pair)
    {
        Names names = namesOf[pair.OtherReport];
        string text = ownTexts[pair.Own];
        var found = new List<TextSpan>();
        // A source that does not say whose it is may be known by who else has the paragraph.
        Names[] owners = request.Origins[pair.OtherReport].Organisation is not null ? [names] : [names, .. sharers[pair.Own].Distinct().Order().Select(report => namesOf[report])];
        IEnumerable<TextSpan> candidates = owners.SelectMany(owner => owner.Certain).SelectMany(name => Occurrences(pair, name))
            .Concat(owners.SelectMany(owner => owner.Brief).SelectMany(name => Occurrences(pair, name)).Where(at => request.Names!.IsNameHere(text, at)))
            .Concat(names.Areas.SelectMany(name => Occurrences(pair, name)).Where(at => IsScopeOfOwnFigures(pair, text, at)))
            .Concat(names.IsForeign ? Unreplaced(pair, text, names) : []);
        foreach (TextSpan at in candidates.Where(at => !found.Exists(longer => longer.Start <= at.Start && at.End <= longer.End)))
        {
            string name = at.In(text).ToString();
            bool isFirst = !found.Exists(before => before.In(text).SequenceEqual(name));
            found.Add(at);
            if (!isFirst)
            {
                continue;
            }

            yield return new AuditFinding(FindingKind.LeftOverName, pair.Own, at, [new FindingEvidence(pair.Own, at, pair.Other, There(pair, at, name))], name);
        }
    }

    private Names NamesOf(int other, AuditedPair[] pairs)
    {
        ReportOrigin origin = request.Origins[other];
        bool ownOrganisation = AuditFigures.SourceOf(request, other) == ReuseSource.OwnOrganisation;
        // Of a report whose organisation is not known, replaced names tell that it is another's.
        bool isForeign = Own.Organisation is not null
            ? !ownOrganisation
            : pairs.Any(pair => pair.Changes.Any(change => change.Type is ChangeType.Place or ChangeType.Organisation));
        IEnumerable<string> replaced =
            from pair in pairs
            from change in pair.Changes
            where change.Type is ChangeType.Place or ChangeType.Organisation && pair.OwnWords(change).Length > 0
            let name = pair.OtherWords(change)
            where !UnitWords.IsOne(name)
            select name;
        HashSet<int> shared = [.. pairs.Select(pair => pair.Own)];
        bool IsTheirs(string name) => name.Length >= 2 && !IsOwn(name)
            && !request.Paragraphs.Any(paragraph => !shared.Contains(paragraph.Paragraph) && paragraph.Text.Contains(name, StringComparison.Ordinal));
        return new Names(
            isForeign,
            Longest((isForeign ? origin.Names : []).Concat(ownOrganisation ? [] : replaced).Where(IsTheirs)),
            Longest((isForeign && request.Names is not null ? origin.BriefNames : []).Where(IsTheirs)),
            Longest((isForeign ? origin.Areas : []).Where(name => !IsOwn(name))),
            IsTheirs);
    }

    private bool IsOwn(string name) => Own.Names.Any(mine => mine.Contains(name, StringComparison.Ordinal)) || Own.Organisation?.Contains(name, StringComparison.Ordinal) == true;

    private static string[] Longest(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>Where a name stands in the passages.</summary>
    private IEnumerable<TextSpan> Occurrences(AuditedPair pair, string name)
    {
        string text = ownTexts[pair.Own];
        foreach (TextSpan own in pair.Pair.Spans.Select(pair.InOwn))
        {
            for (int at = text.IndexOf(name, own.Start, own.Length, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, own.End - at - 1, StringComparison.Ordinal))
            {
                yield return new TextSpan(at, name.Length);
            }
        }
    }

    /// <summary>The same name in the source; the whole passage where it is written in another way.</summary>
    private TextSpan There(AuditedPair pair, TextSpan at, string name)
    {
        ReusedSpan span = pair.Pair.Spans.First(span => pair.InOwn(span).Start <= at.Start && at.End <= pair.InOwn(span).End);
        TextSpan other = pair.InOther(span);
        int otherAt = request.TextOf(pair.Other) is { } text && text.Length >= other.End ? text.IndexOf(name, other.Start, other.Length, StringComparison.Ordinal) : -1;
        return otherAt >= 0 ? new TextSpan(otherAt, name.Length) : other;
    }

    /// <summary>The copy's own figures for another's area: in one clause the name, a word for the whole of it, and a figure that was changed.</summary>
    private static bool IsScopeOfOwnFigures(AuditedPair pair, string text, TextSpan at)
    {
        if (!Array.Exists(ScopeWords, word => text.AsSpan(at.End).StartsWith(word, StringComparison.Ordinal)))
        {
            return false;
        }

        int clause = text.IndexOfAny(ClauseEnds, at.End);
        int end = clause < 0 ? text.Length : clause;
        return pair.Changes.Any(change => change.Type == ChangeType.Figure && pair.OwnWords(change).Length > 0 && pair.InOwn(change).Start >= at.End && pair.InOwn(change).Start < end);
    }

    /// <summary>Villages or towns that stayed where others of the same paragraph were replaced by the copy's own.</summary>
    private IEnumerable<TextSpan> Unreplaced(AuditedPair pair, string text, Names names)
    {
        string[] kinds = [.. pair.Changes.Where(change => change.Type == ChangeType.Place && pair.OtherWords(change).Length > 0).Select(change => KindOf(text, pair.InOwn(change))).OfType<string>()];
        if (kinds.Length == 0 || request.Names is null)
        {
            yield break;
        }

        foreach (TextSpan place in request.Names.PlacesIn(text))
        {
            string name = place.In(text).ToString();
            bool stayed = pair.Pair.Spans.Any(span => pair.InOwn(span).Start <= place.Start && place.End <= pair.InOwn(span).End)
                && !pair.Changes.Any(change => pair.InOwn(change).Start < place.End && place.Start < pair.InOwn(change).End)
                && request.TextOf(pair.Other).Contains(name, StringComparison.Ordinal);
            if (stayed && KindOf(text, place) is { } kind && kinds.Contains(kind) && names.AreTheirs(name))
            {
                yield return place;
            }
        }
    }

    /// <summary>村 of 上坪村, also where the change is 上坪 and 村 stands behind it.</summary>
    private static string? KindOf(string text, TextSpan place) => Array.Find(LocalKinds, kind =>
        place.Length > kind.Length && (place.In(text).EndsWith(kind, StringComparison.Ordinal) || text.AsSpan(place.End).StartsWith(kind, StringComparison.Ordinal)));

    /// <summary>The names by which one report is known, the longest first.</summary>
    /// <param name="IsForeign">Whether the report is another organisation's.</param>
    /// <param name="Certain">Names that tell by themselves.</param>
    /// <param name="Brief">Names that may be common words.</param>
    /// <param name="Areas">Names that others share.</param>
    /// <param name="AreTheirs">Whether a name is neither the audited organisation's nor used in words of its own.</param>
    private sealed record Names(bool IsForeign, string[] Certain, string[] Brief, string[] Areas, Func<string, bool> AreTheirs);
}
