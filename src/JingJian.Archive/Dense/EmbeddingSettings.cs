using System.Text.Json;
using JingJian.Text;

namespace JingJian.Archive.Dense;

/// <summary>Where vectors come from: <c>embeddings.json</c> in the data folder. Without that file there are none.</summary>
/// <remarks>
/// <code>
/// { "url": "http://localhost:8000/v1/embeddings", "model": "bge-m3", "key": "…" }
/// </code>
/// <para>The key may be left out; the environment variable <c>JINGJIAN_EMBEDDINGS_KEY</c> goes before it.</para>
/// </remarks>
/// <param name="Url">An endpoint as OpenAI has it.</param>
/// <param name="Model">The name of the model there.</param>
/// <param name="Key">Sent as a bearer token when it is given.</param>
public sealed record EmbeddingSettings(Uri Url, string Model, string? Key)
{
    private const string KeyVariable = "JINGJIAN_EMBEDDINGS_KEY";

    /// <summary>Reads the settings of a data folder; null when there are none, a fault when they cannot be understood.</summary>
    public static Result<EmbeddingSettings>? In(string dataFolder)
    {
        string path = Path.Combine(dataFolder, "embeddings.json");
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            Written? written = JsonSerializer.Deserialize<Written>(File.ReadAllText(path), JsonSerializerOptions.Web);
            return Uri.TryCreate(written?.Url, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && written?.Model is { Length: > 0 } model
                ? new EmbeddingSettings(url, model, Environment.GetEnvironmentVariable(KeyVariable) ?? written.Key)
                : Wrong(path);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return Wrong(path);
        }
    }

    private static Fault Wrong(string path) =>
        new("embeddings.settings", $"看不懂 {Path.GetFileName(path)}，应形如 {{\"url\":\"http://localhost:8000/v1/embeddings\",\"model\":\"…\"}}");

    private sealed record Written(string? Url, string? Model, string? Key);
}
