using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Tools.Benchmarks;

/// <summary>Texts as the peers get them: the words of the cutter, folded, between blanks.</summary>
internal static class PeerTokens
{
    public static string Of(string text, WordCutter cutter)
    {
        string folded = Folding.Fold(text);
        var spans = new List<TextSpan>();
        cutter(folded, spans);
        return string.Join(' ', spans.Select(span => span.In(folded).ToString()).Where(IsWord));
    }

    // Neither punctuation nor anything that the peers would part again.
    private static bool IsWord(string word) => word.Any(unit => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)) && !word.Any(char.IsWhiteSpace);
}
