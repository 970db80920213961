using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Text;

namespace JingJian.Web.Api;

/// <summary>Where a page of a list begins; written as a cursor it is a word that tells a client nothing.</summary>
/// <remarks>The last item of the page before is looked for, so that what came in or went in between neither repeats nor skips an item; where
/// it is gone itself, the number of items before it counts. A cursor holds for the question that it was given for.</remarks>
/// <param name="Offset">How many items were before it.</param>
/// <param name="After">What the last of them is known by; empty for none.</param>
internal sealed record ListPlace(int Offset, string After)
{
    /// <summary>Parameters that do not belong to the question.</summary>
    private static readonly string[] Paging = ["top", "offset", "cursor"];

    private static readonly Fault Wrong = new("request.cursor", "翻页标记 cursor 无效：请原样使用上一页给出的 next，并保持其他参数不变。");

    /// <summary>The place as a cursor.</summary>
    public string Write(HttpRequest request) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Question(request)}.{Offset}.{After}")));

    /// <summary>Reads a cursor.</summary>
    public static Result<ListPlace> Read(string cursor, HttpRequest request) =>
        Decode(cursor).Split('.', 3) is [var question, var place, var after] && question == Question(request)
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int offset)
            ? new ListPlace(offset, after)
            : Wrong;

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

    private static string Question(HttpRequest request)
    {
        IEnumerable<string> asked = request.Query.Where(parameter => !Paging.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter => $"{parameter.Key}={parameter.Value}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Path}?{string.Join('&', asked)}")))[..12];
    }
}
