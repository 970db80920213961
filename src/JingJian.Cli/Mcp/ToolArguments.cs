using System.Text.Json;
using JingJian.Text;

namespace JingJian.Cli.Mcp;

/// <summary>The arguments of one call, read one by one; the first that is not acceptable is remembered, with a sentence for whoever wrote it.</summary>
internal sealed class ToolArguments(IDictionary<string, JsonElement>? given)
{
    private const int LongestName = 40;

    private readonly Dictionary<string, JsonElement> given = given is null ? [] : new(given, StringComparer.Ordinal);
    private readonly HashSet<string> known = [];
    private Fault? fault;

    /// <summary>What is wrong with the arguments, those that were not asked for included; null when all is well.</summary>
    public Fault? Fault => fault ?? (given.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown
        ? new Fault("tool.argument", $"没有“{Shortening.Excerpt(unknown, LongestName)}”这个参数，可用的有：{string.Join('、', known.Order(StringComparer.Ordinal))}。")
        : null);

    /// <summary>A text; null when it is not given.</summary>
    public string? Text(string name, int most, bool required = false)
    {
        if (Find(name) is not { } value)
        {
            return required ? Refuse<string>($"缺少参数“{name}”。") : null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Refuse<string>($"参数“{name}”应是文字。");
        }

        string text = value.GetString()!;
        return text.Length > most ? Refuse<string>($"参数“{name}”太长（{text.Length} 字），最多 {most} 字。")
            : required && string.IsNullOrWhiteSpace(text) ? Refuse<string>($"参数“{name}”是空的。")
            : text;
    }

    /// <summary>A whole number in a range.</summary>
    public int? Number(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse<string>($"参数“{name}”应是 {least} 到 {most} 的整数。");
        return null;
    }

    /// <summary>A yes or no.</summary>
    public bool Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Refuse<string>($"参数“{name}”应是 true 或 false。");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    private JsonElement? Find(string name)
    {
        known.Add(name);
        return given.TryGetValue(name, out JsonElement value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;
    }

    private T? Refuse<T>(string sentence)
        where T : class
    {
        fault ??= new Fault("tool.argument", sentence);
        return null;
    }
}
