namespace JingJian.Analysis.Reuse;

/// <summary>Equal letters: <paramref name="Length"/> letters of one text from <paramref name="A"/> on, of another from <paramref name="B"/> on.</summary>
internal readonly record struct LetterRun(int A, int B, int Length)
{
    public int EndA => A + Length;

    public int EndB => B + Length;

    /// <summary>The run without its first letters.</summary>
    public LetterRun WithoutFirst(int letters) => new(A + letters, B + letters, Length - letters);
}
