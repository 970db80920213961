namespace JingJian.Text.Segmentation;

/// <summary>What a block is made of.</summary>
internal interface IBlockLetters
{
    /// <summary>Whether a block may contain <paramref name="letter"/>.</summary>
    static abstract bool Contain(char letter);
}

/// <summary><c>[\u4E00-\u9FD5a-zA-Z0-9+#&amp;._%-]</c>, for cutting.</summary>
internal readonly struct CutLetters : IBlockLetters
{
    public static bool Contain(char letter) => TagLetters.Contain(letter) || letter is '%' or '-';
}

/// <summary><c>[\u4E00-\u9FD5a-zA-Z0-9+#&amp;._]</c>, for tagging: percent sign and hyphen stand alone there.</summary>
internal readonly struct TagLetters : IBlockLetters
{
    public static bool Contain(char letter) =>
        Letters.IsHan(letter) || char.IsAsciiLetterOrDigit(letter) || letter is '+' or '#' or '&' or '.' or '_';
}
