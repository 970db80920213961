using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JingJian.Tools.Evaluation;

/// <summary>One labelled line of <c>corpus/labels/seeds.tsv</c> or <c>open.tsv</c>.</summary>
/// <param name="File">The labelled file: s0 … s4, or its path below the folder of the open corpora.</param>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Kind">title, heading, paragraph, cont or noise.</param>
/// <param name="Function">English name of the function; <c>-</c> for a title.</param>
/// <param name="Secondary">English name of the second function, or <c>-</c>.</param>
/// <param name="StartsReport">Whether a report begins here.</param>
/// <param name="Hash">First 12 hexadecimal digits of the SHA-256 of the trimmed line.</param>
public sealed record LineLabel(string File, int Line, string Kind, string Function, string Secondary, bool StartsReport, string Hash)
{
    /// <summary>Reads a label file; the first row names the columns.</summary>
    public static IReadOnlyList<LineLabel> Read(string path) =>
        [.. Rows(path).Select(row => new LineLabel(
            row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2], row[3], row[4], row[5] == "1", row[6]))];

    /// <summary>The hash that ties a label to the text it was given to.</summary>
    public static string HashOf(string line) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.Trim())))[..12];

    private static IEnumerable<string[]> Rows(string path) =>
        System.IO.File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'));
}
