namespace JingJian.Analysis.Functions;

/// <summary>What can be counted in a text without reading it.</summary>
/// <param name="Quantities">Runs of digits that a unit follows, dates apart.</param>
/// <param name="Titles">《…》.</param>
/// <param name="Quotes">“…”.</param>
/// <param name="Masks">Runs of ×, *, _ and xx.</param>
internal readonly record struct Shape(int Quantities, int Titles, int Quotes, int Masks)
{
    public static Shape Of(ReadOnlySpan<char> text)
    {
        int quantities = 0, titles = 0, quotes = 0, masks = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (char.IsAsciiDigit(unit))
            {
                while (i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] == '.'))
                {
                    i++;
                }

                quantities += i + 1 < text.Length && text[i + 1] is not ('年' or '月' or '日' or '、' or '.' or '．' or ')' or '）') ? 1 : 0;
            }
            else if (unit == '《')
            {
                titles++;
            }
            else if (unit is '“' or '「')
            {
                quotes++;
            }
            else if (IsMask(unit))
            {
                masks += i == 0 || !IsMask(text[i - 1]) ? 1 : 0;
            }
        }

        return new Shape(quantities, titles, quotes, masks);
    }

    private static bool IsMask(char unit) => unit is '×' or '*' or '_' or 'x' or 'X' or '＊';
}
