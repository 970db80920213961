using System.Text;
using System.Xml.Linq;

namespace JingJian.Ingest.Formats.Docx;

/// <summary>Counts the numbered paragraphs of a document as Word does, in the order of the text.</summary>
/// <remarks><b>Source.</b> ECMA-376 part 1, 17.9. Lists made from the same definition count on together; a level starts again
/// below a higher one.</remarks>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const int LongestStyleChain = 20;
    private const int LongestLabel = 100;

    private readonly Dictionary<string, XElement> definitions;
    private readonly Dictionary<string, XElement> lists;
    private readonly Dictionary<string, XElement> styles;
    private readonly Dictionary<string, NumberedList?> opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? List, int? Level)> byStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, int?[]> counters = [];

    /// <summary>Begins to count.</summary>
    public DocxNumbering(XElement? numbering, XElement? styles)
    {
        definitions = ById(numbering, "abstractNum", "abstractNumId");
        lists = ById(numbering, "num", "numId");
        this.styles = ById(styles, "style", "styleId");
    }

    private sealed record NumberedList(ListLevel?[] Levels, int?[] Counts);

    /// <summary>The number of a paragraph with these properties, with a blank where one belongs; empty when it has none.</summary>
    public string LabelOf(XElement paragraphProperties)
    {
        (string? id, int? at) = Named(paragraphProperties);
        string? style = paragraphProperties.Child("pStyle")?.Value();
        if (style is not null && (id is null || at is null))
        {
            (string? List, int? Level) inherited = OfStyle(style);
            (id, at) = (id ?? inherited.List, at ?? inherited.Level);
        }

        if (id is null or "0" || Open(id) is not { } list)
        {
            return "";
        }

        int level = at ?? Math.Max(0, Array.FindIndex(list.Levels, item => style is not null && item?.Style == style));
        return level is >= 0 and < Levels && list.Levels[level] is { } shown ? Show(list, shown, level) : "";
    }

    private static string Show(NumberedList list, ListLevel shown, int level)
    {
        Count(list, level);
        string label = shown.Format == "bullet" ? (shown.Pattern.Length == 0 ? "" : "•") : Render(list, shown);
        return label.Length == 0 || !shown.HasBlank || "、，。；：）】》．".Contains(label[^1], StringComparison.Ordinal) ? label : label + " ";
    }

    private static Dictionary<string, XElement> ById(XElement? part, string name, string id)
    {
        Dictionary<string, XElement> found = new(StringComparer.Ordinal);
        foreach (XElement element in part?.Children(name) ?? [])
        {
            found.TryAdd(element.Value(id) ?? "", element);
        }

        return found;
    }

    private static (string? List, int? Level) Named(XElement? properties)
    {
        XElement? number = properties?.Child("numPr");
        return (number?.Child("numId")?.Value(), number?.Child("ilvl")?.Number());
    }

    /// <summary>The list and level that a style names, or a style that it is based on.</summary>
    private (string? List, int? Level) OfStyle(string style)
    {
        if (byStyle.TryGetValue(style, out (string? List, int? Level) known))
        {
            return known;
        }

        string? at = style;
        (string? List, int? Level) found = default;
        for (int steps = 0; found.List is null && steps < LongestStyleChain && at is not null && styles.TryGetValue(at, out XElement? definition); steps++)
        {
            (string? list, int? level) = Named(definition.Child("pPr"));
            found = (list, found.Level ?? level);
            at = definition.Child("basedOn")?.Value();
        }

        return byStyle[style] = found;
    }

    private NumberedList? Open(string id)
    {
        if (opened.TryGetValue(id, out NumberedList? known))
        {
            return known;
        }

        if (!lists.TryGetValue(id, out XElement? list) || DefinitionOf(list) is not { } definition)
        {
            return opened[id] = null;
        }

        ListLevel?[] levels = ListLevel.Of(list, definition, Levels);
        int?[] counts = counters.TryGetValue(definition, out int?[]? shared) ? shared : counters[definition] = new int?[Levels];
        for (int level = 0; level < Levels; level++)
        {
            counts[level] = levels[level] is { StartsOver: true } ? null : counts[level];
        }

        return opened[id] = new NumberedList(levels, counts);
    }

    /// <summary>The definition of a list; one that only links to a style stands for the definition of that style's list.</summary>
    private XElement? DefinitionOf(XElement list)
    {
        XElement? definition = Direct(list);
        return definition?.Child("numStyleLink")?.Value() is { } link && OfStyle(link).List is { } id && lists.TryGetValue(id, out XElement? linked)
            ? Direct(linked)
            : definition;

        XElement? Direct(XElement of) => of.Child("abstractNumId")?.Value() is { } id ? definitions.GetValueOrDefault(id) : null;
    }

    private static void Count(NumberedList list, int level)
    {
        int?[] counts = list.Counts;
        for (int above = 0; above < level; above++)
        {
            counts[above] ??= StartOf(list, above);
        }

        counts[level] = counts[level] is int last ? unchecked(last + 1) : StartOf(list, level);
        for (int below = level + 1; below < Levels; below++)
        {
            counts[below] = list.Levels[below] is { Restarts: false } ? counts[below] : null;
        }
    }

    private static int StartOf(NumberedList list, int level) => list.Levels[level]?.Start ?? 1;

    private static string Render(NumberedList list, ListLevel shown)
    {
        var label = new StringBuilder();
        string pattern = shown.Pattern;
        for (int i = 0; i < pattern.Length && label.Length < LongestLabel; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                int at = pattern[++i] - '1';
                string format = shown.IsLegal ? "decimal" : list.Levels[at]?.Format ?? "decimal";
                label.Append(NumberFormat.Write(list.Counts[at] ?? StartOf(list, at), format));
            }
            else
            {
                label.Append(pattern[i]);
            }
        }

        return label.ToString();
    }
}
