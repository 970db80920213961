using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Where a page of a list begins; written as a cursor it is a word that tells a client nothing.</summary>
/// <remarks>The last item of the page before is looked for, so that what came in or went in between neither repeats nor skips an item; where
/// it is gone itself, the number of items before it counts. A cursor holds for the question that it was given for.</remarks>
/// <param name="Offset">How many items were before it.</param>
/// <param name="After">What the last of them is known by; empty for none.</param>
public sealed record ListPlace(int Offset, string After)
{
    /// <summary>The beginning.</summary>
    public static ListPlace Start { get; } = new(0, "");

    /// <summary>What to say of a cursor that nobody gave.</summary>
    public static Fault Unreadable { get; } = new("request.cursor", "翻页标记 cursor 读不懂：请原样使用上一页给出的 next，不要改动或截断。");

    private static readonly Fault Foreign = new("request.cursor", "翻页标记 cursor 属于另一个查询：翻页时请保持其他参数与上一页相同，要换条件请去掉 cursor 从头查。");

    /// <summary>The place as a cursor.</summary>
    /// <param name="question">What is asked, whichever page of it.</param>
    public string Write(string question) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Digest(question)}.{Offset}.{After}")));

    /// <summary>Reads a cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="question">What is asked, whichever page of it: the cursor must have been given for it.</param>
    public static Result<ListPlace> Read(string cursor, string question) =>
        Decode(cursor).Split('.', 3) is not [var asked, var place, var after] || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? Unreadable
        : asked == Digest(question) ? new ListPlace(offset, after)
        : Foreign;

    /// <summary>How many items of a list are before this place.</summary>
    public int In<T>(IReadOnlyList<T> all, Func<T, string> key)
    {
        if (After.Length == 0 || (Offset <= all.Count && Offset > 0 && key(all[Offset - 1]) == After))
        {
            return Offset;
        }

        int at = 0;
        while (at < all.Count && key(all[at]) != After)
        {
            at++;
        }

        return at < all.Count ? at + 1 : Offset;
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

    private static string Digest(string question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..12];
}
