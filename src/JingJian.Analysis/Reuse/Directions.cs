using System.Collections.Immutable;
using System.Globalization;

namespace JingJian.Analysis.Reuse;

/// <summary>What speaks for one of two texts being the copy of the other.</summary>
public enum DirectionSign
{
    /// <summary>日期: the report of the other is of an earlier year.</summary>
    EarlierReport,

    /// <summary>文中年份: the text itself speaks of a later year than the other.</summary>
    LaterYearInText,

    /// <summary>届次: its congress or plan is a later one.</summary>
    LaterTerm,

    /// <summary>遗留名称: it holds a name that belongs to the other's organisation.</summary>
    LeftOverName,

    /// <summary>遮盖: it has a mask where the other has words.</summary>
    Masked,

    /// <summary>缺失: it lost figures that the other has.</summary>
    LostFigures,

    /// <summary>落实: it carries out (执行、落实、转发) what the other decides (制定、出台、印发).</summary>
    CarriesOut,

    /// <summary>范围: it speaks of a smaller area (全镇) than the other (全县).</summary>
    SmallerArea,

    /// <summary>标注: a person marked the other as superior, template or quotable.</summary>
    MarkedSource,

    /// <summary>上下级: the other's organisation stands above its own.</summary>
    FromSuperior,

    /// <summary>完整: it is a part of the other.</summary>
    PartOfOther,
}

/// <summary>One reason for a judgement.</summary>
/// <param name="Sign">What sort of reason.</param>
/// <param name="FirstIsOrigin">Whether it speaks for the first text (the other report's, in an audit) being the origin.</param>
/// <param name="Detail">The telling words: 2019→2021, 石潭镇, 制定→执行.</param>
public sealed record DirectionReason(DirectionSign Sign, bool FirstIsOrigin, string Detail);

/// <summary>Who copied from whom.</summary>
/// <param name="FirstIsOrigin">Whether the first text is the origin; null when the reasons do not decide: 无法判断.</param>
/// <param name="Reasons">The reasons, the weightiest first, also those against.</param>
public sealed record DirectionJudgement(bool? FirstIsOrigin, ImmutableArray<DirectionReason> Reasons)
{
    /// <summary>Nothing is known.</summary>
    public static DirectionJudgement Undecided { get; } = new(null, []);
}

/// <summary>Judges who copied from whom.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. Each reason has a weight; the sum decides when it reaches <see cref="Enough"/>. A date, a
/// left-over name or a later congress decides alone, and without them that the text came down from a superior; being a
/// part of the other or being masked does not.</para>
/// <para>It says who had the text first among these two. Both may have it from a third.</para>
/// <para><b>Guarantee.</b> Turning the pair turns the answer.</para>
/// </remarks>
public static class Directions
{
    private const double Enough = 2;

    private static readonly string[] Decides = ["制定", "制订", "出台", "印发", "颁布", "下发", "印"];
    private static readonly string[] CarriesOut = ["执行", "落实", "贯彻", "转发", "对照", "按照", "转"];
    private static readonly string[] Areas = ["国", "省", "市", "县", "镇", "村"];

    /// <summary>Judges a pair; "first" is its A.</summary>
    /// <param name="pair">The pair, its changes typed.</param>
    /// <param name="a">The text of A.</param>
    /// <param name="b">The text of B.</param>
    /// <param name="originA">The report of A.</param>
    /// <param name="originB">The report of B.</param>
    public static DirectionJudgement Of(ReusePair pair, string a, string b, ReportOrigin originA, ReportOrigin originB)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(originA);
        ArgumentNullException.ThrowIfNull(originB);
        List<DirectionReason> reasons =
        [
            .. OfReports(originA, originB),
            .. OfRanks(originA, originB),
            .. OfNames(a, b, originA, originB),
            .. OfChanges(pair),
            .. OfExtent(pair, a, b),
        ];
        double sum = reasons.Sum(reason => reason.FirstIsOrigin ? Weight(reason.Sign) : -Weight(reason.Sign));
        bool? verdict = Math.Abs(sum) < Enough ? null : sum > 0;
        return new DirectionJudgement(verdict, [.. reasons.OrderByDescending(reason => Weight(reason.Sign)).ThenBy(reason => reason.Sign).ThenBy(reason => reason.Detail, StringComparer.Ordinal)]);
    }

    /// <summary>Judges a pair of an audit; "first" is the other report.</summary>
    internal static DirectionJudgement Of(AuditRequest request, AuditedPair pair)
    {
        if (pair.OtherReport == request.Report)
        {
            return DirectionJudgement.Undecided;
        }

        (ReportOrigin other, ReportOrigin own) = (request.Origins[pair.OtherReport], request.Origins[request.Report]);
        string otherText = request.TextOf(pair.Other), ownText = request.TextOf(pair.Own);
        return pair.OwnIsB
            ? Of(pair.Pair, otherText, ownText, other, own)
            : Turned(Of(pair.Pair, ownText, otherText, own, other));
    }

    private static DirectionJudgement Turned(DirectionJudgement judgement) => new(
        !judgement.FirstIsOrigin, [.. judgement.Reasons.Select(reason => reason with { FirstIsOrigin = !reason.FirstIsOrigin })]);

    private static double Weight(DirectionSign sign) => sign switch
    {
        DirectionSign.EarlierReport => 4,
        DirectionSign.LeftOverName => 3,
        DirectionSign.LaterTerm => 3,
        DirectionSign.MarkedSource => 3,
        DirectionSign.LaterYearInText => 2.5,
        DirectionSign.CarriesOut => 2,
        DirectionSign.FromSuperior => 2,
        DirectionSign.SmallerArea => 1.5,
        DirectionSign.LostFigures => 1.5,
        DirectionSign.Masked => 1,
        _ => 0.5,
    };

    private static IEnumerable<DirectionReason> OfReports(ReportOrigin a, ReportOrigin b)
    {
        if (a.Year is { } yearA && b.Year is { } yearB && yearA != yearB)
        {
            yield return new DirectionReason(DirectionSign.EarlierReport, yearA < yearB, string.Create(CultureInfo.InvariantCulture, $"{Math.Min(yearA, yearB)}、{Math.Max(yearA, yearB)}"));
        }

        bool markedA = IsSource(a.Mark), markedB = IsSource(b.Mark);
        if (markedA != markedB)
        {
            yield return new DirectionReason(DirectionSign.MarkedSource, markedA, (markedA ? a : b).Source);
        }
    }

    private static IEnumerable<DirectionReason> OfRanks(ReportOrigin a, ReportOrigin b)
    {
        if (a.Organisation is { } one && b.Organisation is { } other && OrganisationRank.Compare(one, other) is int order and not 0)
        {
            yield return new DirectionReason(DirectionSign.FromSuperior, order < 0, order < 0 ? $"{one}、{other}" : $"{other}、{one}");
        }
    }

    private static bool IsSource(SourceMark mark) => mark is SourceMark.Superior or SourceMark.Template or SourceMark.Quotable;

    private static IEnumerable<DirectionReason> OfNames(string a, string b, ReportOrigin originA, ReportOrigin originB)
    {
        if (originA.Organisation is null || originB.Organisation is null || string.Equals(originA.Organisation, originB.Organisation, StringComparison.Ordinal))
        {
            yield break;
        }

        if (ForeignName(b, originA, originB) is { } fromA)
        {
            yield return new DirectionReason(DirectionSign.LeftOverName, true, fromA);
        }

        if (ForeignName(a, originB, originA) is { } fromB)
        {
            yield return new DirectionReason(DirectionSign.LeftOverName, false, fromB);
        }
    }

    private static string? ForeignName(string text, ReportOrigin owner, ReportOrigin holder) =>
        owner.Names.FirstOrDefault(name => !holder.Names.Any(mine => mine.Contains(name, StringComparison.Ordinal)) && text.Contains(name, StringComparison.Ordinal));

    private static IEnumerable<DirectionReason> OfChanges(ReusePair pair)
    {
        foreach (ReuseChange change in pair.Changes)
        {
            if (OfChange(change) is { } reason)
            {
                yield return reason;
            }
        }
    }

    private static DirectionReason? OfChange(ReuseChange change)
    {
        DirectionReason? Reason(DirectionSign sign, int? comparison) =>
            comparison is null or 0 ? null : new DirectionReason(sign, comparison < 0, comparison < 0 ? $"{change.From}→{change.To}" : $"{change.To}→{change.From}");
        return change.Type switch
        {
            ChangeType.Year => Reason(DirectionSign.LaterYearInText, Terms.YearIn(change.From) - Terms.YearIn(change.To)),
            ChangeType.Slogan => Reason(DirectionSign.LaterTerm, Terms.Compare(change.From, change.To)),
            ChangeType.Mask => Reason(DirectionSign.Masked, Masks(change.From) - Masks(change.To)),
            ChangeType.Figure when change.From.Length == 0 || change.To.Length == 0 => Reason(DirectionSign.LostFigures, change.To.Length - change.From.Length),
            ChangeType.Place or ChangeType.Organisation => Reason(DirectionSign.SmallerArea, Area(change.From) - Area(change.To)),
            ChangeType.Wording => Reason(DirectionSign.CarriesOut, Step(change.From) - Step(change.To)),
            _ => null,
        };
    }

    /// <summary>The lower the number, the more likely the origin.</summary>
    private static int Masks(string words) => words.Any(unit => LetterTable.ClassOf(unit) == UnitClass.Mask) || (words.Length > 0 && SlotReader.IsMask(words, 0, words.Length)) ? 1 : 0;

    private static int? Area(string words)
    {
        int area = words.Length is 1 or 2 ? Array.IndexOf(Areas, words[^1..]) : -1;
        return words is "公司" or "校" or "学校" or "医院" or "我校" or "我院" or "厂" ? Areas.Length : area < 0 ? null : area;
    }

    private static int? Step(string words) => Decides.Contains(words) ? 0 : CarriesOut.Contains(words) ? 1 : null;

    /// <summary>Of two partly equal texts the shorter is rather the part that was taken out.</summary>
    private static IEnumerable<DirectionReason> OfExtent(ReusePair pair, string a, string b)
    {
        if (pair.Kind == ReuseKind.Partial && a.Length > 0 && b.Length > 0 && Math.Max(a.Length, b.Length) >= 1.3 * Math.Min(a.Length, b.Length))
        {
            yield return new DirectionReason(DirectionSign.PartOfOther, a.Length > b.Length, "");
        }
    }
}
