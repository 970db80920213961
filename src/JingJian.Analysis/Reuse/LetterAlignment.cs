namespace JingJian.Analysis.Reuse;

/// <summary>Which letters of two texts correspond.</summary>
/// <param name="Chain">Runs that stand in the same order in both texts; they overlap in neither.</param>
/// <param name="Moved">Runs outside that order: passages that stand in another place, or stand twice.</param>
/// <param name="Whole">Whether the texts correspond from end to end, so that what lies outside the runs was changed.</param>
internal sealed record LetterAlignment(IReadOnlyList<LetterRun> Chain, IReadOnlyList<LetterRun> Moved, bool Whole)
{
    /// <summary>The alignment of a text with its exact copy.</summary>
    public static LetterAlignment Identity(int letters) => new([new LetterRun(0, 0, letters)], [], Whole: true);
}
