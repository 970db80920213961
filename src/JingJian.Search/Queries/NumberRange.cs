using System.Globalization;

namespace JingJian.Search.Queries;

/// <summary>Numbers from the first to the last, both included.</summary>
/// <param name="First">The least; 0 or more.</param>
/// <param name="Last">The most.</param>
public readonly record struct NumberRange(int First, int Last)
{
    /// <summary>Whether a number lies inside.</summary>
    public bool Contains(int number) => number >= First && number <= Last;

    /// <summary>As it is typed: 3, 3..5, or 11.. without an end.</summary>
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}..{(Last == int.MaxValue ? "" : Last)}");

    /// <summary>Reads 3, 3..5, 3.., ..5; a dash or 至 does as well as the dots, and % may stand behind a number.</summary>
    public static bool TryParse(string typed, out NumberRange range)
    {
        string value = typed.Replace("-", "..", StringComparison.Ordinal).Replace("至", "..", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal);
        int dots = value.IndexOf("..", StringComparison.Ordinal);
        string first = dots < 0 ? value : value[..dots], last = dots < 0 ? value : value[(dots + 2)..];
        int from = 0, to = int.MaxValue;
        bool valid = first.Length + last.Length > 0 && (first.Length == 0 || TryNumber(first, out from)) && (last.Length == 0 || TryNumber(last, out to));
        range = new NumberRange(from, to);
        return valid && from <= to;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
