using System.Collections.Immutable;

namespace JingJian.Analysis.Structure;

/// <summary>A sign that a report begins.</summary>
public enum BoundarySign
{
    /// <summary>The first line of the source that is not residue.</summary>
    SourceStart,

    /// <summary>A title that a compilation numbers: 工会工作总结8, 篇三.</summary>
    NumberedTitle,

    /// <summary>A line that is a title by its words or its place.</summary>
    Title,

    /// <summary>One ASCII space before the line, where web sites cut.</summary>
    LeadingSpace,

    /// <summary>在……领导下, 今年以来, 现将……总结如下.</summary>
    OpeningFormula,

    /// <summary>The report before has ended: a pledge, a signature, residue.</summary>
    ClosedBefore,

    /// <summary>The chapters start again at one.</summary>
    ChaptersRestart,

    /// <summary>A unit speaks that the report before has not spoken of.</summary>
    OtherUnit,

    /// <summary>The title is glued to the opening, or only the end of it is left.</summary>
    GluedTitle,

    /// <summary>The same paragraph opens another report of the source.</summary>
    SameOpening,

    /// <summary>A press article begins: 本报讯, 日前接受记者采访.</summary>
    PressOpening,
}

/// <summary>Why a report begins where it does.</summary>
/// <param name="Block">Ordinal of the block it begins with; residue in front of it is counted to the report but is not its beginning.</param>
/// <param name="Confidence">How sure that is, from 0 to 1; measured shares of right starts on labelled compilations, rounded.</param>
/// <param name="Signs">What was seen, the strongest first.</param>
public sealed record Boundary(int Block, double Confidence, ImmutableArray<BoundarySign> Signs)
{
    /// <summary>The boundary that some signs make: one strong sign is enough, several weak ones support each other.</summary>
    internal static Boundary Of(int block, IEnumerable<BoundarySign> signs)
    {
        ImmutableArray<BoundarySign> ordered = [.. signs.Distinct().OrderByDescending(Weight).ThenBy(sign => sign)];
        double doubt = ordered.Aggregate(1.0, (doubt, sign) => doubt * (1 - Weight(sign)));
        return new Boundary(block, Math.Round(1 - doubt, 2), ordered);
    }

    private static double Weight(BoundarySign sign) => sign switch
    {
        BoundarySign.SourceStart => 0.99,
        BoundarySign.NumberedTitle => 0.98,
        BoundarySign.LeadingSpace => 0.95,
        BoundarySign.Title => 0.9,
        BoundarySign.GluedTitle or BoundarySign.OtherUnit or BoundarySign.SameOpening => 0.8,
        BoundarySign.PressOpening => 0.75,
        BoundarySign.ChaptersRestart => 0.6,
        _ => 0.5,
    };
}
