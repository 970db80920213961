using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>What stands in one text where two texts differ: some letters, and the slots around and between them.</summary>
internal readonly struct ChangedText
{
    private static readonly string?[] Singles = new string?[0x10000];

    /// <summary>The letters [<paramref name="start"/>, <paramref name="end"/>) and every slot from before the first to after the last.</summary>
    public ChangedText(NormalizedText text, int start, int end)
        : this(text, start, end, text.FirstSlotAt(start), text.FirstSlotAt(end + 1))
    {
    }

    /// <summary>The letters [<paramref name="start"/>, <paramref name="end"/>) and some of the text's slots.</summary>
    public ChangedText(NormalizedText text, int start, int end, int firstSlot, int afterSlot)
    {
        Text = text;
        Start = start;
        End = end;
        FirstSlot = firstSlot;
        Slots = text.SlotsFrom(firstSlot, afterSlot);
        Span = Extent();
    }

    public NormalizedText Text { get; }

    /// <summary>First changed letter.</summary>
    public int Start { get; }

    /// <summary>First letter after the change.</summary>
    public int End { get; }

    /// <summary>The index in the text of the first of <see cref="Slots"/>.</summary>
    public int FirstSlot { get; }

    public Slot[] Slots { get; }

    /// <summary>From the first changed letter or slot to the last; empty where nothing stands.</summary>
    public TextSpan Span { get; }

    public bool HasLetters => End > Start;

    /// <summary>The changed letters, folded.</summary>
    public ReadOnlySpan<char> Letters => Text.Letters[Start..End];

    public bool IsEmpty => !HasLetters && Slots.Length == 0;

    public bool IsLoneMask => !HasLetters && Slots.Length > 0 && Array.TrueForAll(Slots, slot => slot.Kind == SlotKind.Mask);

    /// <summary>The words that stand here. Most changes are of one character, and there are not many of those.</summary>
    public string Words => Span.Length == 1 ? Single(Text.Text[Span.Start]) : Span.In(Text.Text).ToString();

    /// <summary>The character that follows; NUL at the end of the text.</summary>
    public char Next => Span.End < Text.Text.Length ? Text.Text[Span.End] : '\0';

    /// <summary>Whether the difference means nothing: no letters, and the same slots up to how they are written or masked.</summary>
    public static bool Same(ChangedText a, ChangedText b)
    {
        if (a.HasLetters || b.HasLetters || a.Slots.Length != b.Slots.Length)
        {
            return a.IsEmpty && b.IsEmpty;
        }

        for (int i = 0; i < a.Slots.Length; i++)
        {
            if (!SameSlot(a.Text.Text.AsSpan(a.Slots[i].Start, a.Slots[i].End - a.Slots[i].Start), b.Text.Text.AsSpan(b.Slots[i].Start, b.Slots[i].End - b.Slots[i].Start)))
            {
                return false;
            }
        }

        return true;
    }

    private static string Single(char unit) => Singles[unit] ??= unit.ToString();

    private static bool SameSlot(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (IsMasked(a) && IsMasked(b))
        {
            return true;
        }

        if (a.Length != b.Length)
        {
            return false;
        }

        for (int i = 0; i < a.Length; i++)
        {
            if (LetterTable.Fold(a[i]) != LetterTable.Fold(b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMasked(ReadOnlySpan<char> slot)
    {
        foreach (char unit in slot)
        {
            if (LetterTable.ClassOf(unit) is UnitClass.Mask or UnitClass.Latin || LetterTable.Fold(unit) is '-' or '—' or '–')
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan Extent()
    {
        int after = Start > 0 ? Text.OffsetOf(Start - 1) + 1 : 0;
        if (IsEmpty)
        {
            return new TextSpan(after, 0);
        }

        int start = int.MaxValue;
        int end = 0;
        if (HasLetters)
        {
            TextSpan letters = Text.SpanOf(Start, End - Start);
            (start, end) = (letters.Start, letters.End);
        }

        if (Slots.Length > 0)
        {
            start = Math.Min(start, Slots[0].Start);
            end = Math.Max(end, Slots[^1].End);
        }

        return TextSpan.Between(start, end);
    }
}
