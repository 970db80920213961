using JingJian.Search.Indexing;

namespace JingJian.Search.Queries;

/// <summary>Tells a pasted passage from a typed query: a long text of sentences, without operators.</summary>
public static class PastedPassage
{
    /// <summary>Shorter texts are queries, however they are punctuated.</summary>
    public const int Shortest = 80;

    private const int FewestStops = 2;

    /// <summary>Whether the text is a passage to find others like, rather than a query.</summary>
    public static bool Is(string text)
    {
        if (text.Length < Shortest)
        {
            return false;
        }

        if (text.Length > QueryParser.LongestQuery)
        {
            return true;
        }

        // A quotation inside a passage is no quoted string; a sign or bar and a star behind a word are operators; a row of stars hides a name.
        string folded = Folding.Fold(text);
        int stops = folded.Count(unit => ",。;、".Contains(unit, StringComparison.Ordinal));
        bool operators = folded.Contains('|', StringComparison.Ordinal) || folded.Contains(" or ", StringComparison.Ordinal) || HasPrefix(folded)
            || folded.StartsWith('+') || folded.Contains(" +", StringComparison.Ordinal) || folded.Contains(" -", StringComparison.Ordinal);
        return stops >= FewestStops && !operators;
    }

    private static bool HasPrefix(string folded)
    {
        for (int at = folded.IndexOf('*', 1); at > 0; at = folded.IndexOf('*', at + 1))
        {
            bool ends = at + 1 == folded.Length || folded[at + 1] is ' ' or ')';
            if (ends && Folding.IsLetter(folded[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
