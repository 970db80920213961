using System.Collections;
using System.Text.Json;
using JingJian.Web.Access;

namespace JingJian.Web.Hosting;

/// <summary>Where settings come from: <c>service.json</c> in the data folder, then the environment, then the command line; the later goes before the earlier.</summary>
/// <remarks>
/// <para>A setting has one name everywhere: <c>--sign-in true</c> on the command line, <c>JINGJIAN_SIGN_IN=true</c> in the environment,
/// <c>{ "sign-in": "true" }</c> in the file. A name that nobody knows keeps the service from starting: it would be a setting that is believed to hold.</para>
/// </remarks>
internal static class SettingsSources
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "service.json";

    private const string Prefix = "JINGJIAN_";

    /// <summary>Every setting and what it says.</summary>
    public static readonly IReadOnlyDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["data"] = "数据目录",
        ["urls"] = "监听地址",
        ["samples"] = "档案库为空时是否载入样例（true 或 false，默认 true）",
        ["watch"] = "监视的文件夹，放入的文件自动入库；多个用分号隔开",
        ["hosts"] = "只在本机使用时另外接受的主机名，多个用分号隔开",
        ["sign-in"] = "只在本机使用时也要登录（true 或 false，默认 false）",
        ["rate"] = "每人每秒最多多少次请求，0 为不限（默认 200）",
        ["proxy-header"] = "反向代理写明登录者姓名的请求头",
        ["proxies"] = "可信的反向代理的 IP 地址，多个用分号隔开",
        ["ingest-threads"] = "入库、比对用几个线程（默认为处理器数的一半）；它们总让位给检索等请求",
        ["path-base"] = "反向代理把服务放在哪个路径下，例如 /jingjian",
        ["log-format"] = "日志的写法：text 或 json（每行一条，默认 text）",
        ["telemetry"] = "把指标和踪迹发给哪个 OpenTelemetry 收集器，例如 http://localhost:4318；不填则不发",
        ["show-persons"] = "范例中的人名和号码，查阅、起草角色能否要求显示（true 或 false，默认 false；审计、编辑、管理总能）",
    };

    /// <summary>The settings of others that our prefix shares: read elsewhere.</summary>
    private static readonly string[] NotOurs = ["embeddings-key", "accept-golden"];

    /// <summary>Adds file and environment between what the framework has read and the command line.</summary>
    /// <exception cref="SettingsException">The file cannot be read, or names a setting that there is not.</exception>
    /// <returns>Which of them said what.</returns>
    public static StatedSettings Add(IConfigurationBuilder configuration, string[] arguments)
    {
        List<KeyValuePair<string, string?>> environment = FromEnvironment();
        string folder = new ConfigurationBuilder().AddInMemoryCollection(environment).AddCommandLine(arguments).Build()["data"] is { Length: > 0 } given ? given : "data";
        List<KeyValuePair<string, string?>> file = FromFile(Path.Combine(folder, FileName));
        configuration.AddInMemoryCollection(file).AddInMemoryCollection(environment).AddCommandLine(arguments);
        return new StatedSettings(Names(file), Names(environment), Names(new ConfigurationBuilder().AddCommandLine(arguments).Build().AsEnumerable()));

        static IReadOnlySet<string> Names(IEnumerable<KeyValuePair<string, string?>> settings) => settings.Select(setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static List<KeyValuePair<string, string?>> FromFile(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().Select(setting => Checked(setting.Name, setting.Value.ToString(), path))]
                : throw new SettingsException($"{path} 应是一个 JSON 对象，例如 {{ \"sign-in\": true }}。");
        }
        catch (JsonException error)
        {
            throw new SettingsException($"{path} 第 {error.LineNumber + 1} 行读不懂，应是 JSON，例如 {{ \"sign-in\": true }}。");
        }
    }

    private static List<KeyValuePair<string, string?>> FromEnvironment() =>
    [
        .. from DictionaryEntry variable in Environment.GetEnvironmentVariables()
           let name = (string)variable.Key
           where name.StartsWith(Prefix, StringComparison.Ordinal)
           let setting = name[Prefix.Length..].ToLowerInvariant().Replace('_', '-')
           where !NotOurs.Contains(setting)
           select Checked(setting, (string?)variable.Value ?? "", $"环境变量 {name}")
    ];

    private static KeyValuePair<string, string?> Checked(string name, string value, string where) => Known.ContainsKey(name)
        ? KeyValuePair.Create<string, string?>(name, value)
        : throw new SettingsException($"{where}：没有“{name}”这项设置，可用：{string.Join('、', Known.Keys)}。");
}
