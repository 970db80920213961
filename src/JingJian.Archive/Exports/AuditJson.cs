using System.Text.Encodings.Web;
using System.Text.Json;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>Audits as JSON: the same as the command line and the API give, indented.</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Write(IReadOnlyList<AuditView> audits, Stream output) => JsonSerializer.Serialize(output, audits, Options);
}
