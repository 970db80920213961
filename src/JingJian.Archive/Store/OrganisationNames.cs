using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The names of the archive's organisations: which are the same one, and what gives one away.</summary>
internal static partial class OrganisationNames
{
    private const int ShortestName = 2;

    /// <summary>For each name the full name of the same organisation: 石潭镇 and 石潭镇人民政府 are 青禾县石潭镇人民政府 where
    /// that name occurs too and no other organisation has the same short form. A name without a longer form is its own.</summary>
    public static Dictionary<string, string> Canonical(IEnumerable<string> organisations)
    {
        string[] names = [.. organisations.Distinct(StringComparer.Ordinal)];
        ILookup<string, string> longForms = names
            .SelectMany(name => ShortForms(name).Distinct(StringComparer.Ordinal).Select(form => (Form: form, Name: name)))
            .Where(pair => pair.Form != pair.Name)
            .ToLookup(pair => pair.Form, pair => pair.Name, StringComparer.Ordinal);
        return names.ToDictionary(name => name, name =>
        {
            string[] longer = [.. longForms[name]];
            string[] longest = [.. longer.Where(candidate => !longForms[candidate].Any())];
            return longest.Length == 1 ? longest[0] : name;
        });
    }

    /// <summary>The canonical names of the organisations that reports of the store state, by stated name.</summary>
    public static Dictionary<string, string> Canonical(SqliteConnection connection) =>
        Canonical(connection.Rows("SELECT DISTINCT organisation FROM report WHERE organisation IS NOT NULL", row => row.GetString(0)));

    /// <summary>Makes <c>unit(name)</c> known to queries of a connection: the canonical name, null of null.</summary>
    public static Func<string?, string?> Register(SqliteConnection connection)
    {
        Dictionary<string, string> canonical = Canonical(connection);
        string? Unit(string? name) => name is null ? null : canonical.GetValueOrDefault(name, name);
        connection.CreateFunction<string?, string?>("unit", Unit, isDeterministic: true);
        return Unit;
    }

    /// <summary>A number for each organisation of the store, by stated name: one for all names of it.</summary>
    public static Dictionary<string, int> Numbers(SqliteConnection connection)
    {
        Dictionary<string, string> canonical = Canonical(connection);
        string[] names = [.. canonical.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return canonical.ToDictionary(name => name.Key, name => Array.BinarySearch(names, name.Value, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>What people write for short: without the higher places, without the kind of authority, 青禾一中 for 青禾县第一中学.</summary>
    private static IEnumerable<string> ShortForms(string name)
    {
        string authority = Authority().Replace(name, "");
        foreach (string form in (string[])[name, authority])
        {
            yield return form;
            yield return Filler().Replace(form, "");
            for (int at = 1; at + ShortestName < form.Length; at++)
            {
                if (form[at - 1] is '省' or '市' or '县' or '区' or '州')
                {
                    yield return form[at..];
                    yield return Filler().Replace(form[at..], "");
                }
            }
        }
    }

    /// <summary>For each organisation the names that give it away: its full name, what people write for short, the places in it; a
    /// name that other organisations share (the county) tells nothing and is left out.</summary>
    public static Dictionary<string, ImmutableArray<string>> Distinctive(IReadOnlyList<string> organisations) =>
        OfOneAlone(organisations, organisation => Candidates(organisation).Concat(ShortForms(organisation)).Where(name => name.Length > ShortestName));

    /// <summary>For each organisation the forms that are shorter still and that no other organisation's name holds: 石潭 for 石潭镇,
    /// 恒力 and 恒力厂 for 恒力机械厂. They may be common words as well.</summary>
    public static Dictionary<string, ImmutableArray<string>> Brief(IReadOnlyList<string> organisations) => OfOneAlone(organisations, BriefForms);

    /// <summary>For each organisation those of its forms that no other organisation has, and that no other's name holds.</summary>
    private static Dictionary<string, ImmutableArray<string>> OfOneAlone(IReadOnlyList<string> organisations, Func<string, IEnumerable<string>> formsOf)
    {
        Dictionary<string, string[]> forms = organisations.ToDictionary(organisation => organisation, organisation => formsOf(organisation).Distinct(StringComparer.Ordinal).ToArray());
        Dictionary<string, int> holders = forms.Values.SelectMany(form => form).Distinct(StringComparer.Ordinal).ToDictionary(form => form, _ => 0, StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byLetters = holders.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string organisation in organisations)
        {
            HashSet<string> held = [.. forms[organisation]];
            for (int start = 0; start < organisation.Length; start++)
            {
                for (int end = start + 1; end <= organisation.Length; end++)
                {
                    if (byLetters.TryGetValue(organisation.AsSpan(start, end - start), out string? form, out _))
                    {
                        held.Add(form);
                    }
                }
            }

            foreach (string form in held)
            {
                holders[form]++;
            }
        }

        return organisations.ToDictionary(organisation => organisation, organisation => (ImmutableArray<string>)[.. forms[organisation].Where(form => holders[form] == 1)]);
    }

    /// <summary>The places at the beginning of a name, the largest first: 云岭市 and 青禾县 of 云岭市青禾县总工会.</summary>
    public static ImmutableArray<string> AreasOf(string organisation) => [.. Area().Matches(HigherPlaces().Match(organisation).Value).Select(match => match.Value)];

    private static IEnumerable<string> BriefForms(string organisation)
    {
        string local = KindOfOrganisation().Replace(HigherPlaces().Replace(organisation, ""), "");
        if (Township().Match(local) is { Success: true } township)
        {
            yield return township.Groups["stem"].Value;
        }

        if (Works().Match(local) is { Success: true } works)
        {
            string brand = works.Groups["brand"].Value;
            yield return brand;
            yield return brand + local[^1];
        }
    }

    private static IEnumerable<string> Candidates(string organisation)
    {
        foreach (string area in AreasOf(organisation))
        {
            yield return area;
        }

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

    [GeneratedRegex("(?:人民政府|政府|委员会|办公室)$")]
    private static partial Regex Authority();

    [GeneratedRegex("[省市县区第学]")]
    private static partial Regex Filler();

    [GeneratedRegex("^(?:[^省市县区]{2,6}[省市县区])+")]
    private static partial Regex HigherPlaces();

    [GeneratedRegex("[^省市县区]{2,6}[省市县区]")]
    private static partial Regex Area();

    [GeneratedRegex("^(?<stem>..)(?:镇|乡|街道|村|社区)$")]
    private static partial Regex Township();

    /// <summary>A brand of two characters before what the works make: 恒力机械厂, 宏达水泥公司.</summary>
    [GeneratedRegex("^(?<brand>..).{2,}(?:厂|公司|集团|矿|店)$")]
    private static partial Regex Works();
}
