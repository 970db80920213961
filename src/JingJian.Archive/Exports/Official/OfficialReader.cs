using System.Text.RegularExpressions;
using JingJian.Analysis.Structure;

namespace JingJian.Archive.Exports.Official;

/// <summary>Tells what each line of a draft is in an official document.</summary>
/// <remarks>
/// <para><b>Source.</b> GB/T 9704—2012, 7.3.1 to 7.3.5: 标题, 主送机关, 正文 with 一、（一）1.（1）, 发文机关署名, 成文日期.</para>
/// <para><b>Guarantee.</b> Every line that is not blank is one paragraph, in order, with all its letters; what a line is follows from
/// the line, and from where it stands.</para>
/// </remarks>
internal static partial class OfficialReader
{
    private const int LongestTitle = 60;
    private const int LongestHeading = 50;
    private const int LongestAddressee = 60;
    private const int LongestSignature = 40;

    /// <summary>The paragraphs of a draft.</summary>
    public static IReadOnlyList<OfficialLine> Read(string text)
    {
        List<OfficialLine> lines = [.. Lines(text)];
        int next = Head(lines);
        for (int i = next; i < lines.Count; i++)
        {
            lines[i] = Inside(lines[i]);
        }

        Foot(lines, next);
        return lines;
    }

    private static IEnumerable<OfficialLine> Lines(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r') is var at and >= 0 ? start + at : text.Length;
            ReadOnlySpan<char> line = text.AsSpan(start, end - start).TrimEnd();
            int blanks = line.Length - line.TrimStart().Length;
            if (line.Length > blanks)
            {
                yield return new OfficialLine(OfficialPart.Body, start + blanks, line[blanks..].ToString());
            }

            start = end + 1;
        }
    }

    /// <summary>Title, what stands below it, and whom the text addresses; returns where the text begins.</summary>
    private static int Head(List<OfficialLine> lines)
    {
        if (lines.Count == 0 || lines[0].Text.Length > LongestTitle || EndsSentence(lines[0].Text) || MarkOf(lines[0].Text) is not null || lines[0].Text.StartsWith('〔'))
        {
            return 0;
        }

        int next = 0;
        lines[next] = lines[next++] with { Part = OfficialPart.Title };
        while (next < lines.Count && Below().IsMatch(lines[next].Text))
        {
            lines[next] = lines[next++] with { Part = OfficialPart.Subtitle };
        }

        if (next < lines.Count && lines[next].Text is { Length: <= LongestAddressee } text && text[^1] is '：' or ':' && MarkOf(text) is null)
        {
            lines[next] = lines[next++] with { Part = OfficialPart.Addressee };
        }

        return next;
    }

    private static OfficialLine Inside(OfficialLine line)
    {
        if (MarkOf(line.Text) is not { } part)
        {
            return line;
        }

        if (line.Text.Length <= LongestHeading && !EndsSentence(line.Text))
        {
            return line with { Part = part, HeadingLength = line.Text.Length };
        }

        // The stop belongs to the heading that a paragraph begins with.
        return RunInHeading.Of(line.Text) is { } heading
            ? line with { Part = part, HeadingLength = Math.Min(heading.End + (line.Text[heading.End] == '。' ? 1 : 0), line.Text.Length) }
            : line;
    }

    /// <summary>The date at the end, and who signs above it.</summary>
    private static void Foot(List<OfficialLine> lines, int first)
    {
        int last = lines.Count - 1;
        if (last < first || !Dated().IsMatch(lines[last].Text))
        {
            return;
        }

        lines[last] = lines[last] with { Part = OfficialPart.Date };
        if (last - 1 >= first && lines[last - 1] is { Part: OfficialPart.Body, Text.Length: <= LongestSignature } above && !EndsSentence(above.Text))
        {
            lines[last - 1] = above with { Part = OfficialPart.Signature };
        }
    }

    private static OfficialPart? MarkOf(string text) =>
        FirstMark().IsMatch(text) ? OfficialPart.FirstHeading
        : SecondMark().IsMatch(text) ? OfficialPart.SecondHeading
        : ThirdMark().IsMatch(text) ? OfficialPart.ThirdHeading
        : FourthMark().IsMatch(text) ? OfficialPart.FourthHeading
        : null;

    private static bool EndsSentence(string text) => text[^1] is '。' or '；' or '，' or '！' or '？' or '、' or ';' or ',';

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex FirstMark();

    [GeneratedRegex("^[（(][一二三四五六七八九十]{1,3}[）)]")]
    private static partial Regex SecondMark();

    [GeneratedRegex(@"^[0-9０-９]{1,2}[.．、](?![0-9０-９])")]
    private static partial Regex ThirdMark();

    [GeneratedRegex("^[（(][0-9０-９]{1,2}[）)]")]
    private static partial Regex FourthMark();

    [GeneratedRegex("^(?:——.{2,50}|[（(].{2,40}[）)])$")]
    private static partial Regex Below();

    // A unit may stand in front on the same line.
    [GeneratedRegex(@"^(?:\S{2,30}\s+)?(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日$")]
    private static partial Regex Dated();
}
