using System.Buffers;
using System.Text.RegularExpressions;

namespace JingJian.Analysis.Reuse;

/// <summary>Terms that date a text by its generation: congresses, plenary sessions, five-year plans, slogans, leaders.</summary>
internal static partial class Generations
{
    private const string CongressLetters = "一二三四五六七八九十届大中全会";

    /// <summary>Longer words that were replaced are another sentence, whatever they name.</summary>
    private const int LongestTerm = 16;

    private static readonly SearchValues<string> Slogans = SearchValues.Create(
    [
        "邓小平理论", "三个代表", "科学发展观", "和谐社会", "中国梦", "群众路线", "三严三实", "两学一做", "不忘初心",
        "习近平新时代中国特色社会主义思想", "四个意识", "四个自信", "两个维护", "两个确立", "中国式现代化", "主题教育", "党史学习教育", "党纪学习教育",
        "江泽民", "胡锦涛", "习近平", "温家宝", "李克强", "李强",
    ],
    StringComparison.Ordinal);

    /// <summary>The change of one generation to another: 十八大 → 十九大, “十三五” → “十四五”; null when it is none.</summary>
    public static ReuseChange? Find(ChangedText a, ChangedText b)
    {
        if (!a.HasLetters || !b.HasLetters)
        {
            return null;
        }

        (ChangedText wideA, ChangedText wideB) = ChangeClassifier.Widened(a, b, CongressLetters);
        if ((IsCongress(wideA) && IsCongress(wideB)) || (IsPlan(wideA) && IsPlan(wideB)))
        {
            return ChangeClassifier.Change(ChangeType.Slogan, wideA, wideB);
        }

        return Names(a) && Names(b) ? ChangeClassifier.Change(ChangeType.Slogan, a, b) : null;
    }

    private static bool Names(ChangedText changed)
    {
        ReadOnlySpan<char> words = changed.Span.In(changed.Text.Text);
        return words.Length <= LongestTerm && (words.ContainsAny(Slogans) || (words.ContainsAny("大届五") && Term().IsMatch(words)));
    }

    /// <summary>第十二届 counts contests, 十九届 by itself the party's committees.</summary>
    private static bool IsCongress(ChangedText term) =>
        Congress().IsMatch(term.Letters) && (term.Span.Start == 0 || term.Text.Text[term.Span.Start - 1] != '第');

    private static bool IsPlan(ChangedText term) =>
        Plan().IsMatch(term.Letters) && (term.Next is '”' or '"' or '’' or '‛' or '\'' or '\\' or '规' or '时' or '」');

    [GeneratedRegex("^[一二三四五六七八九]?十[一二三四五六七八九]?(?:大|届(?:[一二三四五六七]中(?:全会)?)*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Congress();

    [GeneratedRegex("^十[一二三四五]五$", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex("[一二三四五六七八九]?十[一二三四五六七八九]?(?:大|届[一二三四五六七]中)|十[一二三四五]五[”\"’]?(?:规划|时期|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}
