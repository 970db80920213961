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
    /// <summary>
    /// Expands files, folders and patterns (<c>2021/**/*.doc</c>). Inside folders, hidden files, links and what a
    /// <c>.jingjianignore</c> names are passed over; a file that is named itself is taken.
    /// </summary>
    /// <param name="paths">The paths.</param>
    /// <param name="except">A folder that is never looked into, such as the archive's own; it need not exist.</param>
    public static FoundSources In(IEnumerable<string> paths, string? except = null)
    {
        var search = new Search(except);
        foreach (string path in paths)
        {
            search.Add(path);
        }

        return new FoundSources(search.Files, search.Refused);
    }

    private sealed class Search(string? except)
    {
        // A folder that may not be opened is reported, a link never followed out of the folder.
        private static readonly EnumerationOptions OneLevel = new()
        {
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };

        /// <summary>What stands in a name for bytes that are no UTF-8: an archive copied from an old system has names in GBK, and a
        /// path with this mark leads nowhere.</summary>
        private const char Undecodable = '\uFFFD';

        private readonly string? except = except is null ? null : AsFolder(except);

        public List<SourceFile> Files { get; } = [];

        public List<RefusedPath> Refused { get; } = [];

        public void Add(string path)
        {
            if (Directory.Exists(path))
            {
                AddFolder(path, null, new Fault("ingest.empty-folder", "文件夹里没有可以入库的文件。"));
            }
            else if (File.Exists(path))
            {
                AddFile(path, Path.GetFileName(path));
            }
            else if (TrySplit(path, out string folder, out PathPattern? pattern))
            {
                AddFolder(folder, pattern, new Fault("ingest.no-match", $"没有可以入库的文件符合“{path}”。"));
            }
            else
            {
                Refused.Add(new RefusedPath(path, new Fault("ingest.missing", "找不到这个文件或文件夹。")));
            }
        }

        /// <summary>The folder in front of the first name with a <c>*</c>, <c>?</c> or <c>[</c>, and the pattern from there.</summary>
        private static bool TrySplit(string path, out string folder, out PathPattern? pattern)
        {
            int wild = path.AsSpan().IndexOfAny("*?[");
            int start = wild < 0 ? 0 : path.AsSpan(0, wild).LastIndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + 1;
            folder = start == 0 ? "." : path[..start];
            pattern = null;
            return wild >= 0 && Directory.Exists(folder)
                && PathPattern.TryParseGlob(path[start..].Replace(Path.DirectorySeparatorChar, '/'), out pattern);
        }

        private void AddFolder(string folder, PathPattern? pattern, Fault none)
        {
            List<string> found = [];
            int refusedBefore = Refused.Count;
            Collect(folder, folder, null, found);
            string[] names = [.. found.Select(file => RelativePath.Of(folder, file)).Where(name => pattern?.Matches(name, isFolder: false) ?? true)];
            Array.Sort(names, StringComparer.Ordinal);
            foreach (string name in names)
            {
                AddFile(Path.Combine(folder, name), name);
            }

            if (names.Length == 0 && Refused.Count == refusedBefore)
            {
                Refused.Add(new RefusedPath(folder, none));
            }
        }

        private void Collect(string root, string folder, IgnoreRules? outer, List<string> found)
        {
            if (except is not null && AsFolder(folder).StartsWith(except, StringComparison.Ordinal))
            {
                return;
            }

            string name = folder == root ? root : RelativePath.Of(root, folder);
            try
            {
                if (!IgnoreRules.Of(folder, outer).TryGet(out IgnoreRules? rules, out Fault? fault))
                {
                    Refuse(name, fault);
                    return;
                }

                found.AddRange(Directory.GetFiles(folder, "*", OneLevel).Where(file => Path.GetFileName(file) != IgnoreRules.FileName && !rules.Ignores(file, isFolder: false)));
                foreach (string inner in Directory.GetDirectories(folder, "*", OneLevel).Where(inner => !rules.Ignores(inner, isFolder: true)))
                {
                    Collect(root, inner, rules, found);
                }
            }
            catch (Exception error) when (error is UnauthorizedAccessException or IOException)
            {
                Refuse(name, error is UnauthorizedAccessException ? new Fault("ingest.permission", "没有读取这个文件夹的权限。")
                    : error is DirectoryNotFoundException && name.Contains(Undecodable, StringComparison.Ordinal) ? UnreadableName("文件夹")
                    : new Fault("ingest.io", $"读取这个文件夹时出错（系统提示：{error.Message}）。"));
            }
        }

        private static string AsFolder(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;

        private void Refuse(string name, Fault fault) => Refused.Add(new RefusedPath(FileNames.WithoutHidden(name), fault));

        private static Fault UnreadableName(string kind) =>
            new("ingest.name", $"{kind}名不是 UTF-8 编码（多半是 GBK），系统打不开；请改名（例如用 convmv 转换）后再入库。");

        /// <summary>What has no length is never opened: a named pipe among the files would block for ever.</summary>
        private void AddFile(string path, string name)
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                Refuse(name, name.Contains(Undecodable, StringComparison.Ordinal) ? UnreadableName("文件") : new Fault("ingest.missing", "找不到这个文件。"));
            }
            else if (file.LinkTarget is null && file.Length == 0)
            {
                Refuse(name, TextDecoder.Empty);
            }
            else
            {
                Files.Add(new SourceFile(path, FileNames.WithoutHidden(name)));
            }
        }
    }
}
