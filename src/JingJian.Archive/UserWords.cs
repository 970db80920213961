using System.Collections.Frozen;
using JingJian.Search.Indexing;
using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Archive;

/// <summary>The words of the archive's own table, in force: the segmenter that knows them.</summary>
/// <remarks>
/// <para>They cut what is asked, not what is stored: the index finds any string exactly, whatever words its texts were cut into, so a new
/// word works at once, nothing is built anew, and the index stays the same whenever which word was added.</para>
/// <para>The table is read again whenever the file has changed. One that cannot be read is left out and said to be wrong.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
internal sealed class UserWords(string dataFolder, Lazy<Segmenter> shipped)
{
    private const string FileName = "words.txt";

    private readonly string path = FileIn(dataFolder);
    private readonly Lock gate = new();
    private volatile Loaded? loaded;

    /// <summary>Where the table lies.</summary>
    public static string FileIn(string dataFolder) => Path.Combine(dataFolder, FileName);

    /// <summary>Reads a table; its words are folded, as everything is that is asked.</summary>
    public static Result<UserLexicon> Read(string text) => UserLexicon.Parse(Folding.Fold(text));

    /// <summary>What was there at the last look.</summary>
    public Loaded Latest => loaded ?? Current();

    /// <summary>What is there now.</summary>
    public Loaded Current()
    {
        DateTime time = File.GetLastWriteTimeUtc(path);
        if (loaded is { } current && current.Time == time)
        {
            return current;
        }

        lock (gate)
        {
            return loaded is { } other && other.Time == time ? other : loaded = Load(time);
        }
    }

    private Loaded Load(DateTime time)
    {
        if (!Read(File.Exists(path) ? File.ReadAllText(path) : "").TryGet(out UserLexicon? words, out Fault? fault))
        {
            return new Loaded(time, shipped, FrozenSet<string>.Empty, $"{FileName} 没有起作用：{fault.Message}");
        }

        FrozenSet<string> whole = words.Words.Where(word => word.Frequency != 0).Select(word => word.Word).ToFrozenSet(StringComparer.Ordinal);
        return new Loaded(time, words.Words.Length == 0 ? shipped : new Lazy<Segmenter>(() => new Segmenter(shipped.Value.Lexicon.With(words))), whole, null);
    }

    /// <summary>A state of the table.</summary>
    /// <param name="Time">When it was written.</param>
    /// <param name="Segmenter">Cuts with these words.</param>
    /// <param name="Whole">The words, folded, that are looked for as they stand.</param>
    /// <param name="Wrong">What is wrong with the table; null when nothing is.</param>
    public sealed record Loaded(DateTime Time, Lazy<Segmenter> Segmenter, FrozenSet<string> Whole, string? Wrong);
}
