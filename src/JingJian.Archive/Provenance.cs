using System.Reflection;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Views;

namespace JingJian.Archive;

/// <summary>Says what figures were made from: program, archive, judgements, settings.</summary>
internal static class Provenance
{
    /// <summary>Of the whole archive.</summary>
    public static ArchiveProvenanceView OfArchive(AuditRoom room, ReuseOptions options) =>
        new(Program, room.Archive.MadeFrom, room.Judgements.Version, Settings(options));

    /// <summary>Version of the program.</summary>
    public static string Program { get; } =
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>The settings of the comparison, by name.</summary>
    public static IReadOnlyDictionary<string, double> Settings(ReuseOptions options) => new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        ["runLetters"] = ReuseOptions.RunLength,
        ["passageLetters"] = options.PassageLetters,
        ["minCharacters"] = options.MinCharacters,
        ["nearRatio"] = options.NearRatio,
        ["partialCover"] = options.PartialCover,
        ["rewordedRatio"] = options.RewordedRatio,
        ["stockSpread"] = options.StockSpread,
        ["maxReportsPerFingerprint"] = options.MaxReportsPerFingerprint,
    };
}
