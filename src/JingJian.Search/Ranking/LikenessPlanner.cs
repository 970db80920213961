using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>Turns a passage into a search for others like it: its most telling words.</summary>
/// <remarks>
/// <para><b>Source.</b> More-like-this as Lucene has it: the words with the highest tf·idf become a query.</para>
/// <para><b>Departures.</b> Words in a clause that stands in many families (在上级工会的正确领导下) count a fifth: set phrases of the
/// genre would otherwise find every report that has them.</para>
/// </remarks>
internal static class LikenessPlanner
{
    private const int MostWords = 24;
    private const int ShortestClause = 6;
    private const int FamiliesOfAFormula = 5;
    private const float FormulaShare = 0.2f;

    public static QueryPlan Plan(RankedIndex index, string text, GroupMatcher restriction)
    {
        Atom[] atoms = [.. TellingWords(index, Folding.Fold(text))];
        Matcher any = new AnyMatcher([.. atoms.Select(atom => new AtomMatcher(atom, index))]);
        return new QueryPlan(new GroupMatcher([restriction, any], [], [], [], index.Reader.Columns.Documents), atoms, [], [], [], []);
    }

    private static IEnumerable<Atom> TellingWords(RankedIndex index, string text)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        var spans = new List<TextSpan>();
        foreach (TextSpan clause in Clauses(text))
        {
            string words = clause.In(text).ToString();
            float weight = IsFormula(index.Reader, words) ? FormulaShare : 1;
            spans.Clear();
            index.Cutter(words, spans);
            foreach (TextSpan span in spans.Where(span => span.Length > 1 && Folding.HasLetter(span.In(words))))
            {
                string word = span.In(words).ToString();
                weights[word] = weights.GetValueOrDefault(word) + weight;
            }
        }

        return weights
            .Select(word => Atom(index, word.Key, word.Value))
            .OfType<Atom>()
            .OrderByDescending(atom => atom.Idf)
            .ThenBy(atom => atom.Text, StringComparer.Ordinal)
            .Take(MostWords);
    }

    /// <summary>The word with its idf times its weight, so that both choose it and score it; null when no paragraph has it.</summary>
    private static Atom? Atom(RankedIndex index, string word, float weight)
    {
        if (index.Reader.Texts.Find(word) is not { } term)
        {
            return null;
        }

        float idf = index.Texts.Idf(term.WordCount > 0 ? term.WordCount : term.Count);
        var queryWord = new QueryWord(word, default, WordMatch.Word, WordScope.Text);
        return new Atom(queryWord, term, HeadingHits.None, idf * weight) { PrefersWords = term.WordCount > 0 };
    }

    private static bool IsFormula(IndexReader reader, string clause)
    {
        if (clause.Length < ShortestClause)
        {
            return false;
        }

        var families = new HashSet<int>();
        DocumentCursor cursor = StringFinder.Find(reader.Texts, clause).Open();
        while (cursor.NextBlock())
        {
            foreach (int document in cursor.Documents)
            {
                if (!reader.Texts.IsDeleted(document))
                {
                    families.Add(reader.Columns.Groups[document]);
                }

                if (families.Count >= FamiliesOfAFormula)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<TextSpan> Clauses(string text)
    {
        var clauses = new List<TextSpan>();
        int start = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || ",;:!?。、\n".Contains(text[at], StringComparison.Ordinal))
            {
                if (at > start)
                {
                    clauses.Add(TextSpan.Between(start, at));
                }

                start = at + 1;
            }
        }

        return clauses;
    }
}
