using System.Buffers;

namespace JingJian.Analysis.Reuse;

/// <summary>Says of what sort a change is, by what stands on both sides and right after it.</summary>
internal static class ChangeClassifier
{
    private const string Numerals = "零〇一二三四五六七八九十百千万亿两几余多";
    private static readonly SearchValues<char> CongressNumerals = SearchValues.Create("一二三四五六七八九十");
    private const int MaxNameLetters = 12;
    private const int MaxPersonLetters = 3;

    /// <summary>Terms that name a generation: a change from one to another re-dates a text.</summary>
    private static readonly SearchValues<string> Generations = SearchValues.Create(
    [
        "邓小平理论", "三个代表", "科学发展观", "和谐社会", "中国梦", "群众路线", "三严三实", "两学一做", "不忘初心牢记使命",
        "习近平新时代中国特色社会主义思想", "四个意识", "四个自信", "两个维护", "两个确立", "中国式现代化", "主题教育", "党纪学习教育",
        "江泽民", "胡锦涛", "习近平", "温家宝", "李克强", "李强",
    ],
    StringComparison.Ordinal);

    private static readonly string[] OrganisationEnds =
        ["委员会", "公司", "集团", "学校", "中学", "小学", "大学", "学院", "医院", "银行", "支行", "分行", "中心", "局", "厂"];

    private static readonly string[] PlaceEnds = ["省", "市", "县", "区", "镇", "乡", "村", "州", "旗", "街道", "社区"];

    private static readonly string[] PersonTitles = ["同志", "先生", "女士", "老师", "书记", "主席", "主任", "局长", "县长", "镇长", "校长", "院长"];

    /// <summary>The change from what stands in <paramref name="a"/> to what stands in <paramref name="b"/>.</summary>
    public static ReuseChange Describe(ChangedText a, ChangedText b)
    {
        if (!a.HasLetters && !b.HasLetters)
        {
            return Change(OfSlots(a, b), a, b);
        }

        if ((a.IsLoneMask && b.Slots.Length == 0) || (b.IsLoneMask && a.Slots.Length == 0))
        {
            return Change(ChangeType.Mask, a, b);
        }

        (ChangedText termA, ChangedText termB) = WholeTerm(a, b);
        if (IsCongress(termA) && IsCongress(termB))
        {
            return Change(ChangeType.Slogan, termA, termB);
        }

        return Change(OfWords(a, b), a, b);
    }

    private static ReuseChange Change(ChangeType type, ChangedText a, ChangedText b) => new(type, a.Words, b.Words, a.Span, b.Span);

    private static ChangeType OfSlots(ChangedText a, ChangedText b)
    {
        IEnumerable<SlotKind> kinds = a.Slots.Concat(b.Slots).Select(slot => slot.Kind);
        if (kinds.Contains(SlotKind.Year))
        {
            return ChangeType.Year;
        }

        if (a.IsLoneMask || b.IsLoneMask)
        {
            return ChangeType.Mask;
        }

        return kinds.Contains(SlotKind.Date) ? ChangeType.Date : ChangeType.Figure;
    }

    private static ChangeType OfWords(ChangedText a, ChangedText b)
    {
        if (a.IsEmpty)
        {
            return ChangeType.Inserted;
        }

        if (b.IsEmpty)
        {
            return ChangeType.Deleted;
        }

        string wordsA = a.Words;
        string wordsB = b.Words;
        if (wordsA.AsSpan().ContainsAny(Generations) && wordsB.AsSpan().ContainsAny(Generations))
        {
            return ChangeType.Slogan;
        }

        if (wordsA.All(IsNumber) && wordsB.All(IsNumber))
        {
            return ChangeType.Figure;
        }

        return OfName(a, b) ?? ChangeType.Wording;
    }

    /// <summary>A short replaced word whose type its own end, or the words right after it, give away.</summary>
    private static ChangeType? OfName(ChangedText a, ChangedText b)
    {
        if (!a.HasLetters || !b.HasLetters || Math.Max(a.End - a.Start, b.End - b.Start) > MaxNameLetters)
        {
            return null;
        }

        ReadOnlySpan<char> after = a.Text.Letters[a.End..];
        if (Math.Max(a.End - a.Start, b.End - b.Start) <= MaxPersonLetters && EndsOrContinues(a, b, after, PersonTitles, mayEnd: false))
        {
            return ChangeType.Person;
        }

        if (EndsOrContinues(a, b, after, PlaceEnds, mayEnd: true))
        {
            return ChangeType.Place;
        }

        return EndsOrContinues(a, b, after, OrganisationEnds, mayEnd: true) ? ChangeType.Organisation : null;
    }

    private static bool EndsOrContinues(ChangedText a, ChangedText b, ReadOnlySpan<char> after, string[] ends, bool mayEnd)
    {
        foreach (string end in ends)
        {
            if (after.StartsWith(end, StringComparison.Ordinal))
            {
                return true;
            }

            if (mayEnd && NamedBy(a, end) && NamedBy(b, end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamedBy(ChangedText changed, string end) =>
        changed.Span.Length > end.Length && changed.Span.In(changed.Text.Text).EndsWith(end, StringComparison.Ordinal);

    /// <summary>Widens 七 → 九 to 十七大 → 十九大: numerals on the left and one letter on the right, equal in both.</summary>
    private static (ChangedText A, ChangedText B) WholeTerm(ChangedText a, ChangedText b)
    {
        ReadOnlySpan<char> lettersA = a.Text.Letters;
        ReadOnlySpan<char> lettersB = b.Text.Letters;
        (int startA, int startB, int endA, int endB) = (a.Start, b.Start, a.End, b.End);
        while (startA > 0 && startB > 0 && lettersA[startA - 1] == lettersB[startB - 1] && IsNumeral(lettersA[startA - 1]))
        {
            startA--;
            startB--;
        }

        while (endA < lettersA.Length && endB < lettersB.Length && lettersA[endA] == lettersB[endB] && IsNumeral(lettersA[endA]))
        {
            endA++;
            endB++;
        }

        if (endA < lettersA.Length && endB < lettersB.Length && lettersA[endA] == lettersB[endB] && lettersA[endA] is '大' or '届')
        {
            endA++;
            endB++;
        }

        return (new ChangedText(a.Text, startA, endA), new ChangedText(b.Text, startB, endB));
    }

    /// <summary>十七大, 二十大, 十九届.</summary>
    private static bool IsCongress(ChangedText term)
    {
        ReadOnlySpan<char> letters = term.Text.Letters[term.Start..term.End];
        return letters.Length is >= 2 and <= 4 && letters[^1] is '大' or '届' && !letters[..^1].ContainsAnyExcept(CongressNumerals)
            && letters[..^1].Contains('十');
    }

    private static bool IsNumeral(char letter) => Numerals.Contains(letter, StringComparison.Ordinal);

    private static bool IsNumber(char unit) => IsNumeral(unit) || LetterTable.ClassOf(unit) == UnitClass.Digit || unit is '.' or '%' or ',';
}
