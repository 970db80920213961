using System.Xml.Linq;

namespace JingJian.Ingest.Formats.Docx;

/// <summary>How one level of a list counts and looks.</summary>
/// <param name="Start">Its first number.</param>
/// <param name="Format">How a number is written.</param>
/// <param name="Pattern">What stands around it: <c>第%1章</c>, <c>%1.%2</c>.</param>
/// <param name="Style">The paragraph style that stands for this level, or null.</param>
/// <param name="HasBlank">Whether a tab or blank follows.</param>
/// <param name="Restarts">Whether it starts again below a higher level.</param>
/// <param name="IsLegal">Whether the numbers of higher levels are shown in digits.</param>
/// <param name="StartsOver">Whether it starts again where this list begins, though the definition has been counted before.</param>
internal sealed record ListLevel(
    int Start, string Format, string Pattern, string? Style, bool HasBlank, bool Restarts, bool IsLegal, bool StartsOver)
{
    /// <summary>The levels of a list: its definition, and what the list itself changes.</summary>
    public static ListLevel?[] Of(XElement list, XElement definition, int count)
    {
        var levels = new ListLevel?[count];
        foreach (XElement level in definition.Children("lvl"))
        {
            Set(level, level.Number("ilvl"), null);
        }

        foreach (XElement change in list.Children("lvlOverride"))
        {
            int? start = change.Child("startOverride")?.Number();
            int? at = change.Number("ilvl");
            if (change.Child("lvl") is { } level)
            {
                Set(level, at, start);
            }
            else if (start is not null && at is int index && index >= 0 && index < count && levels[index] is { } known)
            {
                levels[index] = known with { Start = start.Value, StartsOver = true };
            }
        }

        return levels;

        void Set(XElement level, int? at, int? start)
        {
            if (at is int index && index >= 0 && index < count)
            {
                levels[index] = Of(level, start);
            }
        }
    }

    private static ListLevel Of(XElement level, int? start) => new(
        start ?? level.Child("start")?.Number() ?? 0,
        level.Child("numFmt")?.Value() ?? "decimal",
        level.Child("lvlText")?.Value() ?? "",
        level.Child("pStyle")?.Value(),
        level.Child("suff")?.Value() != "nothing",
        level.Child("lvlRestart")?.Number() is not 0,
        level.Child("isLgl") is { } flag && flag.Value() is null or "1" or "true" or "on",
        start is not null);
}
