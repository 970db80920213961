using System.Globalization;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Drafts;

/// <summary>Says what a person does next about a draft.</summary>
internal static class DraftSummary
{
    private const int ExcerptCharacters = 24;

    private static readonly string[] Kinds = ["formula", "quotable", "own", "template", "other"];

    /// <summary>The most pressing first.</summary>
    private static readonly string[] Actions = ["rewrite", "check", "update", "complete", "cite"];

    /// <summary>The summary of the shown paragraphs.</summary>
    /// <param name="organisation">The unit that is taken to write.</param>
    /// <param name="year">The year that is taken to be reported on.</param>
    /// <param name="paragraphs">The paragraphs.</param>
    /// <param name="stockCharacters">Characters of stock phrases in all of them.</param>
    /// <param name="missing">Sections that are usual and missing.</param>
    public static DraftSummaryView Of(
        string? organisation, int? year, IReadOnlyList<DraftParagraphView> paragraphs, int stockCharacters, IReadOnlyList<MissingPartView> missing)
    {
        DraftPassageView[] passages = [.. paragraphs.SelectMany(paragraph => paragraph.Passages)];
        int characters = paragraphs.Sum(paragraph => paragraph.Text.Length);
        List<DraftKindView> kinds = [.. Kinds.Select(kind => Kind(kind, [.. passages.Where(passage => passage.Kind == kind)], characters)).Where(kind => kind.Passages > 0)];
        int fresh = characters - kinds.Sum(kind => kind.Characters);
        kinds.Add(new DraftKindView("fresh", PassageClass.KindLabel("fresh"), fresh, Share(fresh, characters), 0));
        DraftTodoView[] todo = [.. Todo(paragraphs)];
        return new DraftSummaryView(organisation, year, Sentence(paragraphs, kinds, todo, characters), kinds, stockCharacters, todo, missing, Notes(organisation, year, passages));
    }

    private static DraftKindView Kind(string kind, DraftPassageView[] passages, int characters)
    {
        int those = passages.Sum(passage => passage.Text.Length);
        return new DraftKindView(kind, PassageClass.KindLabel(kind), those, Share(those, characters), passages.Length);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round(part / (double)whole, 4);

    private static string Sentence(IReadOnlyList<DraftParagraphView> paragraphs, List<DraftKindView> kinds, DraftTodoView[] todo, int characters)
    {
        if (paragraphs.Count == 0)
        {
            return "草稿里没有找到成段的文字。";
        }

        DraftKindView[] found = [.. kinds.Where(kind => kind.Kind != "fresh")];
        string stands = found.Length == 0
            ? "没有在档案里找到相同的文字"
            : $"{string.Join('、', found.Select(kind => $"{kind.Label} {kind.Characters} 字（{Percent(kind.Share)}）"))}，新写 {kinds[^1].Characters} 字（{Percent(kinds[^1].Share)}）";
        string[] actions = [.. Actions.Select(action => (action, count: todo.Count(one => one.Action == action))).Where(one => one.count > 0)
            .Select(one => $"{PassageClass.ActionLabel(one.action)} {one.count} 处")];
        return $"正文 {characters} 字：{stands}。{(actions.Length == 0 ? "没有需要处理的地方。" : $"要处理：{string.Join('，', actions)}。")}";
    }

    private static IEnumerable<DraftTodoView> Todo(IReadOnlyList<DraftParagraphView> paragraphs) => paragraphs
        .SelectMany((paragraph, number) => paragraph.Passages.Where(passage => passage.Action != "keep").Select(passage => OfPassage(passage, number, paragraph))
            .Concat(paragraph.Flags.Select(flag => OfFlag(flag, number, paragraph))))
        .OrderBy(todo => Array.IndexOf(Actions, todo.Action)).ThenBy(todo => todo.Start).ThenBy(todo => todo.End);

    private static DraftTodoView OfPassage(DraftPassageView passage, int number, DraftParagraphView paragraph)
    {
        string copies = passage.Copies > 0 ? $"等 {passage.Copies + 1} 处" : "";
        return new DraftTodoView(
            passage.Action, PassageClass.ActionLabel(passage.Action), number, paragraph.Line, passage.Start, passage.End,
            $"“{Shortening.Excerpt(passage.Text, ExcerptCharacters)}”（{passage.Text.Length} 字）见于{Cited(passage.Source!)}{copies}。{passage.Advice}");
    }

    private static DraftTodoView OfFlag(DraftFlagView flag, int number, DraftParagraphView paragraph)
    {
        string action = flag.Kind == "placeholder" ? "complete" : "check";
        return new DraftTodoView(action, flag.Label, number, paragraph.Line, flag.Start, flag.End, flag.Advice);
    }

    private static string Cited(CitationView source) =>
        $"{source.Organisation ?? "单位不详"}{(source.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $" {year} 年") : "")}《{source.ReportTitle}》（{source.Place.Source} 第{source.Place.Line}行）";

    private static IReadOnlyList<string> Notes(string? organisation, int? year, DraftPassageView[] passages)
    {
        List<string> notes = [];
        if (organisation is null && passages.Any(passage => passage.Kind is "other" or "template"))
        {
            notes.Add("草稿没有写明单位，分不清本单位旧文和其他单位的文字：请在题目里写明单位，或另外指定单位。");
        }

        if (year is null && passages.Length > 0)
        {
            notes.Add("草稿没有写明年份，与出处相同的年份、日期和数字一律提示核对。");
        }

        return notes;
    }

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%";
}
