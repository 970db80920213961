using JingJian.Analysis.Functions;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Cli.Mcp;

/// <summary>The tools over one archive.</summary>
internal sealed class ArchiveTools
{
    private const int MostItems = 50;
    private const int MostOffset = 10_000;
    private const int MostContext = 5;
    private const int MostQuery = 1_000;
    private const int MostName = 200;
    private const int SnippetCharacters = 120;

    private static readonly Parameter Cursor = new("cursor", "string", "翻页标记：上一页的 nextCursor，原样传回，其他参数不变") { Most = PageCursor.Most };

    private static readonly string FunctionNamesTold = string.Join('、', Enum.GetValues<Function>().Select(function => $"{FunctionNames.ToEnglish(function)}（{FunctionNames.ToChinese(function)}）"));

    private readonly ReportArchive archive;
    private readonly Func<string, string> shown;

    private ArchiveTools(ReportArchive archive, bool showPersons)
    {
        this.archive = archive;
        shown = showPersons ? text => text : archive.WithoutPersons;
    }

    /// <summary>All tools, in a fixed order.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="showPersons">Whether names, telephone and identity numbers of persons are shown.</param>
    public static IReadOnlyList<ArchiveTool> Of(ReportArchive archive, bool showPersons)
    {
        var tools = new ArchiveTools(archive, showPersons);
        return
        [
            ArchiveTool.Of(
                "search_passages", "查段落", "在档案里按字词查段落，相同的段落合并为一条。给出片段和出处；要全文用 get_passage 或 full_text。",
                [
                    new("query", "string", "要查的字词，可用空格分开多个词，用引号查原样的一串字，用减号排除") { Required = true, Most = MostQuery },
                    Function(),
                    new("year", "string", "年份或范围：2021、2019..2021、..2021、2019..") { Most = MostName },
                    new("organisation", "string", "单位全称") { Most = MostName },
                    Limit(10),
                    new("full_text", "boolean", "是否给出段落全文，默认只给片段"),
                    Cursor,
                ],
                tools.Search),
            ArchiveTool.Of(
                "get_passage", "看段落", "按段落编号取原文、所在标题、功能、损坏情况和前后文。",
                [
                    new("paragraph", "string", "段落编号，如 3fa9c1d2e4b5-b17") { Required = true, Most = MostName },
                    new("context", "integer", "前后各带几段，默认 0") { Least = 0, Most = MostContext },
                ],
                tools.Passage),
            ArchiveTool.Of(
                "get_report", "看报告", "按报告编号取整篇报告，分页给出标题、小标题和段落。",
                [new("report", "string", "报告编号，如 3fa9c1d2e4b5-r2") { Required = true, Most = MostName }, Limit(30), Cursor],
                tools.Report),
            ArchiveTool.Of(
                "find_exemplars", "找范例", "为要写的一节找值得借鉴的段落：具体、原创、完整，并给出各项得分。只供借鉴写法，其中的单位、人名、数字不得照搬。",
                [
                    Function() with { Required = true },
                    new("topic", "string", "主题字词，如 困难职工帮扶") { Most = MostQuery },
                    Limit(5),
                ],
                tools.Exemplars),
            ArchiveTool.Of(
                "check_draft", "查草稿", "草稿与档案逐段比对：哪些文字出现过、出自哪里、是规定表述、本单位旧文、其他单位还是模板，改了什么，哪些要改、哪些注明出处即可；并提示漏改的名称、年份和与旧文相同的数字。草稿不保存。",
                [
                    new("text", "string", "草稿全文") { Required = true, Most = DraftWish.MostCharacters },
                    new("organisation", "string", "写稿的单位；不给就看草稿里写明的") { Most = DraftWish.LongestOrganisation },
                    new("year", "integer", "草稿写的是哪一年；不给就看草稿里写明的") { Least = DraftWish.FirstYear, Most = DraftWish.LastYear },
                ],
                tools.Draft),
            ArchiveTool.Of("list_functions", "列功能", "段落的功能（做法、成效、问题、计划……）及档案里各有多少段。", [], tools.Functions),
            ArchiveTool.Of(
                "list_families", "列同源族", "反复出现的段落（只有年份、数字、名称和少量字句不同），按处数、单位数或年代排列。",
                [new("order", "string", "size（处数，默认）、spread（单位数）或 age（年代）") { Most = MostName }, Limit(10), Cursor],
                tools.Families),
        ];
    }

    private static Parameter Function() => new("function", "string", $"段落功能，英文或中文：{FunctionNamesTold}") { Most = MostName };

    private static Parameter Limit(int usual) => new("limit", "integer", $"最多几条，默认 {usual}") { Least = 1, Most = MostItems };

    private Result<FoundPassages> Search(ToolArguments arguments)
    {
        var wish = new SearchWish(arguments.Text("query", MostQuery, required: true) ?? "")
        {
            Function = arguments.Text("function", MostName),
            Years = arguments.Text("year", MostName),
            Organisation = arguments.Text("organisation", MostName),
            Top = arguments.Number("limit", 1, MostItems) ?? 10,
        };
        bool fullText = arguments.Flag("full_text");
        string? cursor = arguments.Text("cursor", PageCursor.Most);
        string question = string.Join('\u001f', "search", wish.Query, wish.Function, wish.Years, wish.Organisation), state = archive.Catalogue.State();
        if (arguments.Fault is { } wrong)
        {
            return wrong;
        }

        if (!PageCursor.Read(cursor, question, state, MostOffset).TryGet(out int offset, out Fault? fault)
            || !archive.Search.Search(wish with { Offset = offset }).TryGet(out SearchView? found, out fault))
        {
            return fault;
        }

        FoundPassage[] items = [.. found.Hits.Select(hit => Found(hit, fullText)).OfType<FoundPassage>()];
        bool more = found.Hits.Count == wish.Top && offset + wish.Top < Math.Min(found.Families + found.Beyond, MostOffset);
        return new FoundPassages(found.Paragraphs, found.Families, found.Notes, items, more ? PageCursor.Make(question, state, offset + wish.Top) : null);
    }

    private Result<WholePassage> Passage(ToolArguments arguments)
    {
        string id = arguments.Text("paragraph", MostName, required: true) ?? "";
        int context = arguments.Number("context", 0, MostContext) ?? 0;
        if (arguments.Fault is { } wrong)
        {
            return wrong;
        }

        if (archive.Catalogue.Block(id) is not { } block || Cite(block) is not { } place)
        {
            return new Fault("paragraph.not-found", $"档案里没有编号为“{Snippet(id)}”的段落。编号由 search_passages 给出。");
        }

        BlockView[] around = context == 0 ? [block] : [.. archive.Catalogue.Blocks(block.Report)];
        int at = Array.FindIndex(around, other => other.Id == block.Id);
        return new WholePassage(
            place, block.Kind, block.Function, block.Secondary, block.Confidence, block.Sections, block.Damage, block.Copies, block.Family, shown(block.Text),
            [.. around[Math.Max(0, at - context)..at].Select(Nearby)], [.. around.Skip(at + 1).Take(context).Select(Nearby)]);
    }

    private Result<WholeReport> Report(ToolArguments arguments)
    {
        string id = arguments.Text("report", MostName, required: true) ?? "";
        int limit = arguments.Number("limit", 1, MostItems) ?? 30;
        string? cursor = arguments.Text("cursor", PageCursor.Most);
        string question = "report\u001f" + id, state = archive.Catalogue.State();
        if (arguments.Fault is { } wrong)
        {
            return wrong;
        }

        if (!PageCursor.Read(cursor, question, state, int.MaxValue / 2).TryGet(out int offset, out Fault? fault))
        {
            return fault;
        }

        if (archive.Catalogue.Report(id) is not { } report || archive.Catalogue.FindSources(Ids.SourceOf(id)) is not [var source, ..])
        {
            return new Fault("report.not-found", $"档案里没有编号为“{Snippet(id)}”的报告。编号由 search_passages 给出。");
        }

        IReadOnlyList<BlockView> blocks = archive.Catalogue.Blocks(id);
        return new WholeReport(
            report.Id, source.Hash, source.Name, shown(report.Title), report.Organisation, report.Year, report.Type, report.Paragraphs, blocks.Count,
            [.. blocks.Skip(offset).Take(limit).Select(Nearby)], offset + limit < blocks.Count ? PageCursor.Make(question, state, offset + limit) : null);
    }

    private Result<OfferedExemplars> Exemplars(ToolArguments arguments)
    {
        var wish = new ExemplarWish(arguments.Text("function", MostName, required: true) ?? "")
        {
            Topic = arguments.Text("topic", MostQuery),
            Top = arguments.Number("limit", 1, MostItems) ?? 5,
        };
        if (arguments.Fault is { } wrong)
        {
            return wrong;
        }

        if (!archive.Exemplars.Find(wish).TryGet(out ExemplarsView? found, out Fault? fault))
        {
            return fault;
        }

        return new OfferedExemplars(found.Notes, [.. found.Exemplars.Select(Offered).OfType<OfferedExemplar>()]);
    }

    private Result<CheckedDraft> Draft(ToolArguments arguments)
    {
        var wish = new DraftWish("草稿", arguments.Text("text", DraftWish.MostCharacters, required: true) ?? "")
        {
            Organisation = arguments.Text("organisation", DraftWish.LongestOrganisation),
            Year = arguments.Number("year", DraftWish.FirstYear, DraftWish.LastYear),
            Full = false,
        };
        if ((arguments.Fault ?? wish.Refusal()) is { } wrong)
        {
            return wrong;
        }

        DraftCheckView check = archive.Drafts.Check(wish);
        return new CheckedDraft(
            check.Characters, check.ReusedCharacters, check.Share, check.Summary,
            [
                .. check.Paragraphs.Where(paragraph => paragraph.Passages.Count > 0 || paragraph.Flags.Count > 0).Select(paragraph => new CheckedParagraph(
                    paragraph.Line, paragraph.Start, paragraph.End, paragraph.Function, paragraph.Share, [.. paragraph.Passages.Select(Cited)], paragraph.Flags)),
            ]);
    }

    private Result<FunctionList> Functions(ToolArguments arguments)
    {
        if (arguments.Fault is { } wrong)
        {
            return wrong;
        }

        IReadOnlyDictionary<string, int> counts = archive.Catalogue.Stats().Functions;
        return new FunctionList([.. Enum.GetValues<Function>().Select(function => new FunctionItem(
            FunctionNames.ToEnglish(function), FunctionNames.ToChinese(function), counts.GetValueOrDefault(FunctionNames.ToEnglish(function))))]);
    }

    private Result<FamilyList> Families(ToolArguments arguments)
    {
        string order = arguments.Text("order", MostName) ?? "size";
        int limit = arguments.Number("limit", 1, MostItems) ?? 10;
        string? cursor = arguments.Text("cursor", PageCursor.Most);
        string question = "families\u001f" + order, state = archive.Catalogue.State();
        if (arguments.Fault is { } wrong)
        {
            return wrong;
        }

        if (Names.OrderOf(order) is not { } wanted)
        {
            return new Fault("families.order", $"不能按“{Snippet(order)}”排列，可用：size、spread、age。");
        }

        if (!PageCursor.Read(cursor, question, state, int.MaxValue / 2).TryGet(out int offset, out Fault? fault))
        {
            return fault;
        }

        int total = archive.Reuse.FamilyCount();
        return new FamilyList(
            total,
            [.. archive.Reuse.Families(limit, offset, wanted).Select(family => new FamilyItem(
                family.Id, family.Copies, family.Reports, family.Sources, family.Organisations, family.FirstYear, family.LastYear, Snippet(shown(family.Text))))],
            offset + limit < total ? PageCursor.Make(question, state, offset + limit) : null);
    }

    private FoundPassage? Found(HitView hit, bool fullText) => archive.Catalogue.Block(hit.Paragraph) is { } block && Cite(block) is { } place
        ? new FoundPassage(
            place, hit.Function, hit.Secondary, hit.Sections, hit.Damage, hit.Copies, hit.Family, shown(hit.Snippet), fullText ? shown(hit.Text) : null)
        : null;

    private OfferedExemplar? Offered(ExemplarView exemplar) => archive.Catalogue.Block(exemplar.Paragraph) is { } block && Cite(block) is { } place
        ? new OfferedExemplar(
            place, exemplar.Function, exemplar.Secondary, exemplar.Score, exemplar.Parts, exemplar.Copies, exemplar.Family, exemplar.Damage, shown(exemplar.Text))
        : null;

    /// <summary>The draft's own words are its writer's; those of others are shown like all others.</summary>
    private DraftPassageView Cited(DraftPassageView passage) => passage.Source is { } source
        ? passage with
        {
            Source = source with { Text = shown(source.Text), ReportTitle = shown(source.ReportTitle) },
            Changes = [.. passage.Changes.Select(change => change with { From = shown(change.From) })],
        }
        : passage;

    /// <summary>Where a block stands; null when its report has gone in the meantime.</summary>
    private CitedPlace? Cite(BlockView block) =>
        archive.Catalogue.Report(block.Report) is { } report && archive.Catalogue.FindSources(Ids.SourceOf(block.Id)) is [var source, ..]
            ? new CitedPlace(
                source.Hash, source.Name, report.Id, shown(report.Title), report.Organisation, report.Year, block.Id, block.Line, block.LineEnd, block.Start, block.End)
            : null;

    private NearbyBlock Nearby(BlockView block) => new(block.Id, block.Kind, block.Level, block.Function, block.Line, block.Start, block.End, shown(block.Text));

    private static string Snippet(string text) => Shortening.Excerpt(text, SnippetCharacters);
}
