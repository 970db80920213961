using JingJian.Archive.Exports;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>A report as a file that stands by itself.</summary>
internal static class ExportedFile
{
    /// <summary>Says in the OpenAPI document what an endpoint sends.</summary>
    public static RouteHandlerBuilder ProducesExport(this RouteHandlerBuilder endpoint) => endpoint.Produces(
        StatusCodes.Status200OK,
        contentType: "text/html",
        additionalContentTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/csv", "application/json"]);

    /// <summary>Writes the file in the wanted format, or says which there are.</summary>
    /// <param name="format">html, docx, csv or json.</param>
    /// <param name="name">Name of the file without its ending: never what was asked for.</param>
    /// <param name="write">Writes it.</param>
    public static Results<FileContentHttpResult, ProblemHttpResult> Send(string format, string name, Action<ExportFormat, Stream> write)
    {
        if (!ExportFormat.Parse(format).TryGet(out ExportFormat? wanted, out Fault? fault))
        {
            return Problems.From(fault);
        }

        using var file = new MemoryStream();
        write(wanted, file);
        return TypedResults.File(file.ToArray(), wanted.ContentType, $"{name}.{wanted.Name}");
    }
}
