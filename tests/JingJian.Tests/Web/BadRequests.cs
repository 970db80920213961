using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>Requests that go wrong in every way a value can, made from the OpenAPI document.</summary>
internal static class BadRequests
{
    private static readonly string[] Values =
    [
        "", "0", "-1", "1.5", "99999999999999999999", "true", "TRUE ", "null", "工会", "\"", "\"\"", "(", ")", "((", "-", "OR", "OR OR", "NOT", "a:b", "功能:",
        "..", "2021..", "9999..1", "2021..x", "%00", "%0D%0AX-A:b", "%ED%A0%80", "%FF", "%F0%A0%AE%B7", "%E2%80%AE", "%EF%BB%BF", "../../etc/passwd", "..%2F..%2Fx",
        "' OR 1=1 --", "$1", "<script>", "0123456789ab", "0123456789ab-r1", "0123456789ab-r99999999999", "0123456789ab-b0", "0123456789ab-r", "practice", "主要做法",
        string.Concat(Enumerable.Repeat("职", 400)), string.Concat(Enumerable.Repeat("(", 400)), string.Concat(Enumerable.Repeat("-\"", 200)),
        string.Concat(Enumerable.Repeat("工 ", 240)),
    ];

    private static readonly string?[] Types =
        [null, "application/json", "application/json; charset=utf-7", "text/plain", "text/plain; charset=x", "multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=b", "a/b"];

    private static readonly string[] Bodies =
    [
        "", "{", "{}", "[]", "\"x\"", "{\"text\":1}", "{\"text\":\"\\u0000\"}", "{\"name\":\"\\udc00\",\"text\":\"工会\"}", "{\"name\":\"../..\",\"text\":\"工会工作。\"}",
        "--b", "--b\r\n\r\n--b--", "--b\r\nContent-Disposition: form-data; filename=\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: ;;\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n\r\n--b--", "\u0001\u0002\u0003", new('(', 5000), new('一', 5000),
    ];

    /// <summary>The next request to an operation: any value in the path and in every parameter, any body.</summary>
    public static (HttpMethod Method, string Url, HttpContent? Body) Next(Random random, string path, JsonProperty operation)
    {
        string[] names = operation.Value.TryGetProperty("parameters", out JsonElement parameters)
            ? [.. parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!)]
            : [];
        IEnumerable<string> query = names.Where(_ => random.Next(3) > 0).Select(name => $"{name}={Pick(random, Values)}");
        // A NUL in the path is refused by the web server itself, before any code of ours.
        string id = Pick(random, [.. Values.Where(value => value != "%00")]);
        string url = path.TrimStart('/').Replace("{id}", id, StringComparison.Ordinal) + '?' + string.Join('&', query);
        // Mostly the method that the address has, now and then another.
        HttpMethod method = random.Next(8) == 0 ? HttpMethod.Put : HttpMethod.Parse(operation.Name.ToUpperInvariant());
        HttpContent? body = method == HttpMethod.Get ? null : TestSite.Body(System.Text.Encoding.UTF8.GetBytes(Pick(random, Bodies)), Pick(random, Types));
        return (method, url, body);
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
