using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

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
        saved.MapGet("/", List).WithName("ListSavedSearches");
        saved.MapPost("/", SaveAsync).WithName("SaveSearch")
            .Accepts<SavedSearchBody>("application/json");
        saved.MapGet("/{id}/new", News).WithName("SavedSearchNews")
            .ProducesProblem(StatusCodes.Status404NotFound);
        saved.MapPost("/{id}/seen", Seen).WithName("SavedSearchSeen")
            .Accepts<SeenBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        saved.MapDelete("/{id}", Remove).WithName("RemoveSavedSearch")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<SavedSearchView>>, ProblemHttpResult> List(SavedSearches saved, [AsParameters] LongPage page) => page.Of(saved.All(), search => search.Name);

    private static Task<Results<Ok<SavedSearchView>, ProblemHttpResult>> SaveAsync(HttpRequest request, SavedSearches saved, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(request, "{\"name\":\"…\",\"search\":{\"q\":\"…\"}}", (SavedSearchBody body) => Save(saved, body.Name ?? "", body.Search ?? new SearchParameters()), cancellationToken);

    private static Result<SavedSearchView> Save(SavedSearches saved, string name, SearchParameters wanted) =>
        wanted.Check(RequestLimits.PassageCharacters) is { } wrong ? wrong : saved.Save(name, wanted.Wish());

    private static Results<Ok<SavedNewsView>, ProblemHttpResult> News(
        [Description("已保存检索的编号或名称。")] string id, SavedSearches saved, [Description("最多几条命中，1 到 1000。")] int top = 10) =>
        saved.News(id, top).TryGet(out SavedNewsView? news, out Fault? fault) ? TypedResults.Ok(news) : Problems.From(fault);

    private static Task<Results<Ok<SavedSearchView>, ProblemHttpResult>> Seen(
        [Description("已保存检索的编号或名称。")] string id, HttpRequest request, SavedSearches saved, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            request, "{\"upTo\":12}",
            (SeenBody body) => body.UpTo is { } upTo ? saved.Seen(id, upTo) : new Fault("request.missing", "缺少 upTo：请给出查看新内容时得到的标记。"), cancellationToken);

    private static Results<NoContent, ProblemHttpResult> Remove([Description("已保存检索的编号或名称。")] string id, SavedSearches saved) =>
        saved.Remove(id) ? TypedResults.NoContent() : Problems.NotFound("saved-search", "已保存检索", id);
}
