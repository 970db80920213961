using System.Runtime.InteropServices;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Search.Indexing;

/// <summary>What is known of each passage beside its text, by document number.</summary>
/// <remarks><para><b>Threads.</b> Immutable; any number of readers.</para></remarks>
internal sealed class PassageColumns
{
    /// <summary>Of so many documents in a row it is known between which years they are.</summary>
    public const int Stretch = 4096;

    private readonly Column<long> ids;
    private readonly Column<byte> primary;
    private readonly Column<byte> secondary;
    private readonly Column<short> years;
    private readonly Column<int> organisationOf;
    private readonly Column<int> reports;
    private readonly Column<int> sources;
    private readonly Column<int> families;
    private readonly Column<int> copies;
    private readonly Column<byte> damaged;
    private readonly Column<byte> documentTypes;
    private readonly Column<byte> unitTypes;
    private readonly Column<byte> originality;
    private readonly Column<byte> undecided;
    private readonly Column<byte> quantities;
    private readonly Column<int> headingOf;
    private readonly Column<int> groups;
    private readonly string[] organisations;
    private readonly DocumentBits familyEnds;
    private readonly int[] scatteredByFamily;
    private readonly int[] scatteredPlaces;
    private readonly (short Oldest, short Newest)[] yearRanges;

    public PassageColumns(SegmentFile file)
    {
        ReadOnlySpan<int> counts = MemoryMarshal.Cast<byte, int>(file.Exactly((int)SectionId.Counts, 12).Span);
        Documents = counts[0];
        Column<T> Read<T>(SectionId id)
            where T : struct => new(file.Exactly((int)id, (long)Documents * Marshal.SizeOf<T>()));

        ids = Read<long>(SectionId.PassageIds);
        primary = Read<byte>(SectionId.Primary);
        secondary = Read<byte>(SectionId.Secondary);
        years = Read<short>(SectionId.Years);
        organisationOf = Read<int>(SectionId.OrganisationOf);
        reports = Read<int>(SectionId.Reports);
        sources = Read<int>(SectionId.Sources);
        families = Read<int>(SectionId.Families);
        copies = Read<int>(SectionId.Copies);
        damaged = Read<byte>(SectionId.Damaged);
        documentTypes = Read<byte>(SectionId.DocumentTypes);
        unitTypes = Read<byte>(SectionId.UnitTypes);
        originality = Read<byte>(SectionId.Originality);
        undecided = Read<byte>(SectionId.Undecided);
        quantities = Read<byte>(SectionId.Quantities);
        headingOf = Read<int>(SectionId.HeadingOf);
        groups = Read<int>(SectionId.Groups);
        organisations = ReadOrganisations(file, counts[1]);
        Deleted = DocumentBits.Read(file, SectionId.Deleted, Documents);
        DeletedHeadings = DocumentBits.Read(file, SectionId.DeletedHeadings, counts[2]);
        Scattered = DocumentBits.Read(file, SectionId.Scattered, Documents);
        familyEnds = FindFamilyEnds();
        scatteredByFamily = [.. Scattered?.Documents().OrderBy(document => Groups[document]) ?? Enumerable.Empty<int>()];
        scatteredPlaces = new int[scatteredByFamily.Length == 0 ? 0 : Documents];
        for (int place = 0; place < scatteredByFamily.Length; place++)
        {
            scatteredPlaces[scatteredByFamily[place]] = place;
        }

        yearRanges = [.. Enumerable.Range(0, (Documents + Stretch - 1) / Stretch).Select(FindYears)];
        NewestYear = yearRanges.Max(years => (int?)years.Newest) ?? 0;
    }

    /// <summary>The newest year of all; 0 when none is known.</summary>
    public int NewestYear { get; }

    /// <summary>How many numbers of documents there are, those of deleted ones included.</summary>
    public int Documents { get; }

    /// <summary>How many passages there are.</summary>
    public int Count => Documents - (Deleted?.Count ?? 0);

    /// <summary>Documents that are no more; null for none.</summary>
    public DocumentBits? Deleted { get; }

    /// <summary>Heading paths that are no more; null for none.</summary>
    public DocumentBits? DeletedHeadings { get; }

    public ReadOnlySpan<long> Ids => ids.Values;

    public ReadOnlySpan<byte> Primary => primary.Values;

    public ReadOnlySpan<byte> Secondary => secondary.Values;

    public ReadOnlySpan<short> Years => years.Values;

    public ReadOnlySpan<int> OrganisationOf => organisationOf.Values;

    public ReadOnlySpan<int> Reports => reports.Values;

    public ReadOnlySpan<int> Sources => sources.Values;

    public ReadOnlySpan<int> Families => families.Values;

    public ReadOnlySpan<int> Copies => copies.Values;

    public ReadOnlySpan<byte> Damaged => damaged.Values;

    /// <summary>The sort of document, as <see cref="DocumentType"/>.</summary>
    public ReadOnlySpan<byte> DocumentTypes => documentTypes.Values;

    /// <summary>The sort of unit, as <see cref="UnitType"/>, or <see cref="ColumnWriter.NoUnitType"/>.</summary>
    public ReadOnlySpan<byte> UnitTypes => unitTypes.Values;

    /// <summary>How much of the report of each passage stands in no other, in percent.</summary>
    public ReadOnlySpan<byte> Originality => originality.Values;

    /// <summary>1 where the function is too unsure to count as decided.</summary>
    public ReadOnlySpan<byte> Undecided => undecided.Values;

    /// <summary>How many figures with a unit each states; 255 stands for more, too.</summary>
    public ReadOnlySpan<byte> Quantities => quantities.Values;

    /// <summary>The number of the heading path of each passage.</summary>
    public ReadOnlySpan<int> HeadingOf => headingOf.Values;

    /// <summary>Equal for the members of one family, and for nobody else. They are neighbours, unless they came to the archive
    /// one after the other and their segments were not merged since.</summary>
    public ReadOnlySpan<int> Groups => groups.Values;

    /// <summary>The names of the organisations, in ordinal order.</summary>
    public ReadOnlySpan<string> Organisations => organisations;

    /// <summary>64 documents a word: those whose next neighbour is of another family.</summary>
    public ReadOnlySpan<ulong> FamilyEnds => familyEnds.Words;

    /// <summary>Documents of whose families members stand elsewhere than beside them; null for none.</summary>
    public DocumentBits? Scattered { get; }

    /// <summary>The documents of <see cref="Scattered"/>, family by family.</summary>
    public ReadOnlySpan<int> ScatteredByFamily => scatteredByFamily;

    /// <summary>Where each of them stands there, by document; empty where there are none.</summary>
    public ReadOnlySpan<int> ScatteredPlaces => scatteredPlaces;

    public Function PrimaryOf(int document) => (Function)Primary[document];

    public Function? SecondaryOf(int document) => Secondary[document] == ColumnWriter.NoFunction ? null : (Function)Secondary[document];

    public UnitType? UnitTypeOf(int document) => UnitTypes[document] == ColumnWriter.NoUnitType ? null : (UnitType)UnitTypes[document];

    /// <summary>Whether there may be a document between two years in the <see cref="Stretch"/> that begins with one.</summary>
    public bool MayHoldYears(int first, int last, int start)
    {
        (short oldest, short newest) = yearRanges[start / Stretch];
        return newest > 0 && first <= newest && last >= oldest;
    }

    /// <summary>Whether members of its family stand elsewhere than beside it.</summary>
    public bool IsScattered(int document) => Scattered is not null && Scattered[document];

    /// <summary>The family of a document, ascending; itself included.</summary>
    public int[] FamilyOf(int document)
    {
        if (IsScattered(document))
        {
            (int firstPlace, int endPlace) = Neighbours(scatteredPlaces[document], scatteredByFamily.Length, place => Groups[scatteredByFamily[place]]);
            return scatteredByFamily[firstPlace..endPlace];
        }

        (int first, int end) = Neighbours(document, Documents, other => Groups[other]);
        return [.. Enumerable.Range(first, end - first).Where(member => Deleted is null || !Deleted[member])];
    }

    /// <summary>The stretch of places around one that are of its group.</summary>
    private static (int First, int End) Neighbours(int place, int count, Func<int, int> groupAt)
    {
        int first = place, end = place + 1, group = groupAt(place);
        while (first > 0 && groupAt(first - 1) == group)
        {
            first--;
        }

        while (end < count && groupAt(end) == group)
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>Between which known years the documents of a stretch are; 0 for none.</summary>
    private (short Oldest, short Newest) FindYears(int stretch)
    {
        (short oldest, short newest) = (short.MaxValue, 0);
        foreach (short year in Years.Slice(stretch * Stretch, Math.Min(Stretch, Documents - (stretch * Stretch))))
        {
            oldest = year > 0 ? Math.Min(oldest, year) : oldest;
            newest = Math.Max(newest, year);
        }

        return (oldest, newest);
    }

    private DocumentBits FindFamilyEnds()
    {
        var ends = new DocumentBits(Documents);
        ReadOnlySpan<int> all = Groups;
        for (int document = 0; document < all.Length; document++)
        {
            if (document + 1 == all.Length || all[document + 1] != all[document])
            {
                ends.Add(document);
            }
        }

        return ends;
    }

    private static string[] ReadOrganisations(SegmentFile file, int count)
    {
        ReadOnlySpan<int> starts = MemoryMarshal.Cast<byte, int>(file.Exactly((int)SectionId.OrganisationStarts, 4L * (count + 1)).Span);
        ReadOnlySpan<char> chars = MemoryMarshal.Cast<byte, char>(file.Exactly((int)SectionId.OrganisationChars, 2L * starts[count]).Span);
        var names = new string[count];
        for (int i = 0; i < count; i++)
        {
            names[i] = chars[starts[i]..starts[i + 1]].ToString();
        }

        return names;
    }
}
