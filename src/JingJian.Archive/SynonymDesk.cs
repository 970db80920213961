using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>The synonyms that people add to this archive: <c>synonyms.txt</c> in the data folder, which may be edited by hand as well.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> A line that was added or removed counts from the next search on.</para>
/// <para><b>Threads.</b> Safe (<see cref="LineTable"/>).</para>
/// </remarks>
public sealed class SynonymDesk
{
    /// <summary>Longest line.</summary>
    public const int LineCharacters = 500;

    private const string FileName = "synonyms.txt";
    private static readonly char[] Separators = ['=', '>', '+', ',', '、', ' '];

    private readonly LineTable table;
    private readonly ActivityLog log;

    internal SynonymDesk(string dataFolder, ActivityLog log)
    {
        table = new LineTable(FileIn(dataFolder), "synonym", "近义词表", line => line.Split('#')[0].Trim().Length > 0, Wrong);
        this.log = log;
    }

    /// <summary>The lines in the order of the table, without comments.</summary>
    public IReadOnlyList<SynonymView> All() => [.. table.Entries().Select(View)];

    /// <summary>Adds a line.</summary>
    public Result<SynonymView> Add(string line, string who)
    {
        string entry = line.Trim();
        if ((Refusal(entry) ?? table.Add(entry, other => other == entry)) is { } refusal)
        {
            return refusal;
        }

        log.Note(who, "synonym.add", entry);
        return View(entry);
    }

    /// <summary>Removes a line, however often it is there.</summary>
    public Result<SynonymView> Remove(string id, string who)
    {
        if (!table.Remove(id).TryGet(out string? removed, out Fault? fault))
        {
            return fault;
        }

        log.Note(who, "synonym.remove", removed);
        return View(removed);
    }

    /// <summary>Where the table lies.</summary>
    internal static string FileIn(string dataFolder) => Path.Combine(dataFolder, FileName);

    private static Fault? Refusal(string entry)
    {
        if (entry.Length is 0 or > LineCharacters)
        {
            return new Fault("synonym.length", $"请写一行近义词，最多 {LineCharacters} 个字符，例如“职代会 = 职工代表大会”或“天热, 中暑 > 送清凉 防暑降温”。");
        }

        if (entry.Any(char.IsControl))
        {
            return new Fault("synonym.one-line", "一次只能添加一行，其中不能有换行、制表符等控制字符。");
        }

        string folded = Folding.Fold(entry.Split('#')[0]);
        bool isOneOfBoth = folded.Count(unit => unit == '>') + (folded.Contains('=', StringComparison.Ordinal) ? 1 : 0) == 1;
        bool hasWords = folded.Split(Separators, StringSplitOptions.RemoveEmptyEntries).All(word => word.Any(char.IsLetterOrDigit));
        return isOneOfBoth && hasWords && Wrong(entry) is null ? null
            : new Fault("synonym.bad-line", $"看不懂“{entry}”，应写成“甲 = 乙”（意思相同）或“甲, 乙 > 丙 丁”（说左边的也找右边的）。");
    }

    private static SynonymView View(string line) => new(LineTable.IdOf(line), line, Wrong(line) is null);

    private static Fault? Wrong(string text) => SynonymTable.Parse(text).TryGet(out _, out Fault? fault) ? null : fault;
}
