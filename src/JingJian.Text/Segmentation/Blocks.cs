namespace JingJian.Text.Segmentation;

/// <summary>Divides a text into blocks, which are cut into words, and what stands between them.</summary>
/// <remarks>
/// <para>Outside the blocks each character stands alone, a surrogate pair and CR LF counting as one:</para>
/// <code>
/// 第12届“职代会”𠮷
/// [----]|[----]|-      [ ] block   | - alone
/// </code>
/// </remarks>
internal ref struct Blocks<TLetters>(ReadOnlySpan<char> text)
    where TLetters : struct, IBlockLetters
{
    private readonly ReadOnlySpan<char> text = text;

    public int Start { get; private set; }

    public int End { get; private set; }

    public bool IsBlock { get; private set; }

    public readonly TextSpan Span => TextSpan.Between(Start, End);

    /// <summary>Goes to the next stretch.</summary>
    public bool Next()
    {
        Start = End;
        if (Start == text.Length)
        {
            return false;
        }

        while (End < text.Length && TLetters.Contain(text[End]))
        {
            End++;
        }

        IsBlock = End > Start;
        if (!IsBlock)
        {
            End += LengthAlone(text[Start..]);
        }

        return true;
    }

    private static int LengthAlone(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (char.IsSurrogatePair(rest[0], rest[1]) || (rest[0] == '\r' && rest[1] == '\n')) ? 2 : 1;
}
