using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Search.Exemplars;

/// <summary>Which clauses of a paragraph say what was needed, what was done, and what came of it.</summary>
/// <param name="Need">需求: 针对……, 为解决…….</param>
/// <param name="Measure">做法.</param>
/// <param name="Effect">成效: clauses of result.</param>
/// <remarks>
/// <para><b>Source.</b> Ours; effects are the result clauses of <see cref="ClauseReader"/>, and what follows one to its full stop.</para>
/// <para>Example: <c>针对就医难，与医院结对设点，全年接诊320人次，就诊时间缩短一半。</c> has the need 针对就医难, the measure
/// 与医院结对设点，全年接诊320人次, the effect 就诊时间缩短一半.</para>
/// <para><b>Guarantee.</b> The spans are apart, in order, and hold whole clauses; together they are all clauses with a letter.</para>
/// </remarks>
public sealed partial record PracticeParts(ImmutableArray<TextSpan> Need, ImmutableArray<TextSpan> Measure, ImmutableArray<TextSpan> Effect)
{
    private enum Part
    {
        Need,
        Measure,
        Effect,
    }

    /// <summary>Reads a paragraph.</summary>
    public static PracticeParts Of(string text)
    {
        string folded = Folding.Fold(text);
        TextSpan[] results = [.. ClauseReader.Read(text).Where(mark => mark.Sense == ClauseSense.Result).Select(mark => mark.Span)];
        var spans = new List<(Part Part, TextSpan At)>();
        bool newSentence = true, done = false;
        for (int start = 0, end; start < folded.Length; start = end + 1)
        {
            for (end = start; end < folded.Length && folded[end] is not (',' or '。' or ';' or '!' or '\n'); end++)
            {
            }

            var clause = TextSpan.Between(start, end);
            if (clause.In(folded).IndexOfAnyExcept(" 　.,:") >= 0)
            {
                Part part = results.Any(result => result.Start < clause.End && clause.Start < result.End) ? Part.Effect
                    : !newSentence && spans is [.., (Part.Effect, _)] ? Part.Effect
                    : IsNeed(clause.In(folded), done) ? Part.Need : Part.Measure;
                done |= part == Part.Measure && !When().IsMatch(clause.In(folded));
                Add(spans, part, clause, newSentence);
                newSentence = false;
            }

            newSentence |= end < folded.Length && folded[end] is '。' or '!' or '\n';
        }

        return new PracticeParts(Only(spans, Part.Need), Only(spans, Part.Measure), Only(spans, Part.Effect));
    }

    private static void Add(List<(Part Part, TextSpan At)> spans, Part part, TextSpan clause, bool newSentence)
    {
        if (!newSentence && spans.Count > 0 && spans[^1].Part == part)
        {
            spans[^1] = (part, TextSpan.Between(spans[^1].At.Start, clause.End));
        }
        else
        {
            spans.Add((part, clause));
        }
    }

    private static ImmutableArray<TextSpan> Only(List<(Part Part, TextSpan At)> spans, Part part) => [.. spans.Where(span => span.Part == part).Select(span => span.At)];

    [GeneratedRegex("^.{0,10}(?:年|月|日|来|期间|时期|初|末|底|中)$", RegexOptions.CultureInvariant)]
    private static partial Regex When();

    /// <summary>Whether a clause says why something was done, or, before anything is told to be done, what was wrong and is not put right in the same breath.</summary>
    private static bool IsNeed(ReadOnlySpan<char> clause, bool done) =>
        Purpose().IsMatch(clause) || (!done && Trouble().IsMatch(clause) && !Remedy().IsMatch(clause));

    [GeneratedRegex(
        "^.{0,4}针对(?!性)|^.{0,4}面对|^.{0,2}应对|^.{0,4}根据.*(?:提出|反映|意见|诉求|需求)|由于|鉴于|考虑到|以往|过去(?![的一两三四五几十])|原来(?!的)|为(?:了|着力|切实)?(?:解决|破解|缓解|化解|方便|满足|帮助|防止|避免)"
        + "|^.{0,4}为了?(?:进一步|切实|着力|更好地?|有效|充分|不断)*(?:提高|提升|促进|加强|增强|保障|改善|维护|激发|丰富|调动|应对|推动|深化|落实|适应|弥补|消除)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    [GeneratedRegex(
        "(?:难题|困难|短板|不足|滞后|不高|不强|不便|薄弱|迫切|难)$|(?:问题|矛盾|压力)(?:比较|较为|日益|日趋|尤为|依然|十分)?突出$|的(?:问题|需求)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();

    [GeneratedRegex("解决|化解|破解|克服|缓解|补齐|补足|帮扶|帮助|排除|整改", RegexOptions.CultureInvariant)]
    private static partial Regex Remedy();
}
