using System.Text.Json;

namespace JingJian.Tools.Reference;

/// <summary><c>reference write</c>: the requests to try and the typed client, from the OpenAPI document that is promised.</summary>
internal static class ReferenceCommand
{
    /// <summary>Where the requests lie in the checkout.</summary>
    public static readonly string[] RequestsFolder = ["src", "JingJian.Web", "Requests"];

    /// <summary>Where the client lies.</summary>
    public static readonly string[] ClientFolder = ["src", "JingJian.Client"];

    public static int Run(string root)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "tests", "JingJian.Tests", "Web", "Golden", "openapi.json")));
        Write(root, document.RootElement);
        return 0;
    }

    /// <summary>Writes all files below a checkout.</summary>
    public static void Write(string root, JsonElement document)
    {
        foreach ((string path, string content) in All(root, document))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }
    }

    /// <summary>All files, by their paths in a checkout.</summary>
    public static IEnumerable<(string Path, string Content)> All(string root, JsonElement document) =>
    [
        .. RequestFiles.Make(document).Select(file => (Path.Combine([root, .. RequestsFolder, file.Key]), file.Value)),
        .. ClientFiles.Make(document).Select(file => (Path.Combine([root, .. ClientFolder, file.Key]), file.Value)),
    ];
}
