namespace JingJian.Ingest;

/// <summary>Paths below a folder, with <c>/</c> on every system.</summary>
internal static class RelativePath
{
    /// <summary>The path of a file from a folder that it lies in.</summary>
    public static string Of(string folder, string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
