using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JingJian.Ingest;

/// <summary>A pattern for paths below a folder, as git understands it: <c>*.tsv</c>, <c>/草稿/</c>, <c>2021/**/*.doc</c>, <c>!总结.doc</c>.</summary>
/// <remarks>
/// <para><b>Source.</b> gitignore(5). <c>*</c> and <c>?</c> stay inside one name, <c>**</c> spans folders, <c>[a-z]</c> is one
/// character, <c>\</c> takes the next as it is. With a <c>/</c> in front or in the middle it begins at the folder, else it is a
/// name at any depth; with a <c>/</c> at the end it means folders only; <c>!</c> takes back what an earlier pattern said.</para>
/// <para><b>Departures.</b> No named classes (<c>[[:digit:]]</c>).</para>
/// <para><b>Cost.</b> Linear in the path: a pattern may come with the files that it is about.</para>
/// </remarks>
internal sealed class PathPattern
{
    private readonly Regex regex;
    private readonly bool foldersOnly;

    private PathPattern(Regex regex, bool foldersOnly, bool isNegated)
    {
        this.regex = regex;
        this.foldersOnly = foldersOnly;
        IsNegated = isNegated;
    }

    /// <summary>Whether it takes back what an earlier pattern said.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads one line of an ignore file; false for blank lines, comments and what can match nothing.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out PathPattern? pattern)
    {
        string glob = WithoutTrailingBlanks(line);
        bool isNegated = glob.StartsWith('!');
        glob = isNegated ? glob[1..] : glob;
        bool foldersOnly = glob.EndsWith('/');
        glob = foldersOnly ? glob[..^1] : glob;
        pattern = line.StartsWith('#') ? null : Make(glob, foldersOnly, isNegated);
        return pattern is not null;
    }

    /// <summary>Reads what a person typed instead of a path: it begins at the folder and means files.</summary>
    public static bool TryParseGlob(string glob, [NotNullWhen(true)] out PathPattern? pattern) =>
        (pattern = Make("/" + glob, foldersOnly: false, isNegated: false)) is not null;

    /// <summary>Whether it means this file or folder.</summary>
    /// <param name="path">From the folder of the pattern, with <c>/</c>.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool Matches(string path, bool isFolder) => (isFolder || !foldersOnly) && regex.IsMatch(path);

    private static PathPattern? Make(string glob, bool foldersOnly, bool isNegated)
    {
        string names = glob.StartsWith('/') ? glob[1..] : glob;
        if (names.Length == 0 || Expression.Of(names) is not { } expression)
        {
            return null;
        }

        try
        {
            string start = glob.Contains('/', StringComparison.Ordinal) ? @"\A" : @"(\A|/)";
            var regex = new Regex(start + expression + @"\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
            return new PathPattern(regex, foldersOnly, isNegated);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            // A range from z to a, or a pattern of a length that nobody writes.
            return null;
        }
    }

    /// <summary>Blanks at the end do not count, unless a <c>\</c> stands before them.</summary>
    private static string WithoutTrailingBlanks(string line)
    {
        string trimmed = line.TrimEnd(' ');
        return trimmed.Length < line.Length && trimmed.EndsWith('\\') ? trimmed + " " : trimmed;
    }

    /// <summary>Writes a pattern as a regular expression, from left to right.</summary>
    private ref struct Expression(string glob)
    {
        private readonly StringBuilder written = new();
        private int at;

        /// <summary>The expression; null when the pattern ends in the middle of something.</summary>
        public static string? Of(string glob)
        {
            var expression = new Expression(glob);
            while (expression.at < glob.Length)
            {
                if (!expression.TryWriteNext())
                {
                    return null;
                }
            }

            return expression.written.ToString();
        }

        private bool TryWriteNext()
        {
            switch (glob[at])
            {
                case '*':
                    WriteStars();
                    return true;
                case '?':
                    written.Append("[^/]");
                    at++;
                    return true;
                case '[':
                    return TryWriteClass();
                case '\\' when at + 1 == glob.Length:
                    return false;
                case '\\':
                    at++;
                    break;
            }

            written.Append(Literal(glob[at++]));
            return true;
        }

        private void WriteStars()
        {
            int start = at;
            at += glob.AsSpan(at).IndexOfAnyExcept('*') is int run && run >= 0 ? run : glob.Length - at;
            bool isWholeName = (start == 0 || glob[start - 1] == '/') && (at == glob.Length || glob[at] == '/');
            if (at - start == 1 || !isWholeName)
            {
                written.Append("[^/]*");
            }
            else if (at == glob.Length)
            {
                written.Append(".+");
            }
            else
            {
                written.Append("(.+/)?");
                at++;
            }
        }

        /// <summary>One of several characters, never the mark between folders.</summary>
        private bool TryWriteClass()
        {
            at++;
            bool isNegated = at < glob.Length && glob[at] is '!' or '^';
            at += isNegated ? 1 : 0;
            int first = at;
            written.Append(isNegated ? "[^" : "[");
            for (; at < glob.Length && (glob[at] != ']' || at == first); at++)
            {
                bool isRange = glob[at] == '-' && at > first && at + 1 < glob.Length && glob[at + 1] != ']';
                at += glob[at] == '\\' && at + 1 < glob.Length ? 1 : 0;
                written.Append(isRange ? "-" : Literal(glob[at]));
            }

            written.Append("-[/]]");
            return at++ < glob.Length;
        }

        private static string Literal(char c) => @"\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
    }
}
