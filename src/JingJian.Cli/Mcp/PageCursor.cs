using JingJian.Archive;
using JingJian.Text;

namespace JingJian.Cli.Mcp;

/// <summary>Where the next page of an answer begins, as a word that tells a client nothing.</summary>
/// <remarks>It holds for the same question to the same state of the archive: another question, or an archive that has changed,
/// would make pages that do not join, and is refused.</remarks>
internal static class PageCursor
{
    /// <summary>The longest that is read.</summary>
    public const int Most = 200;

    /// <summary>Makes the cursor of a place.</summary>
    /// <param name="question">What was asked, all arguments that change the answer.</param>
    /// <param name="state">What the archive is.</param>
    /// <param name="offset">Where the page begins.</param>
    public static string Make(string question, string state, int offset) => new ListPlace(offset, state).Write(question);

    /// <summary>Reads the cursor of a page; none is the first page.</summary>
    public static Result<int> Read(string? cursor, string question, string state, int most) =>
        cursor is null ? 0
        : !ListPlace.Read(cursor, question).TryGet(out ListPlace? place, out _) || place.Offset > most
            ? new Fault("tool.cursor", "翻页标记 cursor 无效：请原样使用上一页给出的 nextCursor，并保持其他参数不变。")
        : place.After == state ? place.Offset
        : new Fault("tool.cursor-stale", "档案已经更新，原来的翻页标记不再有效，请去掉 cursor 从头查。");
}
