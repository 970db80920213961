using System.Globalization;
using JingJian.Archive;
using JingJian.Archive.Views;

namespace JingJian.Tools.Evaluation;

/// <summary>The pairs of an archive against an exhaustive comparison of every line of its files with every other.</summary>
/// <param name="True">Pairs of lines that are one text, or of which one stands in the other for the greater part.</param>
/// <param name="Found">How many of these are reported.</param>
/// <param name="Hard">True pairs that are not equal letter by letter.</param>
/// <param name="HardFound">How many of these are reported.</param>
/// <param name="Reported">Reported pairs of paragraphs that hold such lines.</param>
/// <param name="Wrong">How many of them hold no true pair.</param>
/// <param name="Exact">Reported passages whose two sides are equal letter by letter, but for words that one side masks.</param>
/// <param name="Passages">Reported passages.</param>
/// <param name="Families">Families.</param>
/// <param name="Covered">For each file the share of its letters that stands in other files, by the reported passages.</param>
/// <param name="Differences">What was missed (-) and what is no true pair (+).</param>
public sealed record ReuseEvaluation(
    int True, int Found, int Hard, int HardFound, int Reported, int Wrong, int Exact, int Passages, int Families,
    IReadOnlyList<(string File, double Share)> Covered, IReadOnlyList<string> Differences)
{
    private const int MinCharacters = 40;

    /// <summary>Share of the reported pairs that are true.</summary>
    public double Precision => Reported == 0 ? 1 : (Reported - Wrong) / (double)Reported;

    /// <summary>Evaluates an archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="texts">The texts of its files, by name.</param>
    public static ReuseEvaluation Of(ReportArchive archive, IReadOnlyDictionary<string, string> texts)
    {
        SampleLine[] places = [.. texts.OrderBy(text => text.Key, StringComparer.Ordinal).SelectMany(Lines)];
        string[] letters = [.. places.Select(place => SlowReuse.PlainLetters(LineOf(texts, place)))];
        HashSet<(SampleLine, SampleLine)> truth = [.. SlowReuse.TruePairs(letters).Select(pair => (places[pair.A], places[pair.B]))];
        HashSet<(SampleLine, SampleLine)> hard = [.. truth.Where(pair => SlowReuse.PlainLetters(LineOf(texts, pair.Item1)) != SlowReuse.PlainLetters(LineOf(texts, pair.Item2)))];
        PairView[] pairs = [.. archive.Reuse.Pairs()];
        ILookup<(string, string), PairView> byFiles = pairs.ToLookup(pair => (pair.A.Source, pair.B.Source));
        HashSet<(SampleLine, SampleLine)> found = [.. truth.Where(pair => byFiles[(pair.Item1.File, pair.Item2.File)].Any(shown => Holds(shown.A, pair.Item1) && Holds(shown.B, pair.Item2)))];
        PairView[] reported = [.. pairs.Where(pair => places.Any(place => Holds(pair.A, place)) && places.Any(place => Holds(pair.B, place)))];
        PairView[] wrong = [.. reported.Where(pair => !truth.Any(one => Holds(pair.A, one.Item1) && Holds(pair.B, one.Item2)))];
        bool[] exact = [.. pairs.SelectMany(pair => pair.Spans.Select(span => IsExact(pair, span, texts)))];
        return new ReuseEvaluation(
            truth.Count, found.Count, hard.Count, hard.Count(found.Contains), reported.Length, wrong.Length,
            exact.Count(one => one), exact.Length, archive.Reuse.FamilyCount(),
            [.. texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => (text.Key, Share(text.Key, text.Value, pairs)))],
            [.. truth.Except(found).Select(pair => $"- {pair.Item1} {pair.Item2}"), .. wrong.Select(pair => $"+ {pair.A.Source}:{pair.A.Line} {pair.B.Source}:{pair.B.Line} {pair.Kind}")]);
    }

    /// <summary>As people read it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"true pairs {True}, found {Found}; not identical {Hard}, found {HardFound}; reported {Reported}, precision {Precision:F4}; passages {Passages}, exact {Exact}; families {Families}")
        + string.Concat(Covered.Select(file => string.Create(CultureInfo.InvariantCulture, $"\n{file.File}: {100 * file.Share:F1} % in other files")));

    private static IEnumerable<SampleLine> Lines(KeyValuePair<string, string> text) =>
        text.Value.Split('\n').Index().Where(line => Bare(line.Item).Length >= MinCharacters).Select(line => new SampleLine(text.Key, line.Index + 1));

    private static string LineOf(IReadOnlyDictionary<string, string> texts, SampleLine place) => Bare(texts[place.File].Split('\n')[place.Line - 1]);

    private static string Bare(string line) => line.Trim().TrimStart('>').Trim();

    private static bool Holds(PlaceView place, SampleLine line) => place.Source == line.File && place.Line <= line.Line && line.Line <= place.LineEnd;

    private static bool IsExact(PairView pair, IReadOnlyList<int> span, IReadOnlyDictionary<string, string> texts)
    {
        string a = SlowReuse.PlainLetters(texts[pair.A.Source][span[0]..span[1]]);
        string b = SlowReuse.PlainLetters(texts[pair.B.Source][span[2]..span[3]]);
        int masked = pair.Changes.Where(change => change.Type == "mask").Sum(change => change.From.Length + change.To.Length);
        return a == b || a.Length + b.Length - (2 * SlowReuse.Lcs(a, b)) <= masked;
    }

    private static double Share(string file, string text, PairView[] pairs)
    {
        var covered = new bool[text.Length];
        foreach (PairView pair in pairs.Where(pair => pair.A.Source != pair.B.Source && (pair.A.Source == file || pair.B.Source == file)))
        {
            int side = pair.A.Source == file ? 0 : 2;
            foreach (IReadOnlyList<int> span in pair.Spans)
            {
                Array.Fill(covered, true, span[side], span[side + 1] - span[side]);
            }
        }

        int[] letters = [.. OwnLines(text).Where(at => SlowReuse.PlainLetters(text[at].ToString()).Length > 0)];
        return letters.Count(at => covered[at]) / (double)Math.Max(1, letters.Length);
    }

    /// <summary>Offsets in lines that are long enough to take part.</summary>
    private static IEnumerable<int> OwnLines(string text)
    {
        int start = 0;
        foreach (string line in text.Split('\n'))
        {
            if (Bare(line).Length >= MinCharacters)
            {
                foreach (int at in Enumerable.Range(start, line.Length))
                {
                    yield return at;
                }
            }

            start += line.Length + 1;
        }
    }
}
