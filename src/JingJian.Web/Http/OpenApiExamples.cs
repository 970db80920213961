using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace JingJian.Web.Http;

/// <summary>What values of the API look like: examples by the names of properties and parameters.</summary>
internal static class OpenApiExamples
{
    private const string Source = "5f0c1a2b3d4e", Report = Source + "-r1", Paragraph = Source + "-b7", Family = "f3a9c1e07b52", Hash = "5f0c1a2b3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8",
        Text = "全年走访困难职工家庭128户，发放慰问金25.6万元，为36名患大病的职工办理了医疗互助金。", Time = "2026-03-05T08:30:00.0000000+00:00", Unit = "清河县总工会", File = "清河2021.txt", Title = "清河县总工会2021年工作总结";

    /// <summary>No schema of this service goes deeper, and none holds itself.</summary>
    private const int DeepestExample = 12;

    /// <summary>A draft as plain text.</summary>
    public const string Draft = Title + "\n一、主要做法\n" + Text;

    // A name with a dot is of one schema or operation only; it goes before the bare name.
    private static readonly Dictionary<string, JsonNode> Values = new(StringComparer.Ordinal)
    {
        ["name"] = "清河2021.txt", ["AccountBody.name"] = "李晓", ["AccountView.name"] = "李晓", ["SessionView.name"] = "李晓", ["KeyBody.name"] = "门户网站", ["KeyView.name"] = "门户网站",
        ["CardView.name"] = "职工夜校", ["CollectionBody.name"] = "县级工会", ["CollectionView.name"] = "县级工会", ["UnitView.name"] = Unit, ["SettingView.name"] = "rate", ["CheckView.name"] = "store",
        ["FigureView.name"] = "total", ["SavedSearchBody.name"] = "大病帮扶", ["SavedSearchView.name"] = "大病帮扶", ["DraftSectionView.name"] = "主要做法", ["OutlineSectionView.name"] = "主要做法",
        ["role"] = "auditor", ["password"] = "correct-horse-9", ["label"] = "审计", ["createdAt"] = Time, ["program"] = "1.0.0.0", ["archive"] = Hash[..16], ["judgements"] = Hash[16..32],
        ["text"] = Text, ["SuggestionView.text"] = "医疗互助金", ["DraftBody.text"] = Draft, ["OutlineBody.text"] = Draft, ["DraftFileBody.text"] = Draft, ["DraftCitation.text"] = "清河县总工会2020年工作总结，第7行",
        ["MissingPartView.text"] = "没有写存在的问题。", ["class"] = "other", ["archiveVersion"] = Hash[..16],
        ["id"] = Paragraph, ["FamilyView.id"] = Family, ["JudgedFindingView.id"] = "9c41d07be2aa", ["ReportView.id"] = Report, ["SourceView.id"] = Source, ["SynonymView.id"] = "0f1e2d3c4b5a6978", ["UserWordView.id"] = "0f1e2d3c4b5a6978", ["UploadStateView.id"] = "b1946ac92492d234",
        ["report"] = Report, ["source"] = Source, ["kind"] = "only-year-changed", ["BlockView.kind"] = "paragraph", ["DraftKindView.kind"] = "other", ["DraftPassageView.kind"] = "near", ["DraftMatchView.kind"] = "near", ["EvidenceView.kind"] = "near",
        ["DraftFlagView.kind"] = "left-over-name", ["JobEventView.kind"] = "stage", ["MarkBody.kind"] = "superior", ["MarkView.kind"] = "superior", ["RepairView.kind"] = "joined", ["SuggestionView.kind"] = "word",
        ["function"] = "practice", ["secondary"] = "result", ["sections"] = "一、主要做法", ["damage"] = "masked-date", ["family"] = Family, ["because"] = "上级标题“主要做法”", ["signs"] = "行首有空格",
        ["value"] = "practice", ["SettingView.value"] = "200", ["StatementView.value"] = Unit, ["notes"] = "同时检索了相关说法：送温暖。", ["organisation"] = Unit, ["organisations"] = Unit, ["unit"] = Unit, ["same"] = Unit,
        ["figures"] = "128户", ["type"] = "summary", ["ChangeView.type"] = "year", ["ProblemDetails.type"] = "urn:jingjian:request.range", ["from"] = "2021年", ["UnitPairView.from"] = "白杨县总工会", ["to"] = "2022年",
        ["state"] = "done", ["CheckView.state"] = "good", ["UploadStateView.state"] = "open", ["message"] = "没有问题。", ["sourceHash"] = Hash, ["otherHashes"] = Hash, ["reportTitle"] = Title, ["otherReportTitle"] = "清河县总工会2020年工作总结",
        ["match"] = "near", ["hash"] = Hash, ["mark"] = "superior", ["sense"] = "result", ["note"] = "这一段讲的是成效", ["paragraph"] = Paragraph, ["excerpt"] = Text[..12], ["notedAt"] = Time, ["tag"] = "5d41402abc4b2a76",
        ["verdict"] = "dismissed", ["DirectionView.verdict"] = "earlier", ["reasons"] = "正文含“医疗互助金”", ["detail"] = "只改了年份", ["advice"] = "改写或注明出处", ["action"] = "rewrite", ["LogEntry.action"] = "search",
        ["heading"] = "一、主要做法", ["headings"] = "主要做法", ["sentence"] = "全文312字，其中128字见于档案。", ["otherOrganisation"] = "白杨县总工会", ["otherText"] = Text, ["excluded"] = "上级文件规定的表述",
        ["a"] = Paragraph, ["b"] = "9e8d7c6b5a40-b3", ["reason"] = "上级文件规定的表述", ["OutcomeView.reason"] = "文件是空的。", ["reportId"] = Report, ["words"] = "2021年", ["otherWords"] = "2020年",
        ["next"] = "MWYyZTNkLjEwMC41ZjBj", ["who"] = "李晓", ["weights"] = "shipped", ["status"] = "ready", ["snippet"] = Text[..20], ["through"] = "送温暖", ["uploads"] = "b1946ac92492d234", ["at"] = Time, ["stage"] = "比对重复", ["file"] = "清河2021.txt",
        ["madeAt"] = Time, ["beganAt"] = Time, ["endedAt"] = Time, ["secret"] = "jj_0123456789abcdef", ["head"] = Hash, ["target"] = Source, ["query"] = "困难职工 帮扶", ["typed"] = "困难职公", ["instead"] = "困难职工", ["sources"] = Source,
        ["outcome"] = "stored", ["encoding"] = "GB18030", ["knownAs"] = "清河2021旧.txt", ["code"] = "ingest.empty", ["unitType"] = "union", ["occasion"] = "年度工作总结", ["topic"] = "大病帮扶", ["part"] = "year", ["title"] = Title, ["ProblemDetails.title"] = "请求有误",
        ["ProblemDetails.detail"] = "参数 top 的值 0 超出范围，应在 1 到 1000 之间。", ["instance"] = "/api/v1/sources", ["savedAt"] = Time, ["seenAt"] = Time, ["q"] = "困难职工 帮扶", ["year"] = "2020..2022", ["years"] = "2020..2022", ["copies"] = "2..", ["originality"] = "60..",
        ["quantities"] = "1..", ["sort"] = "relevance", ["may"] = "read", ["origin"] = "file", ["meaning"] = "每人每秒最多多少次请求", ["addedAt"] = Time, ["eventType"] = "job", ["eventId"] = "3", ["reconnectionInterval"] = "00:00:03",
        ["line"] = "职代会 = 职工代表大会", ["WordBody.line"] = "工人先锋号", ["UserWordView.line"] = "工人先锋号", ["slot"] = "year", ["word"] = "工人先锋号", ["TopicView.word"] = "医疗互助", ["sha256"] = Hash, ["findings"] = "9c41d07be2aa",
        ["section"] = "存在问题", ["after"] = "主要做法", ["number"] = "1", ["open"] = Text, ["size"] = "large", ["author"] = "李晓", ["date"] = "2021年12月20日",
        ["cursor"] = "MWYyZTNkLjEwMC41ZjBj", ["order"] = "size", ["format"] = "csv", ["collection"] = "县级工会", ["Last-Event-ID"] = "3", ["If-Match"] = "\"5d41402abc4b2a76\"",
        ["GetSource.id"] = Source, ["RemoveSource.id"] = Source, ["HoldSource.id"] = Source, ["ReleaseSource.id"] = Source, ["GetReport.id"] = Report, ["ListSections.id"] = Report, ["Audit.id"] = Report, ["ExportAudit.id"] = Report,
        ["GetFamily.id"] = Family, ["ExportFamily.id"] = Family, ["RemoveSynonym.id"] = "0f1e2d3c4b5a6978", ["RemoveWord.id"] = "0f1e2d3c4b5a6978", ["GetUpload.id"] = "b1946ac92492d234", ["SendPiece.id"] = "b1946ac92492d234", ["DropUpload.id"] = "b1946ac92492d234",
        ["SavedSearchNews.id"] = "大病帮扶", ["SavedSearchSeen.id"] = "大病帮扶", ["RemoveSavedSearch.id"] = "大病帮扶", ["RenameCollection.id"] = "县级工会", ["RemoveCollection.id"] = "县级工会", ["MoveSources.id"] = "县级工会",
        ["highlights"] = new JsonArray(new JsonArray(6, 10)), ["snippetHighlights"] = new JsonArray(new JsonArray(6, 10)), ["ChangeView.at"] = new JsonArray(120, 125, 98, 103),
        ["HitView.report"] = Title, ["HitView.source"] = File, ["PlaceView.source"] = File, ["BlockView.source"] = File, ["ReportView.source"] = File, ["CorrectionView.source"] = File, ["DoubtView.source"] = File,
        ["CardUnitView.report"] = Title, ["CardView.report"] = Title, ["ExemplarView.report"] = Title, ["JobView.label"] = "已完成", ["LogEntry.label"] = "检索", ["LogEntry.target"] = "困难职工 帮扶", ["LogEntry.detail"] = "10.0.0.8",
        ["DraftKindView.label"] = "其他单位", ["DraftPassageView.label"] = "其他单位", ["DraftFlagView.label"] = "漏改名称", ["MarkView.label"] = "上级文件", ["MarkView.target"] = Source,
        ["FacetsView.certainty"] = Bucket("decided"), ["FacetsView.years"] = Bucket("2021"), ["FacetsView.organisations"] = Bucket(Unit), ["FacetsView.unitTypes"] = Bucket("union"), ["FacetsView.types"] = Bucket("summary"),
        ["FacetsView.copies"] = Bucket("3..5"), ["FacetsView.originality"] = Bucket("90..100"), ["FacetsView.quantities"] = Bucket("3..5"), ["FacetsView.damage"] = Bucket("whole"),
        ["ListLog.action"] = "source", ["ExportFamilies.order"] = "spread",
    };

    /// <summary>What may be null and is, when all is well.</summary>
    private static readonly HashSet<string> Absent = new(StringComparer.Ordinal) { "JobView.reason", "JobEventView.reason", "SearchView.meant", "LogCheck.brokenAt", "OutcomeView.reason", "OutcomeView.code", "OutcomeView.knownAs", "HitView.near", "KeyView.collections", "AccountView.collections" };

    /// <summary>What is mostly not so.</summary>
    private static readonly HashSet<string> Untrue = new(StringComparer.Ordinal) { "disabled", "undecided", "corrected", "damaged", "own", "explain", "everything" };

    private static readonly Dictionary<string, double> Numbers = new(StringComparer.Ordinal)
    {
        ["year"] = 2021, ["firstYear"] = 2019, ["lastYear"] = 2022, ["otherYear"] = 2020, ["start"] = 120, ["end"] = 180, ["line"] = 7, ["lineEnd"] = 7, ["top"] = 20, ["offset"] = 0, ["status"] = 400, ["bytes"] = 35_210, ["level"] = 1, ["rank"] = 1, ["id"] = 3,
        ["GetJob.id"] = 12, ["brokenAt"] = 17, ["exemplars"] = 3, ["total"] = 2, ["AuditFiguresView.total"] = 0.42, ["FindCards.top"] = 5, ["Suggest.top"] = 8, ["received"] = 16_384,
        ["families"] = 9, ["beyond"] = 3, ["complete"] = 8, ["refused"] = 0, ["known"] = 1, ["stored"] = 11, ["collection"] = 1, ["collections"] = 1, ["copies"] = 4, ["reports"] = 4, ["sources"] = 3, ["units"] = 3, ["share"] = 0.41, ["characters"] = 312,
        ["reusedCharacters"] = 128, ["stockCharacters"] = 24,
    };

    /// <summary>An example of a parameter or a property that has a value of its own; null for what is made of others.</summary>
    /// <param name="owner">The schema or the operation.</param>
    /// <param name="name">Its name.</param>
    /// <param name="schema">What it may be.</param>
    public static JsonNode? Of(string owner, string name, IOpenApiSchema schema)
    {
        if (Named(Values, owner, name) is JsonArray whole)
        {
            return whole.DeepClone();
        }

        JsonSchemaType type = (schema.Type ?? JsonSchemaType.Null) & ~JsonSchemaType.Null;
        return type switch
        {
            JsonSchemaType.String => Named(Values, owner, name)?.DeepClone(),
            JsonSchemaType.Integer => JsonValue.Create((long)Number(owner, name, 12)),
            JsonSchemaType.Number => JsonValue.Create(Number(owner, name, 0.93)),
            JsonSchemaType.Boolean => JsonValue.Create(!Untrue.Contains(name)),
            JsonSchemaType.Array when schema.Items is { } items && items is not OpenApiSchemaReference => Of(owner, name, items) is { } item ? new JsonArray(item) : null,
            JsonSchemaType.Object when schema.AdditionalProperties is { } values && values is not OpenApiSchemaReference => Of(owner, "value", values) is { } value ? new JsonObject { ["practice"] = value } : null,
            _ => null,
        };
    }

    /// <summary>A whole example of a schema.</summary>
    public static JsonNode? Of(IOpenApiSchema schema) => Whole(schema, "", "", 0);

    private static JsonNode? Whole(IOpenApiSchema schema, string owner, string name, int depth)
    {
        if (Named(Values, owner, name) is JsonArray whole)
        {
            return whole.DeepClone();
        }

        if (schema.OneOf?.FirstOrDefault(one => one.Type != JsonSchemaType.Null) is { } one)
        {
            return Whole(one, owner, name, depth);
        }

        if (schema.Properties is { Count: > 0 } properties)
        {
            string own = schema is OpenApiSchemaReference reference ? reference.Reference.Id ?? "" : owner;
            return depth == DeepestExample ? null : new JsonObject(
                from property in properties
                let isAbsent = Absent.Contains($"{own}.{property.Key}")
                let value = isAbsent ? null : Whole(property.Value, own, property.Key, depth + 1)
                where isAbsent || value is not null
                select KeyValuePair.Create<string, JsonNode?>(property.Key, value));
        }

        return schema.Items?.Properties is { Count: > 0 } ? Whole(schema.Items, owner, name, depth + 1) is { } item ? new JsonArray(item) : null : Of(owner, name, schema);
    }

    private static JsonArray Bucket(string value) => new(new JsonObject { ["value"] = value, ["paragraphs"] = 12, ["families"] = 9 });

    private static double Number(string owner, string name, double usual) =>
        Numbers.TryGetValue($"{owner}.{name}", out double number) || Numbers.TryGetValue(name, out number) ? number : usual;

    private static JsonNode? Named(Dictionary<string, JsonNode> values, string owner, string name) => values.GetValueOrDefault($"{owner}.{name}") ?? values.GetValueOrDefault(name);
}
