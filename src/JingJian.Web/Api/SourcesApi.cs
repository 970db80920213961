using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Intake;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Api;

/// <summary>What became of an upload, file by file, in the order in which they were sent.</summary>
/// <param name="Stored">How many files are new.</param>
/// <param name="Known">How many the archive had already.</param>
/// <param name="Refused">How many were not taken in.</param>
/// <param name="Files">The files.</param>
internal sealed record UploadView(int Stored, int Known, int Refused, IReadOnlyList<OutcomeView> Files);

/// <summary>The files of the archive, and how new ones come in.</summary>
internal static class SourcesApi
{
    public static void MapSources(this RouteGroupBuilder api)
    {
        RouteGroupBuilder sources = api.MapGroup("/sources").WithTags("Sources");
        sources.MapGet("/", List).WithName("ListSources").Tagged();
        sources.MapGet("/{id}", Get).WithName("GetSource").Tagged()
            .ProducesProblem(StatusCodes.Status404NotFound);
        sources.MapPost("/", Add).WithName("AddSources")
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.UploadBytes))
            .Accepts<IFormFileCollection>("multipart/form-data")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
    }

    private static Results<Ok<Listing<SourceView>>, ProblemHttpResult> List(Catalogue catalogue, [AsParameters] Page page) =>
        page.Of(catalogue.Sources(), source => source.Id);

    private static Results<Ok<SourceView>, ProblemHttpResult> Get([Description("来源的编号。")] string id, Catalogue catalogue) =>
        catalogue.FindSources(id).FirstOrDefault(source => source.Id == id) is { } source
            ? TypedResults.Ok(source)
            : Problems.NotFound("source", "来源文件", id);

    private static async Task<Results<Ok<UploadView>, Created<UploadView>, ProblemHttpResult>> Add(
        HttpRequest request, StagingFolder staging, IngestQueue queue, CollectionDesk collections, CancellationToken cancellationToken,
        [Description("新文件放入的分库（编号或名称）；不给则放入默认分库。")] string collection = "1")
    {
        if (!collections.Find(collection).TryGet(out CollectionView? into, out Fault? missing))
        {
            return Problems.From(missing);
        }

        Result<Upload> read = await Upload.ReadAsync(request, staging, staging.Nameless, cancellationToken);
        if (!read.TryGet(out Upload? upload, out Fault? fault))
        {
            return Problems.From(fault);
        }

        using (upload)
        {
            // Once begun it is finished, whether or not the client still listens: half an ingest helps nobody.
            IngestReport report = await queue.RunAsync(archive => archive.Ingest(upload.Files, into.Id, CancellationToken.None), cancellationToken);
            return Answer(report);
        }
    }

    private static Results<Ok<UploadView>, Created<UploadView>, ProblemHttpResult> Answer(IngestReport report)
    {
        var view = new UploadView(
            report.Stored.Count(), report.Known.Count(), report.Refused.Count(), [.. report.Outcomes.Select(OutcomeView.Of)]);
        if (view.Refused == view.Files.Count)
        {
            ProblemHttpResult problem = Problems.From(new Fault("ingest.all-refused", view.Files.Count == 1
                ? $"文件未能入库：{view.Files[0].Reason}"
                : $"{view.Files.Count} 个文件都未能入库，原因见各文件。"));
            problem.ProblemDetails.Extensions["files"] = view.Files;
            return problem;
        }

        return view.Stored > 0
            ? TypedResults.Created($"/api/v1/sources/{view.Files.First(file => file.Source is not null).Source}", view)
            : TypedResults.Ok(view);
    }
}
