using System.Text;
using System.Text.Json;
using static JingJian.Web.Reference.ReferenceHtml;

namespace JingJian.Web.Reference;

/// <summary>The part of the page of the API that shows the types of values, in the groups and the order of <c>types.md</c>.</summary>
internal static class ReferenceTypes
{
    private const string Null = "null";

    /// <summary>Writes all types of a document.</summary>
    public static void Write(StringBuilder page, JsonElement document)
    {
        ILookup<string, JsonProperty> schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().ToLookup(schema => ReferenceWords.TypeOf(schema.Name));
        page.Append("<h2 id=\"types\">数据类型</h2>\n");
        foreach (IGrouping<string, string> group in ReferenceWords.Types.GroupBy(type => type.Value.Group, type => type.Key))
        {
            page.Append("<h3>").Append(Plain(group.Key)).Append("</h3>\n").AppendJoin("", group.SelectMany(type => schemas[type]).Select(Type));
        }
    }

    /// <summary>What a schema holds, in words; a type by its name, which leads to it.</summary>
    public static string Kind(JsonElement schema)
    {
        if (Value(schema, "$ref") is { } reference)
        {
            string name = Plain(reference[(reference.LastIndexOf('/') + 1)..]);
            return $"<a href=\"#type-{name}\">{name}</a>";
        }

        if (schema.TryGetProperty("oneOf", out JsonElement either))
        {
            return string.Join(" 或 ", either.EnumerateArray().Select(Kind).OrderBy(kind => kind == Null));
        }

        string[] types = !schema.TryGetProperty("type", out JsonElement type) ? [] : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];
        return string.Join(" 或 ", types.Select(one => Kind(one, schema)).OrderBy(kind => kind == Null));
    }

    private static string Kind(string type, JsonElement schema) => type switch
    {
        "string" => Value(schema, "format") == "binary" ? "文件" : "字符串",
        "integer" => "整数",
        "number" => "数值",
        "boolean" => "布尔值",
        "array" => $"数组：{Kind(schema.GetProperty("items"))}",
        "object" when schema.TryGetProperty("additionalProperties", out JsonElement values) => $"对象，值为{Kind(values)}",
        _ => type,
    };

    private static string Type(JsonProperty schema)
    {
        var html = new StringBuilder("<details><summary><code>").Append(Plain(schema.Name)).Append("</code>　").Append(Spoken(Value(schema.Value, "description") ?? ""))
            .Append("</summary>\n<div class=\"type\" id=\"type-").Append(Plain(schema.Name)).Append("\">\n");
        if (schema.Value.TryGetProperty("properties", out JsonElement properties))
        {
            Rows(html, "属性", properties.EnumerateObject().Select(property => (property.Name, Kind(property.Value), Value(property.Value, "description") ?? "")));
        }
        else
        {
            html.Append("<p>").Append(Kind(schema.Value)).Append("</p>\n");
        }

        return html.Append("</div></details>\n").ToString();
    }
}
