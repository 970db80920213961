using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using JingJian.Text.Lexicons;

namespace JingJian.Tools;

/// <summary><c>lexicon compile DICT HMM [IDF] [--tags FOLDER [--candidate C:P,TAG]...] [--total N] -o FILE</c></summary>
internal static class LexiconCommand
{
    private const string UsageLine = "usage: jingjian-tools lexicon compile DICT HMM [IDF] [--tags FOLDER [--candidate C:P,TAG]...] [--total N] -o FILE";

    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length == 0 || args[0] != "compile")
        {
            return Usage();
        }

        var inputs = new List<string>();
        string? output = null;
        string? tags = null;
        var candidates = new List<string>();
        long? total = null;
        for (int i = 1; i < args.Length; i++)
        {
            if (args[i] is "-o" or "--total" or "--tags" or "--candidate" && i + 1 == args.Length)
            {
                return Usage();
            }

            switch (args[i])
            {
                case "-o": output = args[++i]; break;
                case "--tags": tags = args[++i]; break;
                case "--candidate": candidates.Add(args[++i]); break;
                case "--total": total = long.Parse(args[++i], CultureInfo.InvariantCulture); break;
                default: inputs.Add(args[i]); break;
            }
        }

        return output is null || inputs.Count is < 2 or > 3 ? Usage() : Compile(inputs, tags is null ? null : LexiconTagInputs.Tags(tags, candidates), total, output);
    }

    private static int Compile(List<string> inputs, TagModel? tags, long? total, string output)
    {
        long started = Stopwatch.GetTimestamp();
        byte[] file = LexiconCompiler.Compile(new LexiconSource
        {
            Entries = LexiconInputs.Dictionary(inputs[0]),
            Characters = LexiconInputs.Characters(inputs[1]),
            Idf = inputs.Count > 2 ? LexiconInputs.Idf(inputs[2]) : [],
            Tags = tags,
            Total = total,
        });
        File.WriteAllBytes(output, file);
        Console.Error.WriteLine($"{output}: {file.Length:N0} bytes in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        Console.WriteLine(Convert.ToHexStringLower(SHA256.HashData(file)));
        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine(UsageLine);
        return 2;
    }
}
