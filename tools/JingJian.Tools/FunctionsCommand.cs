using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using JingJian.Analysis.Functions;
using JingJian.Archive;
using JingJian.Tools.Evaluation;
using JingJian.Tools.Functions;
using JingJian.Tools.Names;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools;

/// <summary><c>functions train</c>: the weights of the function classifier from the labels.</summary>
internal static class FunctionsCommand
{
    /// <summary>Where the weights lie in a checkout.</summary>
    public const string Path = "models/functions/functions.model";

    /// <summary>How the shipped weights are trained.</summary>
    public static FunctionTrainingOptions Options { get; } = new() { Penalty = 0.5, LeastWeight = 0.05 };

    private static readonly string[] LabelFiles = ["seeds.tsv", "open.tsv", "passages.tsv"];

    public static int Run(string[] args)
    {
        if (args.FirstOrDefault() != "train")
        {
            Console.Error.WriteLine("usage: functions train [--shared FOLDER] [--labels FOLDER]");
            return 2;
        }

        string labels = Option(args, "--labels", "corpus/labels"), shared = Option(args, "--shared", "../shared");
        FunctionCorpus corpus = FunctionCorpus.Read(shared, labels, Options.Folds);
        FunctionTrainingOptions options = Options with { Vectors = Vectors(shared, labels) };
        FunctionTraining training = FunctionTrainer.Train(corpus.Development, options, Progress(), default);
        byte[] file = training.Model!.Write();
        FunctionManifest.Write(System.IO.Path.GetDirectoryName(Path)!, file, new Dictionary<string, object>
        {
            ["model"] = "headings, then units, by linear chains; joined with the cue rules",
            ["labels"] = LabelFiles.ToDictionary(name => name, name => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(labels, name))))),
            ["splits"] = "development s0-s2, open.tsv, passages.tsv; frozen s3, s4",
            ["features"] = training.Model.FeatureCount,
            ["madeBy"] = "jingjian-tools functions train",
        });
        FunctionTrial.Print(corpus, training, Options.Folds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path}: {file.Length} bytes, {training.Model.FeatureCount} features, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(file))}"));
        return 0;
    }

    /// <summary>Where pairs of characters stand, learned from every line of the seeds and the open corpora that has no label.</summary>
    public static PairVectors Vectors(string shared, string labels)
    {
        HashSet<string> labelled = [.. LabelFiles.SelectMany(name => LineLabel.Read(System.IO.Path.Combine(labels, name))).Select(label => label.Hash)];
        return PairSurroundings.Learn([.. OpenText.Lines(shared, []).Where(line => !labelled.Contains(LineLabel.HashOf(line)))]);
    }

    /// <summary>Tells people what has been done.</summary>
    public static Action<string> Progress()
    {
        var clock = Stopwatch.StartNew();
        return text => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:F0} s {text}"));
    }
}
