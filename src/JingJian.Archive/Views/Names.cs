using JingJian.Analysis.Functions;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Search.Exemplars;

namespace JingJian.Archive.Views;

/// <summary>The names that the command line and the API use for the values of the domain.</summary>
public static class Names
{
    /// <summary><c>title</c>, <c>heading</c>, <c>paragraph</c>, <c>noise</c>.</summary>
    public static string Of(BlockKind kind) => Kebab(kind.ToString());

    /// <summary><c>summary</c>, <c>plan</c>, <c>essay</c>, <c>press</c>, <c>personal</c>, <c>other</c>.</summary>
    public static string Of(DocumentType type) => Kebab(type.ToString());

    /// <summary><c>soft-break</c>, <c>escaped-quote</c>, …</summary>
    public static string Of(RepairKind kind) => Kebab(kind.ToString());

    /// <summary><c>numbered-title</c>, <c>leading-space</c>, …</summary>
    public static string Of(BoundarySign sign) => Kebab(sign.ToString());

    /// <summary><c>year</c>, <c>first-half</c>, …</summary>
    public static string Of(PeriodPart part) => Kebab(part.ToString());

    /// <summary><c>union</c>, <c>school</c>, …</summary>
    public static string Of(UnitType type) => Kebab(type.ToString());

    /// <summary><c>province</c>, <c>county</c>, …</summary>
    public static string Of(UnitLevel level) => Kebab(level.ToString());

    /// <summary><c>year</c>, <c>money</c>, <c>person</c>, …</summary>
    public static string Of(OpenSlot slot) => Kebab(slot.ToString());

    /// <summary><c>year</c>, <c>figure</c>, <c>mask</c>, …</summary>
    public static string Of(ChangeType type) => Kebab(type.ToString());

    /// <summary><c>copy</c>, <c>near</c>, <c>partial</c>, <c>passage</c>.</summary>
    public static string Of(ReuseKind kind) => Kebab(kind.ToString());

    /// <summary><c>only-year-changed</c>, <c>stale-figures</c>, …</summary>
    public static string Of(FindingKind kind) => Kebab(kind.ToString());

    /// <summary>Takes a mark back.</summary>
    public const string NoMark = "none";

    /// <summary><c>own</c>, <c>other</c>, <c>unknown</c>, <c>superior</c>, <c>template</c>, <c>quotable</c>.</summary>
    public static string Of(ReuseSource source) => source switch
    {
        ReuseSource.OwnOrganisation => "own",
        ReuseSource.OtherOrganisation => "other",
        _ => Kebab(source.ToString()),
    };

    /// <summary><c>total</c>, <c>without-stock</c>, <c>own-organisation</c>, …</summary>
    public static string Of(FigureKind kind) => Kebab(kind.ToString());

    /// <summary><c>earlier-report</c>, <c>left-over-name</c>, …</summary>
    public static string Of(DirectionSign sign) => Kebab(sign.ToString());

    /// <summary>The mark of a name; null when there is none of it.</summary>
    public static SourceMark? MarkOf(string name) => name switch
    {
        "own" => SourceMark.Own,
        "superior" => SourceMark.Superior,
        "template" => SourceMark.Template,
        "quotable" => SourceMark.Quotable,
        _ => null,
    };

    /// <summary>A mark as people read it.</summary>
    public static string LabelOf(SourceMark mark) => mark switch
    {
        SourceMark.Own => "本单位",
        SourceMark.Superior => "上级文件",
        SourceMark.Template => "模板网站",
        SourceMark.Quotable => "准予引用",
        _ => "",
    };

    /// <summary>The order of a name: <c>size</c>, <c>spread</c>, <c>age</c>; null when there is none of it.</summary>
    public static FamilyOrder? OrderOf(string name) => name switch
    {
        "size" => FamilyOrder.Size,
        "spread" => FamilyOrder.Spread,
        "age" => FamilyOrder.Age,
        _ => null,
    };

    /// <summary>The flags that are set: <c>masked-date</c>, <c>lost-figure</c>, …</summary>
    public static IReadOnlyList<string> Of(Damage damage) =>
        [.. Enum.GetValues<Damage>().Where(flag => flag != Damage.None && damage.HasFlag(flag)).Select(flag => Kebab(flag.ToString()))];

    /// <summary>The name of a function or null.</summary>
    public static string? Of(Function? function) => function is { } value ? FunctionNames.ToEnglish(value) : null;

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
