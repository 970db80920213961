using JingJian.Text.Lexicons;

namespace JingJian.Text.Segmentation;

/// <summary>Cuts Chinese text into words with their parts of speech.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>jieba.posseg</c>.</para>
/// <para><b>Guarantee.</b> The words and tags of <c>posseg.cut</c>. They are not always the words of <see cref="Segmenter"/>:
/// percent sign and hyphen stand alone, and unknown words come from another model.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
public sealed class Tagger
{
    private const int UsualBlockLength = 256;
    private const string NoTag = "x";
    private const string Number = "m";
    private const string Latin = "eng";

    private readonly Lexicon lexicon;
    private readonly TagTables tables;

    /// <summary>Tags with <paramref name="lexicon"/>.</summary>
    /// <exception cref="ArgumentException">It was compiled without a tag model.</exception>
    public Tagger(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        tables = lexicon.TagTables ?? throw new ArgumentException("The lexicon has no tag model.", nameof(lexicon));
    }

    /// <summary>Appends the words of <paramref name="text"/>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="words">Receives the words, in order.</param>
    /// <param name="hmm">Whether unknown words are looked for.</param>
    public void Cut(ReadOnlySpan<char> text, List<TaggedWord> words, bool hmm = true)
    {
        var scratch = new Scratch(UsualBlockLength);
        try
        {
            var blocks = new Blocks<TagLetters>(text);
            while (blocks.Next())
            {
                if (blocks.IsBlock)
                {
                    CutBlock(blocks.Span.In(text), blocks.Start, words, hmm, ref scratch);
                }
                else
                {
                    words.Add(new TaggedWord(blocks.Span, NoTag));
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private void CutBlock(ReadOnlySpan<char> block, int offset, List<TaggedWord> words, bool hmm, ref Scratch scratch)
    {
        scratch.Reserve(block.Length);
        BestRoute.Find(lexicon, block, scratch);
        if (!hmm)
        {
            JoinLatin(block, offset, words, scratch.Ends);
            return;
        }

        var walk = new RouteWalk(lexicon, block, scratch.Ends);
        while (walk.Next())
        {
            if (walk.IsUnknown)
            {
                Recognise(block, scratch.Codes, walk.Start, walk.End, offset, words);
            }
            else
            {
                int step = walk.IsRun ? 1 : walk.End - walk.Start;
                for (int at = walk.Start; at < walk.End; at += step)
                {
                    AddKnown(block, at, at + step, offset, words);
                }
            }
        }
    }

    private void Recognise(ReadOnlySpan<char> block, ReadOnlySpan<ushort> codes, int start, int end, int offset, List<TaggedWord> words)
    {
        for (int at = start; at < end;)
        {
            int from = at;
            if (Letters.IsHan(block[at]))
            {
                at = EndOf(block, at, Math.Min(end, at + HiddenTags.MaxRun), Letters.IsHan);
                HiddenTags.Cut(tables, codes[from..at], offset + from, words);
                continue;
            }

            (at, string tag) = IsNumeral(block[at]) ? (EndOf(block, at, end, IsNumeral), Number)
                : Letters.IsLatinOrDigit(block[at]) ? (EndOf(block, at, end, Letters.IsLatinOrDigit), Latin)
                : (EndOf(block, at, end, IsOther), NoTag);
            words.Add(new TaggedWord(TextSpan.Between(offset + from, offset + at), tag));
        }
    }

    private void JoinLatin(ReadOnlySpan<char> block, int offset, List<TaggedWord> words, ReadOnlySpan<int> ends)
    {
        for (int at = 0; at < block.Length;)
        {
            int start = at;
            (at, bool latin) = LatinJoiner.Next(block, ends, start);
            if (latin)
            {
                words.Add(new TaggedWord(TextSpan.Between(offset + start, offset + at), Latin));
            }
            else
            {
                AddKnown(block, start, at, offset, words);
            }
        }
    }

    private void AddKnown(ReadOnlySpan<char> block, int start, int end, int offset, List<TaggedWord> words) =>
        words.Add(new TaggedWord(TextSpan.Between(offset + start, offset + end), lexicon.Tag(block[start..end]) ?? NoTag));

    private static int EndOf(ReadOnlySpan<char> block, int at, int end, Func<char, bool> belongs)
    {
        while (at < end && belongs(block[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsNumeral(char letter) => char.IsAsciiDigit(letter) || letter == '.';

    private static bool IsOther(char letter) => !Letters.IsHan(letter) && !Letters.IsLatinOrDigit(letter) && letter != '.';
}
