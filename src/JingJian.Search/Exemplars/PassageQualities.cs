using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;

namespace JingJian.Search.Exemplars;

/// <summary>What a passage is worth as an exemplar whatever the topic; computed when first asked for, then remembered.</summary>
/// <remarks>
/// <para><b>Threads.</b> Any number: two that ask at once compute the same number.</para>
/// <para><b>Cost.</b> Some tens of microseconds for a passage not seen before; 4 bytes of memory each.</para>
/// </remarks>
internal sealed class PassageQualities(IndexReader index, ConcretenessModel model, ExemplarOptions options)
{
    // A quoted string in more than this share of all paragraphs is a slogan (“三个代表”), not a mechanism of one unit.
    private const double SloganShare = 0.01;
    private const int FewestForSlogan = 5;

    // 0 is not yet computed; otherwise concreteness plus one.
    private readonly float[] concreteness = new float[index.Columns.Documents];

    /// <summary>具体.</summary>
    public double Concreteness(int document)
    {
        if (concreteness[document] == 0)
        {
            PassageColumns columns = index.Columns;
            double[] features = ConcreteFeatures.Of(
                index.Texts.TextOf(document).ToString(), columns.PrimaryOf(document), (DocumentType)columns.DocumentTypes[document], IsSlogan);
            concreteness[document] = 1 + (float)model.Of(features);
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

    /// <summary>完整, as long as nobody has looked what is wrong with it: of a damaged passage the best that may be.</summary>
    public double Integrity(int document) => index.Columns.Damaged[document] == 1 ? options.MaskedShare : 1;

    /// <summary>时效.</summary>
    public double Recency(int document) => index.Columns.Years[document] is > 0 and var year
        ? Math.Pow(0.5, (index.Columns.NewestYear - year) / options.RecencyHalfLifeYears)
        : options.UnknownYearShare;

    private bool IsSlogan(string name) => index.Texts.Find(name) is { } term && term.Count > Math.Max(FewestForSlogan, index.Count * SloganShare);
}
