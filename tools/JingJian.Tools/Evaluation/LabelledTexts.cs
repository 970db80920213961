namespace JingJian.Tools.Evaluation;

/// <summary>The files that labels belong to, each read once.</summary>
/// <param name="sharedFolder">Holds <c>seeds</c> and <c>corpora/open</c>.</param>
internal sealed class LabelledTexts(string sharedFolder)
{
    private readonly string[] seeds = [.. Directory.GetFiles(Path.Combine(sharedFolder, "seeds"), "*.txt").Order(StringComparer.Ordinal)];
    private readonly Dictionary<string, string[]> texts = new(StringComparer.Ordinal);

    /// <summary>The lines of a file by its name in the labels: s0 … s4, or the path below the open corpora.</summary>
    public string[] LinesOf(string file)
    {
        string path = file is ['s', var digit] ? seeds[digit - '0'] : Path.Combine([sharedFolder, "corpora", "open", .. file.Split('/')]);
        return texts.TryGetValue(path, out string[]? lines) ? lines : texts[path] = File.ReadAllText(path).Split('\n');
    }
}
