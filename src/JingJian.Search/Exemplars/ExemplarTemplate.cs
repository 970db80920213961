using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Search.Indexing;
using JingJian.Text;
using JingJian.Text.Slots;

namespace JingJian.Search.Exemplars;

/// <summary>What the writer has to put in.</summary>
public enum OpenSlot
{
    /// <summary>年份.</summary>
    Year,

    /// <summary>日期.</summary>
    Date,

    /// <summary>金额.</summary>
    Money,

    /// <summary>数量.</summary>
    Quantity,

    /// <summary>百分比.</summary>
    Percentage,

    /// <summary>届次: 第三届, 第12期.</summary>
    Ordinal,

    /// <summary>人名.</summary>
    Person,

    /// <summary>单位.</summary>
    Organisation,

    /// <summary>地名.</summary>
    Place,

    /// <summary>文件名称.</summary>
    Title,

    /// <summary>活动或机制名称.</summary>
    Programme,

    /// <summary>联系方式: telephone, mail, numbers of cards.</summary>
    Contact,

    /// <summary>内容: what was erased, or what copies have in other words.</summary>
    Content,
}

/// <summary>A stretch of a template.</summary>
/// <param name="Text">Words to keep, or the sign of the empty slot: 〔待补：金额〕.</param>
/// <param name="Slot">What to put in; null for words to keep.</param>
/// <param name="Varies">Whether copies of the passage in the archive differ there.</param>
public readonly record struct TemplatePart(string Text, OpenSlot? Slot, bool Varies);

/// <summary>An exemplar with empty slots: how it says it, without what belongs to somebody else.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. Slots are what the recogniser finds, what copies of the passage have otherwise, and any figure that is left.</para>
/// <para>Example: <c>2021年走访慰问困难职工88户</c> gives <c>〔待补：年份〕走访慰问困难职工〔待补：数量〕户</c>.</para>
/// <para><b>Guarantee.</b> No digit of the passage is in the words to keep, except the number of a list item; no slot holds a value.</para>
/// </remarks>
public static partial class ExemplarTemplate
{
    private const string Money = "元";

    /// <summary>Bodies and places of the whole country: nobody's own.</summary>
    private static readonly string[] National =
        ["党中央", "中央", "国务院", "全国", "中国", "我国", "中华全国总工会", "全国总工会", "全总", "全国人大", "全国政协", "中共中央", "中华人民共和国", "中国共产党", "中国工会"];

    /// <summary>The name of a sort of slot.</summary>
    public static string NameOf(OpenSlot slot) => slot switch
    {
        OpenSlot.Year => "年份",
        OpenSlot.Date => "日期",
        OpenSlot.Money => "金额",
        OpenSlot.Quantity => "数量",
        OpenSlot.Percentage => "百分比",
        OpenSlot.Ordinal => "届次",
        OpenSlot.Person => "人名",
        OpenSlot.Organisation => "单位",
        OpenSlot.Place => "地名",
        OpenSlot.Title => "文件名称",
        OpenSlot.Programme => "活动或机制名称",
        OpenSlot.Contact => "联系方式",
        _ => "内容",
    };

    /// <summary>Makes the template of a passage.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="slots">Its slots.</param>
    /// <param name="varying">Where copies of it have something else, and what that is; null for any words.</param>
    /// <param name="isCommon">Whether a title or the name of a programme, with its marks, is everybody's.</param>
    public static ImmutableArray<TemplatePart> Of(
        string text, IEnumerable<Slot> slots, IEnumerable<(TextSpan At, OpenSlot Slot)> varying, Func<string, bool> isCommon)
    {
        (TextSpan At, OpenSlot Slot)[] others = [.. varying.Where(change => change.At.Length > 0)];
        IEnumerable<(TextSpan At, OpenSlot Slot)> found = slots
            .Select(slot => (slot.Span, Slot: Open(slot, text, isCommon)))
            .Where(slot => slot.Slot is not null).Select(slot => (At: slot.Span, slot.Slot!.Value))
            .Concat(PersonalData.Contacts(text).Select(span => (span, OpenSlot.Contact)));
        List<(TextSpan At, OpenSlot Slot)> open = Apart([.. Apart(found), .. others]);
        return Parts(text, Apart([.. open, .. Figures(text, open)]), others);
    }

    private static ImmutableArray<TemplatePart> Parts(string text, List<(TextSpan At, OpenSlot Slot)> open, (TextSpan At, OpenSlot Slot)[] varying)
    {
        ImmutableArray<TemplatePart>.Builder parts = ImmutableArray.CreateBuilder<TemplatePart>();
        int end = 0;
        foreach ((TextSpan at, OpenSlot slot) in open)
        {
            Keep(text[end..at.Start]);
            bool varies = varying.Any(change => change.At.Start < at.End && at.Start < change.At.End);
            parts.Add(new TemplatePart($"〔待补：{NameOf(slot)}〕", slot, varies));
            end = at.End;
            if (slot == OpenSlot.Quantity && UnitPattern().Match(at.In(text).ToString()) is { Success: true, Value: { Length: > 0 } unit } && unit.Length < at.Length)
            {
                Keep(unit);
            }
        }

        Keep(text[end..]);
        return parts.ToImmutable();

        void Keep(string words)
        {
            if (words.Length > 0)
            {
                parts.Add(parts is [.., { Slot: null } last] ? Joined(last, words) : new TemplatePart(words, null, false));
            }
        }

        TemplatePart Joined(TemplatePart last, string words)
        {
            parts.RemoveAt(parts.Count - 1);
            return last with { Text = last.Text + words };
        }
    }

    /// <summary>The slots in order, the first of those that overlap, and what sticks out of it a slot of its own sort.</summary>
    private static List<(TextSpan At, OpenSlot Slot)> Apart(IEnumerable<(TextSpan At, OpenSlot Slot)> slots)
    {
        var apart = new List<(TextSpan At, OpenSlot Slot)>();
        foreach ((TextSpan at, OpenSlot slot) in slots.OrderBy(slot => slot.At.Start).ThenByDescending(slot => slot.At.End))
        {
            if (apart.Count == 0 || at.Start >= apart[^1].At.End)
            {
                apart.Add((at, slot));
            }
            else if (at.End > apart[^1].At.End)
            {
                apart[^1] = (TextSpan.Between(apart[^1].At.Start, at.End), apart[^1].Slot);
            }
        }

        return apart;
    }

    /// <summary>Figures that nothing else has found: better an empty slot too many than somebody else's figure.</summary>
    private static IEnumerable<(TextSpan At, OpenSlot Slot)> Figures(string text, List<(TextSpan At, OpenSlot Slot)> open)
    {
        string folded = Folding.Fold(text);
        TextSpan[] items = [.. ItemNumber().Matches(folded).Select(item => new TextSpan(item.Index, item.Length))];
        return FigurePattern().Matches(folded)
            .Select(figure => new TextSpan(figure.Index, figure.Length))
            .Where(figure => !items.Any(item => item.Start <= figure.Start && figure.End <= item.End))
            .Where(figure => !open.Any(slot => slot.At.Start <= figure.Start && figure.End <= slot.At.End))
            .Select(figure => (figure, OpenSlot.Quantity));
    }

    private static OpenSlot? Open(Slot slot, string text, Func<string, bool> isCommon)
    {
        string words = slot.Span.In(text).ToString();
        return slot.Type switch
        {
            SlotType.Year => OpenSlot.Year,
            SlotType.Date => OpenSlot.Date,
            SlotType.Percentage => OpenSlot.Percentage,
            SlotType.Amount when words.StartsWith('一') && words.Length == 2 => null,
            SlotType.Amount => words.EndsWith(Money, StringComparison.Ordinal) ? OpenSlot.Money : OpenSlot.Quantity,
            SlotType.Ordinal => words.Any(char.IsAsciiDigit) || "届次期批".Contains(words[^1], StringComparison.Ordinal) ? OpenSlot.Ordinal : null,
            SlotType.Person => PersonalData.Names(text, [slot]).Any() ? OpenSlot.Person : null,
            SlotType.Organisation => National.Contains(words) ? null : OpenSlot.Organisation,
            SlotType.Place => National.Contains(words) ? null : OpenSlot.Place,
            SlotType.Title => LawPattern().IsMatch(words) || isCommon(words) ? null : OpenSlot.Title,
            SlotType.Programme => isCommon(words) ? null : OpenSlot.Programme,
            _ => OpenSlot.Content,
        };
    }

    [GeneratedRegex("[^0-9０-９.,，．%％零〇一二三四五六七八九十百千万亿两几多余来近约]+$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitPattern();

    [GeneratedRegex("[0-9]+(?:[.,][0-9]+)*%?", RegexOptions.CultureInvariant)]
    private static partial Regex FigurePattern();

    // 1、 and （2） at the beginning or behind a full stop are the numbers of a list.
    [GeneratedRegex("(?:^|[。;:] ?)[(]?[0-9]{1,2}(?:[、)]|[.](?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex ItemNumber();

    [GeneratedRegex("^《(?:中华人民共和国|中国).{2,20}》$|^《[^》]{1,7}(?<!办)法》$|^《党章》$", RegexOptions.CultureInvariant)]
    private static partial Regex LawPattern();
}
