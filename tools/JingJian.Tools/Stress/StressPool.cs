using JingJian.Ingest;

namespace JingJian.Tools.Stress;

/// <summary>Real paragraphs of which no two share more than a phrase, so that whatever a stress set shares was put there.</summary>
/// <param name="Originals">The paragraphs that are disguised.</param>
/// <param name="Others">The rest: hosts, and the archive around them.</param>
internal sealed record StressPool(IReadOnlyList<StressLine> Originals, IReadOnlyList<StressLine> Others)
{
    /// <summary>Shorter paragraphs leave nothing to disguise.</summary>
    public const int MinCharacters = 100;

    /// <summary>Longer ones are rare in the genre and easy.</summary>
    public const int MaxCharacters = 400;

    /// <summary>A row of a table is nearly all digits and lines: no words of its own that could be copied.</summary>
    private const int MinLetters = MinCharacters / 2;

    private const int Gram = 13;

    /// <summary>The engine's limit for a passage is 30 letters; paragraphs of the pool share less, so sharing by nature is no finding.</summary>
    private const int MaxSharedCharacters = 26;

    /// <summary>Chooses from the first <paramref name="documents"/> files of a folder in order of name: every other accepted paragraph
    /// is an original, until there are as many as asked for.</summary>
    public static StressPool Choose(string folder, int documents, int originals)
    {
        List<StressLine> accepted = Accepted(folder, documents);
        List<StressLine> disguised = [.. accepted.Where((_, i) => i % 2 == 0)];
        int step = Math.Max(1, disguised.Count / originals);
        HashSet<StressLine> chosen = [.. disguised.Where((_, i) => i % step == 0).Take(originals)];
        return new StressPool([.. accepted.Where(chosen.Contains)], [.. accepted.Where(line => !chosen.Contains(line))]);
    }

    /// <summary>The texts of a folder, by name.</summary>
    public static IEnumerable<(string Name, string Text)> Texts(string folder) =>
        FoundSources.In([folder]).Files
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => SourceReader.Receive(file, IngestLimits.Default).Sources)
            .Where(read => read.Name.EndsWith(".txt", StringComparison.Ordinal))
            .Select(read => read.Read().TryGet(out SourceText? source, out _) ? (read.Name, source.Decoded.Text) : ("", ""))
            .Where(text => text.Item2.Length > 0);

    private static List<StressLine> Accepted(string folder, int documents)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var accepted = new List<StressLine>();
        foreach ((string name, string text) in Texts(folder).Take(documents))
        {
            int number = 0;
            foreach (string line in text.Split('\n').Select(line => line.Trim().TrimStart('>').Trim()))
            {
                if (line.Length is >= MinCharacters and <= MaxCharacters && !line.Any(char.IsSurrogate) && TakeIfNew(line, seen))
                {
                    number++;
                    accepted.Add(new StressLine($"sources/{name}", number, line));
                }
            }
        }

        return accepted;
    }

    private static bool TakeIfNew(string line, HashSet<string> seen)
    {
        string letters = string.Concat(line.Where(char.IsLetter));
        if (letters.Length < MinLetters)
        {
            return false;
        }

        string[] grams = [.. Enumerable.Range(0, Math.Max(0, letters.Length - Gram + 1)).Select(at => letters.Substring(at, Gram))];
        int shared = 0;
        int coveredTo = 0;
        for (int at = 0; at < grams.Length; at++)
        {
            if (seen.Contains(grams[at]))
            {
                shared += at + Gram - Math.Max(at, coveredTo);
                coveredTo = at + Gram;
            }
        }

        if (shared > MaxSharedCharacters)
        {
            return false;
        }

        seen.UnionWith(grams);
        return true;
    }
}
