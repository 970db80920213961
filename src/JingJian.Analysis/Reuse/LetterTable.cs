using System.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>What one UTF-16 unit is to the comparison of texts.</summary>
internal enum UnitClass : byte
{
    /// <summary>Punctuation, blanks, symbols: dropped.</summary>
    Separator,

    /// <summary>A letter, compared in its folded form.</summary>
    Letter,

    /// <summary>A Latin letter: a run of x alone is a mask.</summary>
    Latin,

    /// <summary>A decimal digit.</summary>
    Digit,

    /// <summary>A character that stands for something erased.</summary>
    Mask,

    /// <summary>Half of a character outside the basic plane.</summary>
    Surrogate,
}

/// <summary>Class and folded form of every UTF-16 unit.</summary>
/// <remarks>
/// <para><b>Source.</b> NFKC of single characters where it gives a single character, then simple lower case; so full-width
/// and compatibility forms equal the plain ones. What NFKC spells with several characters (㈠, ㎡) is dropped.</para>
/// </remarks>
internal static class LetterTable
{
    /// <summary>What people write in place of what they erased; x and X are decided by their neighbours.</summary>
    private const string Masks = "_*×○●◯✕✖╳□■";

    private static readonly UnitClass[] Classes = new UnitClass[0x10000];
    private static readonly char[] Folded = new char[0x10000];

    static LetterTable()
    {
        for (int unit = 0; unit < 0x10000; unit++)
        {
            char folded = char.ToLowerInvariant(Compatible((char)unit));
            Folded[unit] = folded;
            Classes[unit] = Classify(folded);
        }
    }

    public static UnitClass ClassOf(char unit) => Classes[unit];

    public static char Fold(char unit) => Folded[unit];

    private static UnitClass Classify(char folded) => folded switch
    {
        >= 'a' and <= 'z' => UnitClass.Latin,
        >= '0' and <= '9' => UnitClass.Digit,
        _ when Masks.Contains(folded, StringComparison.Ordinal) => UnitClass.Mask,
        _ when char.IsSurrogate(folded) => UnitClass.Surrogate,
        _ when char.IsLetter(folded) => UnitClass.Letter,
        _ when char.IsDigit(folded) => UnitClass.Digit,
        _ => UnitClass.Separator,
    };

    /// <summary>NFKC of one unit, asked only in the ranges where Chinese documents meet compatibility forms.</summary>
    private static char Compatible(char unit)
    {
        if (unit is (>= '\u2E80' and <= '\u2FDF') or (>= '\u3200' and <= '\u33FF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF'))
        {
            string normal = unit.ToString().Normalize(NormalizationForm.FormKC);
            return normal.Length == 1 ? normal[0] : '\0';
        }

        return unit;
    }
}
