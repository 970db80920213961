using JingJian.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Http;

/// <summary>The one road by which a refusal leaves: problem details (RFC 9457) in Chinese.</summary>
/// <remarks>
/// <para><c>type</c> is the fault's code as a URN, <c>title</c> says what sort of refusal it is, <c>detail</c> is the fault's
/// sentence, <c>code</c> the bare code, and <c>at</c> the place in the input (<c>start</c>, <c>end</c>, UTF-16 units) when it is known.</para>
/// </remarks>
internal static class Problems
{
    private const int LongestExcerpt = 40;

    /// <summary>A refusal with the status that its code asks for.</summary>
    public static ProblemHttpResult From(Fault fault) => From(fault, StatusOf(fault.Code));

    /// <summary>A refusal with a status of its own.</summary>
    public static ProblemHttpResult From(Fault fault, int status)
    {
        var problem = new ProblemDetails
        {
            Type = "urn:jingjian:" + fault.Code,
            Title = TitleOf(status),
            Status = status,
            Detail = fault.Message,
        };
        problem.Extensions["code"] = fault.Code;
        if (fault.At is { } at)
        {
            problem.Extensions["at"] = new { start = at.Start, end = at.End };
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>Nothing has this id.</summary>
    public static ProblemHttpResult NotFound(string kind, string chinese, string id) =>
        From(new Fault($"{kind}.not-found", $"档案库里没有编号为“{Excerpt(id)}”的{chinese}。"));

    /// <summary>The refusal that a bare status code stands for.</summary>
    public static ProblemHttpResult From(int status) => From(status switch
    {
        401 => new Fault("access.sign-in", "请先登录。"),
        403 => new Fault("access.denied", "您的角色不能做这件事；需要时请联系管理员。"),
        429 => new Fault("access.too-many", "请求太频繁，请稍后再试。"),
        404 => new Fault("request.not-found", "没有这个地址。"),
        405 => new Fault("request.method", "这个地址不支持这种请求方式。"),
        413 => new Fault("request.too-large", "请求的内容太大。"),
        415 => new Fault("request.media-type", "这个地址不接受这种类型的内容。"),
        < 500 => new Fault("request.malformed", "请求无法读懂。"),
        _ => new Fault("service.failed", "服务内部出错，已记入日志；请稍后再试。"),
    }, status);

    /// <summary>The beginning of somebody's input, short enough for a sentence.</summary>
    public static string Excerpt(string input) => Shortening.Excerpt(input, LongestExcerpt);

    private static int StatusOf(string code) => code switch
    {
        _ when code.EndsWith(".not-found", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ when code.EndsWith(".exists", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
        "exemplars.persons-hidden" => StatusCodes.Status403Forbidden,
        _ when code.StartsWith("ingest.", StringComparison.Ordinal) => StatusCodes.Status422UnprocessableEntity,
        _ when code.StartsWith("draft.", StringComparison.Ordinal) => StatusCodes.Status422UnprocessableEntity,
        "request.media-type" => StatusCodes.Status415UnsupportedMediaType,
        "upload.no-space" => StatusCodes.Status507InsufficientStorage,
        "upload.hash" => StatusCodes.Status422UnprocessableEntity,
        "upload.offset" or "upload.busy" or "upload.incomplete" or "job.not-stopped" or "job.expired" => StatusCodes.Status409Conflict,
        "removal.held" or "report.not-compared" or "collection.not-empty" or "collection.default" or "account.last-admin" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string TitleOf(int status) => status switch
    {
        400 => "请求有误",
        401 => "需要登录",
        403 => "请求被拒绝",
        409 => "现在不能这样做",
        429 => "请求太频繁",
        404 => "没有找到",
        405 => "请求方式不对",
        408 => "请求超时",
        413 => "内容太大",
        415 => "内容类型不对",
        421 => "主机名不对",
        422 => "内容无法接受",
        503 => "暂时无法服务",
        507 => "磁盘空间不够",
        < 500 => "请求有误",
        _ => "服务出错",
    };
}
