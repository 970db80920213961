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
/// <param name="Refused">Paths that lead nowhere, folders that may not be opened, files without a byte.</param>
public sealed record FoundSources(IReadOnlyList<SourceFile> Files, IReadOnlyList<RefusedPath> Refused)
{
    /// <summary>Expands files and folders. Hidden files and links are passed over inside folders.</summary>
    public static FoundSources In(IEnumerable<string> paths)
    {
        var search = new Search();
        foreach (string path in paths)
        {
            search.Add(path);
        }

        return new FoundSources(search.Files, search.Refused);
    }

    private sealed class Search
    {
        // A folder that may not be opened is reported, a link never followed out of the folder.
        private static readonly EnumerationOptions OneLevel = new()
        {
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };

        public List<SourceFile> Files { get; } = [];

        public List<RefusedPath> Refused { get; } = [];

        public void Add(string path)
        {
            if (Directory.Exists(path))
            {
                AddFolder(path);
            }
            else if (File.Exists(path))
            {
                AddFile(path, Path.GetFileName(path));
            }
            else
            {
                Refused.Add(new RefusedPath(path, new Fault("ingest.missing", "找不到这个文件或文件夹。")));
            }
        }

        private void AddFolder(string folder)
        {
            List<string> found = [];
            int refusedBefore = Refused.Count;
            Collect(folder, folder, found);
            found.Sort(StringComparer.Ordinal);
            foreach (string file in found)
            {
                AddFile(file, NameBelow(folder, file));
            }

            if (found.Count == 0 && Refused.Count == refusedBefore)
            {
                Refused.Add(new RefusedPath(folder, new Fault("ingest.empty-folder", "文件夹里没有可以入库的文件。")));
            }
        }

        private void Collect(string root, string folder, List<string> found)
        {
            try
            {
                found.AddRange(Directory.GetFiles(folder, "*", OneLevel));
                foreach (string inner in Directory.GetDirectories(folder, "*", OneLevel))
                {
                    Collect(root, inner, found);
                }
            }
            catch (Exception error) when (error is UnauthorizedAccessException or IOException)
            {
                string name = folder == root ? root : NameBelow(root, folder);
                Refused.Add(new RefusedPath(name, error is UnauthorizedAccessException
                    ? new Fault("ingest.permission", "没有读取这个文件夹的权限。")
                    : new Fault("ingest.io", $"读取这个文件夹时出错（系统提示：{error.Message}）。")));
            }
        }

        /// <summary>What has no length is never opened: a named pipe among the files would block for ever.</summary>
        private void AddFile(string path, string name)
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is null && file.Length == 0)
            {
                Refused.Add(new RefusedPath(name, TextDecoder.Empty));
            }
            else
            {
                Files.Add(new SourceFile(path, name));
            }
        }

        private static string NameBelow(string folder, string path) =>
            Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
    }
}
