using JingJian.Text;

namespace JingJian.Ingest;

/// <summary>A file to read and the name it will be known by.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its file name; below a folder, the path from that folder with <c>/</c>.</param>
public sealed record SourceFile(string Path, string Name);

/// <summary>A path that could not be used.</summary>
/// <param name="Name">The path as given, or the name of what lay below it.</param>
/// <param name="Fault">Why not.</param>
public sealed record RefusedPath(string Name, Fault Fault);

/// <summary>The files below some paths.</summary>
/// <param name="Files">In order of the paths, inside a folder by name.</param>
/// <param name="Refused">Paths that lead nowhere.</param>
public sealed record FoundSources(IReadOnlyList<SourceFile> Files, IReadOnlyList<RefusedPath> Refused)
{
    /// <summary>Expands files and folders. Hidden files and links are passed over inside folders.</summary>
    public static FoundSources In(IEnumerable<string> paths)
    {
        List<SourceFile> files = [];
        List<RefusedPath> refused = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                AddFolder(path, files, refused);
            }
            else if (File.Exists(path))
            {
                files.Add(new SourceFile(path, System.IO.Path.GetFileName(path)));
            }
            else
            {
                refused.Add(new RefusedPath(path, new Fault("ingest.missing", "找不到这个文件或文件夹。")));
            }
        }

        return new FoundSources(files, refused);
    }

    private static void AddFolder(string folder, List<SourceFile> files, List<RefusedPath> refused)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            // A folder that may not be opened is reported, a link never followed out of the folder.
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        int before = files.Count;
        try
        {
            string[] found = Directory.GetFiles(folder, "*", options);
            Array.Sort(found, StringComparer.Ordinal);
            files.AddRange(found.Select(file =>
                new SourceFile(file, System.IO.Path.GetRelativePath(folder, file).Replace(System.IO.Path.DirectorySeparatorChar, '/'))));
        }
        catch (UnauthorizedAccessException)
        {
            refused.Add(new RefusedPath(folder, new Fault("ingest.permission", "没有读取这个文件夹（或其中某个子文件夹）的权限。")));
            return;
        }

        if (files.Count == before)
        {
            refused.Add(new RefusedPath(folder, new Fault("ingest.empty-folder", "文件夹里没有可以入库的文件。")));
        }
    }
}
