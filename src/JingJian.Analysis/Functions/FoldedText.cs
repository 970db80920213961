namespace JingJian.Analysis.Functions;

/// <summary>A text as features see it: figures, masks, widths and blanks made the same.</summary>
/// <remarks>A run of digits becomes one 0, of masks one _, Latin letters become small, blanks go. A buffer, used again for the next text.</remarks>
internal sealed class FoldedText
{
    /// <summary>Longer texts are seen by their beginning and their end.</summary>
    private const int LongestHalf = 600;

    private char[] buffer = new char[256];

    /// <summary>Folds a text; valid until the next call.</summary>
    public ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        if (buffer.Length < Math.Min(text.Length, 2 * LongestHalf))
        {
            buffer = new char[2 * LongestHalf];
        }

        if (text.Length <= 2 * LongestHalf)
        {
            return buffer.AsSpan(0, Append(text, 0));
        }

        int length = Append(text[..LongestHalf], 0);
        return buffer.AsSpan(0, Append(text[^LongestHalf..], length));
    }

    private int Append(ReadOnlySpan<char> text, int length)
    {
        foreach (char unit in text)
        {
            char folded = Fold(unit);
            bool repeats = folded is '0' or '_' && length > 0 && buffer[length - 1] == folded;
            if (folded != ' ' && !repeats)
            {
                buffer[length++] = folded;
            }
        }

        return length;
    }

    private static char Fold(char unit) => unit switch
    {
        >= '0' and <= '9' => '0',
        >= 'a' and <= 'w' => unit,
        >= '\u4E00' and <= '\u9FFF' => unit,
        'x' or 'X' or '_' or '*' or '×' or '＊' => '_',
        >= 'A' and <= 'Z' => (char)(unit | 0x20),
        >= '０' and <= '９' => '0',
        ' ' or '\u3000' or '\t' or '\u00A0' => ' ',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '%' => '％',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        _ => unit,
    };
}
