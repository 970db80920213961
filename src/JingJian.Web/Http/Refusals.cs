using System.Globalization;
using JingJian.Archive;
using JingJian.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Primitives;

namespace JingJian.Web.Http;

/// <summary>Turns everything that goes wrong below it, in every environment, into problem details.</summary>
internal sealed class Refusals(RequestDelegate next, ILogger<Refusals> logger)
{
    /// <summary>Runs the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
            return;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await Answer(context, error).ExecuteAsync(context);
            return;
        }

        HttpResponse response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
        {
            await Problems.From(response.StatusCode).ExecuteAsync(context);
        }
    }

    private ProblemHttpResult Answer(HttpContext context, Exception error)
    {
        switch (error)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest }:
                return Problems.From(Unreadable(context));
            case BadHttpRequestException bad:
                return Problems.From(bad.StatusCode);
            case ArchiveBusyException busy:
                context.Response.Headers.RetryAfter = "5";
                return Problems.From(new Fault("archive.busy", busy.Message), StatusCodes.Status503ServiceUnavailable);
            case SqliteException store:
                logger.LogError(error, "The store failed: {Method} {Path}", context.Request.Method, context.Request.Path);
                return Problems.From(new Fault("archive.store", StoreFaults.Sentence(store)), StatusCodes.Status503ServiceUnavailable);
            case IOException full when StoreFaults.IsFull(full):
                logger.LogError(error, "The disk is full: {Method} {Path}", context.Request.Method, context.Request.Path);
                return Problems.From(new Fault("archive.disk-full", "服务器的磁盘已满，没有完成；请联系管理员清理磁盘。"), StatusCodes.Status507InsufficientStorage);
            default:
                logger.LogError(error, "Request failed: {Method} {Path}", context.Request.Method, context.Request.Path);
                return Problems.From(StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Which parameter is missing or could not be read, and what it should be.</summary>
    private static Fault Unreadable(HttpContext context)
    {
        IReadOnlyList<IParameterBindingMetadata> parameters =
            context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        foreach (IParameterBindingMetadata parameter in parameters)
        {
            bool isGiven = context.Request.Query.TryGetValue(parameter.Name, out StringValues values);
            if (!isGiven && !parameter.IsOptional && parameter.ParameterInfo.ParameterType == typeof(string)
                && !context.Request.RouteValues.ContainsKey(parameter.Name))
            {
                return new Fault("request.missing", $"缺少参数 {parameter.Name}。");
            }

            string value = values.ToString();
            if (isGiven && Expected(parameter.ParameterInfo.ParameterType, value) is { } expected)
            {
                return new Fault("request.parameter", $"参数 {parameter.Name} 的值“{Problems.Excerpt(value)}”无法识别，应为{expected}。");
            }
        }

        return new Fault("request.malformed", "请求无法读懂。");
    }

    /// <summary>What a value should have been, or null when it can be read.</summary>
    private static string? Expected(Type type, string value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { } number when number == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) => "整数",
        { } flag when flag == typeof(bool) && !bool.TryParse(value, out _) => " true 或 false",
        _ => null,
    };
}
