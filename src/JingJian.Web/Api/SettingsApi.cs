using System.Globalization;
using JingJian.Archive.Dense;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>A setting that is in force.</summary>
/// <param name="Name">Its name in the file; on the command line two hyphens stand before it.</param>
/// <param name="Value">What holds; empty for nothing. Secrets are not shown.</param>
/// <param name="Origin">default, file, environment or command-line.</param>
/// <param name="Meaning">What it says, in Chinese.</param>
internal sealed record SettingView(string Name, string Value, string Origin, string Meaning);

/// <summary>What the service was started with.</summary>
internal static class SettingsApi
{
    public static void MapSettings(this RouteGroupBuilder api) =>
        api.MapGet("/settings", List).WithTags("Settings").WithName("ListSettings");

    private static Ok<Listing<SettingView>> List(IConfiguration configuration, ServiceSettings settings, AccessSettings access, StatedSettings stated) =>
        TypedResults.Ok(Listing<SettingView>.All([.. InForce(configuration, settings, access, stated), .. Embeddings(settings.DataFolder)]));

    /// <summary>Every setting of the service, with who said so.</summary>
    internal static IEnumerable<SettingView> InForce(IConfiguration configuration, ServiceSettings settings, AccessSettings access, StatedSettings stated) =>
        SettingsSources.Known.Select(known => new SettingView(
            known.Key, ValueOf(known.Key, configuration, settings, access), stated.OriginOf(known.Key, IsGiven(known.Key, configuration, settings)), known.Value));

    /// <summary>Whether somebody gave it. The address stands in the configuration in any case: the service puts its own there when nobody did.</summary>
    private static bool IsGiven(string name, IConfiguration configuration, ServiceSettings settings) =>
        name == "urls" ? settings.HasAddress : configuration[name] is { Length: > 0 };

    /// <summary>What holds, as the service has understood it.</summary>
    private static string ValueOf(string name, IConfiguration configuration, ServiceSettings settings, AccessSettings access) => name switch
    {
        "data" => settings.DataFolder,
        "urls" => configuration[name] is { Length: > 0 } urls ? urls : settings.HasAddress ? "" : ServiceSettings.DefaultAddress,
        "samples" => Flag(settings.WithSamples),
        "watch" => string.Join(';', settings.WatchedFolders),
        "hosts" => string.Join(';', settings.HostNames),
        "sign-in" => Flag(access.AlwaysSignIn),
        "rate" => access.RequestsPerSecond.ToString(CultureInfo.InvariantCulture),
        "proxy-header" => access.ProxyHeader,
        "proxies" => string.Join(';', access.Proxies),
        "path-base" => settings.PathBase,
        "ingest-threads" => settings.IngestThreads.ToString(CultureInfo.InvariantCulture),
        "log-format" => configuration[name] is { Length: > 0 } format ? format : "text",
        "telemetry" => WithoutSecret(configuration[name]),
        "show-persons" => Flag(settings.MayShowPersons),
        _ => throw new InvalidOperationException($"Nobody says what holds for {name}."),
    };

    private static IEnumerable<SettingView> Embeddings(string dataFolder) =>
        EmbeddingSettings.In(dataFolder) is { } read
            ? [new SettingView("embeddings", read.TryGet(out EmbeddingSettings? vectors, out Fault? fault) ? $"{WithoutSecret(vectors.Url.OriginalString)} {vectors.Model}" : fault.Message, "file", "向量服务（embeddings.json）；密钥不显示")]
            : [];

    /// <summary>An address without the name, password and query that it may carry.</summary>
    private static string WithoutSecret(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "";

    private static string Flag(bool value) => value ? "true" : "false";
}
