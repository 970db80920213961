using JingJian.Archive.Access;
using JingJian.Archive.Upkeep;
using JingJian.Web.Access;
using JingJian.Web.Reference;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace JingJian.Web.Http;

/// <summary>What the OpenAPI document says of an operation: what it does, who may do it, what its answers mean, which files it sends.</summary>
internal static class OpenApiAnswers
{
    /// <summary>Describes an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="endpoint">What its endpoint carries.</param>
    public static void Describe(OpenApiOperation operation, IList<object> endpoint)
    {
        OperationWords? words = ReferenceWords.Operations.GetValueOrDefault(operation.OperationId ?? "");
        operation.Summary = words?.Summary ?? operation.Summary;
        operation.Description = $"{words?.Description ?? operation.Description}\n\n{Who(endpoint)}";
        foreach ((string status, IOpenApiResponse answer) in operation.Responses ?? [])
        {
            answer.Description = words?.Answers.GetValueOrDefault(status) ?? Usually(status);
        }

        foreach (IProducesResponseTypeMetadata file in endpoint.OfType<IProducesResponseTypeMetadata>().Where(one => one.StatusCode == StatusCodes.Status200OK && (one.Type is null || one.Type == typeof(void))))
        {
            if (operation.Responses?["200"] is OpenApiResponse answer)
            {
                answer.Content = file.ContentTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });
            }
        }
    }

    /// <summary>Who may do it, and what the log calls it.</summary>
    private static string Who(IList<object> endpoint)
    {
        if (endpoint.OfType<AuthorizeAttribute>().LastOrDefault()?.Policy is not { } policy)
        {
            return "谁都可以调用，不必登录。";
        }

        Permissions needed = Enum.Parse<Permissions>(policy);
        Role[] roles = Enum.GetValues<Role>(), may = [.. roles.Where(role => (role.May() & needed) != 0)];
        string who = may.Length == roles.Length ? "登录者都可以调用" : $"须是{string.Join('、', may.Select(role => $"{role.ToChinese()}（{role.ToEnglish()}）"))}角色";
        return endpoint.OfType<NotedAs>().LastOrDefault() is { } noted ? $"{who}；记入操作日志（{ActivityNames.ToChinese(noted.Action)}，`{noted.Action}`）。" : $"{who}。";
    }

    /// <summary>What a status means wherever nothing else is said.</summary>
    private static string Usually(string status) => status switch
    {
        "200" => "成功。",
        "304" => "与 `If-None-Match` 带来的 ETag 相比没有变化，没有内容。",
        "400" => "参数或请求体有误，没有做任何事；detail 说明哪一处、应是什么。",
        "401" => "`access.sign-in`：没有登录，或密钥无效。",
        "403" => "`access.denied`：角色不能做这件事；`request.cross-site`：请求来自别的网站。",
        _ => "没有做任何事；code 是不变的代码，detail 说明原因。",
    };
}
