namespace JingJian.Tools.Evaluation;

/// <summary><c>evaluate structure|functions</c>: prints the figures of a stage against the labels.</summary>
internal static class EvaluateCommand
{
    /// <summary>Runs <c>evaluate WHAT [--labels FILE] [--sources FOLDER] [--differences]</c>.</summary>
    public static int Run(string[] args)
    {
        string labels = Option(args, "--labels", "corpus/labels/seeds.tsv");
        string folder = Option(args, "--sources", "../shared/seeds");
        IReadOnlyList<LabelledSource> sources = LabelledSource.Read(folder, labels);
        switch (args.FirstOrDefault())
        {
            case "structure":
                StructureEvaluation structure = StructureEvaluation.Of(sources);
                Console.WriteLine(structure.Kinds.Table());
                Console.WriteLine(structure.Starts.Table());
                Print(args, structure.Differences);
                return 0;
            case "functions":
                PrintFunctions(args, "development (s0–s2)", sources.Where(source => !IsFrozen(source)));
                PrintFunctions(args, "frozen test (s3, s4)", sources.Where(IsFrozen));
                return 0;
            default:
                Console.Error.WriteLine("usage: evaluate structure|functions [--labels FILE] [--sources FOLDER] [--differences]");
                return 2;
        }
    }

    /// <summary>s3 and s4 are never tuned on: their lines are counted, not shown.</summary>
    private static bool IsFrozen(LabelledSource source) => source.Name is "s3" or "s4";

    private static void PrintFunctions(string[] args, string part, IEnumerable<LabelledSource> sources)
    {
        FunctionEvaluation evaluation = FunctionEvaluation.Of(sources);
        Console.WriteLine(part);
        Console.WriteLine(evaluation.Primary.Table());
        Console.WriteLine($"majority class {evaluation.Primary.MajorityShare:F3}; macro-F1 over classes with 5 lines or more {evaluation.Primary.MacroF1(5):F3}; "
            + $"secondary found {evaluation.SecondaryFound:F3}, right {evaluation.SecondaryRight:F3}");
        Console.WriteLine();
        if (!sources.Any(IsFrozen))
        {
            Print(args, evaluation.Differences);
        }
    }

    private static void Print(string[] args, IReadOnlyList<string> differences)
    {
        if (args.Contains("--differences"))
        {
            Console.WriteLine(string.Join(Environment.NewLine, differences));
        }
    }

    private static string Option(string[] args, string name, string fallback) =>
        Array.IndexOf(args, name) is int at && at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
}
