using JingJian.Text;

namespace JingJian.Ingest;

/// <summary>What an ignore file says: which files and folders beside and below it are not taken in.</summary>
/// <remarks>As git reads <c>.gitignore</c>: the last pattern that matches decides, and files of an inner folder before those of an
/// outer one. What lies in an ignored folder cannot be taken back.</remarks>
internal sealed class IgnoreRules
{
    /// <summary>The name of an ignore file.</summary>
    public const string FileName = ".jingjianignore";

    private const int MostBytes = 1 << 20;

    private readonly string folder;
    private readonly IgnoreRules? outer;
    private readonly List<PathPattern> patterns;

    private IgnoreRules(string folder, IgnoreRules? outer, List<PathPattern> patterns)
    {
        this.folder = folder;
        this.outer = outer;
        this.patterns = patterns;
    }

    /// <summary>The rules of a folder: those of its ignore file, if it has one, then those around it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Result<IgnoreRules> Of(string folder, IgnoreRules? outer)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists || file.LinkTarget is not null || file.Length == 0)
        {
            return new IgnoreRules(folder, outer, []);
        }

        if (file.Length > MostBytes || !TextDecoder.Decode(File.ReadAllBytes(file.FullName)).TryGet(out DecodedText? text, out _))
        {
            return new Fault("ingest.ignore-file", $"文件夹里的 {FileName} 不是可读的文本，无法知道哪些文件不入库；请改正或删除它。");
        }

        List<PathPattern> patterns = [];
        foreach (string line in text.Text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (PathPattern.TryParse(line, out PathPattern? pattern))
            {
                patterns.Add(pattern);
            }
        }

        return new IgnoreRules(folder, outer, patterns);
    }

    /// <summary>Whether a file or folder is not to be taken in.</summary>
    public bool Ignores(string path, bool isFolder)
    {
        for (IgnoreRules? rules = this; rules is not null; rules = rules.outer)
        {
            string below = RelativePath.Of(rules.folder, path);
            if (rules.patterns.FindLast(pattern => pattern.Matches(below, isFolder)) is { } last)
            {
                return !last.IsNegated;
            }
        }

        return false;
    }
}
