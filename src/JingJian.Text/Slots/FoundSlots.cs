using System.Collections.Immutable;
using JingJian.Text.Normalisation;

namespace JingJian.Text.Slots;

/// <summary>The slots found so far; none overlaps another, the first one found stays.</summary>
internal sealed class FoundSlots(PlainText plain)
{
    private readonly bool[] taken = new bool[plain.Text.Length];
    private readonly List<Slot> slots = [];

    /// <summary>Whether a character is in no slot yet.</summary>
    public bool IsFree(int at) => !taken[at];

    /// <summary>Whether a stretch is in no slot yet.</summary>
    public bool IsFree(int start, int end) => !taken.AsSpan(start, end - start).Contains(true);

    /// <summary>Adds a slot of the plain text if its place is free.</summary>
    public void Add(SlotType type, int start, int end)
    {
        if (end > start && IsFree(start, end))
        {
            taken.AsSpan(start, end - start).Fill(true);
            slots.Add(new Slot(type, TextSpan.Between(start, end)));
        }
    }

    /// <summary>The same slots, to which others can be added apart.</summary>
    public FoundSlots Copy()
    {
        var copy = new FoundSlots(plain);
        taken.CopyTo(copy.taken, 0);
        copy.slots.AddRange(slots);
        return copy;
    }

    /// <summary>The names in the order of the text, as stretches of it.</summary>
    public List<Slot> Names() => [.. InPlain().Where(slot => NameLabels.IsName(slot.Type))];

    /// <summary>The slots in the order of the text, as stretches of it.</summary>
    public List<Slot> InPlain() => [.. slots.OrderBy(slot => slot.Span.Start)];

    /// <summary>The slots in the order of the text, as stretches of its source.</summary>
    public ImmutableArray<Slot> InSource() =>
        [.. slots.OrderBy(slot => slot.Span.Start).Select(slot => slot with { Span = plain.ToSource(slot.Span) })];
}
