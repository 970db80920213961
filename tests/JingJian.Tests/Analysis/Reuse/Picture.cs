using System.Globalization;
using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>Findings as text that a person can check by eye.</summary>
internal static class Picture
{
    /// <summary>Everything, one finding a line.</summary>
    public static string Of(ReuseFindings findings) => string.Join(
        '\n',
        findings.Pairs.Select(Of).Concat(findings.Families.Select(family => $"{family.Id} [{string.Join(' ', family.Members)}] {family.Medoid}")));

    /// <summary>One pair with its spans and changes.</summary>
    public static string Of(ReusePair pair) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pair.A}~{pair.B} {pair.Kind} {pair.Ratio:F3} {pair.Cover:F3} {string.Join(' ', pair.Spans.Select(span => $"{span.A}={span.B}"))} {Changes(pair)}").TrimEnd();

    /// <summary>The changes alone: <c>Year 20_→2024; Mask _→十七大</c>.</summary>
    public static string Changes(ReusePair pair) =>
        string.Join("; ", pair.Changes.Select(change => $"{change.Type} {change.From}→{change.To}"));
}
