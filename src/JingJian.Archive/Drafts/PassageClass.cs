using JingJian.Analysis.Reuse;

namespace JingJian.Archive.Drafts;

/// <summary>Whose text a passage of a draft is, and what to do about it. In order of what explains it best.</summary>
/// <param name="Name">The class.</param>
/// <param name="Kind">formula, quotable, own, template or other.</param>
/// <param name="Label">The class in Chinese.</param>
/// <param name="Action">keep, cite, update, check or rewrite.</param>
/// <param name="Advice">What to do, in Chinese.</param>
/// <param name="Rank">Of two sources that explain a passage equally well the one of the lower rank is cited: what is lawful first.</param>
internal sealed record PassageClass(string Name, string Kind, string Label, string Action, string Advice, int Rank)
{
    /// <summary>规定表述、套话: many units write it.</summary>
    public static readonly PassageClass Stock = new("stock", "formula", "规定表述、套话", "keep", "通用提法，可以直接使用。", 0);

    private static readonly PassageClass Superior = new("superior", "formula", "上级文件", "cite", "上级文件的表述，可以引用，请注明文件名称或文号。", 0);

    private static readonly PassageClass Quotable = new("quotable", "quotable", "准予引用", "cite", "准予引用的文字，请注明出处。", 1);

    private static readonly PassageClass Own = new("own", "own", "本单位旧文", "update", "本单位的旧文，可以沿用，但要写清今年的情况：年份、数字和进展逐项更新。", 2);

    private static readonly PassageClass Template = new("template", "template", "模板网站", "rewrite", "模板网站的文字，请换成本单位的实际情况。", 3);

    private static readonly PassageClass SuperiorUnit = new("superior-unit", "other", "上级单位", "cite", "上级单位的文字：属于部署要求的可以引用并注明出处，工作情况要换成本单位的。", 4);

    private static readonly PassageClass Other = new("other", "other", "其他单位", "rewrite", "其他单位的文字，请改写成本单位的做法；确需引用的注明出处。", 5);

    private static readonly PassageClass Unknown = new("unknown", "other", "单位不明", "check", "分不清是哪个单位的文字：不是本单位旧文的，请改写或注明出处。", 6);

    /// <summary>多个单位通用: copied by so many that it is nobody's.</summary>
    private static readonly PassageClass Common = Template with { Name = "common", Label = "多个单位通用的文字", Advice = "多个单位都用的现成文字，请换成本单位的实际情况。" };

    /// <summary>网上范文: of no known unit, with names and years blotted out.</summary>
    private static readonly PassageClass Masked = Template with { Name = "masked", Label = "疑似网上范文", Advice = "疑似网上范文（出处隐去了单位、年份），请换成本单位的实际情况。" };

    /// <summary>The class of what a report has from another.</summary>
    public static PassageClass Of(ReportOrigin own, ReportOrigin other) => AuditFigures.SourceOf(own, other) switch
    {
        ReuseSource.Superior => Superior,
        ReuseSource.Quotable => Quotable,
        ReuseSource.OwnOrganisation => Own,
        ReuseSource.Template => Template,
        ReuseSource.OtherOrganisation => OrganisationRank.Compare(other.Organisation!, own.Organisation!) < 0 ? SuperiorUnit : Other,
        _ => Unknown,
    };

    /// <summary>The class, seeing how many units have the passage, and whether the cited paragraph is masked.</summary>
    public PassageClass Seen(int units, bool isMasked) => this switch
    {
        { Kind: "other" } when units >= CommonUnits => Common,
        { Name: "unknown" } when isMasked => Masked,
        _ => this,
    };

    /// <summary>A passage of so many units belongs to none of them: as many as make a stock phrase.</summary>
    private static readonly int CommonUnits = new ReuseOptions().StockSpread;

    /// <summary>What to do, in a word.</summary>
    public static string ActionLabel(string action) => action switch
    {
        "keep" => "可直接使用",
        "cite" => "可用，注明出处",
        "update" => "沿用须更新",
        "check" => "核对",
        "rewrite" => "改写",
        _ => "补全",
    };

    /// <summary>A kind in Chinese.</summary>
    public static string KindLabel(string kind) => kind switch
    {
        "formula" => "规定表述",
        "own" => "本单位旧文",
        "other" => "其他单位",
        "template" => "模板",
        "quotable" => "准予引用",
        _ => "新写",
    };
}
