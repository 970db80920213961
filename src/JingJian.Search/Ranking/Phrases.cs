using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>How the texts of an index go on after what has been typed.</summary>
/// <remarks>
/// <para>The words behind each first occurrence, up to the next mark; a phrase that nearly always goes on in one way gives way to the
/// longer one.</para>
/// <para><b>Cost.</b> At most some hundred texts are read; which ones follows from the ids alone.</para>
/// </remarks>
internal static class Phrases
{
    private const int LongestPhrase = 14;
    private const int FewestFamilies = 3;
    private const int MostTexts = 600;

    /// <summary>A phrase stands back when so much of it is a longer one.</summary>
    private const double NearlyAlways = 0.8;

    /// <summary>The phrases that begin so and stand in several families, with their counts of paragraphs.</summary>
    public static IEnumerable<Suggestion> For(IndexReader index, WordCutter cutter, string beginning)
    {
        Dictionary<string, HashSet<int>> families = Continuations(index, cutter, beginning);
        foreach ((string phrase, HashSet<int> its) in families)
        {
            bool goesOn = families.Any(other => other.Key.Length > phrase.Length && other.Key.StartsWith(phrase, StringComparison.Ordinal) && other.Value.Count >= its.Count * NearlyAlways);
            if (its.Count >= FewestFamilies && !goesOn)
            {
                yield return new Suggestion(phrase, StringFinder.Find(index.Texts, phrase).Count, SuggestionKind.Phrase);
            }
        }
    }

    private static Dictionary<string, HashSet<int>> Continuations(IndexReader index, WordCutter cutter, string beginning)
    {
        var families = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        DocumentList found = StringFinder.Find(index.Texts, beginning);
        long step = 1 + (found.Count / MostTexts);
        var words = new List<TextSpan>();
        DocumentCursor cursor = found.Open();
        while (cursor.NextBlock())
        {
            foreach (int document in cursor.Documents)
            {
                if (!index.Texts.IsDeleted(document) && index.Columns.Ids[document] % step == 0)
                {
                    Add(index.Texts.TextOf(document), index.Columns.Groups[document]);
                }
            }
        }

        return families;

        void Add(ReadOnlySpan<char> text, int family)
        {
            int at = text.IndexOf(beginning), end = at + beginning.Length;
            while (end < text.Length && end - at < LongestPhrase && Folding.IsLetter(text[end]))
            {
                end++;
            }

            words.Clear();
            cutter(text[at..end], words);
            foreach (TextSpan word in words.Where(word => word.End > beginning.Length && word.Start > 0))
            {
                string phrase = text.Slice(at, word.End).ToString();
                families.TryAdd(phrase, []);
                families[phrase].Add(family);
            }
        }
    }
}
