namespace JingJian.Text.Slots;

/// <summary>What one piece shows by itself and by its place; words and the like are keys.</summary>
internal sealed class NameView
{
    public ulong Word { get; set; }

    public ulong Tag { get; set; }

    /// <summary>0 a known word, 1 and 2 parts of one, 3 to 6 an unknown character alone, first, last, inner.</summary>
    public int Shape { get; set; }

    public char First { get; set; }

    public char Last { get; set; }

    /// <summary>The first two characters, 0 when there is but one; likewise the last two.</summary>
    public ulong FirstTwo { get; set; }

    public ulong LastTwo { get; set; }

    public int Length { get; set; }

    /// <summary>See <see cref="NameClasses"/>.</summary>
    public uint Classes { get; set; }

    /// <summary>Groups of words that stand alike; 0 when unknown.</summary>
    public int Wide { get; set; }

    public int Narrow { get; set; }

    /// <summary>The narrow group of the whole word of which this is a part.</summary>
    public int WholeNarrow { get; set; }

    /// <summary>What the rules say: the type and whether it begins and ends here; 0 for nothing.</summary>
    public int Vote { get; set; }

    public bool IsQuoted { get; set; }

    /// <summary>The kind of the known place here and whether it begins and ends here; 0 for none.</summary>
    public int Place { get; set; }

    /// <summary>The kind of the administrative division that stands here, likewise.</summary>
    public int Division { get; set; }

    /// <summary>The kind of the well-known name that stands here, likewise.</summary>
    public int Known { get; set; }

    /// <summary>How many pieces on an organisation's name could end, and the end of that piece; 0 when none does in this clause.</summary>
    public int EndDistance { get; set; }

    public ulong End { get; set; }

    /// <summary>How many pieces back a name could begin; 0 when none does.</summary>
    public int BeginDistance { get; set; }

    /// <summary>The marks around the stretch without marks in which this stands, and the letters of that stretch up to seven.</summary>
    public ulong Stretch { get; set; }

    /// <summary>What the stretches before and after are, where 、 joins them to this: 0 nothing, a type of name by the rules, or 15 for two to four letters that begin with a surname.</summary>
    public int MateBefore { get; set; }

    public int MateAfter { get; set; }

    /// <summary>What this stretch is by itself, likewise.</summary>
    public int Own { get; set; }

    /// <summary>Pieces from the beginning and to the end of that stretch, each up to three.</summary>
    public int InStretch { get; set; }
}
