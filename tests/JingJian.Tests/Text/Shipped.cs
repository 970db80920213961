using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;
using JingJian.Text.Slots;

namespace JingJian.Tests.Text;

/// <summary>The lexicon of this checkout and a segmenter over it.</summary>
internal static class Shipped
{
    private static readonly Lazy<Lexicon> TheLexicon = new(() => Lexicon.Load(Bytes()));

    private static readonly Lazy<NameModel> TheNames = new(() => NameModel.Load(NameBytes()));

    public static Lexicon Lexicon => TheLexicon.Value;

    public static Segmenter Segmenter { get; } = new(Lexicon);

    public static Tagger Tagger { get; } = new(Lexicon);

    public static NameModel Names => TheNames.Value;

    public static byte[] NameBytes() => File.ReadAllBytes(Repository.At("models", "names", "names.model"));

    public static byte[] Bytes() => File.ReadAllBytes(Repository.At("models", "lexicon", "jieba.lexicon"));

    public static string[] Cut(string text, bool hmm = true)
    {
        var words = new List<TextSpan>();
        Segmenter.Cut(text, words, hmm);
        return Words(text, words);
    }

    public static string[] CutForSearch(string text, bool hmm = true)
    {
        var words = new List<TextSpan>();
        Segmenter.CutForSearch(text, words, hmm);
        return Words(text, words);
    }

    public static string[] CutAll(string text)
    {
        var words = new List<TextSpan>();
        Segmenter.CutAll(text, words);
        return Words(text, words);
    }

    public static string[] Tag(string text, bool hmm = true)
    {
        var words = new List<TaggedWord>();
        Tagger.Cut(text, words, hmm);
        return [.. words.Select(word => $"{word.Span.In(text)}/{word.Tag}")];
    }

    private static string[] Words(string text, List<TextSpan> words) => [.. words.Select(word => word.In(text).ToString())];
}
