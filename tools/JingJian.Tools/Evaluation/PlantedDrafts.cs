using System.Text;
using JingJian.Text;
using JingJian.Tools.Stress;

namespace JingJian.Tools.Evaluation;

/// <summary>A passage of the archive that was put into a draft.</summary>
/// <param name="Kind">Whose it is: formula, own, other or template.</param>
/// <param name="Disguise">How it was changed.</param>
/// <param name="At">Where it stands in the draft.</param>
internal sealed record Planted(string Kind, string Disguise, TextSpan At);

/// <summary>A draft of a unit, most of it new.</summary>
/// <param name="Text">The draft.</param>
/// <param name="Plants">What in it is not.</param>
internal sealed record PlantedDraft(string Text, IReadOnlyList<Planted> Plants);

/// <summary>An archive of made-up units, put together from real paragraphs, and drafts that borrow from it in every way.</summary>
/// <remarks>
/// <para>The paragraphs are those of a <see cref="StressPool"/>, of which no two share more than a phrase; a third of them are in no report,
/// and what is new in the drafts is taken from these. Of the borrowed ones a fourth is the drafting unit's own of an earlier year, a fourth
/// another unit's, a fourth stands in a file that is marked as a superior's, an eighth in one marked as a template's, and an eighth in the
/// reports of six units. Each draft has one of each fourth, in disguise, and a formula that eight units have in unrelated paragraphs, as it is.</para>
/// </remarks>
internal sealed class PlantedDrafts
{
    /// <summary>Files of superiors' texts.</summary>
    public const string Superior = "上级文件.txt";

    /// <summary>Files of templates.</summary>
    public const string Template = "范文.txt";

    private const int UnitsOfATemplate = 6;
    private const int UnitsOfAFormula = 8;
    private const int FreshEach = 7;
    private const int DraftYear = 2025;
    private const string Stems = "清溪白桥青岭红岩石泉柳塘梅坪竹湾松林枫桥桂溪云台金沙银河龙泉凤山鹤峰鹿鸣马岭羊角牛栏莲塘荷花兰溪菊潭东沟西坡南岗北渠上坪下湾大堰小河高寨长滩新集古渡双江三合四方五里六安七星八角九曲";

    private static readonly int Units = Stems.Length / 2;

    private static readonly string[] Kinds = ["own", "other", "formula", "template"];

    private readonly Dictionary<string, List<string>> reports = new(StringComparer.Ordinal);
    private readonly List<string> superior = [], template = [];

    private PlantedDrafts(StressPool pool, int drafts, int seed)
    {
        StressLine[] fresh = [.. pool.Others.Where((_, i) => i % 3 == 0)];
        StressLine[] archived = [.. pool.Others.Where((_, i) => i % 3 != 0)];
        string[] formulas = [.. archived.TakeLast(Math.Max(1, drafts / 5)).Select(line => Formula(line.Text))];
        foreach ((int i, StressLine line) in archived.Index())
        {
            // The first paragraphs carry the formulas, each into units enough.
            string text = i < UnitsOfAFormula * formulas.Length ? Within(line.Text, formulas[i / UnitsOfAFormula]) : line.Text;
            Report(i % Units, 2020 + (i / Units % 4)).Add(text);
        }

        var disguises = new Disguises(fresh, seed);
        Drafts = [.. Enumerable.Range(0, drafts).Select(number => Draft(number, pool, fresh, disguises, formulas[number % formulas.Length]))];
    }

    /// <summary>The drafts.</summary>
    public IReadOnlyList<PlantedDraft> Drafts { get; }

    /// <summary>The files of the archive, by name.</summary>
    public IEnumerable<(string Name, string Text)> Files => reports
        .Select(report => ($"{report.Key}.txt", $"{report.Key}\n一、主要工作\n{string.Join('\n', report.Value)}\n"))
        .Append((Superior, $"关于做好重点工作的意见\n{string.Join('\n', superior)}\n"))
        .Append((Template, $"单位工作总结范文\n{string.Join('\n', template)}\n"))
        .OrderBy(file => file.Item1, StringComparer.Ordinal);

    /// <summary>Makes so many drafts from the paragraphs of a folder.</summary>
    public static PlantedDrafts Make(string folder, int documents, int drafts, int seed) =>
        new(StressPool.Choose(folder, documents, drafts * Kinds.Length), drafts, seed);

    private PlantedDraft Draft(int number, StressPool pool, StressLine[] fresh, Disguises disguises, string formula)
    {
        int unit = number % Units;
        var text = new StringBuilder($"{Name(unit)}{DraftYear}年工作总结\n一、主要工作\n");
        var plants = new List<Planted>();
        for (int i = 0; i < Kinds.Length; i++)
        {
            StressLine original = pool.Originals[(number * Kinds.Length) + i];
            Archive(Kinds[i], original.Text, unit, number);
            Fresh((number * FreshEach) + i);
            Variant variant = disguises.Apply(Disguises.Kinds[(number + (i * 3)) % Disguises.Kinds.Count], original);
            plants.AddRange(variant.Passages.Where(passage => !passage.IsHost)
                .GroupBy(passage => passage.Source)
                .Select(same => new Planted(Kinds[i], variant.Kind, TextSpan.Between(text.Length + same.Min(one => one.Start), text.Length + same.Max(one => one.End)))));
            // A disguise may take away the stop: the next paragraph would be read as the rest of this one.
            text.Append(variant.Text).Append(variant.Text[^1] == '。' ? "\n" : "。\n");
        }

        for (int i = Kinds.Length; i < FreshEach - 1; i++)
        {
            Fresh((number * FreshEach) + i);
        }

        string host = fresh[((number * FreshEach) + FreshEach - 1) % fresh.Length].Text;
        string with = Within(host, formula);
        plants.Add(new Planted("formula", "a formula", new TextSpan(text.Length + with.IndexOf(formula, StringComparison.Ordinal), formula.Length)));
        text.Append(with).Append('\n');
        return new PlantedDraft(text.ToString(), plants);

        void Fresh(int at) => text.Append(fresh[at % fresh.Length].Text).Append('\n');
    }

    /// <summary>Puts an original where its kind says.</summary>
    private void Archive(string kind, string text, int unit, int number)
    {
        switch (kind)
        {
            case "own":
                Report(unit, 2020 + (number % 4)).Add(text);
                break;
            case "other":
                Report((unit + 7 + (number % 20)) % Units, 2020 + (number % 4)).Add(text);
                break;
            case "formula":
                superior.Add(text);
                break;
            default:
                if (number % 2 == 0)
                {
                    template.Add(text);
                    break;
                }

                for (int i = 1; i <= UnitsOfATemplate; i++)
                {
                    Report((unit + (i * 3)) % Units, 2020 + (i % 4)).Add(text);
                }

                break;
        }
    }

    private List<string> Report(int unit, int year)
    {
        string title = $"{Name(unit)}{year}年工作总结";
        return reports.TryGetValue(title, out List<string>? report) ? report : reports[title] = [];
    }

    private static string Name(int unit) => $"{Stems.Substring(2 * unit, 2)}镇";

    /// <summary>The first clauses of a paragraph, about thirty characters of them.</summary>
    private static string Formula(string text)
    {
        int end = text.IndexOfAny(['，', '。', '；'], Math.Min(28, text.Length - 1));
        return end is > 0 and <= 48 ? text[..end] : text[..32];
    }

    /// <summary>A paragraph with a formula behind its first clause.</summary>
    private static string Within(string text, string formula)
    {
        int at = text.IndexOf('，', StringComparison.Ordinal) + 1;
        return text.Insert(at, formula + "，");
    }
}
