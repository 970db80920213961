using JingJian.Analysis.Functions;
using JingJian.Text.Lexicons;
using JingJian.Text.Slots;
using JingJian.Tools.Exemplars;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Evaluation;

/// <summary><c>evaluate structure|functions|samples|reuse|changes|audits|drafts|search|exemplars|slots</c>: prints the figures of a stage against the labels.</summary>
internal static class EvaluateCommand
{
    /// <summary>Runs <c>evaluate WHAT [--labels FILE] [--sources FOLDER] [--samples FOLDER] [--shared FOLDER] [--differences]</c>.</summary>
    public static int Run(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "structure":
                IReadOnlyList<LabelledSource> compilations = Seeds(args), open = Open(args);
                PrintStructure(args, "seeds", compilations);
                PrintStructure(args, "open", open);
                PrintStructure(args, "all", [.. compilations, .. open]);
                PrintStated(args, "seeds", compilations);
                PrintStated(args, "open", open);
                PrintStated(args, "all", [.. compilations, .. open]);
                PrintHeadings(args, HeadingEvidence.Of(OpenFolder(args)));
                return 0;
            case "functions":
                EvaluateFunctions(args);
                return 0;
            case "samples":
                string folder = Option(args, "--samples", "corpus/samples");
                IReadOnlyList<LabelledSource> samples = SampleSources.Read(folder);
                PrintStructure(args, "samples", samples);
                PrintMetadata(args, MetadataEvaluation.Of(
                    samples, SampleSources.Reports(folder), MetadataEvaluation.ReadNames("corpus/labels/sample-units.tsv")));
                PrintFunctions(args, "samples", samples, readable: true);
                return 0;
            case "reuse":
                string seedFolder = Option(args, "--sources", "../shared/seeds");
                using (var measured = new MeasuredArchive(seedFolder, "models"))
                {
                    Dictionary<string, string> texts = Stress.StressPool.Texts(seedFolder).ToDictionary(text => text.Name, text => text.Text, StringComparer.Ordinal);
                    ReuseEvaluation reuse = ReuseEvaluation.Of(measured.Archive, texts);
                    Console.WriteLine(reuse);
                    Print(args, reuse.Differences);
                }

                return 0;
            case "changes":
                using (var measured = new MeasuredArchive(Option(args, "--samples", "corpus/samples"), "models"))
                {
                    ChangeEvaluation changes = ChangeEvaluation.Of(measured.Archive.Reuse.Pairs(), ChangeLabel.Read("corpus/labels/sample-changes.tsv"));
                    Console.WriteLine($"changes: {changes.Labelled} labelled, {changes.Reported} reported, {changes.Found} with the labelled words, {changes.Right} of these with the right type; "
                        + $"precision {changes.Precision:F3}, recall {changes.Recall:F3}");
                    Print(args, changes.Differences);
                }

                return 0;
            case "audits":
                using (var measured = new MeasuredArchive(Option(args, "--samples", "corpus/samples"), "models"))
                {
                    IReadOnlyList<PlannedCopy> copies = PlannedCopy.Read(Option(args, "--samples", "corpus/samples"));
                    DirectionEvaluation directions = DirectionEvaluation.Of(measured.Archive.Reuse.Pairs(), copies);
                    Console.WriteLine($"directions: {directions.Asked} asked, {directions.Right} right, {directions.Wrong} wrong, {directions.Undecided} undecided, {directions.Missing} not found");
                    Print(args, directions.Differences);
                    foreach (FindingEvaluation finding in FindingEvaluation.Of(measured.Archive, copies))
                    {
                        Console.WriteLine($"{finding.Finding}: {finding.Found} of {finding.Planned} planned; {finding.Other} elsewhere");
                        Print(args, finding.Differences);
                    }

                    SpliceEvaluation splices = SpliceEvaluation.Of(measured.Archive);
                    Console.WriteLine($"spliced-report: {splices.Found} of {splices.Spliced} drafts put together from several reports, {splices.Named} of their {splices.Sources} sources named; "
                        + $"{splices.WronglyFound} of {splices.Others} drafts of one report");
                }

                return 0;
            case "drafts":
                SampleDrafts borrowed = SampleDrafts.Of(Option(args, "--samples", "corpus/samples"), "models");
                Console.WriteLine(borrowed);
                Print(args, borrowed.Differences);
                DraftEvaluation drafts = DraftEvaluation.Of(
                    PlantedDrafts.Make(Path.Combine(Option(args, "--shared", "../shared"), "corpora", "open"), Number(args, "--documents", 250), Number(args, "--drafts", 110), Number(args, "--seed", 1)), "models");
                Console.WriteLine(drafts.Table());
                Print(args, drafts.Differences);
                return 0;
            case "search":
                return SearchReport.Run(Option(args, "--shared", "../shared"), Option(args, "--judgements", ""), Option(args, "--unjudged", ""), args.Contains("--needs"), args.Contains("--fresh"));
            case "exemplars":
                return DraftingReport.Run(args);
            case "slots":
                var lexicon = Lexicon.Load(File.ReadAllBytes("models/lexicon/jieba.lexicon"));
                var recognizer = new SlotRecognizer(lexicon, args.Contains("--rules") ? null : NameModel.Load(File.ReadAllBytes(Option(args, "--names", "models/names/names.model"))));
                IReadOnlyList<SlotLine> lines = SlotLine.Read("corpus/labels", Option(args, "--shared", "../shared"));
                PrintSlots(args, "development half", SlotEvaluation.Of(recognizer, lines.Where(line => !line.IsTest)), readable: true);
                PrintSlots(args, "test half", SlotEvaluation.Of(recognizer, lines.Where(line => line.IsTest)), readable: false);
                return 0;
            default:
                Console.Error.WriteLine("usage: evaluate structure|functions|samples|reuse|changes|audits|drafts|search|exemplars|slots [--labels FILE] [--sources FOLDER] [--samples FOLDER] [--shared FOLDER] [--differences]");
                return 2;
        }
    }

    /// <summary>The frozen test by the shipped weights; then, unless <c>--frozen</c> is all that is wanted, everything trained again in parts.</summary>
    private static void EvaluateFunctions(string[] args)
    {
        FunctionTrainingOptions options = FunctionsCommand.Options;
        string shared = Option(args, "--shared", "../shared"), labels = Option(args, "--labels", "corpus/labels");
        FunctionCorpus corpus = FunctionCorpus.Read(shared, labels, options.Folds);
        if (!args.Contains("--cross"))
        {
            FunctionClassifier shipped = Functions();
            FunctionTrial.PrintFrozen(corpus, shipped);
            FunctionTrial.PrintFresh(FunctionCorpus.ReadFresh(shared, labels), shipped);
        }

        if (args.Contains("--frozen"))
        {
            return;
        }

        FunctionTraining training = FunctionTrainer.Validate(corpus.Development, options with { Vectors = FunctionsCommand.Vectors(shared, labels) }, FunctionsCommand.Progress(), default);
        FunctionTrial.Print(corpus, training, options.Folds);
        FunctionTrial.PrintBaselines(corpus, training, options.Folds, options.MostSteps);
        if (Option(args, "--export", "") is { Length: > 0 } path)
        {
            FunctionBaselines.Export(corpus, training.Answers, path);
        }
    }

    private static FunctionClassifier Functions() => Archive.Models.OpenFunctionFile(FunctionsCommand.Path);

    private static IReadOnlyList<LabelledSource> Seeds(string[] args) =>
        LabelledSource.Read(Option(args, "--sources", "../shared/seeds"), Option(args, "--labels", "corpus/labels/seeds.tsv"));

    private static string OpenFolder(string[] args) => Path.Combine(Option(args, "--shared", "../shared"), "corpora", "open");

    private static IReadOnlyList<LabelledSource> Open(string[] args) => LabelledSource.ReadOpen(OpenFolder(args), "corpus/labels/open.tsv");

    private static void PrintStated(string[] args, string part, IReadOnlyList<LabelledSource> sources)
    {
        StatedEvaluation stated = StatedEvaluation.Of(sources, StatedLabel.Read("corpus/labels/metadata.tsv"));
        Console.WriteLine($"{part}: what reports say of themselves");
        Console.WriteLine(stated.Table());
        Console.WriteLine();
        if (part == "all")
        {
            Print(args, stated.Differences);
        }
    }

    private static void PrintHeadings(string[] args, HeadingEvidence evidence)
    {
        Console.WriteLine(evidence.Table());
        Print(args, evidence.Missed);
    }

    private static void PrintStructure(string[] args, string part, IReadOnlyList<LabelledSource> sources)
    {
        StructureEvaluation structure = StructureEvaluation.Of(sources);
        Console.WriteLine($"{part}: {sources.Count} files");
        Console.WriteLine(structure.Kinds.Table());
        Console.WriteLine(structure.Starts.Table());
        Print(args, structure.Differences);
    }

    private static void PrintMetadata(string[] args, MetadataEvaluation metadata)
    {
        Console.WriteLine($"years: {metadata.Years}");
        Console.WriteLine($"organisations: {metadata.Organisations}");
        Console.WriteLine($"types: {metadata.Types}");
        Console.WriteLine();
        Print(args, metadata.Differences);
    }

    private static void PrintFunctions(string[] args, string part, IEnumerable<LabelledSource> sources, bool readable)
    {
        FunctionEvaluation evaluation = FunctionEvaluation.Of(sources, Functions().Classify);
        Console.WriteLine(part);
        Console.WriteLine(evaluation.Primary.Table());
        Console.WriteLine($"majority class {evaluation.Primary.MajorityShare:F3}; macro-F1 over classes with 5 lines or more {evaluation.Primary.MacroF1(5):F3}; "
            + $"secondary found {evaluation.SecondaryFound:F3}, right {evaluation.SecondaryRight:F3}");
        Console.WriteLine();
        if (readable)
        {
            Print(args, evaluation.Differences);
        }
    }

    private static void PrintSlots(string[] args, string part, SlotEvaluation evaluation, bool readable)
    {
        Console.WriteLine(part);
        Console.WriteLine(evaluation.Table());
        if (readable)
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
}
