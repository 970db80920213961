using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using JingJian.Text;

namespace JingJian.Archive.Dense;

/// <summary>Asks an endpoint that speaks as OpenAI's <c>/v1/embeddings</c> does.</summary>
/// <remarks><para><b>Guarantee.</b> An answer that is late, refused, too large or not what was asked for is a fault, never an exception.</para></remarks>
public sealed class HttpEmbedder : ITextEmbedder, IDisposable
{
    private const long MostAnswerBytes = 64 << 20;
    private const int MostDirections = 8192;

    private readonly EmbeddingSettings settings;
    private readonly HttpClient client;

    /// <summary>Makes one; nothing is asked yet.</summary>
    public HttpEmbedder(EmbeddingSettings settings)
    {
        this.settings = settings;
        client = new HttpClient { MaxResponseContentBufferSize = MostAnswerBytes, Timeout = Timeout.InfiniteTimeSpan };
        if (!string.IsNullOrEmpty(settings.Key))
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key);
        }
    }

    /// <inheritdoc/>
    public string Name => $"{settings.Url} {settings.Model}";

    /// <inheritdoc/>
    public Result<float[][]> Embed(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = JsonContent.Create(new Asked(settings.Model, texts)) };
            using HttpResponseMessage response = client.Send(request, late.Token);
            if (!response.IsSuccessStatusCode)
            {
                return Failed($"向量服务回答 {(int)response.StatusCode}");
            }

            using Stream body = response.Content.ReadAsStream(late.Token);
            return JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web) is { Data: { } data } ? Vectors(data, texts.Count) : Failed("向量服务的回答不完整");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"向量服务在 {patience.TotalSeconds:0.#} 秒内没有回答");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return Failed("连接不上向量服务");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or FormatException)
        {
            return Failed("向量服务的回答看不懂");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static Result<float[][]> Vectors(Item[] data, int count)
    {
        var vectors = new float[count][];
        foreach (Item item in data)
        {
            if (item.Index < 0 || item.Index >= count || item.Embedding is not { Length: > 0 and <= MostDirections } vector || vectors[item.Index] is not null)
            {
                return Failed("向量服务的回答不完整");
            }

            float length = MathF.Sqrt(vector.Sum(value => value * value));
            if (!float.IsFinite(length) || length <= 0)
            {
                return Failed("向量服务给出的向量没有意义");
            }

            vectors[item.Index] = [.. vector.Select(value => value / length)];
        }

        return vectors.All(vector => vector is not null && vector.Length == vectors[0].Length) ? vectors : Failed("向量服务的回答不完整");
    }

    private static Fault Failed(string why) => new("embeddings.failed", why);

    private sealed record Asked(string Model, IReadOnlyList<string> Input);

    private sealed record Answer(Item[]? Data);

    private sealed record Item(int Index, float[]? Embedding);
}
