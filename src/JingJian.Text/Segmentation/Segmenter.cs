using System.Buffers;
using JingJian.Text.Lexicons;

namespace JingJian.Text.Segmentation;

/// <summary>Cuts Chinese text into words.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1 (Sun Junyi, MIT).</para>
/// <para><b>Guarantee.</b> The words of <c>jieba.cut</c> and <c>jieba.cut_for_search</c>, in their order, including what
/// one may not expect: a character outside the BMP (𠮷) is a word of its own, so is every blank, and CR LF is one word.
/// The words of <see cref="Cut"/> cover the text without gap or overlap and never split a surrogate pair.</para>
/// <para><b>Cost.</b> Linear in the text; nothing is allocated per word beyond the growth of the list.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
/// <param name="lexicon">The words and their frequencies.</param>
public sealed class Segmenter(Lexicon lexicon)
{
    private const int UsualBlockLength = 256;

    /// <summary>The words and their frequencies.</summary>
    public Lexicon Lexicon { get; } = lexicon;

    /// <summary>Appends the words of <paramref name="text"/>.</summary>
    /// <param name="text">Any text; a lone surrogate is a word of its own.</param>
    /// <param name="words">Receives the words, in order.</param>
    /// <param name="hmm">Whether characters that the dictionary leaves single are joined by the character model.</param>
    public void Cut(ReadOnlySpan<char> text, List<TextSpan> words, bool hmm = true)
    {
        var scratch = new Scratch(UsualBlockLength);
        try
        {
            var blocks = new Blocks<CutLetters>(text);
            while (blocks.Next())
            {
                if (blocks.IsBlock)
                {
                    CutBlock(blocks.Span.In(text), blocks.Start, words, hmm, ref scratch);
                }
                else
                {
                    words.Add(blocks.Span);
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    /// <summary>Appends all dictionary words of <paramref name="text"/>, overlapping ones too: jieba's full mode.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="words">Receives the words by their start; between blocks, what stands between two blanks is one piece.</param>
    /// <remarks>jieba gives empty words around blanks and blocks; they are left out.</remarks>
    public void CutAll(ReadOnlySpan<char> text, List<TextSpan> words)
    {
        var scratch = new Scratch(UsualBlockLength);
        try
        {
            var blocks = new Blocks<CutLetters>(text);
            int pieceStart = 0;
            while (blocks.Next())
            {
                bool blank = Letters.IsBlank(text[blocks.Start]);
                if (!blocks.IsBlock && !blank)
                {
                    continue;
                }

                AddPiece(pieceStart, blocks.Start, words);
                pieceStart = blocks.End;
                if (blank)
                {
                    words.Add(blocks.Span);
                }
                else
                {
                    scratch.Reserve(blocks.Span.Length);
                    BestRoute.Encode(Lexicon, blocks.Span.In(text), scratch);
                    new AllWords(Lexicon, blocks.Span.In(text), blocks.Start, words, scratch).Cut();
                }
            }

            AddPiece(pieceStart, text.Length, words);
        }
        finally
        {
            scratch.Dispose();
        }
    }

    /// <summary>Appends the words of <paramref name="text"/>, each after the dictionary words of two and three characters inside it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="words">Receives the words; those inside a longer word come first, the pairs before the triples.</param>
    /// <param name="hmm">As for <see cref="Cut"/>.</param>
    public void CutForSearch(ReadOnlySpan<char> text, List<TextSpan> words, bool hmm = true)
    {
        int first = words.Count;
        Cut(text, words, hmm);
        int count = words.Count - first;
        TextSpan[] whole = ArrayPool<TextSpan>.Shared.Rent(count);
        words.CopyTo(first, whole, 0, count);
        words.RemoveRange(first, count);
        foreach (TextSpan word in whole.AsSpan(0, count))
        {
            AddInner(text, word, 2, words);
            AddInner(text, word, 3, words);
            words.Add(word);
        }

        ArrayPool<TextSpan>.Shared.Return(whole);
    }

    private static void AddPiece(int start, int end, List<TextSpan> words)
    {
        if (end > start)
        {
            words.Add(TextSpan.Between(start, end));
        }
    }

    private void AddInner(ReadOnlySpan<char> text, TextSpan word, int length, List<TextSpan> words)
    {
        if (word.Length <= length)
        {
            return;
        }

        for (int at = word.Start; at + length <= word.End; at++)
        {
            var inner = new TextSpan(at, length);
            if (Lexicon.Contains(inner.In(text)))
            {
                words.Add(inner);
            }
        }
    }

    private void CutBlock(ReadOnlySpan<char> block, int offset, List<TextSpan> words, bool hmm, ref Scratch scratch)
    {
        scratch.Reserve(block.Length);
        BestRoute.Find(Lexicon, block, scratch);
        if (hmm)
        {
            new UnknownWords(Lexicon, block, offset, words, scratch).Cut();
        }
        else
        {
            LatinJoiner.Cut(block, offset, words, scratch.Ends);
        }
    }
}
