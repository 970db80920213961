using System.Text.RegularExpressions;
using System.Xml.Linq;
using JingJian.Web;

namespace JingJian.Tests.Conventions;

/// <summary>The files for putting the service on a server, read against what the build gives and the service takes.</summary>
public sealed partial class DeployTests
{
    private static readonly string[] Docker = File.ReadAllLines(Repository.At("deploy", "Dockerfile")), Unit = File.ReadAllLines(Repository.At("deploy", "jingjian.service"));

    [Fact]
    public void The_image_copies_what_the_named_publish_writes_and_starts_the_program_in_it()
    {
        string published = Publish().Match(string.Join('\n', Docker)).Groups[1].Value;
        Match copy = Copy().Match(string.Join('\n', Docker));

        // The context of the build is deploy, as the comment says.
        Assert.Contains(Docker, line => line.StartsWith("#   docker build deploy ", StringComparison.Ordinal));
        Assert.Equal("deploy/" + copy.Groups[1].Value, published);
        Assert.Equal(["dotnet", $"{copy.Groups[2].Value}/{Program()}.dll", "serve"], Command().Take(3));
        Assert.Contains(published["deploy/".Length..], File.ReadAllLines(Repository.At("deploy", ".gitignore")).Select(line => line.Trim('/')));
    }

    [Fact]
    public void The_image_runs_as_somebody_who_is_not_root_and_owns_the_data_folder_only()
    {
        string user = Docker.Single(line => line.StartsWith("USER ", StringComparison.Ordinal))["USER ".Length..];
        string made = string.Join('\n', Docker);

        Assert.NotEqual("root", user);
        Assert.Matches($@"useradd [^\n]*--uid [1-9]\d+ [^\n]*\b{user}\b", made);
        Assert.Contains($"install -d -o {user} -g {user} -m 0700 {Option("--data")}", made, StringComparison.Ordinal);
        Assert.Contains($"VOLUME {Option("--data")}", Docker);
        Assert.True(Array.FindIndex(Docker, line => line.StartsWith("USER ", StringComparison.Ordinal)) < Array.FindIndex(Docker, line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal)));
        Assert.Contains($"EXPOSE {new Uri(Option("--urls").Replace("0.0.0.0", "localhost", StringComparison.Ordinal)).Port}", Docker);

        string Option(string name) => Command().SkipWhile(word => word != name).ElementAt(1);
    }

    [Fact]
    public void Both_start_the_service_with_settings_that_there_are()
    {
        string[] unit = Unit.Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=".Length..].Split(' ');

        Assert.EndsWith($"/{Program()}.dll", unit[1], StringComparison.Ordinal);
        Assert.Contains("-o " + Path.GetDirectoryName(unit[1]), string.Join('\n', Unit), StringComparison.Ordinal);
        Assert.Contains(Unit, line => line == $"StateDirectory={Path.GetFileName(unit.SkipWhile(word => word != "--data").ElementAt(1))}");
        Assert.All(unit.Concat(Command()).Where(word => word.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains(option[2..], Service.Settings.Keys));
    }

    private static string Program() => XDocument.Load(Repository.At("src", "JingJian.Cli", "JingJian.Cli.csproj")).Descendants("AssemblyName").Single().Value;

    private static string[] Command() => [.. Word().Matches(Docker.Single(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal))).Select(word => word.Groups[1].Value)];

    [GeneratedRegex("dotnet publish src/JingJian.Cli -c Release -o (\\S+)")]
    private static partial Regex Publish();

    [GeneratedRegex("^COPY (\\S+) (\\S+)$", RegexOptions.Multiline)]
    private static partial Regex Copy();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Word();
}
