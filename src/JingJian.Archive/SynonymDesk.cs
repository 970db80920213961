using System.Security.Cryptography;
using System.Text;
using JingJian.Archive.Stages;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>The synonyms that people add to this archive: <c>synonyms.txt</c> in the data folder, which may be edited by hand as well.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> A line that was added or removed counts from the next search on. The file is there whole or as it was; comments
/// and lines that others wrote stay.</para>
/// <para><b>Threads.</b> Safe. Among processes the last who writes wins.</para>
/// </remarks>
public sealed class SynonymDesk
{
    /// <summary>Longest line.</summary>
    public const int LineCharacters = 500;

    /// <summary>How many lines may be added.</summary>
    public const int MostLines = 10_000;

    private const string FileName = "synonyms.txt";
    private static readonly char[] Separators = ['=', '>', '+', ',', '、', ' '];

    private readonly Lock gate = new();
    private readonly string path;
    private readonly ActivityLog log;

    internal SynonymDesk(string dataFolder, ActivityLog log)
    {
        path = FileIn(dataFolder);
        this.log = log;
    }

    /// <summary>The lines in the order of the table, without comments.</summary>
    public IReadOnlyList<SynonymView> All() => [.. Lines().Where(IsEntry).Select(View)];

    /// <summary>Adds a line.</summary>
    public Result<SynonymView> Add(string line, string who)
    {
        string entry = line.Trim();
        if (Refusal(entry) is { } refusal)
        {
            return refusal;
        }

        lock (gate)
        {
            List<string> lines = Lines();
            if (lines.Contains(entry))
            {
                return new Fault("synonym.exists", $"近义词表里已有这一行：{entry}");
            }

            if (lines.Count(IsEntry) >= MostLines)
            {
                return new Fault("synonym.too-many", $"近义词表已有 {MostLines} 行，请先删去不用的。");
            }

            lines.Add(entry);
            if (!SynonymTable.Parse(string.Join('\n', lines)).TryGet(out _, out Fault? fault))
            {
                return new Fault(fault.Code, $"没有添加：表里原有看不懂的内容，请先改正或删除。{fault.Message}");
            }

            Write(lines);
        }

        log.Note(who, "synonym.add", entry);
        return View(entry);
    }

    /// <summary>Removes a line, however often it is there.</summary>
    public Result<SynonymView> Remove(string id, string who)
    {
        SynonymView? removed;
        lock (gate)
        {
            List<string> lines = Lines();
            removed = lines.Where(IsEntry).Select(View).FirstOrDefault(view => view.Id == id);
            if (removed is null)
            {
                return new Fault("synonym.not-found", $"近义词表里没有编号为“{Shortening.Excerpt(id, LineCharacters)}”的一行。");
            }

            lines.RemoveAll(line => line == removed.Line);
            Write(lines);
        }

        log.Note(who, "synonym.remove", removed.Line);
        return removed;
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
        return isOneOfBoth && hasWords && SynonymTable.Parse(entry).TryGet(out _, out _) ? null
            : new Fault("synonym.bad-line", $"看不懂“{entry}”，应写成“甲 = 乙”（意思相同）或“甲, 乙 > 丙 丁”（说左边的也找右边的）。");
    }

    /// <summary>Whether a line is more than a comment.</summary>
    private static bool IsEntry(string line) => line.Split('#')[0].Trim().Length > 0;

    private static SynonymView View(string line) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..16], line, SynonymTable.Parse(line).TryGet(out _, out _));

    private List<string> Lines() =>
        File.Exists(path) && File.ReadAllText(path).TrimEnd() is { Length: > 0 } text ? [.. text.Split('\n').Select(line => line.Trim())] : [];

    private void Write(List<string> lines)
    {
        DateTime before = File.GetLastWriteTimeUtc(path);
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        WholeFile.Write(path, file => file.Write(content));
        if (File.GetLastWriteTimeUtc(path) <= before)
        {
            // Who searches knows by the time that the table is another.
            File.SetLastWriteTimeUtc(path, before.AddMilliseconds(1));
        }
    }
}
