using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Ingest;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace JingJian.Web.Api;

/// <summary>A draft to hold against the archive.</summary>
/// <param name="Name">What to call it in the answer.</param>
/// <param name="Text">Its text.</param>
internal sealed record DraftBody(string? Name, string? Text);

/// <summary>Drafts against the archive; nothing of them is stored.</summary>
internal static class CheckApi
{
    private const string Unnamed = "草稿";

    public static void MapCheck(this RouteGroupBuilder api)
    {
        Refusals(api.MapPost("/check", Check).WithTags("Check").WithName("CheckDraft")
            .WithSummary("Which passages of a draft stand in the archive, and where, with its audit as if it were a report there. Nothing of it is stored."));
        Refusals(api.MapPost("/check/export", Export).WithTags("Check").WithName("ExportCheck")
            .WithSummary("The audit of a draft as a file that stands by itself: html, docx, csv or json.")
            .ProducesExport());
    }

    private static void Refusals(RouteHandlerBuilder endpoint) =>
        endpoint.Accepts<DraftBody>("application/json", "text/plain")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<DraftCheckView>, ProblemHttpResult>> Check(
        HttpRequest request,
        DraftDesk desk,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken,
        [Description("What to call a draft that is sent as plain text.")] string name = Unnamed) =>
        (await ReadAsync(request, json, name, cancellationToken)).TryGet(out DraftBody? draft, out Fault? fault)
            ? TypedResults.Ok(desk.Check(draft.Name!, draft.Text!))
            : Problems.From(fault);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        HttpRequest request,
        DraftDesk desk,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken,
        [Description("What to call a draft that is sent as plain text.")] string name = Unnamed,
        [Description("html, docx, csv or json.")] string format = "html") =>
        (await ReadAsync(request, json, name, cancellationToken)).TryGet(out DraftBody? draft, out Fault? fault)
            ? ExportedFile.Send(format, "check", (wanted, file) => wanted.Write(desk.Check(draft.Name!, draft.Text!).Audits, file))
            : Problems.From(fault);

    /// <summary>The draft, named and with text in it.</summary>
    private static async Task<Result<DraftBody>> ReadAsync(
        HttpRequest request, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, string name, CancellationToken cancellationToken)
    {
        Result<DraftBody> read = IsPlainText(request)
            ? await ReadTextAsync(request, name, cancellationToken)
            : await JsonBody.ReadAsync<DraftBody>(request, json.Value.SerializerOptions, new DraftBody(null, null), "{\"name\":\"…\",\"text\":\"…\"}", cancellationToken);
        if (!read.TryGet(out DraftBody? draft, out Fault? fault) || (fault = Refusal(draft)) is not null)
        {
            return fault;
        }

        return draft with { Name = FileNames.Clean(draft.Name ?? Unnamed) };
    }

    private static bool IsPlainText(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    private static Fault? Refusal(DraftBody draft) => draft.Text switch
    {
        null or "" => new Fault("draft.empty", "草稿是空的，请给出要查重的文字。"),
        { Length: > RequestLimits.DraftCharacters } text =>
            new Fault("draft.too-long", $"草稿太长（{text.Length} 字），一次最多查 {RequestLimits.DraftCharacters} 字。"),
        { } text when string.IsNullOrWhiteSpace(text) => new Fault("draft.empty", "草稿里只有空白，请给出要查重的文字。"),
        _ => null,
    };

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
