using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Text.Lexicons;

namespace JingJian.Archive;

/// <summary>The words that people add to the lexicon of this archive: <c>words.txt</c> in the data folder, which may be edited by hand as well.</summary>
/// <remarks>
/// <para>A line is as <see cref="UserLexicon"/> has it: the word, then a frequency and a part of speech where they are wanted.</para>
/// <para><b>Guarantee.</b> A word that was added or removed counts from the next search on (<see cref="UserWords"/>).</para>
/// <para><b>Threads.</b> Safe (<see cref="LineTable"/>).</para>
/// </remarks>
public sealed class UserWordDesk
{
    /// <summary>Longest word.</summary>
    public const int WordCharacters = 30;

    private readonly LineTable table;
    private readonly ActivityLog log;

    internal UserWordDesk(string dataFolder, ActivityLog log)
    {
        table = new LineTable(UserWords.FileIn(dataFolder), "word", "词表", line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal), Wrong);
        this.log = log;
    }

    /// <summary>The words in the order of the table.</summary>
    public IReadOnlyList<UserWordView> All() => [.. table.Entries().Select(View)];

    /// <summary>Adds a word.</summary>
    public Result<UserWordView> Add(string line, string who)
    {
        string entry = line.Trim();
        if ((Refusal(entry) ?? table.Add(entry, other => View(other).Word == View(entry).Word)) is { } refusal)
        {
            return refusal;
        }

        log.Note(who, "word.add", entry);
        return View(entry);
    }

    /// <summary>Removes a word.</summary>
    public Result<UserWordView> Remove(string id, string who)
    {
        if (!table.Remove(id).TryGet(out string? removed, out Fault? fault))
        {
            return fault;
        }

        log.Note(who, "word.remove", removed);
        return View(removed);
    }

    private static Fault? Refusal(string entry)
    {
        if (entry.Any(char.IsControl))
        {
            return new Fault("word.one-line", "一次只能添加一个词，其中不能有换行、制表符等控制字符。");
        }

        string word = Words(entry) is [var only] ? only.Word : "";
        return word.Length is < 2 or > WordCharacters || word.Contains(' ', StringComparison.Ordinal) || !word.All(unit => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || unit is '·' or '-' or '.' or '+')
            ? new Fault("word.bad-line", $"请写一个词，2 到 {WordCharacters} 个字或字母，中间不能有空格和标点；需要时在后面加词频（0 为不作为一个词）和词性，例如“工人先锋号 200 nz”。")
            : null;
    }

    private static UserWordView View(string line) => new(LineTable.IdOf(line), line, Words(line) is [var word] ? word.Word : line, Wrong(line) is null);

    private static IReadOnlyList<UserWord> Words(string line) => UserLexicon.Parse(line).TryGet(out UserLexicon? lexicon, out _) ? lexicon.Words : [];

    private static Fault? Wrong(string text) => UserWords.Read(text).TryGet(out _, out Fault? fault) ? null : fault;
}
