using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    public static string Make(string question, string state, int offset) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Digest(question)}.{Digest(state)}.{offset}")));

    /// <summary>Reads the cursor of a page; none is the first page.</summary>
    public static Result<int> Read(string? cursor, string question, string state, int most)
    {
        if (cursor is null)
        {
            return 0;
        }

        if (Decode(cursor).Split('.') is not [var asked, var of, var place]
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) || offset > most || asked != Digest(question))
        {
            return new Fault("tool.cursor", "翻页标记 cursor 无效：请原样使用上一页给出的 nextCursor，并保持其他参数不变。");
        }

        return of == Digest(state) ? offset : new Fault("tool.cursor-stale", "档案已经更新，原来的翻页标记不再有效，请去掉 cursor 从头查。");
    }

    private static string Decode(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
