using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>The letters of a paragraph, each with its place in the text, and the slots between them.</summary>
/// <remarks>
/// <para>Example: <c>20_年，OA办公１２项</c> has the letters <c>年oa办公项</c> and the slots <c>20_</c> (year) and <c>１２</c> (figure).</para>
/// <para><b>Unit.</b> A letter is one UTF-16 unit; a character outside the basic plane is two letters, and spans are cut
/// so that they never hold one half.</para>
/// <para><b>Threads.</b> An instance is a reusable buffer for one thread: <see cref="Read"/> replaces its content.</para>
/// </remarks>
internal sealed class NormalizedText
{
    private readonly List<Slot> slots = [];
    private char[] letters = new char[256];
    private int[] offsets = new int[256];
    private string text = "";
    private int count;

    /// <summary>A buffer that holds nothing yet.</summary>
    public NormalizedText()
    {
    }

    /// <summary>Reads a text at once.</summary>
    public NormalizedText(string text) => Read(text);

    /// <summary>The text that was read.</summary>
    public string Text => text;

    /// <summary>The folded letters.</summary>
    public ReadOnlySpan<char> Letters => letters.AsSpan(0, count);

    /// <summary>The slots, in order.</summary>
    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>Where a letter stands in the text; for the count of letters, the end of the text.</summary>
    public int OffsetOf(int letter) => letter < count ? offsets[letter] : text.Length;

    /// <summary>The index of the first slot that stands at or after a letter; the count of slots when there is none.</summary>
    public int FirstSlotAt(int letter)
    {
        int low = 0, high = slots.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (slots[middle].Letter < letter)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The slots with index [<paramref name="first"/>, <paramref name="after"/>).</summary>
    public Slot[] SlotsFrom(int first, int after) => first >= after ? [] : [.. slots[first..after]];

    /// <summary>How many letters stand before an offset of the text.</summary>
    public int LettersBefore(int offset)
    {
        int found = Array.BinarySearch(offsets, 0, count, offset);
        return found < 0 ? ~found : found;
    }

    /// <summary>From the first of a run of letters to the end of its last; never half a character.</summary>
    public TextSpan SpanOf(int letter, int length)
    {
        if (length > 0 && char.IsLowSurrogate(letters[letter]))
        {
            letter++;
            length--;
        }

        if (length > 0 && char.IsHighSurrogate(letters[letter + length - 1]))
        {
            length--;
        }

        return length == 0
            ? new TextSpan(OffsetOf(letter), 0)
            : TextSpan.Between(offsets[letter], offsets[letter + length - 1] + 1);
    }

    /// <summary>Reads a text, in one pass from left to right.</summary>
    public void Read(string source)
    {
        text = source;
        count = 0;
        slots.Clear();
        if (letters.Length < source.Length)
        {
            int capacity = Math.Max(source.Length, letters.Length * 2);
            letters = new char[capacity];
            offsets = new int[capacity];
        }

        for (int at = 0; at < source.Length;)
        {
            at = LetterTable.ClassOf(source[at]) switch
            {
                UnitClass.Letter => ReadLetter(at),
                UnitClass.Latin => ReadLatin(at),
                UnitClass.Digit or UnitClass.Mask => ReadSlot(at),
                UnitClass.Surrogate => ReadPair(at),
                _ => at + 1,
            };
        }
    }

    private int ReadLetter(int at)
    {
        int end = SlotReader.EndOfChineseYear(text, at);
        if (end > at)
        {
            slots.Add(new Slot(SlotKind.Year, at, end, count));
            return end;
        }

        return Add(at);
    }

    private int ReadLatin(int at)
    {
        int end = SlotReader.EndOfLatin(text, at);
        if (SlotReader.IsMask(text, at, end))
        {
            return ReadSlot(at);
        }

        while (at < end)
        {
            at = Add(at);
        }

        return end;
    }

    private int ReadSlot(int at)
    {
        int end = SlotReader.EndOfSlot(text, at);
        slots.Add(new Slot(SlotReader.KindOf(text, at, end), at, end, count));
        return end;
    }

    private int ReadPair(int at)
    {
        bool whole = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        if (!whole)
        {
            return at + 1;
        }

        if (char.IsLetter(text, at))
        {
            Add(at);
            Add(at + 1);
        }

        return at + 2;
    }

    private int Add(int at)
    {
        letters[count] = LetterTable.Fold(text[at]);
        offsets[count] = at;
        count++;
        return at + 1;
    }
}
