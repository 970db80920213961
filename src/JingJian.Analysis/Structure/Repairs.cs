using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>Finds what web sites and editors did to the characters of a block, and says what a person would have written.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; the kinds are those of the labelled compilations.</para>
/// <para><b>Guarantee.</b> The text of a block stays what stands in the source: evidence is never repaired. A repair names a stretch
/// of the source and what to read in its place; repairs are in order and do not overlap, so each character of the repaired
/// text leads back to one of the source or to one repair. Years, figures and masks are never touched.</para>
/// <para><b>Cost.</b> One pass of one pattern over the block.</para>
/// </remarks>
public static partial class Repairs
{
    /// <summary>The repairs of a block, in order.</summary>
    public static ImmutableArray<Repair> Of(MappedText text)
    {
        ImmutableArray<Repair>.Builder repairs = ImmutableArray.CreateBuilder<Repair>();
        int quotes = 0;
        int last = 1;
        foreach (Match match in Damaged().Matches(text.Text))
        {
            AddBreaks(text, last, match.Index + 1, repairs);
            last = match.Index + 1;
            if (Repaired(text.Text, match, ref quotes) is { } repair)
            {
                repairs.Add(new Repair(repair.Kind, text.ToSource(new TextSpan(match.Index, match.Length)), repair.Replacement));
                last = match.Index + match.Length;
            }
        }

        AddBreaks(text, last, text.Text.Length, repairs);
        return repairs.DrainToImmutable();
    }

    /// <summary>The text with its repairs made.</summary>
    public static string Apply(MappedText text)
    {
        ImmutableArray<Repair> repairs = Of(text);
        var repaired = new StringBuilder(text.Text.Length);
        int next = 0;
        for (int i = 0; i < text.Text.Length; i++)
        {
            int source = text.ToSource(i);
            while (next < repairs.Length && repairs[next].Source.End <= source)
            {
                next++;
            }

            if (next == repairs.Length || source < repairs[next].Source.Start)
            {
                repaired.Append(text.Text[i]);
            }
            else if (source == repairs[next].Source.Start)
            {
                repaired.Append(repairs[next].Replacement);
            }
        }

        return repaired.ToString();
    }

    /// <summary>Where a piece of the source begins in [from, to), a line break was dropped in front of it.</summary>
    private static void AddBreaks(MappedText text, int from, int to, ImmutableArray<Repair>.Builder repairs)
    {
        foreach (TextPiece piece in text.Pieces)
        {
            if (piece.TextStart >= from && piece.TextStart < to)
            {
                repairs.Add(new Repair(RepairKind.SoftBreak, TextSpan.Between(text.ToSource(piece.TextStart - 1) + 1, piece.SourceStart), ""));
            }
        }
    }

    private static (RepairKind Kind, string Replacement)? Repaired(string text, Match match, ref int quotes)
    {
        string found = match.Value;
        if (match.Groups["quote"].Success)
        {
            return Quote(found, ref quotes);
        }

        return match.Groups["stop"].Success ? (RepairKind.InsertedStop, "")
            : match.Groups["tick"].Success ? (RepairKind.Backtick, "")
            : match.Groups["bold"].Success ? (RepairKind.Markup, "")
            : match.Groups["word"] is { Success: true } word ? IsReduplicated(word.Value) ? null : (RepairKind.DoubledWord, word.Value)
            : match.Groups["mark"].Success ? (RepairKind.DoubledPunctuation, found[^1].ToString())
            : match.Groups["wide"].Success ? (RepairKind.Width, found.Normalize(NormalizationForm.FormKC))
            : match.Groups["narrow"].Success ? (RepairKind.Width, Wide(found[0]))
            : (RepairKind.Blank, IsBehindMark(text, match.Index) ? " " : "");
    }

    /// <summary>Quotation marks open and close in turn, whatever stands for them.</summary>
    private static (RepairKind Kind, string Replacement)? Quote(string found, ref int quotes)
    {
        string right = found switch
        {
            "‚" or "&ldquo;" => "“",
            "‛" or "&rdquo;" => "”",
            _ => quotes % 2 == 0 ? "“" : "”",
        };
        quotes++;
        return found == right ? null : (found[0] is '\\' or '&' ? RepairKind.EscapedQuote : RepairKind.WrongQuote, right);
    }

    private static string Wide(char mark) => mark switch
    {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '?' => "？",
        '!' => "！",
        '(' => "（",
        _ => "）",
    };

    /// <summary>Verbs that are said twice for 一下.</summary>
    private static bool IsReduplicated(string word) => Reduplicated().IsMatch(word);

    /// <summary>第一条　　为了……: the blank behind a mark sets it apart.</summary>
    private static bool IsBehindMark(string text, int at) => at is > 0 and < 12 && (text[at - 1] is '条' or '章' or '节' || HeadingMark.Of(text).Length >= at);

    private const string Letter = @"[\u4E00-\u9FFF]";

    private const string Numeral = "[一二三四五六七八九十〇零]";

    [GeneratedRegex(@"(?<quote>\\[""“”]|&(?:quot|ldquo|rdquo);|[‚‛""“”])"
        + "|(?<=" + Letter + @"|[，。；、])(?<!" + Numeral + @")(?<stop>\.)(?=" + Letter + ")(?!" + Numeral + ")"
        + "|(?<=" + Letter + ")(?<tick>`+)(?=" + Letter + ")"
        // A mask is never closed behind a stop.
        + @"|(?<bold>(?<!\*)\*\*(?=[^*]{2,60}[。！？：；]\*\*(?!\*))|(?<=(?<!\*)\*\*[^*]{2,60}[。！？：；])\*\*(?!\*))"
        + "|(?<word>(?<!目)的)的(?=" + Letter + ")|(?<word>" + Letter + @"{2,6})\k<word>"
        + "|(?<mark>，{2,}|。{2,}|、{2,}|；{2,}|：{2,}|[，、；]+。)"
        + "|(?<wide>[０-９Ａ-Ｚａ-ｚ％．]+)"
        + "|(?<=" + Letter + "|[”》）])(?<narrow>[,;:?!()])(?!//)|(?<narrow>[,;:?!()])(?=" + Letter + ")"
        + "|(?<=" + Letter + "|[，。；：！？、”》])(?<blank>[ \u3000\u00A0]+)(?=" + Letter + "|[“《，。；：！？、])")]
    private static partial Regex Damaged();

    [GeneratedRegex("^(?:讨论|研究|商量|学习|了解|考虑|体会|锻炼|休息|放松|认识|交流|试试|看看|想想|谈谈|常常|人人|天天|年年|月月|处处|时时|事事|代代|层层|一个|一次|一步|一点|一层|一项|一件|逐个|逐项|很多|许多|非常|好好|慢慢)$")]
    private static partial Regex Reduplicated();
}
