using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>An item of a list that runs on inside a paragraph: 一是……；二是…….</summary>
/// <param name="Number">Its number in the list, from 1.</param>
/// <param name="Mark">The mark, in the text of the paragraph.</param>
/// <param name="Span">The item with its mark, up to the next item.</param>
public readonly record struct InlineItem(int Number, TextSpan Mark, TextSpan Span);

/// <summary>Finds the lists that run on inside paragraphs.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. A list is a run of marks of one style (一是, 一要, （1）, ①, 1., 第一，, 首先) that counts up from one and has
/// two items at least. Other numbers in between are not its marks. Its last item ends where the paragraph ends.</para>
/// <para><b>Guarantee.</b> Items are in order and do not overlap; a list inside another list's item is left to that item.</para>
/// </remarks>
public static partial class InlineItems
{
    /// <summary>The items of the lists inside a paragraph's text.</summary>
    public static ImmutableArray<InlineItem> Of(string text)
    {
        List<(int Number, string Style, TextSpan Mark)> marks = [.. Marks().Matches(text).Select(Read)];
        ImmutableArray<InlineItem>.Builder items = ImmutableArray.CreateBuilder<InlineItem>();
        for (int i = 0; i < marks.Count;)
        {
            List<int> run = Run(marks, i);
            if (run.Count < 2)
            {
                i++;
                continue;
            }

            int next = run[^1] + 1;
            while (next < marks.Count && marks[next].Number != 1)
            {
                next++;
            }

            for (int at = 0; at < run.Count; at++)
            {
                int start = marks[run[at]].Mark.Start;
                int end = at + 1 < run.Count ? marks[run[at + 1]].Mark.Start
                    : next < marks.Count && Run(marks, next).Count > 1 ? marks[next].Mark.Start : text.Length;
                items.Add(new InlineItem(marks[run[at]].Number, marks[run[at]].Mark, TextSpan.Between(start, end)));
            }

            i = next;
        }

        return items.DrainToImmutable();
    }

    /// <summary>The marks that count up from the one at <paramref name="first"/>, which must be one.</summary>
    private static List<int> Run(List<(int Number, string Style, TextSpan Mark)> marks, int first)
    {
        List<int> run = [];
        for (int i = first; i < marks.Count; i++)
        {
            if (marks[i].Style != marks[first].Style)
            {
                continue;
            }

            if (marks[i].Number == run.Count + 1)
            {
                run.Add(i);
            }
            else if (marks[i].Number == 1)
            {
                break;
            }
        }

        return run;
    }

    private static (int Number, string Style, TextSpan Mark) Read(Match match)
    {
        Group style = match.Groups.Values.Skip(1).First(group => group.Success && group.Name.Length > 1);
        string digits = match.Groups["n"].Value;
        int number = style.Name switch
        {
            "first" => 1 + Math.Max(0, Array.IndexOf(Ordinals, style.Value.TrimEnd('，', ',', '：'))),
            "circle" => digits[0] - '①' + 1,
            _ => PeriodFacts.ReadNumber(digits),
        };
        return (number, style.Name, new TextSpan(match.Index, match.Length));
    }

    private static readonly string[] Ordinals = ["首先", "其次", "再次", "最后"];

    private const string Clause = @"(?<=^|[。；：，、！？;:,.”）)\s])";

    [GeneratedRegex(@"(?<is>(?<n>[一二三四五六七八九十])是(?!否|年|个|因|线))|(?<must>" + Clause + @"(?<n>[一二三四五六七八九十])要(?!求|素))"
        + "|(?<grip>" + Clause + @"(?<n>[一二三四五六七八九十])抓)|(?<th>" + Clause + @"第(?<n>[一二三四五六七八九十])[，,、])"
        + @"|(?<paren>[（(](?<n>\d{1,2})[)）])|(?<circle>(?<n>[①-⑳]))|(?<dot>" + Clause + @"(?<n>\d{1,2})(?:[、．]|[.](?!\d)))"
        + "|(?<first>" + Clause + "(?:首先|其次|再次|最后)[，,：])")]
    private static partial Regex Marks();
}
