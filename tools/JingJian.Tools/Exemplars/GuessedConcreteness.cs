using JingJian.Search.Exemplars;

namespace JingJian.Tools.Exemplars;

/// <summary>What concreteness was before it was learned: weights guessed from reading. The baseline.</summary>
internal static class GuessedConcreteness
{
    /// <summary>0 to 1.</summary>
    /// <param name="text">The text, folded.</param>
    /// <param name="deeds">How many verbs of doing stand in it.</param>
    /// <param name="isSlogan">Whether a quoted string names no mechanism.</param>
    public static double Of(string text, int deeds, Func<string, bool> isSlogan)
    {
        ConcreteSigns signs = ConcreteSigns.Of(text);
        int names = signs.Names.Count(name => !isSlogan(text[(name.Start + 1)..(name.End - 1)]));
        return (0.4 * Share(signs.Quantities.Length, 1.5))
            + (0.15 * Share(names, 1))
            + (0.1 * Share(signs.Titles.Length, 1))
            + (0.2 * Share(deeds, 2))
            + (0.15 * LengthShare(text.Length));
    }

    private static double Share(int count, double half) => count / (count + half);

    private static double LengthShare(int length) => length switch
    {
        < 90 => length / 90.0,
        <= 450 => 1,
        < 1200 => (1200 - length) / 750.0,
        _ => 0,
    };
}
