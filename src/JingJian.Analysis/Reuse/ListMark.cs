using System.Text.RegularExpressions;

namespace JingJian.Analysis.Reuse;

/// <summary>The mark of enumeration that opens a paragraph: 一、 （二） 3. 四是 第五，</summary>
internal static partial class ListMark
{
    private const int Longest = 6;

    /// <summary>Where the mark ends in the text; 0 where there is none.</summary>
    public static int EndIn(string text)
    {
        int end = Math.Min(text.Length, Longest + 4);
        foreach (ValueMatch match in Mark().EnumerateMatches(text.AsSpan(0, end)))
        {
            return match.Length;
        }

        return 0;
    }

    [GeneratedRegex("^[\\s>＞　]*(?:[（(【]?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})(?:[)）】]+、?|、|[.．](?![0-9０-９])|是)|第[一二三四五六七八九十]{1,2}(?:[，,、]|是))", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
