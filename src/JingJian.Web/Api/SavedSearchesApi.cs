using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace JingJian.Web.Api;

/// <summary>A search to keep.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Search">What it looks for, as a search takes it.</param>
internal sealed record SavedSearchBody(string? Name, SearchParameters? Search);

/// <summary>A look that was taken.</summary>
/// <param name="UpTo">The mark that came with the news.</param>
internal sealed record SeenBody(int? UpTo);

/// <summary>Searches that people keep, and what is new for them.</summary>
internal static class SavedSearchesApi
{
    public static void MapSavedSearches(this RouteGroupBuilder api)
    {
        RouteGroupBuilder saved = api.MapGroup("/saved-searches").WithTags("Saved searches");
        saved.MapGet("/", List).WithName("ListSavedSearches").WithSummary("The searches that people keep, each with how many paragraphs came in since the last look.");
        saved.MapPost("/", Save).WithName("SaveSearch").WithSummary("Keeps a search; one of the same name is replaced. What is in the archive now counts as seen.")
            .Accepts<SavedSearchBody>("application/json");
        saved.MapGet("/{id}/new", News).WithName("SavedSearchNews").WithSummary("What came in for a saved search since the last look.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        saved.MapPost("/{id}/seen", Seen).WithName("SavedSearchSeen").WithSummary("Remembers that the news up to a mark were looked at.")
            .Accepts<SeenBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        saved.MapDelete("/{id}", Remove).WithName("RemoveSavedSearch").WithSummary("Removes a saved search.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<SavedSearchView>>, ProblemHttpResult> List(SavedSearches saved, [AsParameters] LongPage page) => page.Of(saved.All(), search => search.Name);

    private static async Task<Results<Ok<SavedSearchView>, ProblemHttpResult>> Save(
        HttpRequest request, SavedSearches saved, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<SavedSearchBody> read = await JsonBody.ReadAsync(
            request, json.Value.SerializerOptions, new SavedSearchBody(null, null), "{\"name\":\"…\",\"search\":{\"q\":\"…\"}}", cancellationToken);
        if (!read.TryGet(out SavedSearchBody? body, out Fault? fault))
        {
            return Problems.From(fault);
        }

        SearchParameters wanted = body.Search ?? new SearchParameters();
        return wanted.Check(RequestLimits.PassageCharacters) is { } wrong ? Problems.From(wrong)
            : saved.Save(body.Name ?? "", wanted.Wish()).TryGet(out SavedSearchView? view, out fault) ? TypedResults.Ok(view)
            : Problems.From(fault);
    }

    private static Results<Ok<SavedNewsView>, ProblemHttpResult> News(
        [Description("Number or name of the saved search.")] string id, SavedSearches saved, [Description("How many hits, 1 to 1000.")] int top = 10) =>
        saved.News(id, top).TryGet(out SavedNewsView? news, out Fault? fault) ? TypedResults.Ok(news) : Problems.From(fault);

    private static async Task<Results<Ok<SavedSearchView>, ProblemHttpResult>> Seen(
        [Description("Number or name of the saved search.")] string id, HttpRequest request, SavedSearches saved, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<SeenBody> read = await JsonBody.ReadAsync(request, json.Value.SerializerOptions, new SeenBody(null), "{\"upTo\":12}", cancellationToken);
        if (!read.TryGet(out SeenBody? body, out Fault? fault))
        {
            return Problems.From(fault);
        }

        return body.UpTo is not { } upTo ? Problems.From(new Fault("request.missing", "缺少 upTo：请给出查看新内容时得到的标记。"))
            : saved.Seen(id, upTo).TryGet(out SavedSearchView? view, out fault) ? TypedResults.Ok(view)
            : Problems.From(fault);
    }

    private static Results<NoContent, ProblemHttpResult> Remove([Description("Number or name of the saved search.")] string id, SavedSearches saved) =>
        saved.Remove(id) ? TypedResults.NoContent() : Problems.NotFound("saved-search", "已保存检索", id);
}
