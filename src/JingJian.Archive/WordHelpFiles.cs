using JingJian.Search.Meaning;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>The synonyms, related and own words on disk: those that travel with the program, and the archive's.</summary>
/// <remarks>
/// <para>The synonyms of the archive, <c>synonyms.txt</c> in the data folder, are read again whenever the file has changed. A table
/// that cannot be read is left out and said to be wrong; searching goes on.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
internal sealed class WordHelpFiles(string modelsFolder, string dataFolder, UserWords own)
{
    private readonly Lazy<RelatedWords?> related = new(() => Related(Path.Combine(modelsFolder, "words", "related.words")));
    private readonly Lazy<Readings> readings = new(() => ReadingsIn(Path.Combine(modelsFolder, "readings", "characters.readings")));
    private readonly string[] tables = [Path.Combine(modelsFolder, "words", "synonyms.txt"), SynonymDesk.FileIn(dataFolder)];
    private Loaded? loaded;

    /// <summary>What is there now, and what is wrong with it (null when nothing is).</summary>
    public (WordHelp Help, string? Wrong) Current()
    {
        DateTime[] times = [.. tables.Select(File.GetLastWriteTimeUtc)];
        UserWords.Loaded words = own.Current();
        Loaded? current = loaded;
        if (current is null || current.Words != words || !current.Times.SequenceEqual(times))
        {
            current = Load(times, words);
            loaded = current;
        }

        return (current.Help, current.Wrong);
    }

    private Loaded Load(DateTime[] times, UserWords.Loaded words)
    {
        string wrong = words.Wrong ?? "", text = "";
        foreach (string table in tables.Where(File.Exists))
        {
            string content = File.ReadAllText(table);
            if (SynonymTable.Parse(content).TryGet(out _, out Fault? fault))
            {
                text += content + "\n";
            }
            else
            {
                wrong += $"{table}：{fault.Message}";
            }
        }

        SynonymTable.Parse(text).TryGet(out SynonymTable? synonyms, out _);
        return new Loaded(times, words, new WordHelp(synonyms ?? SynonymTable.Empty, related.Value) { Readings = readings.Value, Whole = words.Whole }, wrong.Length > 0 ? wrong : null);
    }

    private static RelatedWords? Related(string path) => File.Exists(path) ? RelatedWords.Load(File.ReadAllBytes(path), path) : null;

    private static Readings ReadingsIn(string path) => File.Exists(path) ? Readings.Load(File.ReadAllBytes(path), path) : Readings.Empty;

    private sealed record Loaded(DateTime[] Times, UserWords.Loaded Words, WordHelp Help, string? Wrong);
}
