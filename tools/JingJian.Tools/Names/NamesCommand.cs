using System.Diagnostics;
using System.Security.Cryptography;
using JingJian.Text.Lexicons;
using JingJian.Text.Slots;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Names;

/// <summary><c>names train|validate</c>: learns names of organisations, places and persons.</summary>
internal static class NamesCommand
{
    private const string Model = "models/names/names.model";

    /// <summary>Runs <c>names train [-o FILE]</c> or <c>names validate [--parts N] [--differences FILE]</c>, in the current checkout.</summary>
    public static int Run(string[] args)
    {
        if (args.FirstOrDefault() is not ("train" or "validate"))
        {
            Console.Error.WriteLine("usage: jingjian-tools names train [-o FILE] | names validate [--parts N] [--differences FILE]   (both: [--shared FOLDER])");
            return 2;
        }

        var lexicon = Lexicon.Load(File.ReadAllBytes("models/lexicon/jieba.lexicon"));
        var training = new NameTraining("corpus/labels", "corpus/names", Option(args, "--shared", "../shared"), lexicon, Console.Error.WriteLine);
        return args[0] == "train" ? Train(training, Option(args, "-o", Model)) : Validate(training, args);
    }

    private static int Train(NameTraining training, string output)
    {
        long started = Stopwatch.GetTimestamp();
        byte[] file = training.Train(training.Examples).Write();
        File.WriteAllBytes(output, file);
        Console.Error.WriteLine($"{output}: {file.Length:N0} bytes in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        Console.WriteLine(Convert.ToHexStringLower(SHA256.HashData(file)));
        return 0;
    }

    private static int Validate(NameTraining training, string[] args)
    {
        int parts = Number(args, "--parts", 4);
        IReadOnlyList<(NameExample Example, List<Slot> Names)> answers = NameValidation.Run(training, parts);
        Console.WriteLine("rules");
        Console.WriteLine(NameValidation.Table(answers.Select(answer => (answer.Example, answer.Example.Votes.ToList()))));
        Console.WriteLine("learned, slots.tsv");
        Console.WriteLine(NameValidation.Table(answers.Where(answer => answer.Example.Line.Slots.Any(slot => !NameLabels.IsName(slot.Type)))));
        Console.WriteLine("learned");
        Console.WriteLine(NameValidation.Table(answers));
        if (Option(args, "--differences", "") is { Length: > 0 } path)
        {
            File.WriteAllLines(path, NameValidation.Differences(answers));
        }

        return 0;
    }
}
