using System.Reflection;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Views;

namespace JingJian.Archive;

/// <summary>Says what figures were made from: program, archive, judgements, settings.</summary>
internal static class Provenance
{
    /// <summary>Of what is told of some sources of the archive.</summary>
    public static ArchiveProvenanceView Of(AuditRoom room, IEnumerable<SourceView> sources, ReuseOptions options) =>
        new(Program, room.Archive.MadeFrom, room.Judgements.Version, Cited(room, sources), Settings(options));

    /// <summary>Files with their hashes and marks, by name and hash.</summary>
    public static IReadOnlyList<CitedSourceView> Cited(AuditRoom room, IEnumerable<SourceView> sources) =>
    [
        .. sources.Select(source => new CitedSourceView(source.Name, source.Hash, Names.LabelOf(room.Judgements.MarkOf(source.Id))))
            .OrderBy(source => source.Name, StringComparer.Ordinal).ThenBy(source => source.Hash, StringComparer.Ordinal),
    ];

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
        ["commonOrganisations"] = options.CommonOrganisations,
        ["commonLetters"] = options.CommonLetters,
        ["maxReportsPerFingerprint"] = options.MaxReportsPerFingerprint,
    };
}
