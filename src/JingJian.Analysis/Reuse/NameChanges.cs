using System.Collections.Concurrent;
using System.Collections.Immutable;
using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Slots;

namespace JingJian.Analysis.Reuse;

/// <summary>Tells which changed words are the names of places, organisations and persons.</summary>
/// <remarks>
/// <para>A change is one of names when both sides stand in slots of that type; when both say what kind of unit writes: 全县 →
/// 全镇, 我校 → 我院; or when both end, or go on, as such names do, and neither is a common word: 石潭 → 柳河 before 镇, but not
/// 贫困 → 脱贫 before 村. Where one side is a name and the other is empty, the name was put in or taken out.</para>
/// <para><b>Cost.</b> The slots of both texts, kept for the next pair; changes that are not of words cost nothing.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
/// <param name="recognizer">Finds the names.</param>
/// <param name="lexicon">Tells common words.</param>
public sealed class NameChanges(SlotRecognizer recognizer, Lexicon lexicon)
{
    private const int LongestName = 16;
    private const int LongestPerson = 3;
    private const int LongestWord = 4;

    /// <summary>Behind these a new name may begin: 潭水河|石潭段.</summary>
    private const string NameLasts = "省市县区镇乡村河江湖路街桥";

    private static readonly string[] OrganisationEnds =
        ["委员会", "公司", "集团", "学校", "中学", "小学", "大学", "学院", "一中", "二中", "三中", "医院", "银行", "支行", "分行", "工会", "局", "厂"];

    private static readonly string[] PlaceEnds = ["省", "市", "县", "区", "镇", "乡", "村", "州", "旗", "街道", "社区"];

    private static readonly string[] VillageEnds = ["村", "湾", "坪", "坳", "堰", "塘", "坡", "岭", "沟", "寨", "屯", "庄", "口", "桥", "洲", "坝", "冲"];

    private static readonly string[] PersonTitles = ["同志", "先生", "女士", "老师", "书记", "主席", "主任", "局长", "县长", "镇长", "校长", "院长"];

    private readonly ConcurrentDictionary<string, ImmutableArray<Text.Slots.Slot>> slots = new(StringComparer.Ordinal);

    /// <summary>The same changes, those of names with their type.</summary>
    public ImmutableArray<ReuseChange> Typed(ImmutableArray<ReuseChange> changes, string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return changes.Any(IsOfWords) ? [.. changes.Select(change => IsOfWords(change) ? Typed(change, a, b) : change)] : changes;
    }

    /// <summary>The places that a text names, in order.</summary>
    public IEnumerable<TextSpan> PlacesIn(string text) => SlotsOf(text).Where(slot => slot.Type == SlotType.Place).Select(slot => slot.Span);

    /// <summary>Whether words that name somebody elsewhere do so here: they are no common word, nor a part of one, nor the middle of another name.</summary>
    public bool IsNameHere(string text, TextSpan words)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !IsCommon(words.In(text).ToString()) && !IsInsideWord(text, words)
            && (words.Start == 0 || NameLasts.Contains(text[words.Start - 1], StringComparison.Ordinal)
                || !SlotsOf(text).Any(slot => slot.Type is SlotType.Place or SlotType.Organisation or SlotType.Person && slot.Span.Start < words.Start && slot.Span.End >= words.End));
    }

    /// <summary>新华 is no name in 新华社: the dictionary has a longer word there.</summary>
    private bool IsInsideWord(string text, TextSpan words)
    {
        for (int start = Math.Max(0, words.Start - LongestWord); start <= words.Start; start++)
        {
            for (int end = words.End; end <= Math.Min(text.Length, start + LongestWord); end++)
            {
                if (end - start > words.Length && lexicon.Contains(text.AsSpan(start, end - start)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOfWords(ReuseChange change) =>
        change.Type is ChangeType.Wording or ChangeType.Inserted or ChangeType.Deleted && Math.Max(change.From.Length, change.To.Length) <= LongestName;

    private ReuseChange Typed(ReuseChange change, string a, string b)
    {
        if (UnitWords.TypeOf(change.From, change.To) is { } unit)
        {
            return change with { Type = unit };
        }

        // The second text first: where it has a common word no name was replaced, and the first, which differs for each source of a draft, need not be read.
        Text.Slots.Slot? nameB = NameAt(b, change.B);
        bool mayBeName = nameB is not null || MayStandFor(change.To);
        Text.Slots.Slot? nameA = mayBeName ? NameAt(a, change.A) : null;
        if (!mayBeName || (nameA ?? nameB) is not { } name || (nameA is null && !MayStandFor(change.From)))
        {
            return ByEnding(change, a, b) is { } ending ? change with { Type = ending } : change;
        }

        ChangeType type = TypeOf(nameA is { } first && nameB is { } second && first.Type != second.Type ? SlotType.Organisation : name.Type);
        (TextSpan inA, TextSpan inB) = nameA is { } whole && nameB is { } other && SameBeyond(a, change.A, whole.Span, b, change.B, other.Span)
            ? (Union(change.A, whole.Span), Union(change.B, other.Span))
            : (change.A, change.B);
        return new ReuseChange(type, inA.In(a).ToString(), inB.In(b).ToString(), inA, inB);
    }

    /// <summary>The name in which a change stands, or which is most of it.</summary>
    private Text.Slots.Slot? NameAt(string text, TextSpan span)
    {
        foreach (Text.Slots.Slot slot in span.Length == 0 ? [] : SlotsOf(text))
        {
            int shared = Math.Min(slot.Span.End, span.End) - Math.Max(slot.Span.Start, span.Start);
            if (slot.Type is SlotType.Place or SlotType.Organisation or SlotType.Person && shared > 0 && 2 * shared > span.Length)
            {
                return slot;
            }
        }

        return null;
    }

    private ImmutableArray<Text.Slots.Slot> SlotsOf(string text) => slots.GetOrAdd(text, recognizer.Find);

    /// <summary>Whether the parts of both names outside the change are of equal length on each side: then they are the same words.</summary>
    private static bool SameBeyond(string a, TextSpan changeA, TextSpan nameA, string b, TextSpan changeB, TextSpan nameB) =>
        Before(a, changeA, nameA).SequenceEqual(Before(b, changeB, nameB)) && After(a, changeA, nameA).SequenceEqual(After(b, changeB, nameB));

    private static ReadOnlySpan<char> Before(string text, TextSpan change, TextSpan name) =>
        name.Start < change.Start ? text.AsSpan(name.Start, change.Start - name.Start) : [];

    private static ReadOnlySpan<char> After(string text, TextSpan change, TextSpan name) =>
        name.End > change.End ? text.AsSpan(change.End, name.End - change.End) : [];

    private static TextSpan Union(TextSpan one, TextSpan other) => TextSpan.Between(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End));

    /// <summary>What may stand in the place of a name: nothing, the word for a unit, a word of its form that is no common one.</summary>
    private bool MayStandFor(string words) => words.Length == 0 || UnitWords.IsOne(words) || (words.Length <= 4 && !IsCommon(words));

    /// <summary>The type that both names' own ends, or the words right after them, give away.</summary>
    private ChangeType? ByEnding(ReuseChange change, string a, string b)
    {
        if (change.Type != ChangeType.Wording)
        {
            return null;
        }

        if (Math.Max(change.From.Length, change.To.Length) <= LongestPerson && Array.Exists(PersonTitles, title => GoOn(change, a, b, title)))
        {
            return ChangeType.Person;
        }

        return GoOnOrEnd(change, a, b, PlaceEnds) || (IsVillage(change.From) && IsVillage(change.To)) ? ChangeType.Place
            : GoOnOrEnd(change, a, b, OrganisationEnds) ? ChangeType.Organisation
            : null;
    }

    private bool GoOnOrEnd(ReuseChange change, string a, string b, string[] ends) =>
        Array.Exists(ends, end => GoOn(change, a, b, end)) || (EndsIn(change.From, ends) && EndsIn(change.To, ends));

    private bool GoOn(ReuseChange change, string a, string b, string end) =>
        a.AsSpan(change.A.End).StartsWith(end, StringComparison.Ordinal) && b.AsSpan(change.B.End).StartsWith(end, StringComparison.Ordinal)
        && IsStem(change.From) && IsStem(change.To);

    private bool EndsIn(string word, string[] ends) => !IsCommon(word) && Array.Exists(ends, end =>
        word.EndsWith(end, StringComparison.Ordinal) && IsStem(word[..^end.Length]));

    /// <summary>枫树湾, 龙塘: a village is named after common things, but the name is no word.</summary>
    private bool IsVillage(string word) =>
        word.Length is 2 or 3 && !lexicon.Contains(word) && Array.Exists(VillageEnds, end => word.EndsWith(end, StringComparison.Ordinal));

    /// <summary>What may stand before 镇 or 公司 in a name.</summary>
    private bool IsStem(string words) => words.Length is >= 2 and <= 8 && words.All(char.IsLetter) && !IsCommon(words);

    private bool IsCommon(string word) => lexicon.Tag(word) is { } tag && !(tag is ['n', 'r' or 's' or 't' or 'z', ..]);

    private static ChangeType TypeOf(SlotType type) => type switch
    {
        SlotType.Place => ChangeType.Place,
        SlotType.Person => ChangeType.Person,
        _ => ChangeType.Organisation,
    };
}
