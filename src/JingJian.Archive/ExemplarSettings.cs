using System.Text.Json;
using System.Text.Json.Serialization;
using JingJian.Search.Exemplars;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>The constants of exemplar ranking: <c>exemplars.json</c> in the data folder. Without that file those that travel with the program.</summary>
/// <remarks>
/// <code>
/// { "relevanceWeight": 1.5, "recencyWeight": 0 }
/// </code>
/// <para>The names are those of <see cref="ExemplarOptions"/>; what is left out keeps its default.</para>
/// </remarks>
internal static class ExemplarSettings
{
    private const string Name = "exemplars.json";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Where they lie.</summary>
    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, Name);

    /// <summary>Reads them; a fault when they cannot be understood.</summary>
    public static Result<ExemplarOptions> In(string dataFolder)
    {
        string path = PathIn(dataFolder);
        if (!File.Exists(path))
        {
            return new ExemplarOptions();
        }

        try
        {
            ExemplarOptions? read = JsonSerializer.Deserialize<ExemplarOptions>(File.ReadAllText(path), Strict);
            return read is not null && read.IsSound ? read : Wrong("权重应不小于 0，比例应在 0 到 1 之间");
        }
        catch (JsonException error)
        {
            return Wrong(error.Path is { Length: > 0 } at ? $"第 {error.LineNumber + 1} 行（{at}）" : "不是 JSON 对象");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Wrong("无法读取");
        }
    }

    private static Fault Wrong(string why) => new("exemplars.settings", $"看不懂 {Name}：{why}；已按默认权重排序。");
}
