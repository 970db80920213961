using System.Collections.Immutable;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>What somebody who is typing may want to search for.</summary>
/// <param name="Text">The word, phrase or heading; folded.</param>
/// <param name="Paragraphs">How many paragraphs have it, or stand under it.</param>
/// <param name="Kind">What it is.</param>
public sealed record Suggestion(string Text, int Paragraphs, SuggestionKind Kind);

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>A word of the texts.</summary>
    Word,

    /// <summary>Several words that follow each other in several families.</summary>
    Phrase,

    /// <summary>A heading or a title.</summary>
    Heading,

    /// <summary>A word that stands in like surroundings.</summary>
    Related,
}

/// <summary>Completes what has been typed from the words, phrases, headings and titles of an index.</summary>
internal static class Suggestions
{
    /// <summary>One of so many is a related word.</summary>
    private const int ShareOfRelated = 4;

    /// <summary>Words first, then phrases, then headings, a share of the room for each, the most frequent first; then words of like surroundings.</summary>
    public static ImmutableArray<Suggestion> For(RankedIndex ranked, string typed, int top)
    {
        IndexReader index = ranked.Reader;
        string beginning = Folding.Fold(typed.AsSpan().Trim());
        if (!Folding.HasLetter(beginning))
        {
            return [];
        }

        Suggestion[] words = [.. Best(Words(index.Texts, beginning), top)], headings = [.. Best(Headings(index, beginning), top)];
        HashSet<string> known = [.. words.Concat(headings).Select(suggestion => suggestion.Text)];
        Suggestion[] phrases = [.. Best(Phrases.For(index, ranked.Cutter, beginning).Where(phrase => !known.Contains(phrase.Text)), top)];
        known.UnionWith(phrases.Select(phrase => phrase.Text));
        Suggestion[] related = [.. Related(ranked, beginning, known).Take(top / ShareOfRelated)];
        top -= related.Length;
        int third = (top + 2) / 3, room = top - Math.Min(third, phrases.Length) - Math.Min(third, headings.Length);
        Suggestion[] first = [.. words.Take(room), .. phrases.Take(third)];
        return [.. first.Concat(headings).Take(top), .. related];
    }

    /// <summary>What is written where the typed word is, nearest first.</summary>
    private static IEnumerable<Suggestion> Related(RankedIndex ranked, string word, HashSet<string> known)
    {
        int most = known.Count + ShareOfRelated + ranked.Options.RelatedWords;
        foreach ((string near, _) in ranked.Help.Related?.Nearest([(word, 1)], most, ranked.Options.RelatedNearness) ?? [])
        {
            if (!known.Contains(near) && !near.Contains(word, StringComparison.Ordinal) && ranked.Reader.Texts.Find(near) is { WordCount: > 0 } found)
            {
                yield return new Suggestion(near, found.Count, SuggestionKind.Related);
            }
        }
    }

    private static IEnumerable<Suggestion> Words(FieldIndex field, string beginning)
    {
        foreach (TermList term in field.StartingWith(beginning))
        {
            if (term.WordCount > 0 && term.Text.Length > 1)
            {
                yield return new Suggestion(term.Text, term.Count, SuggestionKind.Word);
            }
        }
    }

    private static IEnumerable<Suggestion> Headings(IndexReader index, string part)
    {
        var paragraphs = new Dictionary<string, int>(StringComparer.Ordinal);
        DocumentCursor cursor = StringFinder.Find(index.Headings, part).Open();
        while (cursor.NextBlock())
        {
            foreach (int path in cursor.Documents)
            {
                if (index.Headings.IsDeleted(path))
                {
                    continue;
                }

                foreach (string heading in index.Headings.TextOf(path).ToString().Split('\n').Distinct(StringComparer.Ordinal))
                {
                    if (heading.Contains(part, StringComparison.Ordinal))
                    {
                        paragraphs[heading] = paragraphs.GetValueOrDefault(heading) + index.Sections.Under(path).Length;
                    }
                }
            }
        }

        return paragraphs.Select(heading => new Suggestion(heading.Key, heading.Value, SuggestionKind.Heading));
    }

    private static IEnumerable<Suggestion> Best(IEnumerable<Suggestion> suggestions, int top) => suggestions
        .OrderByDescending(suggestion => suggestion.Paragraphs)
        .ThenBy(suggestion => suggestion.Text, StringComparer.Ordinal)
        .Take(top);
}
