using System.Collections.Frozen;

namespace JingJian.Search.Meaning;

/// <summary>What helps a query to find what it means beside what it says.</summary>
/// <param name="Synonyms">Words that mean the same.</param>
/// <param name="Related">Words of like surroundings, or null without a model.</param>
public sealed record WordHelp(SynonymTable Synonyms, RelatedWords? Related)
{
    /// <summary>How characters are read, for the help with spelling; empty by default.</summary>
    public Readings Readings { get; init; } = Readings.Empty;

    /// <summary>Words of the archive's own table, folded: they are looked for as they stand.</summary>
    public IReadOnlySet<string> Whole { get; init; } = FrozenSet<string>.Empty;

    /// <summary>No help: a query finds what it says.</summary>
    public static WordHelp None { get; } = new(SynonymTable.Empty, null);
}
