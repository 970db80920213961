using System.Globalization;
using JingJian.Archive.Views;

namespace JingJian.Tools.Evaluation;

/// <summary>One judged change between a planned copy of the sample archive and its source.</summary>
/// <param name="Copy">The line of the copy.</param>
/// <param name="Source">The line of what it was made from.</param>
/// <param name="Type">What sort of change.</param>
/// <param name="From">The words of the source.</param>
/// <param name="To">The words of the copy.</param>
public sealed record ChangeLabel(SampleLine Copy, SampleLine Source, string Type, string From, string To)
{
    /// <summary>Reads <c>corpus/labels/sample-changes.tsv</c>.</summary>
    public static IReadOnlyList<ChangeLabel> Read(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).Select(row => new ChangeLabel(
            new SampleLine(row[0], Number(row[1])), new SampleLine(row[2], Number(row[3])), row[4], row[5], row[6])),
    ];

    /// <summary>A reported change as such a label; turned when A is the copy.</summary>
    internal static ChangeLabel Of(ChangeView change, SampleLine copy, SampleLine source, bool turned) => turned
        ? new ChangeLabel(copy, source, change.Type switch { "inserted" => "deleted", "deleted" => "inserted", _ => change.Type }, change.To, change.From)
        : new ChangeLabel(copy, source, change.Type, change.From, change.To);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A line of the sample archive.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Its number, from 1.</param>
public readonly record struct SampleLine(string File, int Line)
{
    /// <summary>For example <c>a.txt:7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
}
