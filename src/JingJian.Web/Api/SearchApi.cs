using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Exports;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace JingJian.Web.Api;

/// <summary>Search over paragraphs.</summary>
internal static class SearchApi
{
    public static void MapSearch(this RouteGroupBuilder api)
    {
        api.MapGet("/search", Find).WithTags("Search").WithName("Search").WithSummary("Paragraphs that match, best first, one hit a family of copies.");
        api.MapPost("/search", FindByBody).WithTags("Search").WithName("SearchByBody")
            .WithSummary("The same with the parameters in a body, where a long passage has room: it finds passages like it.")
            .Accepts<SearchParameters>("application/json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/search/export", Export).WithTags("Search").WithName("ExportSearch").WithSummary("The same hits as a file: csv, json, or docx with citations.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv", additionalContentTypes: ["application/json", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"]);
        api.MapGet("/suggest", Suggest).WithTags("Search").WithName("Suggest").WithSummary("Words and headings of the archive that continue what is being typed.");
    }

    private static Results<Ok<SearchView>, ProblemHttpResult> Find(SearchDesk desk, Readiness readiness, [AsParameters] SearchParameters wish) =>
        Search(desk, wish, RequestLimits.QueryCharacters).TryGet(out SearchView? view, out Fault? fault) ? TypedResults.Ok(WithNotice(view, readiness.WaitingFor)) : Problems.From(fault);

    private static async Task<Results<Ok<SearchView>, ProblemHttpResult>> FindByBody(
        HttpRequest request, SearchDesk desk, Readiness readiness, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<SearchParameters> read = await JsonBody.ReadAsync(request, json.Value.SerializerOptions, new SearchParameters(), "{\"q\":\"…\",\"top\":10}", cancellationToken);
        return read.TryGet(out SearchParameters? wish, out Fault? fault) && Search(desk, wish, RequestLimits.PassageCharacters).TryGet(out SearchView? view, out fault)
            ? TypedResults.Ok(WithNotice(view, readiness.WaitingFor))
            : Problems.From(fault);
    }

    /// <summary>Says that the archive is still being filled: what is not found yet may be found soon.</summary>
    private static SearchView WithNotice(SearchView view, string? waitingFor) => waitingFor is null
        ? view
        : view with { Notes = [$"{waitingFor}，结果还不全，请稍候再试。", .. view.Notes] };

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        SearchDesk desk, [AsParameters] SearchParameters wish, [Description("csv, json or docx.")] string format = "csv")
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
        [Description("What has been typed so far.")] string q = "",
        [Description("How many, 1 to 50.")] int top = 10) =>
        RequestLimits.Check("q", q) is { } tooLong ? Problems.From(tooLong)
            : desk.Suggest(q, top).TryGet(out SuggestionView[]? suggestions, out Fault? fault) ? TypedResults.Ok(Listing<SuggestionView>.All(suggestions))
            : Problems.From(fault);

    private static Result<SearchView> Search(SearchDesk desk, SearchParameters wish, int longestQuery) =>
        wish.Check(longestQuery) is { } fault ? fault : desk.Search(wish.Wish());
}
