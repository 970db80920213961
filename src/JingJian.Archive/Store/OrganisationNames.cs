using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace JingJian.Archive.Store;

/// <summary>Names that give one organisation of the archive away, and no other.</summary>
internal static partial class OrganisationNames
{
    private const int ShortestName = 2;

    /// <summary>For each organisation its full name, the name without the kind of organisation, and the places in it; a name
    /// that other organisations share (the county) tells nothing and is left out.</summary>
    public static Dictionary<string, ImmutableArray<string>> Distinctive(IReadOnlyList<string> organisations) =>
        organisations.ToDictionary(
            organisation => organisation,
            organisation => (ImmutableArray<string>)[.. Candidates(organisation).Distinct()
                .Where(name => organisations.Count(other => other.Contains(name, StringComparison.Ordinal)) == 1)]);

    private static IEnumerable<string> Candidates(string organisation)
    {
        yield return organisation;
        string bare = KindOfOrganisation().Replace(organisation, "");
        if (bare.Length > ShortestName)
        {
            yield return bare;
        }

        string local = HigherPlaces().Replace(organisation, "");
        if (local.Length > ShortestName)
        {
            yield return local;
            if (KindOfOrganisation().Replace(local, "") is { Length: > ShortestName } localBare)
            {
                yield return localBare;
            }
        }
    }

    [GeneratedRegex("(?:人民政府|总工会|工会委员会|工会|委员会|办公室)$")]
    private static partial Regex KindOfOrganisation();

    [GeneratedRegex("^(?:[^省市县区]{2,6}[省市县区])+")]
    private static partial Regex HigherPlaces();
}
