using JingJian.Analysis.Reuse;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>A family as a template: the text of its medoid, cut where members differ from it.</summary>
/// <remarks>
/// <para>Example: <c>2021年走访慰问88户</c> and <c>2022年走访慰问96户</c> give <c>【年份】年走访慰问【数字】户</c>.</para>
/// <para>Changes that overlap in the medoid are one slot, of the type that most members have there; a member's value is the
/// medoid's words with the member's changes in them.</para>
/// </remarks>
internal static class FamilyTemplate
{
    /// <summary>The parts of the template, in order.</summary>
    /// <param name="text">The medoid's text.</param>
    /// <param name="changes">For each member that differs what it has changed: in the medoid (A) and in the member (B).</param>
    public static IReadOnlyList<TemplatePartView> Of(string text, IReadOnlyList<IReadOnlyList<ReuseChange>> changes)
    {
        var parts = new List<TemplatePartView>();
        int end = 0;
        foreach (TextSpan slot in Slots(changes))
        {
            AddText(parts, text[end..slot.Start]);
            parts.Add(Slot(text, slot, changes));
            end = slot.End;
        }

        AddText(parts, text[end..]);
        return parts;
    }

    /// <summary>The stretches of the medoid that some member has changed, joined where they overlap.</summary>
    private static List<TextSpan> Slots(IReadOnlyList<IReadOnlyList<ReuseChange>> changes)
    {
        var slots = new List<TextSpan>();
        foreach (TextSpan at in changes.SelectMany(member => member).Where(IsSlot).Select(change => change.A).OrderBy(at => at.Start).ThenBy(at => at.End))
        {
            bool joins = slots.Count > 0 && (at.Start < slots[^1].End || at == slots[^1]);
            if (joins)
            {
                slots[^1] = TextSpan.Between(slots[^1].Start, Math.Max(slots[^1].End, at.End));
            }
            else
            {
                slots.Add(at);
            }
        }

        return slots;
    }

    private static TemplatePartView Slot(string text, TextSpan slot, IReadOnlyList<IReadOnlyList<ReuseChange>> changes)
    {
        ReuseChange[][] inside = [.. changes.Select(member => member.Where(change => IsSlot(change) && IsIn(change.A, slot)).ToArray())];
        string own = slot.In(text).ToString();
        int same = 1 + inside.Count(member => member.Length == 0);
        IEnumerable<TemplateValueView> others = inside.Where(member => member.Length > 0).Select(member => ValueOf(text, slot, member))
            .CountBy(value => value).OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => new TemplateValueView(value.Key, value.Value));
        ChangeType type = inside.SelectMany(member => member).CountBy(change => change.Type)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key;
        return new TemplatePartView(own, Names.Of(type), [new TemplateValueView(own, same), .. others]);
    }

    /// <summary>What a member has in the place of a stretch.</summary>
    private static string ValueOf(string text, TextSpan slot, ReuseChange[] inside)
    {
        string value = "";
        int end = slot.Start;
        foreach (ReuseChange change in inside.OrderBy(change => change.A.Start))
        {
            value += text[Math.Min(end, change.A.Start)..change.A.Start] + change.To;
            end = Math.Max(end, change.A.End);
        }

        return value + text[end..slot.End];
    }

    /// <summary>A passage in another place is no variable part.</summary>
    private static bool IsSlot(ReuseChange change) => change.Type != ChangeType.Reordered;

    private static bool IsIn(TextSpan at, TextSpan slot) => at.Start >= slot.Start && at.End <= slot.End && (at.Length > 0 || at == slot || at.Start < slot.End);

    private static void AddText(List<TemplatePartView> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new TemplatePartView(text, null, []));
        }
    }
}
