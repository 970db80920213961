namespace JingJian.Search.Ranking;

/// <summary>Rounds the parts of a score so that adding them up is exact, in whatever order.</summary>
/// <remarks>
/// <para>Every part is a multiple of 2⁻³², and a score stays far below 2²⁰: so no sum of parts is ever rounded. A bound that
/// was added up in another order than the score is therefore a bound, and pruning never changes a result.</para>
/// </remarks>
internal static class Exactly
{
    // Between 2²⁰ and 2²¹ neighbouring doubles are 2⁻³² apart.
    private const double Shift = 1.5 * (1 << 20);

    public static double Part(float value) => value + Shift - Shift;
}
