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
            default:
                Console.Error.WriteLine("usage: evaluate structure|functions [--labels FILE] [--sources FOLDER] [--differences]");
                return 2;
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
