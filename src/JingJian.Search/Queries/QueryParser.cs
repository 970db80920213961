using System.Buffers;
using System.Collections.Immutable;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Search.Queries;

/// <summary>Reads what people type into the search box.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours:</para>
/// <code>
/// query   = clause (["AND"] clause)*    a AND b  =  +a +b
/// clause  = ["+" | "-" | "NOT"] choice
/// choice  = item ("OR" item)*            OR binds closer than the blank: a b OR c  =  a (b OR c)
/// item    = "(" query ")" | field ":" value | quoted | word ["*"]
/// quoted  = "…" | “…” | 「…」 | 『…』
/// field   = 功能 年份 单位 来源 类型 单位类型 处数 原创度 数据 损伤 正文 标题,
///           or function year organisation source type unittype copies originality quantities damaged text heading
/// </code>
/// <para>Every operator may be typed in full width, and | is OR; OR, AND and NOT are capitals. A name before a colon that is no field, and marks inside
/// unquoted text, only separate words: a pasted sentence is a valid query.</para>
/// <para><b>Guarantee.</b> A string of the language gives a query, any other a fault with its place. Never throws.</para>
/// </remarks>
public static class QueryParser
{
    /// <summary>Longest accepted query, in UTF-16 units.</summary>
    public const int LongestQuery = 2000;

    /// <summary>How deep parentheses may nest.</summary>
    public const int DeepestNesting = 16;

    /// <summary>Reads a query.</summary>
    public static Result<Query> Parse(string text)
    {
        if (text.Length > LongestQuery)
        {
            return QueryFaults.TooLong(text.Length, LongestQuery);
        }

        var parser = new Reader(text);
        QueryGroup group = parser.Group(0);
        return parser.Fault ?? (group.Clauses.IsEmpty ? QueryFaults.Empty() : (Result<Query>)new Query(group));
    }

    /// <summary>Recursive descent over the folded text; the first fault wins and ends the reading.</summary>
    private sealed class Reader(string original)
    {
        private static readonly SearchValues<char> FieldNameEnds = SearchValues.Create(" :()\"“”");

        private readonly string text = Folding.Fold(original);
        private int at;

        public Fault? Fault { get; private set; }

        private bool AtEnd => at >= text.Length;

        public QueryGroup Group(int depth)
        {
            ImmutableArray<QueryClause>.Builder clauses = ImmutableArray.CreateBuilder<QueryClause>();
            while (SkipSeparators() && text[at] != ')')
            {
                Clause(clauses, depth);
            }

            if (!AtEnd && depth == 0)
            {
                Refuse(QueryFaults.UnexpectedParenthesis(new TextSpan(at, 1)));
            }

            return new QueryGroup(clauses.ToImmutable());
        }

        private void Clause(ImmutableArray<QueryClause>.Builder clauses, int depth)
        {
            int start = at, and = WordLength("AND");
            if (and > 0)
            {
                at += and;
                if (clauses.Count == 0 || !SkipSeparators() || text[at] == ')' || IsOr() || WordLength("AND") > 0)
                {
                    Refuse(QueryFaults.AndNeedsTwo(new TextSpan(start, and)));
                    return;
                }

                clauses[^1] = Demanded(clauses[^1]);
            }

            int signAt = at;
            Occur occur = Sign();
            if (IsOr())
            {
                Refuse(QueryFaults.OrNeedsTwo(new TextSpan(at, OrLength())));
            }

            int before = clauses.Count;
            Item(clauses, occur, depth);
            if (Fault is null && clauses.Count == before)
            {
                if (occur != Occur.Wanted)
                {
                    string sign = original[signAt] is 'N' or 'Ｎ' ? original[signAt..(signAt + 3)] : original[signAt..(signAt + 1)];
                    Refuse(QueryFaults.MissingOperand(sign, new TextSpan(signAt, sign.Length)));
                }

                return;
            }

            if (Fault is null && SkipSeparators() && IsOr())
            {
                QueryNode first = clauses[^1].Node;
                clauses[^1] = new QueryClause(occur, Alternatives(first, depth));
            }

            if (and > 0)
            {
                clauses[^1] = Demanded(clauses[^1]);
            }
        }

        private static QueryClause Demanded(QueryClause clause) => clause.Occur == Occur.Wanted ? clause with { Occur = Occur.Must } : clause;

        private QueryAny Alternatives(QueryNode first, int depth)
        {
            ImmutableArray<QueryNode>.Builder nodes = ImmutableArray.CreateBuilder<QueryNode>();
            nodes.Add(first);
            while (SkipSeparators() && IsOr())
            {
                var or = new TextSpan(at, OrLength());
                at = or.End;
                if (!SkipSeparators() || text[at] == ')' || IsOr())
                {
                    Refuse(QueryFaults.OrNeedsTwo(or));
                    break;
                }

                if (IsSign() || WordLength("NOT") > 0)
                {
                    Refuse(QueryFaults.SignInsideOr(new TextSpan(at, Math.Max(1, WordLength("NOT")))));
                    break;
                }

                ImmutableArray<QueryClause>.Builder next = ImmutableArray.CreateBuilder<QueryClause>();
                Item(next, Occur.Wanted, depth);
                nodes.AddRange(next.Select(clause => clause.Node));
            }

            return new QueryAny(nodes.ToImmutable());
        }

        private void Item(ImmutableArray<QueryClause>.Builder clauses, Occur occur, int depth)
        {
            if (Fault is not null || AtEnd)
            {
                return;
            }

            QueryNode? node = text[at] switch
            {
                '(' => Parentheses(depth),
                _ when ClosingOf(text[at]) is { } closing => Quoted(closing, WordScope.Text),
                _ => FieldOrWord(),
            };
            if (node is not null)
            {
                clauses.Add(new QueryClause(occur, node));
            }
        }

        private QueryGroup? Parentheses(int depth)
        {
            var open = new TextSpan(at, 1);
            if (depth == DeepestNesting)
            {
                return Refuse<QueryGroup>(QueryFaults.TooDeep(open, DeepestNesting));
            }

            at++;
            QueryGroup group = Group(depth + 1);
            if (Fault is not null)
            {
                return null;
            }

            if (AtEnd)
            {
                return Refuse<QueryGroup>(QueryFaults.UnclosedParenthesis(open));
            }

            at++;
            return group.Clauses.IsEmpty ? Refuse<QueryGroup>(QueryFaults.EmptyParentheses(TextSpan.Between(open.Start, at))) : group;
        }

        private QueryWord? Quoted(string closing, WordScope scope)
        {
            int open = at, end = text.AsSpan(open + 1).IndexOfAny(closing);
            if (end < 0)
            {
                return Refuse<QueryWord>(QueryFaults.UnclosedQuote(new TextSpan(open, 1)));
            }

            at = open + 1 + end + 1;
            string content = text[(open + 1)..(at - 1)].Trim();
            return content.Length == 0
                ? Refuse<QueryWord>(QueryFaults.EmptyQuote(TextSpan.Between(open, at)))
                : new QueryWord(content, TextSpan.Between(open, at), WordMatch.Exact, scope);
        }

        private QueryNode? FieldOrWord()
        {
            int start = at, colon = text.AsSpan(start).IndexOfAny(FieldNameEnds);
            if (colon > 0 && text[start + colon] == ':' && QueryFields.TryFind(text.AsSpan(start, colon), out QueryField field))
            {
                at = start + colon + 1;
                return FieldValue(field, start);
            }

            return Word(WordScope.Anywhere);
        }

        private QueryNode? FieldValue(QueryField field, int start)
        {
            string name = original[start..(at - 1)];
            if (AtEnd || text[at] is ' ' or ')')
            {
                return Refuse<QueryNode>(QueryFaults.MissingValue(name, TextSpan.Between(start, at)));
            }

            WordScope scope = field == QueryField.Heading ? WordScope.Headings : WordScope.Text;
            if (ClosingOf(text[at]) is { } closing)
            {
                return Quoted(closing, scope) is { } quoted ? Filter(field, quoted) : null;
            }

            if (field is QueryField.Text or QueryField.Heading)
            {
                return Word(scope) ?? Refuse<QueryNode>(QueryFaults.MissingValue(name, TextSpan.Between(start, at)));
            }

            int valueStart = at, length = text.AsSpan(at).IndexOfAny(' ', '(', ')');
            at = length < 0 ? text.Length : at + length;
            return Filter(field, new QueryWord(text[valueStart..at], TextSpan.Between(valueStart, at), WordMatch.Word, scope));
        }

        private QueryNode? Filter(QueryField field, QueryWord value)
        {
            Result<QueryNode> filter = QueryFields.Filter(field, value);
            return filter.TryGet(out QueryNode? node, out Fault? fault) ? node : Refuse<QueryNode>(fault);
        }

        private QueryWord? Word(WordScope scope)
        {
            int start = at;
            while (!AtEnd && !IsBreak(text[at]))
            {
                at++;
            }

            // A dash or stop at the edge of a word is punctuation: "—-工会", "工会."
            ReadOnlySpan<char> word = text.AsSpan(start..at).Trim("+-./~");
            bool prefix = !AtEnd && text[at] == '*' && word.Length > 0;
            if (prefix)
            {
                at++;
            }

            if (!Folding.HasLetter(word))
            {
                // A lone mark: nothing to look for, and it must not stop the reading.
                at = Math.Max(at, start + 1);
                return null;
            }

            return new QueryWord(word.ToString(), TextSpan.Between(start, at), prefix ? WordMatch.Prefix : WordMatch.Word, scope);
        }

        private Occur Sign()
        {
            if (WordLength("NOT") is > 0 and var not)
            {
                at += not;
                SkipSeparators();
                return Occur.MustNot;
            }

            if (!IsSign())
            {
                return Occur.Wanted;
            }

            return text[at++] == '+' ? Occur.Must : Occur.MustNot;
        }

        // A sign stands at the start of a clause and touches it: "20-年" and "a - b" have none.
        private bool IsSign() => !AtEnd && text[at] is '+' or '-' && (at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1]));

        private bool IsOr() => OrLength() > 0;

        private int OrLength()
        {
            if (AtEnd)
            {
                return 0;
            }

            if (text[at] == '|')
            {
                return at + 1 < text.Length && text[at + 1] == '|' ? 2 : 1;
            }

            return WordLength("OR");
        }

        /// <summary>The length of an operator in capitals, of either width, when it stands here as a word of its own; else 0.</summary>
        private int WordLength(string operation)
        {
            int end = at + operation.Length;
            if (end > text.Length || (end < text.Length && text[end] is not ('(' or ')' or '"') && !char.IsWhiteSpace(text[end])))
            {
                return 0;
            }

            for (int i = 0; i < operation.Length; i++)
            {
                if (original[at + i] != operation[i] && original[at + i] != operation[i] - 'A' + 'Ａ')
                {
                    return 0;
                }
            }

            return operation.Length;
        }

        /// <summary>Moves to the next unit that means something; false at the end or after a fault.</summary>
        private bool SkipSeparators()
        {
            while (!AtEnd && (char.IsWhiteSpace(text[at]) || IsMark(text[at])))
            {
                at++;
            }

            return !AtEnd && Fault is null;
        }

        private static bool IsBreak(char unit) =>
            char.IsWhiteSpace(unit) || unit is '(' or ')' or '*' or '|' || ClosingOf(unit) is not null || IsMark(unit);

        /// <summary>Marks that separate words of unquoted text; others (20_年, 3.5, 23%) belong to their word.</summary>
        private static bool IsMark(char unit) =>
            ",;:!?。、…—·《》〈〉【】[]{}<>‘’'」』”".Contains(unit, StringComparison.Ordinal) || char.IsControl(unit);

        private static string? ClosingOf(char opening) => opening switch
        {
            '"' or '“' => "\"”",
            '「' => "」",
            '『' => "』",
            _ => null,
        };

        private void Refuse(Fault fault) => Fault ??= fault;

        private T? Refuse<T>(Fault fault)
            where T : class
        {
            Refuse(fault);
            return null;
        }
    }
}
