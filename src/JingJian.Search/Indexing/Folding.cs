namespace JingJian.Search.Indexing;

/// <summary>Makes letters that people do not tell apart equal: full and half width, upper and lower case, traditional and simplified.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> One UTF-16 unit becomes one unit, so a span of the folded text is the same span of the
/// text itself. Everything in an index and everything that is looked up in it is folded: "the text contains the string"
/// always means "after folding, ordinal".</para>
/// <para>Example: <c>ＡＰＰ上线，２３家</c> becomes <c>app上线,23家</c>, <c>職工</c> becomes <c>职工</c>.</para>
/// </remarks>
public static class Folding
{
    private const int WidthDistance = '！' - '!';
    private const char FirstIdeograph = '\u3400', LastIdeograph = '\uFAFF';

    // A look-up in an array: folding is the first step of every index and every query.
    private static readonly char[] Simplified =
        [.. Enumerable.Range(FirstIdeograph, LastIdeograph - FirstIdeograph + 1).Select(unit => TraditionalLetters.Simplify((char)unit))];

    /// <summary>The folded form of one unit.</summary>
    public static char Fold(char unit) => unit switch
    {
        >= '！' and <= '～' => char.ToLowerInvariant((char)(unit - WidthDistance)),
        '\u3000' => ' ',
        >= FirstIdeograph and <= LastIdeograph => Simplified[unit - FirstIdeograph],
        _ => char.ToLowerInvariant(unit),
    };

    /// <summary>The folded form of a text, of the same length.</summary>
    public static string Fold(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (int i = 0; i < folded.Length; i++)
        {
            folded[i] = Fold(source[i]);
        }
    });

    /// <summary>Whether a unit carries meaning for look-ups: a letter, a digit, or half of a rare character such as 𠮷.</summary>
    internal static bool IsLetter(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit);

    /// <summary>Whether a word holds any letter at all, so is not mere punctuation.</summary>
    internal static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (char unit in word)
        {
            if (IsLetter(unit))
            {
                return true;
            }
        }

        return false;
    }
}
