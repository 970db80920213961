using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Exports;
using JingJian.Archive.Exports.Official;
using JingJian.Archive.Views;
using JingJian.Ingest;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace JingJian.Web.Api;

/// <summary>A draft to hold against the archive.</summary>
/// <param name="Name">What to call it in the answer.</param>
/// <param name="Text">Its text.</param>
/// <param name="Organisation">The unit that writes it; left out for what the draft says.</param>
/// <param name="Year">The year it reports on; left out for what the draft says.</param>
internal sealed record DraftBody(string? Name, string? Text, string? Organisation = null, int? Year = null);

/// <summary>A draft to lay out as an official document.</summary>
/// <param name="Text">Its text, a paragraph a line.</param>
/// <param name="Citations">What becomes its endnotes: the words that name a source, and the offset in the draft behind what is from there.</param>
internal sealed record DraftFileBody(string? Text, IReadOnlyList<DraftCitation>? Citations = null);

/// <summary>Drafts against the archive; nothing of them is stored.</summary>
internal static class CheckApi
{
    private const string Unnamed = "草稿";

    public static void MapCheck(this RouteGroupBuilder api)
    {
        RouteGroupBuilder drafts = api.MapGroup("/drafts").WithTags("Drafts");
        Refusals(drafts.MapPost("/check", Look).WithName("CheckDraft"));
        Refusals(drafts.MapPost("/audit", Audit).WithName("AuditDraft"));
        Refusals(drafts.MapPost("/check/export", Export).WithName("ExportDraftCheck")
            .ProducesExport());
        drafts.MapPost("/document", Document).WithName("ExportDraft")
            .Accepts<DraftFileBody>("application/json")
            .Produces(StatusCodes.Status200OK, contentType: ExportFormat.Word.ContentType)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static void Refusals(RouteHandlerBuilder endpoint) =>
        endpoint.Accepts<DraftBody>("application/json", "text/plain")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<Results<Ok<DraftCheckView>, ProblemHttpResult>> Look(
        HttpRequest request,
        DraftDesk desk,
        CancellationToken cancellationToken,
        [Description("以纯文本发送的草稿在回答里的名称。")] string name = Unnamed) =>
        Check(request, desk, name, full: false, cancellationToken);

    private static Task<Results<Ok<DraftCheckView>, ProblemHttpResult>> Audit(
        HttpRequest request,
        DraftDesk desk,
        CancellationToken cancellationToken,
        [Description("以纯文本发送的草稿在回答里的名称。")] string name = Unnamed) =>
        Check(request, desk, name, full: true, cancellationToken);

    private static async Task<Results<Ok<DraftCheckView>, ProblemHttpResult>> Check(
        HttpRequest request, DraftDesk desk, string name, bool full, CancellationToken cancellationToken) =>
        (await ReadAsync(request, name, cancellationToken)).TryGet(out DraftWish? draft, out Fault? fault)
            ? TypedResults.Ok(desk.Check(draft with { Full = full }))
            : Problems.From(fault);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        HttpRequest request,
        DraftDesk desk,
        CancellationToken cancellationToken,
        [Description("以纯文本发送的草稿在回答里的名称。")] string name = Unnamed,
        [Description("文件格式：html、docx、csv 或 json。")] string format = "html") =>
        (await ReadAsync(request, name, cancellationToken)).TryGet(out DraftWish? draft, out Fault? fault)
            ? ExportedFile.Send(format, "check", (wanted, file) => wanted.Write(desk.Check(draft), file))
            : Problems.From(fault);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Document(
        HttpRequest request, CancellationToken cancellationToken)
    {
        Result<DraftFileBody> read = await JsonBody.ReadAsync<DraftFileBody>(request, "{\"text\":\"…\",\"citations\":[]}", cancellationToken);
        if (!read.TryGet(out DraftFileBody? body, out Fault? fault))
        {
            return Problems.From(fault);
        }

        var draft = new DraftFile(body.Text ?? "", body.Citations ?? []);
        if (draft.Refusal() is { } refusal)
        {
            return Problems.From(refusal);
        }

        using var file = new MemoryStream();
        OfficialDocx.Write(draft, file);
        return TypedResults.File(file.ToArray(), ExportFormat.Word.ContentType, "draft.docx");
    }

    /// <summary>The draft, named and with text in it.</summary>
    private static async Task<Result<DraftWish>> ReadAsync(
        HttpRequest request, string name, CancellationToken cancellationToken)
    {
        Result<DraftBody> read = IsPlainText(request)
            ? await ReadTextAsync(request, name, cancellationToken)
            : await JsonBody.ReadAsync<DraftBody>(request, "{\"name\":\"…\",\"text\":\"…\"}", cancellationToken);
        if (!read.TryGet(out DraftBody? draft, out Fault? fault))
        {
            return fault;
        }

        var wish = new DraftWish(FileNames.Clean(draft.Name ?? Unnamed), draft.Text ?? "") { Organisation = draft.Organisation, Year = draft.Year };
        return wish.Refusal() is { } refusal ? refusal : wish;
    }

    private static bool IsPlainText(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    /// <summary>Plain text is decoded like a file: whatever its encoding.</summary>
    private static async Task<Result<DraftBody>> ReadTextAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return SourceReader.Read(name, body.GetBuffer().AsMemory(0, (int)body.Length)).TryGet(out SourceText? text, out Fault? fault)
            ? new DraftBody(name, text.Decoded.Text)
            : fault;
    }
}
