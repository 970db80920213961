using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>The paragraphs of reports.</summary>
internal static class ParagraphsApi
{
    public static void MapParagraphs(this RouteGroupBuilder api)
    {
        RouteGroupBuilder paragraphs = api.MapGroup("/paragraphs").WithTags("Paragraphs").ProducesProblem(StatusCodes.Status404NotFound);
        paragraphs.MapGet("/", List).WithName("ListParagraphs").Tagged();
        paragraphs.MapGet("/{id}", Get).WithName("GetParagraph").Tagged();
    }

    private static Results<Ok<Listing<BlockView>>, ProblemHttpResult> List(
        Catalogue catalogue,
        [Description("报告的编号。")] string report,
        [AsParameters] Page page) =>
        catalogue.Report(report) is null
            ? Problems.NotFound("report", "报告", report)
            : page.Of([.. catalogue.Blocks(report).Where(block => block.Kind == "paragraph")], block => block.Id);

    private static Results<Ok<BlockView>, ProblemHttpResult> Get([Description("段落、标题或其他块的编号。")] string id, Catalogue catalogue) =>
        catalogue.Block(id) is { } block ? TypedResults.Ok(block) : Problems.NotFound("paragraph", "段落", id);
}
