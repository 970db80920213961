using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Search.Exemplars;
using JingJian.Search.Queries;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Helps with the outline of a report: what is usual in the archive, what a draft lacks, and exemplars for each section.</summary>
public sealed partial class OutlineDesk
{
    private const int MostExemplars = 10;
    private const int HeadingsShown = 5;
    private const int LongestHeadingShown = 30;
    private const int LongestDraftHeading = 60;

    /// <summary>Shorter ones are fragments.</summary>
    private const int FewestParagraphs = 4;

    /// <summary>From fewer nothing is learned: other sorts of unit are looked at, too.</summary>
    private const int FewestReports = 5;

    /// <summary>The newest so many are looked at: more change nothing.</summary>
    private const int MostReports = 2000;

    /// <summary>Words by which headings name what a section does; the first row that fits counts.</summary>
    private static readonly (Function Function, string[] Words)[] HeadingWords =
    [
        (Function.Plan, ["下一步", "下步", "打算", "明年", "下半年", "今后", "计划", "展望", "目标任务"]),
        (Function.Problem, ["问题", "不足", "差距", "短板", "困难", "改进的地方"]),
        (Function.Experience, ["体会", "启示", "经验", "感悟"]),
        (Function.Result, ["成效", "成绩", "成果"]),
        (Function.Practice, ["做法", "主要工作", "工作回顾", "开展情况", "履职情况", "措施", "亮点"]),
    ];

    private readonly Database database;
    private readonly ExemplarDesk exemplars;
    private readonly FunctionShelf functions;

    internal OutlineDesk(Database database, ExemplarDesk exemplars, FunctionShelf functions)
    {
        this.database = database;
        this.exemplars = exemplars;
        this.functions = functions;
    }

    /// <summary>The usual outline; a fault names what in the wish cannot be understood.</summary>
    public Result<OutlineView> Usual(OutlineWish wish)
    {
        if (!Read(wish).TryGet(out Asked? asked, out Fault? fault))
        {
            return fault;
        }

        Learned learned = Learn(asked);
        return new OutlineView(learned.Notes, learned.Reports, [.. learned.Sections.Select(section => View(section, learned, wish, asked))]);
    }

    /// <summary>An outline or a half-written draft beside what is usual.</summary>
    public Result<OutlineCheckView> Check(string text, OutlineWish wish)
    {
        if (!Read(wish).TryGet(out Asked? asked, out Fault? fault))
        {
            return fault;
        }

        DraftOutline draft = DraftOutline.Of(text, functions.Current());
        if (draft.Sections.Length == 0)
        {
            return new Fault("draft.no-sections", "看不出提纲或草稿里有哪些部分，请每行写一个小标题，或粘贴正文。");
        }

        Learned learned = Learn(asked);
        string? topic = wish.Topic ?? draft.Topic;
        DraftSectionView[] sections =
        [
            .. draft.Sections.Select(section => new DraftSectionView(
                exemplars.WithoutPersons(section.Heading, wish.ShowPersons), section.Line, FunctionNames.ToEnglish(section.Function), FunctionNames.ToChinese(section.Function), section.Characters,
                For(section.Function, Words(section.Heading) is { Length: > 0 } words ? words : topic, wish, asked))),
        ];
        HashSet<Function> there = [.. draft.Functions];
        IEnumerable<MissingSectionView> missing = learned.Sections
            .Where(section => !there.Contains(section.Function) && IsMissed(section) && !(draft.IsOutline && section.Function is Function.Opening or Function.Closing))
            .Select(section => new MissingSectionView(View(section, learned, wish with { Topic = topic }, asked), After(section, learned, draft), Reason(section, learned)));
        return new OutlineCheckView(learned.Notes, learned.Reports, sections, [.. missing]);
    }

    private static bool IsMissed(UsualSection section) => section.Expected || section.Present >= 0.5;

    /// <summary>Behind the last section of the draft that usually stands before it.</summary>
    private static int After(UsualSection missing, Learned learned, DraftOutline draft)
    {
        HashSet<Function> before = [.. learned.Sections.TakeWhile(section => section != missing).Select(section => section.Function)];
        int last = Array.FindLastIndex([.. draft.Sections], section => before.Contains(section.Function));
        return last + 1;
    }

    private static string Reason(UsualSection section, Learned learned) => section.Present >= 0.5
        ? string.Create(CultureInfo.InvariantCulture, $"同类材料中 {section.Present * 100:F0}% 有这一部分。")
        : string.Create(CultureInfo.InvariantCulture, $"总结按惯例应有这一部分；档案中 {learned.Reports} 篇同类材料只有 {section.Present * 100:F0}% 写了，容易漏写。");

    private static Result<Asked> Read(OutlineWish wish)
    {
        if (!Occasions.TryParse(wish.Occasion, out Occasion occasion))
        {
            return new Fault("outline.unknown-occasion", $"没有“{wish.Occasion}”这种材料，可用：{Occasions.Offered}。");
        }

        UnitType unit = default;
        bool hasUnit = !string.IsNullOrWhiteSpace(wish.UnitType);
        if (hasUnit && !KindNames.TryParse(wish.UnitType!, out unit))
        {
            return WishReader.UnknownUnitType(wish.UnitType!);
        }

        if (wish.Exemplars is < 0 or > MostExemplars)
        {
            return new Fault("outline.bad-range", $"每部分的范例数应在 0 到 {MostExemplars} 之间。");
        }

        return !string.IsNullOrWhiteSpace(wish.Topic) && !QueryParser.Parse(wish.Topic).TryGet(out _, out Fault? fault) ? fault : new Asked(occasion, hasUnit ? unit : null);
    }

    private OutlineSectionView View(UsualSection section, Learned learned, OutlineWish wish, Asked asked) => new(
        FunctionNames.ToEnglish(section.Function), FunctionNames.ToChinese(section.Function), Math.Round(section.Present, 4), Math.Round(section.Share, 4), section.Expected,
        [.. learned.Headings[section.Function].Select(heading => exemplars.WithoutPersons(heading, wish.ShowPersons))], For(section.Function, wish.Topic, wish, asked));

    /// <summary>Exemplars for a section, none of which was given for another.</summary>
    private IReadOnlyList<ExemplarView> For(Function function, string? topic, OutlineWish wish, Asked asked)
    {
        if (wish.Exemplars == 0 || function == Function.Other)
        {
            return [];
        }

        var like = new ExemplarWish(FunctionNames.ToEnglish(function))
        {
            Topic = topic,
            UnitType = wish.UnitType,
            Type = asked.Occasion == Occasion.Personal ? Names.Of(DocumentType.Personal) : null,
            Top = Math.Min(ExemplarDesk.MostExemplars, wish.Exemplars + asked.Given.Count),
            ShowPersons = wish.ShowPersons,
        };
        ExemplarView[] found = [.. Found(like).Where(exemplar => asked.Given.Add(exemplar.Paragraph)).Take(wish.Exemplars)];
        return found.Length > 0 || like.Type is null ? found : [.. Found(like with { Type = null }).Where(exemplar => asked.Given.Add(exemplar.Paragraph)).Take(wish.Exemplars)];
    }

    private IReadOnlyList<ExemplarView> Found(ExemplarWish wish) => exemplars.Find(wish).TryGet(out ExemplarsView? found, out _) ? found.Exemplars : [];

    private Learned Learn(Asked asked)
    {
        using Snapshot snapshot = database.Look();
        List<Report> all = Reports(snapshot.Connection, asked.Occasion);
        List<Report> like = asked.Unit is { } unit ? [.. all.Where(report => report.Unit == unit)] : all;
        string what = Occasions.NameOf(asked.Occasion);
        List<string> notes = [];
        if (like.Count < FewestReports && asked.Unit is not null)
        {
            notes.Add($"档案中同类单位的{what}只有 {like.Count} 篇，以下按所有单位的 {all.Count} 篇归纳。");
            like = all;
        }

        if (like.Count < FewestReports)
        {
            notes.Add($"档案中可供归纳的{what}只有 {like.Count} 篇，各部分的比例仅供参考。");
        }

        return new Learned(notes, like.Count, UsualSections.Of([.. like.Select(report => report.Sections)]), Headings(like));
    }

    private static List<Report> Reports(SqliteConnection connection, Occasion occasion)
    {
        List<(long Key, UnitType? Unit)> chosen =
        [
            .. connection.Rows(
                    "SELECT id, type, json_extract(facts, '$.period.part'), title, json_extract(facts, '$.unitType.value') FROM report ORDER BY id DESC",
                    row => (Key: row.GetInt64(0), Of: Occasions.Of((DocumentType)row.GetInt32(1), row.Nullable<string>(2), row.GetString(3)), Unit: UnitOf(row.Nullable<string>(4))))
                .Where(report => report.Of == occasion).Take(MostReports).Select(report => (report.Key, report.Unit)),
        ];
        string list = string.Join(',', chosen.Select(report => report.Key.ToString(CultureInfo.InvariantCulture)));
        ILookup<long, Line> lines = connection.Rows(
            $"""
            SELECT report, kind, level, function, undecided, length(text), CASE WHEN kind = {(int)BlockKind.Heading} THEN text ELSE '' END, section_function, secondary
            FROM block WHERE report IN ({list}) AND kind IN ({(int)BlockKind.Heading}, {(int)BlockKind.Paragraph}) ORDER BY id
            """,
            row => new Line(
                row.GetInt64(0), row.GetInt32(1) == (int)BlockKind.Heading, row.GetInt32(2),
                new SectionPiece((Function)row.GetInt32(3), row.GetInt32(5), !row.GetBoolean(4)), row.GetString(6), row.IsDBNull(7) ? null : (Function)row.GetInt32(7), row.IsDBNull(8) ? null : (Function)row.GetInt32(8)))
            .ToLookup(line => line.Report);
        return
        [
            .. chosen.Select(report => new Report(report.Unit, Sections(lines[report.Key]), TopHeadings([.. lines[report.Key].Where(line => line.IsHeading)])))
                .Where(report => report.Sections.Pieces.Count >= FewestParagraphs),
        ];
    }

    /// <summary>Results mostly stand beside what was done, so there a second function counts; elsewhere it is too unsure.</summary>
    private static ReportSections Sections(IEnumerable<Line> lines) => new(
        [.. lines.Where(line => !line.IsHeading).Select(line => line.Piece)],
        lines.Select(line => line.IsHeading ? line.Section : line.Secondary == Function.Result ? line.Secondary : null).OfType<Function>().ToHashSet());

    private static UnitType? UnitOf(string? name) => name is not null && KindNames.TryParse(name, out UnitType unit) ? unit : null;

    private static (Function, string)[] TopHeadings(Line[] headings)
    {
        int top = headings.Length == 0 ? 0 : headings.Min(heading => heading.Level);
        return [.. headings.Where(heading => heading.Level == top && heading.Section is not null).Select(heading => (heading.Section!.Value, HeadingText.WithoutMark(heading.Text)))];
    }

    /// <summary>How the reports head a section: what several say first, then the shortest; what one alone says only where it names what the section does, and none that names another function.</summary>
    private static ILookup<Function, string> Headings(List<Report> reports) => reports
        .SelectMany(report => report.Headings.Distinct()).Where(heading => heading.Heading.Length is >= 4 and <= LongestHeadingShown && !heading.Heading.Any(char.IsDigit))
        .CountBy(heading => heading).Where(count => Announced(count.Key.Heading) is { } announced ? announced == count.Key.Function : count.Value > 1)
        .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Heading.Length).ThenBy(count => count.Key.Heading, StringComparer.Ordinal)
        .GroupBy(count => count.Key.Function).SelectMany(group => group.Take(HeadingsShown))
        .ToLookup(count => count.Key.Function, count => count.Key.Heading);

    /// <summary>The function that a heading names; null when it names none.</summary>
    private static Function? Announced(string heading) =>
        HeadingWords.FirstOrDefault(row => Array.Exists(row.Words, word => heading.Contains(word, StringComparison.Ordinal))) is { Words: not null } found ? found.Function : null;

    /// <summary>The words of a heading that say what it is about; empty when it only says what it does.</summary>
    private static string Words(string heading)
    {
        string words = new([.. HeadingText.WithoutMark(heading)[..Math.Min(HeadingText.WithoutMark(heading).Length, LongestDraftHeading)].Select(unit => char.IsLetterOrDigit(unit) ? unit : ' ')]);
        return FunctionWords().Replace(words, " ").Trim();
    }

    [GeneratedRegex(
        "主要做法|工作成效|存在的?(?:主要)?(?:问题|不足)(?:和|及|与)?(?:不足)?|下一?步(?:工作)?(?:计划|打算|安排|思路)?|工作(?:总结|情况|开展情况|打算|计划|思路|安排|要点)|明年|今后|经验体会|几点体会|主要(?:工作|成绩|问题|措施)|基本情况|总体情况|取得的?成绩|意见建议|对策建议|开头|结尾|导语|结束语|形势背景|整改措施|原因分析",
        RegexOptions.CultureInvariant)]
    private static partial Regex FunctionWords();

    private sealed record Asked(Occasion Occasion, UnitType? Unit)
    {
        /// <summary>The exemplars given so far.</summary>
        public HashSet<string> Given { get; } = new(StringComparer.Ordinal);
    }

    private sealed record Report(UnitType? Unit, ReportSections Sections, (Function Function, string Heading)[] Headings);

    private sealed record Line(long Report, bool IsHeading, int Level, SectionPiece Piece, string Text, Function? Section, Function? Secondary);

    private sealed record Learned(List<string> Notes, int Reports, ImmutableArray<UsualSection> Sections, ILookup<Function, string> Headings);
}
