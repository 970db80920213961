using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace JingJian.Web.Api;

/// <summary>A line of synonyms to add.</summary>
/// <param name="Line">Words that mean the same, joined by =; or what people say, &gt;, and how officials write it.</param>
internal sealed record SynonymBody(string? Line);

/// <summary>The words that an organisation adds to its archive.</summary>
internal static class LexiconApi
{
    public static void MapLexicon(this RouteGroupBuilder api)
    {
        RouteGroupBuilder synonyms = api.MapGroup("/lexicon/synonyms").WithTags("Lexicon");
        synonyms.MapGet("/", List).WithName("ListSynonyms").WithSummary("The synonyms that were added to this archive.");
        synonyms.MapPost("/", AddAsync).WithName("AddSynonym").WithSummary("Adds a line of synonyms; it counts from the next search on.")
            .Accepts<SynonymBody>("application/json").ProducesProblem(StatusCodes.Status409Conflict);
        synonyms.MapDelete("/{id}", Remove).WithName("RemoveSynonym").WithSummary("Removes a line of synonyms.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<SynonymView>>, ProblemHttpResult> List(SynonymDesk desk, [AsParameters] Page page) =>
        page.Check() is { } fault ? Problems.From(fault) : TypedResults.Ok(Listing<SynonymView>.Part(desk.All(), page));

    private static async Task<Results<Ok<SynonymView>, ProblemHttpResult>> AddAsync(
        HttpRequest request, ClaimsPrincipal user, SynonymDesk desk, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<SynonymBody> read = await JsonBody.ReadAsync(request, json.Value.SerializerOptions, new SynonymBody(null), "{\"line\":\"职代会 = 职工代表大会\"}", cancellationToken);
        return read.TryGet(out SynonymBody? body, out Fault? fault) && desk.Add(body.Line ?? "", Gate.NameOf(user)).TryGet(out SynonymView? added, out fault)
            ? TypedResults.Ok(added)
            : Problems.From(fault);
    }

    private static Results<NoContent, ProblemHttpResult> Remove([Description("Id of the line.")] string id, ClaimsPrincipal user, SynonymDesk desk) =>
        desk.Remove(id, Gate.NameOf(user)).TryGet(out _, out Fault? fault) ? TypedResults.NoContent() : Problems.From(fault);
}
