using System.Text.RegularExpressions;
using JingJian.Analysis.Reuse;

namespace JingJian.Tools.Stress;

/// <summary>Paragraphs that look copied and are not: what share of them is called copied all the same?</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Paragraphs">How many.</param>
/// <param name="Reported">How many are in a reported pair.</param>
/// <param name="Wrong">In how many of these pairs nothing was copied.</param>
internal sealed partial record HardNegatives(string Kind, int Paragraphs, int Reported, int Wrong)
{
    private const int FormulaDocuments = 8;
    private const int FormulasEach = 3;

    /// <summary>No run of so many letters in common and no ratio of 0.6: not copied, whatever the engine says.</summary>
    private const int CopiedRun = 20;

    /// <summary>Share of all paragraphs that are wrongly reported.</summary>
    public double WrongShare => Wrong / (double)Math.Max(1, Paragraphs);

    /// <summary>Government reports of one place, each held against the one of the year before.</summary>
    /// <remarks>Places do copy themselves; a plain comparison of the two paragraphs, that shares no code with the engine, tells those apart.</remarks>
    public static HardNegatives ConsecutiveYears(IEnumerable<string> texts, ReuseOptions options)
    {
        (string Place, int Year, string Text)[] documents =
        [
            .. texts.Select(text => (Title: Title().Match(text), text)).Where(item => item.Title.Success)
                .Select(item => (item.Title.Groups[2].Value, int.Parse(item.Title.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), item.text)),
        ];
        ReuseParagraph[] paragraphs =
        [
            .. documents.SelectMany((document, i) => document.Text.Split('\n').Select(line => line.Trim())
                .Where(line => line.Length >= options.MinCharacters).Select(line => new ReuseParagraph(i, line))),
        ];
        ReusePair[] pairs = [.. ReuseEngine.Find(paragraphs, options).Pairs.Where(pair => Follows(paragraphs[pair.A].Report, paragraphs[pair.B].Report))];
        HashSet<int> followers = [.. documents.Index().Where(later => documents.Index().Any(earlier => Follows(earlier.Index, later.Index))).Select(later => later.Index)];
        return new HardNegatives(
            "consecutive years of one place",
            paragraphs.Count(paragraph => followers.Contains(paragraph.Report)),
            pairs.SelectMany(pair => new[] { pair.A, pair.B }).Where(paragraph => followers.Contains(paragraphs[paragraph].Report)).Distinct().Count(),
            pairs.Where(pair => !IsCopied(paragraphs[pair.A].Text, paragraphs[pair.B].Text)).Select(pair => pair.B).Distinct().Count());

        bool Follows(int one, int other) => documents[one].Place == documents[other].Place && Math.Abs(documents[one].Year - documents[other].Year) == 1;
    }

    /// <summary>Unrelated paragraphs into each of which the same formulas of the trade were put.</summary>
    public static HardNegatives StockPhrasesOnly(IEnumerable<string> texts, StressPool pool, int seed, ReuseOptions options)
    {
        string[] formulas = Formulas(texts);
        var random = new Random(seed);
        ReuseParagraph[] paragraphs = [.. pool.Originals.Select((line, i) => new ReuseParagraph(i, WithFormulas(line.Text, formulas, random)))];
        int reported = ReuseEngine.Find(paragraphs, options).Pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Count();
        return new HardNegatives($"stock phrases only ({formulas.Length} phrases)", paragraphs.Length, reported, reported);
    }

    /// <summary>Clauses of 13 to 40 letters that stand in many documents.</summary>
    private static string[] Formulas(IEnumerable<string> texts) =>
    [
        .. texts.SelectMany(text => text.Split(['，', '。', '；', '：', '\n']).Where(clause => clause.Length is >= 13 and <= 40 && clause.All(char.IsLetter)).Distinct())
            .CountBy(clause => clause).Where(clause => clause.Value >= FormulaDocuments).Select(clause => clause.Key).Order(StringComparer.Ordinal),
    ];

    private static string WithFormulas(string text, string[] formulas, Random random)
    {
        for (int i = 0; i < FormulasEach && formulas.Length > 0; i++)
        {
            int comma = text.IndexOf('，', random.Next(text.Length));
            text = text.Insert(comma + 1, formulas[random.Next(formulas.Length)] + "，");
        }

        return text;
    }

    private static bool IsCopied(string a, string b)
    {
        string lettersA = string.Concat(a.Where(char.IsLetter));
        string lettersB = string.Concat(b.Where(char.IsLetter));
        int previousDiagonal;
        int longest = 0;
        var runs = new int[lettersB.Length + 1];
        var common = new int[lettersB.Length + 1];
        foreach (char letter in lettersA)
        {
            int runBefore = 0;
            previousDiagonal = 0;
            for (int at = 1; at <= lettersB.Length; at++)
            {
                (int run, runBefore) = (letter == lettersB[at - 1] ? runBefore + 1 : 0, runs[at]);
                runs[at] = run;
                longest = Math.Max(longest, run);
                (int best, previousDiagonal) = (letter == lettersB[at - 1] ? previousDiagonal + 1 : Math.Max(common[at], common[at - 1]), common[at]);
                common[at] = best;
            }
        }

        return longest >= CopiedRun || 2.0 * common[^1] / (lettersA.Length + lettersB.Length) >= 0.6;
    }

    [GeneratedRegex("(\\d{4})年(\\w{2,20}?)(?:人民)?政府工作报告")]
    private static partial Regex Title();
}
