using System.Security.Cryptography;
using System.Text;
using JingJian.Archive;
using JingJian.Web.Access;
using Microsoft.Net.Http.Headers;

namespace JingJian.Web.Http;

/// <summary>Gives answers about the archive a tag, and answers 304 to who has the answer already.</summary>
/// <remarks>
/// <para>The tag follows from what was asked, who asked (their role and what they see) and the state of the archive: nothing is computed to
/// see that nothing has changed. The state is looked at before the answer is made: an answer may be newer than its tag, never older.</para>
/// <para>Answers are still <c>no-store</c>: a program that keeps them does so on its own account, a browser leaves nothing on its disk.</para>
/// </remarks>
internal sealed class EntityTags(ReportArchive archive) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        EntityTagHeaderValue tag = Of(http);
        if (Has(http.Request, tag))
        {
            http.Response.Headers.ETag = tag.ToString();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        object? answer = await next(context);
        if (Inner(answer) is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK })
        {
            http.Response.Headers.ETag = tag.ToString();
        }

        return answer;
    }

    private EntityTagHeaderValue Of(HttpContext http)
    {
        HttpRequest request = http.Request;
        string state = archive.StateOf(Gate.SightOf(http.User));
        string asked = $"{state}\n{Gate.NameOf(http.User)}\n{Gate.RoleOf(http.User)}\n{request.PathBase}{request.Path}{request.QueryString}";
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..24]}\"", isWeak: true);
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known) && known.Any(one => one.Compare(tag, useStrongComparison: false));

    private static object? Inner(object? answer) => answer is INestedHttpResult nested ? Inner(nested.Result) : answer;
}

/// <summary>Puts <see cref="EntityTags"/> on endpoints.</summary>
internal static class TaggedEndpoints
{
    /// <summary>Answers of this endpoint follow from the archive alone.</summary>
    public static RouteHandlerBuilder Tagged(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter<EntityTags>().Produces(StatusCodes.Status304NotModified);
}
