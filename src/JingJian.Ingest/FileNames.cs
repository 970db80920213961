using System.Globalization;

namespace JingJian.Ingest;

/// <summary>Names of uploaded files and of entries of archives: shown to people, never used as paths.</summary>
public static class FileNames
{
    /// <summary>Longest name kept, in UTF-16 units; file systems allow 255 bytes, a browser sends what it likes.</summary>
    public const int Longest = 200;

    /// <summary>
    /// A name that is safe to show: folders stay (<c>2021/总结.txt</c>), <c>..</c>, drive letters, control characters and
    /// direction marks go.
    /// </summary>
    public static string Clean(string sent)
    {
        IEnumerable<string> parts = WithoutHidden(sent)
            .Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part is not ("." or "..") && !part.EndsWith(':'));
        string name = string.Join('/', parts);
        return name.Length == 0 ? "未命名文件" : Ending(name);
    }

    /// <summary>A name as people see it: without control characters and direction marks, which a file on disk may have too.</summary>
    public static string WithoutHidden(string name) =>
        name.EnumerateRunes().Any(IsHidden) ? string.Concat(name.EnumerateRunes().Where(rune => !IsHidden(rune)).Select(rune => rune.ToString())) : name;

    private static bool IsHidden(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The end of a long name: the file's own name and its type stand there.</summary>
    private static string Ending(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        int start = name.Length - Longest + 1;
        return "…" + name[(char.IsLowSurrogate(name[start]) ? start + 1 : start)..];
    }
}
