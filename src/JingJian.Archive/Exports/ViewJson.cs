using System.Text.Encodings.Web;
using System.Text.Json;

namespace JingJian.Archive.Exports;

/// <summary>Views as JSON: the same as the command line and the API give, indented.</summary>
internal static class ViewJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Write<T>(T view, Stream output) => JsonSerializer.Serialize(output, view, Options);
}
