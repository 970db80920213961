using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>A figure of an audit. All are shares of the letters of the report, except <see cref="Head"/> and <see cref="Tail"/>.</summary>
/// <remarks>The classes may add up to more than <see cref="Total"/>: a letter may stand in reports of several classes.</remarks>
public enum FigureKind
{
    /// <summary>总复用率: stands in some other report that is not known to be later.</summary>
    Total,

    /// <summary>去除套话后: the same without stock phrases.</summary>
    WithoutStock,

    /// <summary>去除套话、上级文件和准予引用后: also without what stands in sources marked superior or quotable.</summary>
    WithoutLawful,

    /// <summary>规定表述、套话: reused letters that are stock phrases.</summary>
    Stock,

    /// <summary>上级文件.</summary>
    Superior,

    /// <summary>本单位历年自我复用.</summary>
    OwnOrganisation,

    /// <summary>跨单位复用.</summary>
    OtherOrganisation,

    /// <summary>模板网站.</summary>
    Template,

    /// <summary>准予引用.</summary>
    Quotable,

    /// <summary>来源单位不明.</summary>
    UnknownOrganisation,

    /// <summary>单篇最大复用: the most that one other report explains.</summary>
    LargestSingle,

    /// <summary>首部复用: the share of the first fifth of the report that is reused.</summary>
    Head,

    /// <summary>尾部复用: the share of the last fifth.</summary>
    Tail,

    /// <summary>最长连续复用: the longest reused passage.</summary>
    Longest,

    /// <summary>仅改数字: paragraphs that differ from a source in years, dates and figures alone.</summary>
    OnlyNumbersChanged,

    /// <summary>被后文复用: stands in reports known to be later; no reuse of this report.</summary>
    CopiedLater,

    /// <summary>自身重复: stands in another paragraph of the same report.</summary>
    RepeatedInside,

    /// <summary>人工排除: would be reused, but for what a person excluded.</summary>
    Excluded,

    /// <summary>原创度: stands in no other report, known later ones apart.</summary>
    Originality,
}

/// <summary>A stretch of a paragraph.</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="At">The stretch of its text.</param>
public readonly record struct ParagraphSpan(int Paragraph, TextSpan At);

/// <summary>One figure with what it counts.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Letters">The letters it counts, each once.</param>
/// <param name="Share">Their share.</param>
/// <param name="Spans">Where they stand.</param>
public sealed record Figure(FigureKind Kind, int Letters, double Share, ImmutableArray<ParagraphSpan> Spans);

/// <summary>The figures of one report.</summary>
/// <param name="Letters">Normalised letters of all paragraphs.</param>
/// <param name="All">One of each kind, in the order of <see cref="FigureKind"/>.</param>
/// <param name="LargestReport">The report that explains most; null when nothing is reused.</param>
/// <param name="Longest">The longest reused passage; null when nothing is reused.</param>
public sealed record ReportFigures(int Letters, ImmutableArray<Figure> All, int? LargestReport, LedgerEntry? Longest)
{
    /// <summary>One figure.</summary>
    public Figure this[FigureKind kind] => All[(int)kind];

    /// <summary>总复用率.</summary>
    public double Total => this[FigureKind.Total].Share;

    /// <summary>原创度.</summary>
    public double Originality => this[FigureKind.Originality].Share;
}
