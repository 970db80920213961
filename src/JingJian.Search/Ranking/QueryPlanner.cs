using System.Globalization;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>Looks the words of a query up and decides how each is searched.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. A word that the index knows as a word, or that stands in enough paragraphs as a string, is searched
/// as it is typed (厂务公开, 工人先锋号). Any other (职工生大病怎么帮) is cut, and its parts are wanted words in its place;
/// nearness then lets the unbroken string lead. What is demanded (+, -, quotes) is never replaced.</para>
/// </remarks>
internal sealed class QueryPlanner(RankedIndex index, Func<string, IEnumerable<int>>? findSources)
{
    /// <summary>Up to here one paragraph is enough to take an unknown string for a word: most Chinese terms have two to four letters.</summary>
    private const int UsualWordLength = 4;

    /// <summary>So many paragraphs show that a longer string is a term of its own, not a sentence that somebody wrote once.</summary>
    private const int ParagraphsOfATerm = 3;

    private readonly List<Atom> atoms = [];
    private readonly List<AtomPair> pairs = [];
    private readonly List<DroppedWord> dropped = [];
    private readonly List<SplitWord> split = [];

    private IndexReader Reader => index.Reader;

    public static QueryPlan Plan(RankedIndex index, SearchRequest request)
    {
        var planner = new QueryPlanner(index, request.FindSources);
        QueryGroup root = request.Query.Root as QueryGroup ?? new QueryGroup([new QueryClause(Occur.Wanted, request.Query.Root)]);
        GroupMatcher matcher = planner.Group(root, asked: true);
        planner.SharePresence();
        return new QueryPlan(matcher, planner.atoms, planner.pairs, planner.dropped, planner.split);
    }

    private GroupMatcher Group(QueryGroup group, bool asked)
    {
        List<Matcher> must = [], wanted = [], mustNot = [];
        List<DocumentFilter> filters = [];
        AtomMatcher? neighbour = null;
        var seen = new HashSet<(Occur, string, WordMatch, WordScope)>();
        foreach (QueryClause clause in group.Clauses)
        {
            bool clauseAsked = asked && clause.Occur != Occur.MustNot;
            if (Filter(clause.Node) is { } filter)
            {
                filters.Add(clause.Occur == Occur.MustNot ? new AllFilter([], [filter]) : filter);
            }
            else if (clause.Node is QueryWord word)
            {
                IEnumerable<Atom> atomsOfWord = clause.Occur == Occur.Wanted ? LookUpLeniently(word) : [LookUp(word)];
                foreach (Atom atom in atomsOfWord.Where(atom => seen.Add((clause.Occur, atom.Text, atom.Word.Match, atom.Word.Scope))))
                {
                    AtomMatcher matcher = Matcher(atom, clauseAsked);
                    PartsFor(clause.Occur).Add(matcher);
                    neighbour = clauseAsked ? Join(neighbour, matcher) : neighbour;
                }
            }
            else
            {
                PartsFor(clause.Occur).Add(Node(clause.Node, clauseAsked));
                neighbour = null;
            }
        }

        return new GroupMatcher([.. must], [.. wanted], [.. mustNot], [.. filters], Reader.Columns.Documents);

        List<Matcher> PartsFor(Occur occur) => occur switch
        {
            Occur.Must => must,
            Occur.MustNot => mustNot,
            _ => wanted,
        };
    }

    private Matcher Node(QueryNode node, bool asked) => node switch
    {
        QueryGroup group => Group(group, asked),
        QueryAny any => new AnyMatcher([.. any.Alternatives.Select(part => Node(part, asked))]),
        QueryWord word => Matcher(LookUp(word), asked),
        _ => new FilterMatcher(Filter(node)!, Reader.Columns.Documents),
    };

    private AtomMatcher Matcher(Atom atom, bool asked)
    {
        if (asked)
        {
            atoms.Add(atom);
            if (!atom.IsFound)
            {
                dropped.Add(new DroppedWord(atom.Text, atom.Word.At));
            }
        }

        return new AtomMatcher(atom, index);
    }

    private AtomMatcher Join(AtomMatcher? neighbour, AtomMatcher next)
    {
        // A prefix stands in other texts, too, than those with a word that begins so: nearness would find more than the list.
        if (neighbour is { Atom: { InText.Count: > 0, Word.Match: not WordMatch.Prefix } }
            && next.Atom is { InText.Count: > 0, Word.Match: not WordMatch.Prefix })
        {
            pairs.Add(new AtomPair(neighbour, next));
        }

        return next;
    }

    /// <summary>The word itself where that can be found, else its parts.</summary>
    private IEnumerable<Atom> LookUpLeniently(QueryWord word)
    {
        if (word.Match != WordMatch.Word || IsKnown(word.Text))
        {
            return [LookUp(word)];
        }

        Atom typed = LookUp(word);
        List<QueryWord> parts = Parts(word);
        bool isTerm = word.Text.Length <= UsualWordLength ? typed.IsFound : typed.InText.Count >= ParagraphsOfATerm;
        if (isTerm || parts.Count == 0 || (parts.Count == 1 && parts[0].Text == word.Text))
        {
            return [typed];
        }

        split.Add(new SplitWord(word.Text, word.At, typed.InText.Count, [.. parts.Select(part => part.Text)]));
        return parts.Select(LookUp);
    }

    private bool IsKnown(string text) => WordCount(Reader.Texts, text) > 0 || WordCount(Reader.Headings, text) > 0;

    /// <summary>The longest words of a cut, without single letters: 有 and 的 stand everywhere.</summary>
    private List<QueryWord> Parts(QueryWord word)
    {
        var spans = new List<TextSpan>();
        index.Cutter(word.Text, spans);
        spans.RemoveAll(span => span.Length < 2 || !Folding.HasLetter(span.In(word.Text)));
        IEnumerable<TextSpan> outer = spans.Where(span =>
            !spans.Exists(other => other != span && other.Start <= span.Start && span.End <= other.End));
        return [.. outer.Distinct().OrderBy(span => span.Start).Select(span => word with
        {
            Text = span.In(word.Text).ToString(),
            At = word.At.Length == word.Text.Length ? new TextSpan(word.At.Start + span.Start, span.Length) : word.At,
        }).DistinctBy(part => part.Text)];
    }

    private Atom LookUp(QueryWord word)
    {
        DocumentList inText = word.Scope == WordScope.Headings ? DocumentList.None : Find(Reader.Texts, word);
        DocumentList inHeadings = word.Scope == WordScope.Text ? DocumentList.None : Find(Reader.Headings, word);
        int asWord = word.Match == WordMatch.Word ? WordCount(Reader.Texts, word.Text) : 0;
        bool headingAsWord = word.Match == WordMatch.Word && WordCount(Reader.Headings, word.Text) > 0;
        float headingIdf = index.Headings.Idf(inHeadings.Count);
        HeadingHits hits = HeadingHits.From(Reader, inHeadings, (heading, occurrences) => index.Options.HeadingWeight
            * index.Headings.Score(headingIdf, occurrences, Reader.Headings.Lengths[heading], headingAsWord));
        float idf = inText.Count > 0 ? index.Texts.Idf(asWord > 0 ? asWord : inText.Count) : headingIdf;
        return new Atom(word, inText, hits, idf) { PrefersWords = asWord > 0 };
    }

    private static int WordCount(FieldIndex field, string text) => field.Find(text)?.WordCount ?? 0;

    private static DocumentList Find(FieldIndex field, QueryWord word) =>
        word.Match == WordMatch.Prefix ? StringFinder.FindPrefix(field, word.Text) : StringFinder.Find(field, word.Text);

    private void SharePresence()
    {
        List<Atom> found = atoms.FindAll(atom => atom.IsFound);
        if (found.Count > 1)
        {
            float share = index.Options.PresenceWeight * found.Average(atom => atom.Idf);
            found.ForEach(atom => atom.Presence = share);
        }
    }

    /// <summary>The filter that a node is, or null when it has words.</summary>
    private DocumentFilter? Filter(QueryNode node) => node switch
    {
        FunctionFilter filter => new HasFunction(Reader.Columns, filter.Function),
        YearFilter filter => new InYears(Reader.Columns, filter.Years),
        OrganisationFilter filter => new OfOrganisation(
            Reader.Columns, name => Folding.Fold(name).Contains(filter.Name, StringComparison.Ordinal)),
        SourceFilter filter => new OfSources(Reader.Columns, SourcesOf(filter.Name)),
        QueryAny any => All(any.Alternatives) is { } filters ? new AnyFilter(filters) : null,
        QueryGroup group => GroupFilter(group),
        _ => null,
    };

    private AllFilter? GroupFilter(QueryGroup group)
    {
        ILookup<bool, QueryNode> nodes = group.Clauses.ToLookup(clause => clause.Occur == Occur.MustNot, clause => clause.Node);
        return All(nodes[false]) is { } must && All(nodes[true]) is { } mustNot ? new AllFilter(must, mustNot) : null;
    }

    private DocumentFilter[]? All(IEnumerable<QueryNode> nodes)
    {
        DocumentFilter?[] filters = [.. nodes.Select(Filter)];
        DocumentFilter[] known = [.. filters.OfType<DocumentFilter>()];
        return known.Length == filters.Length ? known : null;
    }

    private HashSet<int> SourcesOf(string name)
    {
        HashSet<int> sources = findSources is null ? [] : [.. findSources(name)];
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            sources.Add(number);
        }

        return sources;
    }
}
