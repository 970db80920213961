using System.Security.Cryptography;
using System.Text;
using JingJian.Archive.Stages;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>A table in the data folder, an entry a line, that people edit over the service and by hand.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The file is there whole or as it was; comments and lines that others wrote stay.</para>
/// <para><b>Threads.</b> Safe. Among processes the last who writes wins.</para>
/// </remarks>
/// <param name="path">The file.</param>
/// <param name="kind">What its faults begin with.</param>
/// <param name="name">What it is called in Chinese.</param>
/// <param name="isEntry">Whether a line is more than a comment.</param>
/// <param name="wrong">What is wrong with a whole table, or null.</param>
internal sealed class LineTable(string path, string kind, string name, Func<string, bool> isEntry, Func<string, Fault?> wrong)
{
    /// <summary>How many entries may be added.</summary>
    public const int MostEntries = 10_000;

    private readonly Lock gate = new();

    /// <summary>The entries in the order of the table.</summary>
    public IEnumerable<string> Entries() => Lines().Where(isEntry);

    /// <summary>What an entry is removed by; it follows from the line.</summary>
    public static string IdOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..16];

    /// <summary>Adds an entry; null when that was done.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="isSame">Whether another line already says it.</param>
    public Fault? Add(string entry, Func<string, bool> isSame)
    {
        lock (gate)
        {
            List<string> lines = Lines();
            if (lines.Where(isEntry).Any(isSame))
            {
                return new Fault($"{kind}.exists", $"{name}里已有这一行：{entry}");
            }

            if (lines.Count(isEntry) >= MostEntries)
            {
                return new Fault($"{kind}.too-many", $"{name}已有 {MostEntries} 行，请先删去不用的。");
            }

            lines.Add(entry);
            if (wrong(string.Join('\n', lines)) is { } fault)
            {
                return new Fault(fault.Code, $"没有添加：表里原有看不懂的内容，请先改正或删除。{fault.Message}");
            }

            Write(lines);
            return null;
        }
    }

    /// <summary>Removes an entry, however often it is there, and gives it.</summary>
    public Result<string> Remove(string id)
    {
        lock (gate)
        {
            List<string> lines = Lines();
            if (lines.Where(isEntry).FirstOrDefault(line => IdOf(line) == id) is not { } removed)
            {
                return new Fault($"{kind}.not-found", $"{name}里没有编号为“{Shortening.Excerpt(id, 40)}”的一行。");
            }

            lines.RemoveAll(line => line == removed);
            Write(lines);
            return removed;
        }
    }

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
