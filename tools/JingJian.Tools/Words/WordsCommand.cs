using System.Diagnostics;
using JingJian.Archive;
using JingJian.Ingest;
using JingJian.Search.Meaning;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Words;

/// <summary><c>words train FOLDER... -o FILE</c>: learns which words stand in like surroundings; <c>words near WORD...</c> shows some.</summary>
internal static class WordsCommand
{
    private const int Directions = 100;
    private const int Seed = 7;

    /// <summary>Runs one of the two.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["train", .. var rest] when rest.Contains("-o") && Array.IndexOf(rest, "-o") is > 0 and var at && at + 1 < rest.Length:
                Train(rest[..at], rest[at + 1], headings: !rest.Contains("--without-headings"));
                return 0;
            case ["near", .. var words] when words.Length > 0:
                var related = RelatedWords.Load(File.ReadAllBytes("models/words/related.words"), "models/words/related.words");
                foreach (string word in words)
                {
                    Console.WriteLine($"{word}: {string.Join(' ', related.Nearest([(word, 1)], 12, 0).Select(near => $"{near.Word} {near.Nearness:F2}"))}");
                }

                return 0;
            default:
                Console.Error.WriteLine("usage: words train FOLDER... -o FILE [--without-headings] | words near WORD...");
                return 2;
        }
    }

    private static void Train(string[] folders, string output, bool headings)
    {
        var clock = Stopwatch.StartNew();
        Segmenter segmenter = Models.OpenSegmenter("models");
        var surroundings = new WordSurroundings(segmenter, headings);
        long characters = 0;
        int documents = 0;
        foreach (string file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)))
        {
            if (TextDecoder.Decode(File.ReadAllBytes(file)).TryGet(out DecodedText? text, out _))
            {
                surroundings.Add(text.Text);
                characters += text.Text.Length;
                documents++;
            }
        }

        string[] vocabulary = surroundings.Vocabulary();
        Console.WriteLine($"{documents} documents, {characters} characters, {vocabulary.Length} words, {clock.Elapsed.TotalSeconds:F0} s");
        SparseMatrix information = surroundings.Information(vocabulary);
        Console.WriteLine($"{information.Values.Length} pairs, {clock.Elapsed.TotalSeconds:F0} s");
        float[][] vectors = SingularDirections.Of(information, Directions, Seed);
        byte[] model = RelatedWords.Write(vocabulary.Select((word, i) => (word, vectors[i])));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        File.WriteAllBytes(output, model);
        Console.WriteLine($"{output}: {model.Length} bytes, {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(model))}, {clock.Elapsed.TotalSeconds:F0} s");
    }
}
