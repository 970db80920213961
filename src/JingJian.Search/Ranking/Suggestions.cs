using System.Collections.Immutable;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>What somebody who is typing may want to search for.</summary>
/// <param name="Text">The word or heading; folded.</param>
/// <param name="Paragraphs">How many paragraphs have it, or stand under it.</param>
/// <param name="IsHeading">Whether it is a heading rather than a word.</param>
public sealed record Suggestion(string Text, int Paragraphs, bool IsHeading);

/// <summary>Completes what has been typed from the words and headings of an index.</summary>
internal static class Suggestions
{
    /// <summary>Words first, then headings; the most frequent first.</summary>
    public static ImmutableArray<Suggestion> For(IndexReader index, string typed, int top)
    {
        string beginning = Folding.Fold(typed.AsSpan().Trim());
        return Folding.HasLetter(beginning)
            ? [.. Best(Words(index.Texts, beginning), top - (top / 2)).Concat(Best(Headings(index, beginning), top)).Take(top)]
            : [];
    }

    private static IEnumerable<Suggestion> Words(FieldIndex field, string beginning)
    {
        foreach (TermList term in field.StartingWith(beginning))
        {
            if (term.WordCount > 0 && term.Text.Length > 1)
            {
                yield return new Suggestion(term.Text, term.Count, IsHeading: false);
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

        return paragraphs.Select(heading => new Suggestion(heading.Key, heading.Value, IsHeading: true));
    }

    private static IEnumerable<Suggestion> Best(IEnumerable<Suggestion> suggestions, int top) => suggestions
        .OrderByDescending(suggestion => suggestion.Paragraphs)
        .ThenBy(suggestion => suggestion.Text, StringComparer.Ordinal)
        .Take(top);
}
