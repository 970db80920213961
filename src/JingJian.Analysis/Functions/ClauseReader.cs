using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Analysis.Functions;

/// <summary>What a stretch inside a paragraph states.</summary>
public enum ClauseSense
{
    /// <summary>A clause that says what was achieved: ……满意度提高了, 荣获……称号.</summary>
    Result,

    /// <summary>How much: a number with its unit.</summary>
    Quantity,
}

/// <summary>A marked stretch of a paragraph.</summary>
/// <param name="Span">Where, in the paragraph's text.</param>
/// <param name="Sense">What it states.</param>
public readonly record struct ClauseMark(TextSpan Span, ClauseSense Sense);

/// <summary>Finds what was achieved and how much, inside paragraphs that mainly tell what was done.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours: the words of effect and outcome by which the rules tell results, clause by clause.</para>
/// <para><b>Guarantee.</b> Marks come in order of their beginning; result clauses do not overlap one another, nor do
/// quantities; a quantity may stand inside a result. <b>Cost.</b> Linear.</para>
/// </remarks>
public static partial class ClauseReader
{
    /// <summary>The marks of a paragraph.</summary>
    public static ImmutableArray<ClauseMark> Read(string text)
    {
        List<ClauseMark> marks = [];
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is '，' or '。' or '；' or ',' or ';' or '！' or '\n')
            {
                ReadOnlySpan<char> clause = text.AsSpan(start, i - start);
                if (Cues.Effect.IsMatch(clause) || Cues.Outcome.IsMatch(clause))
                {
                    marks.Add(new ClauseMark(TextSpan.Between(start, i), ClauseSense.Result));
                }

                start = i + 1;
            }
        }

        foreach (ValueMatch match in Quantity().EnumerateMatches(text))
        {
            marks.Add(new ClauseMark(TextSpan.Between(match.Index, match.Index + match.Length), ClauseSense.Quantity));
        }

        return [.. marks.OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Sense)];
    }

    [GeneratedRegex(@"(?<![\d.])\d[\d,，]*(?:\.\d+)?(?:余|多|来)?(?:个百分点|平方米|公里|万元|亿元|亿|万|千|百)?(?:人次|人|户|场|次|期|项|元|件|家|名|份|个|篇|条|台|套|吨|亩|公斤|倍|处|座|批|对|所|%|％)|百分之[零一二三四五六七八九十百点]+")]
    private static partial Regex Quantity();
}
