using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Best practice cards, 需求—做法—成效, each from one report, with every unit that has the practice.</summary>
public sealed partial class CardDesk
{
    /// <summary>Most cards of one answer.</summary>
    public const int MostCards = 20;

    /// <summary>So many exemplars are read for each card that is wanted: most do not say what came of it.</summary>
    private const int ReadForEach = 8;

    /// <summary>A longer paragraph tells several practices.</summary>
    private const int LongestPractice = 250;

    /// <summary>So many blocks before a practice are looked at for what was needed.</summary>
    private const int BlocksBefore = 12;

    /// <summary>A named mechanism in more paragraphs is a slogan of all.</summary>
    private const int MostParagraphsOfAName = 10;
    private const int ShortestName = 5;

    /// <summary>What fits less than this beside the best is about something else.</summary>
    private const double LeastRelevance = 0.2;

    private readonly Database database;
    private readonly ExemplarDesk exemplars;
    private readonly SearchDesk search;

    internal CardDesk(Database database, ExemplarDesk exemplars, SearchDesk search)
    {
        this.database = database;
        this.exemplars = exemplars;
        this.search = search;
    }

    /// <summary>Finds practices; a fault names what in the wish cannot be understood.</summary>
    public Result<CardsView> Find(CardWish wish)
    {
        if (wish.Top is < 1 or > MostCards)
        {
            return new Fault("search.bad-range", $"条数应在 1 到 {MostCards} 之间。");
        }

        var like = new ExemplarWish(FunctionNames.ToEnglish(Function.Practice)) { Topic = wish.Topic, UnitType = wish.UnitType, Top = Math.Min(ExemplarDesk.MostExemplars, wish.Top * ReadForEach) };
        if (!exemplars.Find(like).TryGet(out ExemplarsView? found, out Fault? fault))
        {
            return fault;
        }

        using Snapshot snapshot = database.Look();
        List<CardView> cards = [];
        foreach (ExemplarView exemplar in found.Exemplars.Where(exemplar => !exemplar.Misleading && exemplar.Parts.Relevance >= LeastRelevance))
        {
            if (cards.Count < wish.Top && Card(snapshot.Connection, cards.Count + 1, exemplar, wish.ShowPersons) is { } card)
            {
                cards.Add(card);
            }
        }

        return new CardsView(found.Notes, cards);
    }

    /// <summary>The card of a paragraph that tells a practice; null when its report does not say what came of it.</summary>
    private CardView? Card(SqliteConnection connection, int rank, ExemplarView exemplar, bool showPersons)
    {
        if (exemplar.Text.Length > LongestPractice || Piece.Read(connection, exemplar.Paragraph) is not { } practice)
        {
            return null;
        }

        var parts = PracticeParts.Of(practice.Text.Text);
        List<CitedView> need = Cited(practice, parts.Need), measure = Cited(practice, parts.Measure), effect = Cited(practice, parts.Effect);
        if (need.Count == 0 && NeedBefore(connection, practice) is { } before)
        {
            ImmutableArray<TextSpan> said = PracticeParts.Of(before.Text.Text).Need;
            need.AddRange(Cited(before, said.Length > 0 ? said : [new TextSpan(0, before.Text.Text.Length)]));
        }

        if (effect.Count == 0 && EffectBehind(connection, practice) is { } after)
        {
            effect.AddRange(Cited(after, [new TextSpan(0, after.Text.Text.Length)]));
        }

        if (effect.Count == 0)
        {
            // Where nothing is called a result, what was counted is, as far as it is not what was spent.
            TextSpan[] counted = [.. parts.Measure.SelectMany(span => practice.CountedIn(span)).Where(span => Outcome().IsMatch(span.In(practice.Text.Text)))];
            effect.AddRange(Cited(practice, [.. counted]));
        }

        return measure.Count == 0 || effect.Count == 0
            ? null
            : new CardView(
                rank, Shown(NameOf(practice, exemplar)), exemplar.Organisation, exemplar.Year, exemplar.Report, exemplar.Score, need, measure, effect,
                Units(connection, practice, exemplar, showPersons));

        string Shown(string text) => exemplars.WithoutPersons(text, showPersons);

        List<CitedView> Cited(Piece piece, ImmutableArray<TextSpan> spans)
        {
            // Names are found in whole sentences, so the paragraph is masked as a whole; a masked text has its length.
            string masked = Shown(piece.Text.Text);
            return [.. spans.Select(span => new CitedView(span.In(masked).ToString(), piece.Hash, piece.PlaceOf(span), Names.Of(piece.Damage)))];
        }
    }

    /// <summary>The nearest paragraph before a practice, in its section or one that holds it, that tells the situation or what was wrong.</summary>
    private static Piece? NeedBefore(SqliteConnection connection, Piece practice) => Enumerable.Range(1, BlocksBefore)
        .Select(step => Piece.Read(connection, practice.Source, practice.Ordinal - step))
        .TakeWhile(piece => piece is not null && piece.Report == practice.Report)
        .FirstOrDefault(piece => piece is { Kind: BlockKind.Paragraph, Function: Function.Background or Function.Problem, Sections.Length: > 0 }
            && practice.Sections.AsSpan().StartsWith(piece.Sections));

    /// <summary>The paragraph directly behind a practice in its section, if it tells what came of just that.</summary>
    private static Piece? EffectBehind(SqliteConnection connection, Piece practice) =>
        Piece.Read(connection, practice.Source, practice.Ordinal + 1) is { Kind: BlockKind.Paragraph, Function: Function.Result } behind
        && behind.Report == practice.Report && behind.Sections.SequenceEqual(practice.Sections) && Consequence().IsMatch(behind.Text.Text) ? behind : null;

    [GeneratedRegex("^.{0,4}(?:通过|经过|由此|由于|为此|这|此举|上述|以上|如今|截至|目前|至今)", RegexOptions.CultureInvariant)]
    private static partial Regex Consequence();

    private static string NameOf(Piece practice, ExemplarView exemplar) =>
        QuotedName(practice.Text.Text) is { } name ? name : exemplar.Sections.Count > 0 ? HeadingText.WithoutMark(exemplar.Sections[^1]) : exemplar.Report;

    /// <summary>The first name in quotes that something was given, with them; null without one.</summary>
    private static string? QuotedName(string text) => NamedInQuotes().Match(text) is { Success: true } named ? named.Groups["name"].Value : null;

    [GeneratedRegex(
        "(?:推行|推出|建立|建成|实行|实施|开展|开设|开通|设立|创办|打造|创建|组建|创立|启动|探索|开办|定为|成立|设|办|建)[^“”，。；]{0,8}(?<name>“[^“”]{2,14}”)"
        + "|(?<name>“[^“”]{2,14}”)(?=[^“”，。；]{0,6}(?:活动|制度|机制|工程|行动|模式|计划|平台|竞赛|讲堂|课堂|工作法|工作室|超市|服务站|服务队))",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedInQuotes();

    /// <summary>What a quantity says came of a practice, not what went into it.</summary>
    [GeneratedRegex(
        "缩短|减少|减至|下降|降至|降低|节约|节省|增长|增加|增收|提高|提升|上升|达到|达[0-9０-９]|完成|实现|脱困|脱贫|解困|救助|资助|惠及|受益|覆盖|参与率|参赛率|办结|化解|调处|解决|挽回|追回|救治|治愈|接诊|服务[^，]{0,8}人次|就业|上岗|领到|获得|采纳|检出|确诊|培训[^，]{0,6}人|签约率|挂零",
        RegexOptions.CultureInvariant)]
    private static partial Regex Outcome();

    /// <summary>Whoever has the practice: by a copy of the text, or by the name of the mechanism.</summary>
    private CardUnitView[] Units(SqliteConnection connection, Piece practice, ExemplarView exemplar, bool showPersons)
    {
        IEnumerable<string> copies = connection.Rows(
            """
            SELECT s.hash, b.ordinal FROM family_member m JOIN family_member o ON o.family = m.family JOIN block b ON b.id = o.block JOIN source s ON s.id = b.source
            WHERE m.block = $1 ORDER BY b.id
            """,
            row => Ids.OfBlock(Ids.OfSource(row.GetString(0)), row.GetInt32(1)), practice.Key);
        (Piece Piece, string Same)[] all =
        [
            .. copies.Prepend(exemplar.Paragraph).Select(id => (id, "copy")).Concat(Namesakes(practice).Select(id => (id, "name"))).DistinctBy(one => one.Item1)
                .Select(one => (Piece: Piece.Read(connection, one.Item1), one.Item2)).Where(one => one.Piece is not null).Select(one => (one.Piece!, one.Item2)),
        ];
        int? earliest = all.Select(one => one.Piece.Year).OfType<int>().Cast<int?>().DefaultIfEmpty(null).Min();
        return
        [
            .. all.OrderBy(one => one.Piece.Year ?? int.MaxValue).ThenBy(one => one.Piece.Key).DistinctBy(one => one.Piece.Report)
                .Select(one => new CardUnitView(
                    one.Piece.Organisation, one.Piece.Year, exemplars.WithoutPersons(one.Piece.Title, showPersons), one.Piece.PlaceOf(new TextSpan(0, one.Piece.Text.Text.Length)),
                    one.Piece.Year is { } year && year == earliest, one.Same, one.Piece.Figures(one.Same == "name" ? QuotedName(practice.Text.Text) : null), Names.Of(one.Piece.Damage))),
        ];
    }

    private IEnumerable<string> Namesakes(Piece practice)
    {
        if (QuotedName(practice.Text.Text) is not { Length: >= ShortestName } quoted)
        {
            return [];
        }

        string name = new([.. quoted.Where(char.IsLetterOrDigit)]);
        var wish = new SearchWish($"\"{name}\"") { Function = FunctionNames.ToEnglish(Function.Practice), Top = MostParagraphsOfAName, Expand = false, Collapse = false };
        return search.Search(wish).TryGet(out SearchView? found, out _) && found.Paragraphs <= MostParagraphsOfAName
            ? found.Hits.Where(hit => hit.Text.Contains(quoted, StringComparison.Ordinal)).Select(hit => hit.Paragraph)
            : [];
    }

    /// <summary>A paragraph with all that a card needs of it.</summary>
    private sealed record Piece(
        long Key, string Hash, string Name, int Source, int Ordinal, long Report, int Position, BlockKind Kind, Function Function, Damage Damage, int[] Sections,
        MappedText Text, string Title, int? Year, string? Organisation, int Line, int LineEnd)
    {
        private const string Query = """
            SELECT b.id, s.hash, s.name, b.source, b.ordinal, b.report, r.position, b.kind, b.function, b.damage, b.sections, b.text, b.pieces, r.title, r.year, r.organisation, b.line, b.line_end
            FROM block b JOIN report r ON r.id = b.report JOIN source s ON s.id = b.source
            """;

        public static Piece? Read(SqliteConnection connection, string id) => Ids.TryRead(id, 'b', out string source, out int ordinal)
            ? connection.Rows(Query + $" WHERE {SourceId.Matches} AND b.ordinal = $2", Read, source, ordinal).FirstOrDefault()
            : null;

        public static Piece? Read(SqliteConnection connection, int source, int ordinal) =>
            connection.Rows(Query + " WHERE b.source = $1 AND b.ordinal = $2", Read, source, ordinal).FirstOrDefault();

        public PlaceView PlaceOf(TextSpan span)
        {
            TextSpan at = Text.ToSource(span);
            string source = Ids.OfSource(Hash);
            return new PlaceView(Name, Line, LineEnd, at.Start, at.End, Ids.OfReport(source, Position), Ids.OfBlock(source, Ordinal));
        }

        /// <summary>The clauses with a quantity, of the whole or of the sentence that holds a name.</summary>
        public string[] Figures(string? name)
        {
            string text = Text.Text;
            int at = name is null ? -1 : text.IndexOf(name, StringComparison.Ordinal);
            TextSpan within = at < 0 ? new TextSpan(0, text.Length) : Around(at, at, "。!");
            return [.. CountedIn(within).Select(clause => clause.In(text).ToString().Trim()).Distinct()];
        }

        /// <summary>The clauses of a stretch that hold a quantity, in order.</summary>
        public IEnumerable<TextSpan> CountedIn(TextSpan stretch) =>
            ClauseReader.Read(Text.Text).Where(mark => mark.Sense == ClauseSense.Quantity && mark.Span.Start >= stretch.Start && mark.Span.End <= stretch.End)
                .Select(mark => Around(mark.Span.Start, mark.Span.End, ",。;!")).Distinct();

        private TextSpan Around(int start, int end, string stops)
        {
            string folded = Folding.Fold(Text.Text);
            int first = folded.AsSpan(0, start).LastIndexOfAny(stops) + 1, length = folded.AsSpan(end).IndexOfAny(stops);
            return TextSpan.Between(first, length < 0 ? folded.Length : end + length);
        }

        private static Piece Read(SqliteDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt64(5), row.GetInt32(6), (BlockKind)row.GetInt32(7),
            (Function)row.GetInt32(8), (Damage)row.GetInt32(9), Numbers.Unpack(row.GetFieldValue<byte[]>(10)), Numbers.UnpackText(row.GetString(11), row.GetFieldValue<byte[]>(12)),
            row.GetString(13), row.IsDBNull(14) ? null : row.GetInt32(14), row.Nullable<string>(15), row.GetInt32(16), row.GetInt32(17));
    }
}
