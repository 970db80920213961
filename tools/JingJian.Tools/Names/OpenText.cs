using JingJian.Text.Normalisation;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Names;

/// <summary>Unlabelled text: every line of the seeds and the open corpora once, without those of the labelled sample of slots.</summary>
internal static class OpenText
{
    private const int ShortestLine = 8;

    /// <summary>The lines.</summary>
    /// <param name="sharedFolder">Holds the seeds and the open corpora.</param>
    /// <param name="without">Lines that are left out.</param>
    public static IReadOnlyList<string> Lines(string sharedFolder, IEnumerable<string> without)
    {
        HashSet<string> read = [.. without.Select(line => line.Trim())];
        return [.. Files(sharedFolder).SelectMany(File.ReadLines).Select(line => line.Trim()).Where(line => line.Length >= ShortestLine && read.Add(line))];
    }

    /// <summary>The words of a line; all numbers are one word.</summary>
    public static IEnumerable<string> Words(string line, Tagger tagger)
    {
        string text = PlainText.Of(line).Text;
        List<TaggedWord> words = [];
        tagger.Cut(text, words);
        return words.Select(word => char.IsAsciiDigit(text[word.Span.Start]) ? "0" : word.Span.In(text).ToString());
    }

    private static IEnumerable<string> Files(string sharedFolder) =>
        Directory.GetFiles(Path.Combine(sharedFolder, "seeds"), "*.txt").Order(StringComparer.Ordinal)
            .Concat(Directory.GetFiles(Path.Combine(sharedFolder, "corpora", "open"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
}
