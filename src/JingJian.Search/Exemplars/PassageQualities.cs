using JingJian.Search.Indexing;

namespace JingJian.Search.Exemplars;

/// <summary>What a passage is worth as an exemplar whatever the topic; computed when first asked for, then remembered.</summary>
/// <remarks>
/// <para><b>Threads.</b> Any number: two that ask at once compute the same number.</para>
/// <para><b>Cost.</b> Some microseconds for a passage not seen before; 4 bytes of memory each.</para>
/// </remarks>
internal sealed class PassageQualities(IndexReader index, ExemplarOptions options)
{
    // A quoted string in more than this share of all paragraphs is a slogan (“三个代表”), not a mechanism of one unit.
    private const double SloganShare = 0.01;
    private const int FewestForSlogan = 5;

    // Length in UTF-16 units: a good exemplar is long enough to say how, short enough to be read at a glance.
    private const int GoodFrom = 90;
    private const int GoodTo = 450;
    private const int TooLong = 1200;

    // 0 is not yet computed; otherwise concreteness plus one.
    private readonly float[] concreteness = new float[index.Columns.Documents];

    /// <summary>具体.</summary>
    public double Concreteness(int document)
    {
        if (concreteness[document] == 0)
        {
            concreteness[document] = 1 + (float)ConcretenessOf(index.Texts.TextOf(document).ToString());
        }

        return concreteness[document] - 1;
    }

    /// <summary>原创: 1/(1 + n/2), n the reports of other units that have a copy. A unit that is not known counts as another.</summary>
    public double Originality(int document)
    {
        PassageColumns columns = index.Columns;
        int own = columns.OrganisationOf[document], ownReport = columns.Reports[document];
        bool known = columns.Organisations[own].Length > 0;
        var others = new HashSet<int>();
        foreach (int copy in columns.FamilyOf(document))
        {
            if (columns.Reports[copy] != ownReport && !(known && columns.OrganisationOf[copy] == own))
            {
                others.Add(columns.Reports[copy]);
            }
        }

        return 1 / (1 + (others.Count / 2.0));
    }

    /// <summary>完整.</summary>
    public double Integrity(int document) => index.Columns.Damaged[document] == 1 ? options.DamagedShare : 1;

    /// <summary>时效.</summary>
    public double Recency(int document) => index.Columns.Years[document] is > 0 and var year
        ? Math.Pow(0.5, (index.Columns.NewestYear - year) / options.RecencyHalfLifeYears)
        : options.UnknownYearShare;

    /// <summary>Quantities say most; names, titles and deeds follow; each counts less the more there are.</summary>
    private double ConcretenessOf(string text)
    {
        ConcreteSigns signs = ConcreteSigns.Of(text);
        int names = signs.Names.Count(name => !IsSlogan(name.In(text)[1..^1]));
        return (0.4 * Share(signs.Quantities.Length, 1.5))
            + (0.15 * Share(names, 1))
            + (0.1 * Share(signs.Titles.Length, 1))
            + (0.2 * Share(signs.Deeds, 2))
            + (0.15 * LengthShare(text.Length));
    }

    private bool IsSlogan(ReadOnlySpan<char> name)
    {
        return index.Texts.Find(name) is { } term && term.Count > Math.Max(FewestForSlogan, index.Count * SloganShare);
    }

    private static double Share(int count, double half) => count / (count + half);

    private static double LengthShare(int length) => length switch
    {
        < GoodFrom => (double)length / GoodFrom,
        <= GoodTo => 1,
        < TooLong => (double)(TooLong - length) / (TooLong - GoodTo),
        _ => 0,
    };
}
