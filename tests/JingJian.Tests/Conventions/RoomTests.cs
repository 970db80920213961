using System.Xml.Linq;

namespace JingJian.Tests.Conventions;

/// <summary>The walls between the rooms: who may reference whom.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Text"] = [],
        ["Ingest"] = ["Text"],
        ["Analysis"] = ["Text"],
        ["Search"] = ["Analysis"],
        ["Archive"] = ["Ingest", "Search"],
        ["Client"] = [],
        ["Web"] = ["Archive"],
        ["Cli"] = ["Archive", "Web"],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_the_rooms_it_may_see(string room)
    {
        XDocument project = XDocument.Load(Repository.At("src", $"JingJian.{room}", $"JingJian.{room}.csproj"));

        IEnumerable<string> references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["JingJian.".Length..]);

        Assert.Equal(Allowed[room].Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Analysis")]
    [InlineData("Search")]
    public void A_pure_room_has_no_packages(string room)
    {
        XDocument project = XDocument.Load(Repository.At("src", $"JingJian.{room}", $"JingJian.{room}.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Analysis")]
    [InlineData("Search")]
    public void A_pure_room_opens_no_files_and_starts_no_threads(string room)
    {
        string[] banned = ["File.", "FileStream", "Directory.", "Thread", "Task.", "Parallel.", "DateTime.", "Environment."];
        IEnumerable<string> offenders =
            from file in Directory.EnumerateFiles(Repository.At("src", $"JingJian.{room}"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            let code = line.TrimStart()
            where !code.StartsWith("//", StringComparison.Ordinal)
            from word in banned
            where code.Contains(" " + word, StringComparison.Ordinal) || code.Contains("(" + word, StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {code}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Every_project_under_src_is_a_known_room()
    {
        IEnumerable<string> rooms = Directory.EnumerateDirectories(Repository.At("src"), "JingJian.*")
            .Select(folder => Path.GetFileName(folder)["JingJian.".Length..]);

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }
}
