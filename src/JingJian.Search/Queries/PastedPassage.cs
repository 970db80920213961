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

        // A quotation inside a passage is no quoted string; a sign, a bar, a field or a star at a word is an operator.
        string folded = Folding.Fold(text);
        int stops = folded.Count(unit => ",。;、".Contains(unit, StringComparison.Ordinal));
        bool operators = folded.Contains('|', StringComparison.Ordinal) || folded.Contains(" or ", StringComparison.Ordinal) || folded.Contains('*', StringComparison.Ordinal)
            || folded.StartsWith('+') || folded.Contains(" +", StringComparison.Ordinal) || folded.Contains(" -", StringComparison.Ordinal);
        return stops >= FewestStops && !operators;
    }
}
