using System.Text.Json;
using JingJian.Text;
using ModelContextProtocol.Protocol;

namespace JingJian.Cli.Mcp;

/// <summary>A question that a client may ask the archive; asking changes nothing.</summary>
/// <param name="Definition">How it is announced.</param>
/// <param name="Answer">Answers it.</param>
internal sealed record ArchiveTool(Tool Definition, Func<ToolArguments, Result<JsonElement>> Answer)
{
    /// <summary>Describes a tool.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="description">What it does and when to use it, in Chinese.</param>
    /// <param name="parameters">What it takes.</param>
    /// <param name="answer">Answers it.</param>
    public static ArchiveTool Of<T>(string name, string title, string description, Parameter[] parameters, Func<ToolArguments, Result<T>> answer)
        where T : class => new(
        new Tool
        {
            Name = name,
            Title = title,
            Description = description,
            InputSchema = ToolJson.Input(parameters),
            OutputSchema = ToolJson.Output<T>(),
            Annotations = new ToolAnnotations { Title = title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        },
        arguments => answer(arguments).TryGet(out T? view, out Fault? fault) ? JsonSerializer.SerializeToElement(view, ToolJson.Options) : fault);
}
