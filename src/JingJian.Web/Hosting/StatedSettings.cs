namespace JingJian.Web.Hosting;

/// <summary>Which settings were stated where.</summary>
/// <param name="File">Those of <see cref="SettingsSources.FileName"/>.</param>
/// <param name="Environment">Those of the environment.</param>
/// <param name="CommandLine">Those of the command line.</param>
internal sealed record StatedSettings(IReadOnlySet<string> File, IReadOnlySet<string> Environment, IReadOnlySet<string> CommandLine)
{
    /// <summary>Where a setting that is in force comes from.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isGiven">Whether it has a value; what is given elsewhere was given by a variable of the framework (ASPNETCORE_URLS).</param>
    public string OriginOf(string name, bool isGiven) =>
        CommandLine.Contains(name) ? "command-line"
        : Environment.Contains(name) ? "environment"
        : File.Contains(name) ? "file"
        : isGiven ? "environment" : "default";
}
