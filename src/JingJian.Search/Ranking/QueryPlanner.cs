using System.Globalization;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>Looks the words of a query up and decides how each is searched.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. A word that the index knows as a word, or that stands in enough paragraphs as a string, is searched
/// as it is typed (厂务公开, 工人先锋号). Any other (职工生大病怎么帮) is cut, and its parts are wanted words in its place;
/// nearness then lets the unbroken string lead. What is demanded (+, -, quotes) is never replaced. Words that were not typed (synonyms,
/// officials' words for a question) are searched for beside, for less, and never for what is demanded.</para>
/// </remarks>
internal sealed class QueryPlanner(RankedIndex index, SearchRequest request)
{
    /// <summary>Up to here one paragraph is enough to take an unknown string for a word: most Chinese terms have two to four letters.</summary>
    private const int UsualWordLength = 4;

    /// <summary>So many paragraphs show that a longer string is a term of its own, not a sentence that somebody wrote once.</summary>
    private const int ParagraphsOfATerm = 3;

    /// <summary>In a longer text it says little that a passage has one word more.</summary>
    private const int MostWordsWithPresence = 6;

    /// <summary>More stretches of one word only make its search slow.</summary>
    private const int MostPieces = 16;

    /// <summary>Words of a question with more letters than this between them, dropped ones, are no neighbours there: 单位 and 保险 in 单位给大家买了什么保险.</summary>
    private const int MostBetween = 3;

    /// <summary>The idf of a letter in one of 55 paragraphs.</summary>
    private const float LeastIdfOfLetter = 4;

    private readonly List<Atom> atoms = [];
    private readonly List<AtomPair> pairs = [];
    private readonly List<DroppedWord> dropped = [];
    private readonly List<SplitWord> split = [];
    private readonly List<Atom> added = [];
    private readonly Dictionary<(FieldIndex, string), DocumentList> found = [];

    // What was asked when it reads like a question; its words are weighed, and others searched for beside.
    private QuestionMeaning? question;

    private IndexReader Reader => index.Reader;

    public static QueryPlan Plan(RankedIndex index, SearchRequest request)
    {
        var planner = new QueryPlanner(index, request);
        QueryGroup root = request.Query.Root as QueryGroup ?? new QueryGroup([new QueryClause(Occur.Wanted, request.Query.Root)]);
        planner.question = request.Expand ? planner.Question(root) : null;
        GroupMatcher matcher = planner.Group(root, asked: true);
        planner.SharePresence();
        return new QueryPlan(matcher, planner.atoms, planner.pairs, planner.dropped, planner.split, planner.added)
        {
            IsOneWord = request.Expand && planner.question is null && planner.IsOneWord(root),
            Units = planner.question?.Units ?? [],
        };
    }

    private bool IsOneWord(QueryGroup root) => root.Clauses.Where(clause => Filter(clause.Node) is null).ToArray()
        is [{ Occur: Occur.Wanted, Node: QueryWord { Match: WordMatch.Word, Scope: WordScope.Anywhere } }];

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

        if (asked && wanted.Count > 0)
        {
            wanted.AddRange(Additions([.. wanted.OfType<AtomMatcher>().Select(matcher => matcher.Atom)]));
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
            && next.Atom is { InText.Count: > 0, Word.Match: not WordMatch.Prefix }
            && (question is null || next.Atom.Word.At.Start - neighbour.Atom.Word.At.End <= MostBetween))
        {
            pairs.Add(new AtomPair(neighbour, next));
        }

        return next;
    }

    /// <summary>Whether a query reads like a question or a description, and what that means; null for anything else.</summary>
    private QuestionMeaning? Question(QueryGroup root)
    {
        QueryWord[] words = [.. root.Clauses.Where(clause => clause.Occur == Occur.Wanted).Select(clause => clause.Node).OfType<QueryWord>()];
        bool plain = words.Length == root.Clauses.Count(clause => Filter(clause.Node) is null) && words.Length is > 0 and <= QuestionMeaning.MostWords
            && words.All(word => word is { Match: WordMatch.Word, Scope: WordScope.Anywhere })
            && words.Sum(word => word.Text.Length) <= QuestionMeaning.Longest;
        return plain && words.Any(word => PartsOf(word) is not null) ? new QuestionMeaning(index, string.Concat(words.Select(word => word.Text))) : null;
    }

    /// <summary>The word itself where that can be found, else its parts.</summary>
    private IEnumerable<Atom> LookUpLeniently(QueryWord word)
    {
        if (PartsOf(word) is not { } parts)
        {
            return [LookUp(word)];
        }

        split.Add(new SplitWord(word.Text, word.At, Find(Reader.Texts, word.Text).Count, [.. parts.Select(part => part.Text)]));
        return parts.Select(LookUp);
    }

    /// <summary>What to look for in place of a word; null when it is a term of its own.</summary>
    private List<QueryWord>? PartsOf(QueryWord word)
    {
        if (word.Match != WordMatch.Word || IsTerm(word.Text))
        {
            return null;
        }

        List<QueryWord> parts = [.. QuestionWords.Rest(word.Text).Select(span => Part(word, span))
            .SelectMany(part => part.Text != word.Text && IsTerm(part.Text) ? [part] : Parts(part)).DistinctBy(part => part.Text)];
        List<QueryWord> telling = parts.FindAll(part => !QuestionWords.IsEmpty(part.Text));
        parts = telling.Count > 0 ? telling : parts;
        parts = request.ByPieces && !parts.Exists(part => Stands(part.Text)) ? Pieces(word) : parts;
        return parts.Count == 0 || (parts.Count == 1 && parts[0].Text == word.Text) ? null : parts;
    }

    /// <summary>The longest stretches of a word that stand somewhere, from left to right; single letters only where there is nothing longer.</summary>
    private List<QueryWord> Pieces(QueryWord word)
    {
        var spans = new List<TextSpan>();
        for (int start = 0; start < word.Text.Length && spans.Count < MostPieces;)
        {
            int end = start, next = start;
            while (next < word.Text.Length && Stands(word.Text[start..(next += char.IsHighSurrogate(word.Text[next]) && next + 1 < word.Text.Length ? 2 : 1)]))
            {
                end = next;
            }

            if (Folding.HasLetter(word.Text.AsSpan(start..end)))
            {
                spans.Add(TextSpan.Between(start, end));
            }

            start = end > start ? end : next;
        }

        bool hasLonger = spans.Exists(span => span.Length > 1);
        return [.. spans.Where(span => span.Length > 1 || !hasLonger).Select(span => Part(word, span)).DistinctBy(part => part.Text)];
    }

    private bool Stands(string text) => Find(Reader.Texts, text).Count > 0 || Find(Reader.Headings, text).Count > 0;

    /// <summary>Whether a string is looked for as it stands: a word of the index or of people's own tables, or one that enough paragraphs have.</summary>
    private bool IsTerm(string text) => IsKnown(text) || index.Help.Whole.Contains(text) || index.Help.Synonyms.SameAs(text).Length > 0
        || (text.Length <= UsualWordLength
            ? Stands(text)
            : Find(Reader.Texts, text).Count >= ParagraphsOfATerm);

    /// <summary>The words to search for beside those that are typed.</summary>
    private List<AtomMatcher> Additions(Atom[] typed)
    {
        var known = typed.Select(atom => atom.Text).ToHashSet(StringComparer.Ordinal);
        foreach (BesideWord word in request.Expand ? Beside(typed) : [])
        {
            if (word.Weight > 0 && known.Add(word.Text) && LookUp(new QueryWord(word.Text, default, WordMatch.Word, WordScope.Anywhere), word.Origin, _ => word.Weight, word.Concept) is { IsFound: true } atom)
            {
                added.Add(atom);
            }
        }

        return [.. added.Select(atom => new AtomMatcher(atom, index))];
    }

    private IEnumerable<BesideWord> Beside(Atom[] typed)
    {
        Atom[] words = [.. typed.Where(atom => atom.Word is { Match: WordMatch.Word, Scope: WordScope.Anywhere })];
        foreach (QueryWord part in words.SelectMany(atom => Cut(atom.Word)))
        {
            yield return new BesideWord(part.Text, WordOrigin.Part, index.Options.PartWeight, null);
        }

        foreach (string same in words.SelectMany(atom => index.Help.Synonyms.SameAs(atom.Text)))
        {
            yield return new BesideWord(same, WordOrigin.Synonym, index.Options.SynonymWeight, null);
        }

        foreach (BesideWord word in question?.Beside(words) ?? [])
        {
            yield return word;
        }
    }

    /// <summary>Whether a typed string is searched with the words that it is made of.</summary>
    private bool IsMadeOfWords(QueryWord word) => request.Expand && word is { Match: WordMatch.Word, Scope: WordScope.Anywhere } && Cut(word).Any();

    private bool IsKnown(string text) => Find(Reader.Texts, text) is TermList { WordCount: > 0 } || Find(Reader.Headings, text) is TermList { WordCount: > 0 };

    /// <summary>The longest words of a cut, without single letters that stand everywhere (有, 的).</summary>
    private List<QueryWord> Parts(QueryWord word)
    {
        List<TextSpan> spans = Spans(word, IsTellingLetter);
        IEnumerable<TextSpan> outer = spans.Where(span =>
            !spans.Exists(other => other != span && other.Start <= span.Start && span.End <= other.End));
        return [.. outer.Distinct().OrderBy(span => span.Start).Select(span => Part(word, span)).DistinctBy(part => part.Text)];
    }

    /// <summary>Whether a single letter is rare enough to tell something: 买, 药, 雨.</summary>
    private bool IsTellingLetter(string letter) => Find(Reader.Texts, letter).Count is > 0 and int count && index.Texts.Idf(count) >= LeastIdfOfLetter;

    /// <summary>All words of a cut, short ones inside long ones too.</summary>
    private IEnumerable<QueryWord> Cut(QueryWord word) => Spans(word).Where(span => span.Length < word.Text.Length).Select(span => Part(word, span));

    private List<TextSpan> Spans(QueryWord word, Func<string, bool>? keepsLetter = null)
    {
        var spans = new List<TextSpan>();
        index.Cutter(word.Text, spans);
        spans.RemoveAll(span => (span.Length < 2 && keepsLetter?.Invoke(span.In(word.Text).ToString()) != true) || !Folding.HasLetter(span.In(word.Text)));
        return spans;
    }

    private static QueryWord Part(QueryWord word, TextSpan span) => word with
    {
        Text = span.In(word.Text).ToString(),
        At = word.At.Length == word.Text.Length ? new TextSpan(word.At.Start + span.Start, span.Length) : word.At,
    };

    private Atom LookUp(QueryWord word) => LookUp(word, WordOrigin.Typed, question is { } asked ? asked.ShareOf : _ => 1);

    private Atom LookUp(QueryWord word, WordOrigin origin, Func<float, float> share, int? concept = null)
    {
        DocumentList inText = word.Scope == WordScope.Headings ? DocumentList.None : Find(Reader.Texts, word);
        DocumentList inHeadings = word.Scope == WordScope.Text ? DocumentList.None : Find(Reader.Headings, word);
        int asWord = WordCount(inText, word), headingAsWord = WordCount(inHeadings, word);
        float headingIdf = index.Headings.Idf(inHeadings.Count);
        float idf = inText.Count > 0 ? index.Texts.Idf(asWord > 0 ? asWord : inText.Count) : headingIdf, weight = share(idf) * (origin == WordOrigin.Typed && asWord == 0 && headingAsWord == 0 && question is null && !index.Help.Whole.Contains(word.Text) && IsMadeOfWords(word) ? index.Options.WholeWeight : 1);
        HeadingHits hits = HeadingHits.From(index, inHeadings, new HeadingWorth(index.Options.HeadingWeight * weight, headingIdf, headingAsWord > 0));
        return new Atom(word, inText, hits, idf * weight) { PrefersWords = asWord > 0, Origin = origin, Concept = concept };
    }

    /// <summary>In how many texts of a list it stands as a word of its own.</summary>
    private static int WordCount(DocumentList found, QueryWord word) => word.Match == WordMatch.Word && found is TermList term ? term.WordCount : 0;

    private DocumentList Find(FieldIndex field, QueryWord word) =>
        word.Match == WordMatch.Prefix ? StringFinder.FindPrefix(field, word.Text) : Find(field, word.Text);

    /// <summary>Looks a string up, once in a query.</summary>
    private DocumentList Find(FieldIndex field, string text)
    {
        if (!found.TryGetValue((field, text), out DocumentList? list))
        {
            found.Add((field, text), list = StringFinder.Find(field, text));
        }

        return list;
    }

    private void SharePresence()
    {
        List<Atom> found = atoms.FindAll(atom => atom.IsFound);
        if (found.Count is > 1 and <= MostWordsWithPresence && question is null)
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
        TypeFilter filter => new InBytes(Reader.Columns, columns => columns.DocumentTypes, (byte)filter.Type),
        UnitTypeFilter filter => new InBytes(Reader.Columns, columns => columns.UnitTypes, (byte)filter.Type),
        CopiesFilter filter => new HasCopies(Reader.Columns, filter.Copies),
        OriginalityFilter filter => new InBytes(Reader.Columns, columns => columns.Originality, filter.Percent),
        QuantitiesFilter filter => new InBytes(Reader.Columns, columns => columns.Quantities, filter.Quantities),
        DamageFilter filter => new InBytes(Reader.Columns, columns => columns.Damaged, filter.Damaged ? (byte)1 : (byte)0),
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
        HashSet<int> sources = request.FindSources is null ? [] : [.. request.FindSources(name)];
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            sources.Add(number);
        }

        return sources;
    }
}
