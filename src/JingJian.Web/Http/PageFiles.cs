using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace JingJian.Web.Http;

/// <summary>The page's files: sent in the compressed form that lies beside them where the browser takes it.</summary>
internal static class PageFiles
{
    private static readonly (string Coding, string Ending)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Sends <c>index.html</c> for the root, and every file below <c>wwwroot</c>.</summary>
    public static void UsePage(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.Use((context, next) =>
        {
            Choose(context.Request, app.Environment.WebRootFileProvider);
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = new InnerContentType(),
            OnPrepareResponse = prepared => Describe(prepared.Context, prepared.File),
        });
    }

    /// <summary>Whether what is sent has a name that is made from its content.</summary>
    public static bool IsImmutable(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
        && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified;

    /// <summary>Asks for the compressed form of a file instead.</summary>
    private static void Choose(HttpRequest request, IFileProvider files)
    {
        if (request.Path.Value is not { Length: > 1 } path || Compressed.Any(form => path.EndsWith(form.Ending, StringComparison.Ordinal)))
        {
            return;
        }

        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach ((string coding, string ending) in Compressed)
        {
            if (accepted.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0) && files.GetFileInfo(path + ending).Exists)
            {
                request.Path = path + ending;
                return;
            }
        }
    }

    private static void Describe(HttpContext context, IFileInfo file)
    {
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        foreach ((string coding, string ending) in Compressed)
        {
            if (file.Name.EndsWith(ending, StringComparison.Ordinal))
            {
                context.Response.Headers.ContentEncoding = coding;
            }
        }
    }

    /// <summary>The type of a compressed file is that of what is inside.</summary>
    private sealed class InnerContentType : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider types = new();

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType)
        {
            (_, string? ending) = Compressed.FirstOrDefault(form => subpath.EndsWith(form.Ending, StringComparison.Ordinal));
            bool known = types.TryGetContentType(subpath[..^(ending?.Length ?? 0)], out contentType);
            if (known && (contentType!.StartsWith("text/", StringComparison.Ordinal)))
            {
                contentType += "; charset=utf-8";
            }

            return known;
        }
    }
}
