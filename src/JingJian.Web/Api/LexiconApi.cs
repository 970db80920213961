using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>A line of synonyms to add.</summary>
/// <param name="Line">Words that mean the same, joined by =; or what people say, &gt;, and how officials write it.</param>
internal sealed record SynonymBody(string? Line);

/// <summary>A word to add.</summary>
/// <param name="Line">The word; behind it, where wanted, its frequency (0 for what is no word) and its part of speech.</param>
internal sealed record WordBody(string? Line);

/// <summary>The words that an organisation adds to its archive.</summary>
internal static class LexiconApi
{
    private const string IdText = "一行的编号。";

    public static void MapLexicon(this RouteGroupBuilder api)
    {
        RouteGroupBuilder synonyms = api.MapGroup("/lexicon/synonyms").WithTags("Lexicon");
        synonyms.MapGet("/", ListSynonyms).WithName("ListSynonyms").Tagged();
        synonyms.MapPost("/", AddSynonymAsync).WithName("AddSynonym")
            .Accepts<SynonymBody>("application/json").ProducesProblem(StatusCodes.Status409Conflict);
        synonyms.MapDelete("/{id}", RemoveSynonym).WithName("RemoveSynonym")
            .ProducesProblem(StatusCodes.Status404NotFound);
        RouteGroupBuilder words = api.MapGroup("/lexicon/words").WithTags("Lexicon");
        words.MapGet("/", ListWords).WithName("ListWords").Tagged();
        words.MapPost("/", AddWordAsync).WithName("AddWord")
            .Accepts<WordBody>("application/json").ProducesProblem(StatusCodes.Status409Conflict);
        words.MapDelete("/{id}", RemoveWord).WithName("RemoveWord")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<SynonymView>>, ProblemHttpResult> ListSynonyms(SynonymDesk desk, [AsParameters] Page page) =>
        page.Of(desk.All(), line => line.Id);

    private static Task<Results<Ok<SynonymView>, ProblemHttpResult>> AddSynonymAsync(
        HttpRequest request, ClaimsPrincipal user, SynonymDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(request, "{\"line\":\"职代会 = 职工代表大会\"}", (SynonymBody body) => desk.Add(body.Line ?? "", Gate.NameOf(user)), cancellationToken);

    private static Results<NoContent, ProblemHttpResult> RemoveSynonym([Description(IdText)] string id, ClaimsPrincipal user, SynonymDesk desk) =>
        desk.Remove(id, Gate.NameOf(user)).TryGet(out _, out Fault? fault) ? TypedResults.NoContent() : Problems.From(fault);

    private static Results<Ok<Listing<UserWordView>>, ProblemHttpResult> ListWords(UserWordDesk desk, [AsParameters] Page page) =>
        page.Of(desk.All(), line => line.Id);

    private static Task<Results<Ok<UserWordView>, ProblemHttpResult>> AddWordAsync(
        HttpRequest request, ClaimsPrincipal user, UserWordDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(request, "{\"line\":\"工人先锋号\"}", (WordBody body) => desk.Add(body.Line ?? "", Gate.NameOf(user)), cancellationToken);

    private static Results<NoContent, ProblemHttpResult> RemoveWord([Description(IdText)] string id, ClaimsPrincipal user, UserWordDesk desk) =>
        desk.Remove(id, Gate.NameOf(user)).TryGet(out _, out Fault? fault) ? TypedResults.NoContent() : Problems.From(fault);
}
