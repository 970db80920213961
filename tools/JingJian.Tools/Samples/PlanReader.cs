using System.Globalization;
using System.Text.RegularExpressions;

namespace JingJian.Tools.Samples;

/// <summary>Reads the markup of <c>corpus/plan/*.txt</c>; corpus/plan/README.md describes it.</summary>
internal static partial class PlanReader
{
    private static readonly HashSet<string> Functions =
        ["opening", "background", "practice", "result", "experience", "problem", "plan", "proposal", "closing", "other"];

    private static readonly HashSet<string> CopyKinds =
    [
        "self", "stale", "cross", "leftover", "superior", "slogan",
        "merged", "split", "reordered", "reworded", "masked", "exact",
    ];

    /// <summary>The reports of one file, in order.</summary>
    /// <exception cref="FormatException">The markup is broken; the message names file and line.</exception>
    public static IReadOnlyList<PlannedReport> Read(string name, string text)
    {
        List<PlannedReport> reports = [];
        List<PlannedLine> lines = [];
        string[] source = text.Split('\n');
        for (int index = 0; index < source.Length; index++)
        {
            string line = source[index].TrimEnd();
            if (line.Length == 0 || line[0] == '%')
            {
                continue;
            }

            if (Head().Match(line) is { Success: true } head)
            {
                lines = [];
                reports.Add(ReadHead(head, lines));
            }
            else if (reports.Count > 0 && Body().Match(line) is { Success: true } body && ReadLine(body) is { } planned)
            {
                lines.Add(planned);
            }
            else
            {
                throw new FormatException($"{name}:{index + 1}: expected a === head or a [tag] line, found {line}");
            }
        }

        return reports;
    }

    private static PlannedReport ReadHead(Match head, List<PlannedLine> lines) => new(
        head.Groups["id"].Value,
        head.Groups["unit"].Value,
        head.Groups["type"].Value,
        int.Parse(head.Groups["year"].ValueSpan, CultureInfo.InvariantCulture),
        head.Groups["document"] is { Success: true } document ? document.Value : "summary",
        head.Groups["title"].Value,
        lines);

    private static PlannedLine? ReadLine(Match body)
    {
        string[] words = body.Groups["tag"].Value.Split(' ');
        string kind = words[0] is "heading" or "noise" ? words[0] : "paragraph";
        string[] functions = kind switch { "noise" => ["other"], "heading" => words[1..], _ => words };
        bool known = functions.Length is 1 or 2 && functions.All(Functions.Contains);
        PlannedCopy? copy = body.Groups["kind"] is { Success: true } copyKind
            ? new(copyKind.Value, [.. body.Groups["sources"].Value.Split(',').Select(ReadReference)])
            : null;
        known &= copy is null || CopyKinds.Contains(copy.Kind);
        return known ? new(kind, functions[0], functions.ElementAtOrDefault(1), copy, body.Groups["text"].Value) : null;
    }

    private static LineReference ReadReference(string reference)
    {
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        return new(reference[..hash], int.Parse(reference.AsSpan(hash + 1), CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^=== id=(?<id>\S+) unit=(?<unit>\S+) type=(?<type>\S+) year=(?<year>\d{4})(?: document=(?<document>plan|personal))? title=(?<title>.+)$")]
    private static partial Regex Head();

    [GeneratedRegex(@"^\[(?<tag>[a-z ]+)\] (?:\{(?<kind>[a-z]+):(?<sources>[a-z]+-\d{4}#\d+(?:,[a-z]+-\d{4}#\d+)*)\} )?(?<text>.+)$")]
    private static partial Regex Body();
}
