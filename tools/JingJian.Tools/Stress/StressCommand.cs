using System.Globalization;
using JingJian.Analysis.Reuse;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Stress;

/// <summary><c>stress generate|evaluate|negatives</c>: how well copies in disguise are found.</summary>
internal static class StressCommand
{
    /// <summary>Runs one of the three.</summary>
    public static int Run(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "generate" when Option(args, "--from") is { } from && Option(args, "--to") is { } to:
                StressSet set = StressSet.Make(Pool(args, from), Number(args, "--seed", 1));
                set.Write(to);
                Console.WriteLine($"{set.Variants.Count} variants; {set.Sources.Count} source paragraphs");
                return 0;
            case "evaluate" when Option(args, "--set") is { } folder:
                Print(StressEvaluation.Of(StressSet.Read(folder), new ReuseOptions()), args.Contains("--differences"));
                return 0;
            case "negatives" when Option(args, "--from") is { } from:
                string[] texts = [.. StressPool.Texts(from).Select(text => text.Text).Take(Number(args, "--documents", int.MaxValue))];
                Print(HardNegatives.ConsecutiveYears(texts, new ReuseOptions()));
                Print(HardNegatives.StockPhrasesOnly(texts, Pool(args, from), Number(args, "--seed", 1), new ReuseOptions()));
                return 0;
            default:
                Console.Error.WriteLine("usage: stress generate --from DIR --to DIR [--seed N] [--documents N] [--originals N]");
                Console.Error.WriteLine("       stress evaluate --set DIR [--differences]");
                Console.Error.WriteLine("       stress negatives --from DIR [--seed N] [--documents N] [--originals N]");
                return 2;
        }
    }

    private static StressPool Pool(string[] args, string from) =>
        StressPool.Choose(from, Number(args, "--documents", int.MaxValue), Number(args, "--originals", 150));

    private static void Print(StressEvaluation evaluation, bool differences)
    {
        Console.WriteLine("| disguise | variants | candidates | verdicts | MinHash | character precision | character recall | granularity | plagdet |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (StressScore score in evaluation.Scores)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {score.Kind} | {score.Variants} | {score.Candidates:F3} | {score.Verdicts:F3} | {score.MinHash:F3} | {score.Precision:F3} | {score.Recall:F3} | {score.Granularity:F2} | {score.Plagdet:F3} |"));
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs of a variant and a source that are true: {evaluation.PairPrecision:F4}"));
        foreach ((string variant, string source) in evaluation.WrongPairs.Where(_ => differences))
        {
            Console.WriteLine($"\n+ {variant}\n  {source}");
        }

        foreach (Variant missed in evaluation.Missed.Where(_ => differences))
        {
            Console.WriteLine($"\n- {missed.Kind}: {missed.Text}\n  {missed.Passages.First(passage => !passage.IsHost).Source}");
        }
    }

    private static void Print(HardNegatives negatives) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{negatives.Kind}: {negatives.Paragraphs} paragraphs, {negatives.Reported} reported, {negatives.Wrong} of them wrongly ({negatives.WrongShare:P2})"));
}
