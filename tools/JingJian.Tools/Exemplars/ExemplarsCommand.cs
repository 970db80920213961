using System.Globalization;
using System.Security.Cryptography;
using JingJian.Archive;
using JingJian.Tools.Evaluation;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Exemplars;

/// <summary><c>exemplars train</c>: the weights of concreteness from graded paragraphs.</summary>
internal static class ExemplarsCommand
{
    private const string Folder = "models/exemplars";

    public static int Run(string[] args)
    {
        string labels = Option(args, "--labels", "corpus/labels"), shared = Option(args, "--shared", "../shared");
        switch (args.FirstOrDefault())
        {
            case "train":
                using (var judged = new JudgedArchive(labels, "corpus/samples", shared, "models", ""))
                {
                    Train(judged, labels);
                }

                return 0;
            default:
                Console.Error.WriteLine("usage: exemplars train [--labels FOLDER] [--shared FOLDER]");
                return 2;
        }
    }

    private static void Train(JudgedArchive judged, string labels)
    {
        var corpus = new UsefulnessCorpus(judged, labels);
        ConcretenessTrial.Print(corpus);
        byte[] file = ConcretenessTrial.TrainWhole(corpus.Passages, ConcretenessTrial.Penalty).Write();
        ModelManifest.Write(Folder, Models.ConcretenessName, file, new Dictionary<string, object>
        {
            ["model"] = "ridge regression on the mean grades of two readers",
            ["labels"] = new Dictionary<string, string> { ["usefulness.tsv"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(labels, "usefulness.tsv")))) },
            ["passages"] = corpus.Passages.Count,
            ["penalty"] = ConcretenessTrial.Penalty,
            ["madeBy"] = "jingjian-tools exemplars train",
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Folder}/{Models.ConcretenessName}: {file.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(file))}"));
    }
}
