using System.ComponentModel;
using System.Text.Json;
using JingJian.Archive;
using JingJian.Archive.Exports;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Search over paragraphs.</summary>
internal static class SearchApi
{
    public static void MapSearch(this RouteGroupBuilder api)
    {
        api.MapGet("/search", Find).WithTags("Search").WithName("Search").AddEndpointFilter(RefuseOffset);
        api.MapPost("/search", FindByBody).WithTags("Search").WithName("SearchByBody")
            .Accepts<SearchParameters>("application/json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/search/export", Export).WithTags("Search").WithName("ExportSearch").AddEndpointFilter(RefuseOffset)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv", additionalContentTypes: ["application/json", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"]);
        api.MapGet("/suggest", Suggest).WithTags("Search").WithName("Suggest");
    }

    private static Results<Ok<SearchView>, ProblemHttpResult> Find(SearchDesk desk, Readiness readiness, [AsParameters] SearchParameters wish) =>
        WithNotice(Search(desk, wish, RequestLimits.QueryCharacters), readiness.WaitingFor).TryGet(out SearchView? view, out Fault? fault) ? TypedResults.Ok(view) : Problems.From(fault);

    private static async Task<Results<Ok<SearchView>, ProblemHttpResult>> FindByBody(HttpRequest request, SearchDesk desk, Readiness readiness, CancellationToken cancellationToken)
    {
        const string Example = "{\"q\":\"…\",\"top\":10}";
        // It is read twice, and what somebody looks for is not written to the disk meanwhile.
        request.EnableBuffering((int)RequestLimits.BodyBytes);
        if (!(await JsonBody.ReadAsync<CountedOff>(request, Example, cancellationToken)).TryGet(out CountedOff? counted, out Fault? fault))
        {
            return Problems.From(fault);
        }

        request.Body.Position = 0;
        return counted.Offset is null
            ? await JsonBody.AnswerAsync(request, Example, (SearchParameters wish) => WithNotice(Search(desk, wish, RequestLimits.PassageCharacters), readiness.WaitingFor), cancellationToken)
            : Problems.From(NotCountedOff);
    }

    /// <summary>Hits are not counted off: whoever asks for the second page so would get the first.</summary>
    private static ValueTask<object?> RefuseOffset(EndpointFilterInvocationContext asked, EndpointFilterDelegate next) =>
        asked.HttpContext.Request.Query.ContainsKey("offset") ? ValueTask.FromResult<object?>(Problems.From(NotCountedOff)) : next(asked);

    private static Fault NotCountedOff => new("request.parameter", "检索不用 offset 翻页：请把上一页给出的 next 作为 cursor 传回，首页不用带。");

    /// <summary>Says that the archive is still being filled: what is not found yet may be found soon.</summary>
    private static Result<SearchView> WithNotice(Result<SearchView> found, string? waitingFor) => waitingFor is not null && found.TryGet(out SearchView? view, out _)
        ? view with { Notes = [$"{waitingFor}，结果还不全，请稍候再试。", .. view.Notes] }
        : found;

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        SearchDesk desk, [AsParameters] SearchParameters wish, [Description("文件格式：csv、json 或 docx。")] string format = "csv")
    {
        if (!SearchExport.MediaType(format).TryGet(out string? mediaType, out Fault? fault) || !Search(desk, wish, RequestLimits.QueryCharacters).TryGet(out SearchView? view, out fault))
        {
            return Problems.From(fault);
        }

        using var content = new MemoryStream();
        SearchExport.Write(view, format, content);
        return TypedResults.File(content.ToArray(), mediaType, $"search.{format.TrimStart('.').ToLowerInvariant()}");
    }

    private static Results<Ok<Listing<SuggestionView>>, ProblemHttpResult> Suggest(
        SearchDesk desk,
        [Description("已经输入的文字。")] string q = "",
        [Description("最多几条，1 到 50。")] int top = 10) =>
        RequestLimits.Check("q", q) is { } tooLong ? Problems.From(tooLong)
            : desk.Suggest(q, top).TryGet(out SuggestionView[]? suggestions, out Fault? fault) ? TypedResults.Ok(Listing<SuggestionView>.All(suggestions))
            : Problems.From(fault);

    private static Result<SearchView> Search(SearchDesk desk, SearchParameters wish, int longestQuery) =>
        wish.Check(longestQuery) is { } fault ? fault : desk.Search(wish.Wish());

    /// <summary>A body that wants hits counted off.</summary>
    /// <param name="Offset">How many.</param>
    private sealed record CountedOff(JsonElement? Offset);
}
