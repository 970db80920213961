using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace JingJian.Tools.Faults;

/// <summary>Requests that go wrong in every way a value can, made from the OpenAPI document of a service.</summary>
/// <remarks>Values of path and query, headers, types of content, bodies: JSON as the schema wants it with one thing wrong, nested too deep, of
/// wrong types, cut off, too large; random bytes; forms that are none. The same seed makes the same requests.</remarks>
internal sealed class BadRequests(JsonElement document, Random random)
{
    private const int DeepLevels = 3000;
    private const int Oversize = 5 << 20;
    private const int LongWord = 70_000;

    private static readonly string[] Values =
    [
        "", "0", "-1", "1.5", "1e400", "99999999999999999999", "9223372036854775807", "true", "null", "工会", "\"", "\"\"", "(", "((", ")", "-", "OR OR", "NOT", "a:b", "功能:", "来源:",
        "..", "2021..", "9999..1", "2021..x", "%0D%0AX-A:b", "%ED%A0%80", "%FF", "%F0%A0%AE%B7", "%E2%80%AE", "%EF%BB%BF", "../../etc/passwd", "..%2F..%2Fx", "%5C..%5Cx",
        "' OR 1=1 --", "$1", "<script>", "=cmd()", "{0}", "0123456789ab", "0123456789ab-r1", "0123456789ab-r99999999999", "0123456789ab-b0", "practice", "主要做法", "csv", "exe",
        "(a+)+$", string.Concat(Enumerable.Repeat("a*", 200)), new('职', 400), new('(', 400), string.Concat(Enumerable.Repeat("-\"", 200)), string.Concat(Enumerable.Repeat("工 ", 240)),
    ];

    private static readonly string?[] Types =
    [
        null, "application/json", "application/json", "application/json", "application/json; charset=utf-7", "application/json; charset=utf-16", "text/plain", "text/plain; charset=x", "application/octet-stream",
        "multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=b", "a/b", "application/xml",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("If-Match", ["*", "\"", "\"x\"", "W/\"1\"", "\u0001", new('x', 3000)]), ("If-None-Match", ["*", "\"x\"", ",,,"]), ("Range", ["bytes=0-", "bytes=9-1", "bytes=-99999999999999999999"]),
        ("Accept", ["text/html", "*/*;q=2", ";;;"]), ("Accept-Encoding", ["br;q=x", "gzip, , ,", "identity;q=0, *;q=0"]), ("Last-Event-ID", ["-1", "x", "99999999999999999999"]),
        ("Authorization", ["Bearer ", "Bearer jj_0", "Basic YTpi", "Bearer " + new string('x', 5000)]), ("Cookie", ["jingjian=x", "jingjian=" + new string('A', 3000), ";;;"]),
        ("Origin", ["null", "http://elsewhere.example", "http://"]), ("Sec-Fetch-Site", ["cross-site", "x"]), ("X-Forwarded-For", ["127.0.0.1", "::::"]), ("Expect", ["100-continue"]),
        ("Transfer-Encoding", ["chunked"]), ("Content-Encoding", ["gzip", "x"]), ("traceparent", ["00-0-0-00", "x"]), ("Host", ["127.0.0.1", "elsewhere.example", "[", ""]),
    ];

    private readonly (string Path, JsonProperty Operation)[] operations =
    [
        .. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Object && one.Value.TryGetProperty("operationId", out _)).Select(one => (path.Name, one))),
    ];

    /// <summary>The operations of the document.</summary>
    public int Count => operations.Length;

    /// <summary>A request to an operation.</summary>
    public (string Name, HttpRequestMessage Message) Next(int operation)
    {
        (string path, JsonProperty asked) = operations[operation];
        JsonElement described = asked.Value;
        // Mostly the method that the address has, now and then another.
        HttpMethod method = random.Next(12) == 0 ? Pick([HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Head, HttpMethod.Options]) : HttpMethod.Parse(asked.Name.ToUpperInvariant());
        var message = new HttpRequestMessage(method, new Uri(Filled(path.TrimStart('/')) + Query(described), UriKind.Relative));
        if (method != HttpMethod.Get && method != HttpMethod.Head)
        {
            message.Content = Body(described);
        }

        for (int headers = random.Next(3) == 0 ? random.Next(1, 4) : 0; headers > 0; headers--)
        {
            (string name, string[] values) = Pick(Headers);
            message.Headers.TryAddWithoutValidation(name, Pick(values));
        }

        return ($"{method} {path}", message);
    }

    private string Filled(string path)
    {
        var filled = new StringBuilder(path);
        for (int open = path.LastIndexOf('{'); open >= 0; open = open == 0 ? -1 : path.LastIndexOf('{', open - 1))
        {
            // Nothing at all leads to another address.
            filled.Remove(open, path.IndexOf('}', open) - open + 1).Insert(open, Pick(Values) is { Length: > 0 } value ? value : "0");
        }

        return filled.ToString();
    }

    private string Query(JsonElement described)
    {
        string[] names = described.TryGetProperty("parameters", out JsonElement parameters)
            ? [.. parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!)]
            : [];
        // Missing, once, twice, and now and then longer than any address.
        IEnumerable<string> given = names.SelectMany(name => Enumerable.Repeat(name, random.Next(8) == 0 ? 2 : random.Next(2))).Select(name => $"{name}={(random.Next(300) == 0 ? new string('x', LongWord) : Pick(Values))}");
        return "?" + string.Join('&', given);
    }

    private ByteArrayContent Body(JsonElement described)
    {
        byte[] bytes = random.Next(7) switch
        {
            0 => RandomBytes(random.Next(2000)),
            1 => Encoding.UTF8.GetBytes(new string('[', DeepLevels) + new string(']', random.Next(DeepLevels + 1))),
            2 => Encoding.UTF8.GetBytes(Form()),
            3 when random.Next(40) == 0 => new byte[Oversize],
            _ => Encoding.UTF8.GetBytes(Json(described)),
        };
        var content = new ByteArrayContent(bytes);
        if (Pick(Types) is { } type)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return content;
    }

    /// <summary>What the schema of the body asks for, with wrong values, and now and then cut off.</summary>
    private string Json(JsonElement described)
    {
        string json = described.TryGetProperty("requestBody", out JsonElement body) && body.GetProperty("content").TryGetProperty("application/json", out JsonElement content) && content.TryGetProperty("schema", out JsonElement schema)
            ? Of(schema, 0)
            : Anything();
        return random.Next(10) == 0 ? json[..random.Next(json.Length)] : json;
    }

    private string Of(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = document;
            foreach (string step in reference.GetString()!.Split('/').Skip(1))
            {
                schema = schema.GetProperty(step);
            }
        }

        if (random.Next(6) == 0 || depth > 5)
        {
            return Anything();
        }

        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            return "{" + string.Join(',', properties.EnumerateObject().Where(_ => random.Next(5) > 0).Select(one => $"\"{one.Name}\":{Of(one.Value, depth + 1)}")) + "}";
        }

        return schema.TryGetProperty("items", out JsonElement items)
            ? "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Of(items, depth + 1))) + "]"
            : random.Next(3) == 0 ? Anything() : JsonSerializer.Serialize(Uri.UnescapeDataString(Pick(Values)));
    }

    private string Anything() => random.Next(14) switch
    {
        0 => "null",
        1 => "true",
        2 => random.Next(-5, 5).ToString(CultureInfo.InvariantCulture),
        3 => "1e999",
        4 => "99999999999999999999",
        5 => "-9223372036854775808",
        6 => "[]",
        7 => "{}",
        8 => "\"\\u0000\"",
        9 => "\"\\ud842\"",
        10 => "[null]",
        11 => "\"" + new string('长', random.Next(30_000)) + "\"",
        12 => "{\"a\":{\"a\":[[[1]]]}}",
        _ => "\"\"",
    };

    private string Form() => Pick((string[])
    [
        "--b", "--b\r\n\r\n--b--", "--b\r\nContent-Disposition: form-data; filename=\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: ;;\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=f; filename=../../a\r\n\r\n\r\n--b--", "--b\r\nContent-Disposition: form-data; name=f; filename=a.zip\r\n\r\nPK\u0003\u0004xx\r\n--b--",
        "--b\r\n" + new string('h', 20_000) + ": x\r\n\r\n--b--", "\r\n\r\n", "name=a&password=%00",
    ]);

    private byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
