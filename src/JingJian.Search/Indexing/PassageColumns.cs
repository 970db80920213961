using System.Runtime.InteropServices;
using JingJian.Analysis.Functions;

namespace JingJian.Search.Indexing;

/// <summary>What is known of each passage beside its text, by document number.</summary>
/// <remarks><para><b>Threads.</b> Immutable; any number of readers.</para></remarks>
internal sealed class PassageColumns
{
    private const byte NoFunction = 255;

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
    private readonly Column<int> headingOf;
    private readonly Column<int> groups;
    private readonly string[] organisations;

    public PassageColumns(SegmentFile file)
    {
        ReadOnlySpan<int> counts = MemoryMarshal.Cast<byte, int>(file.Exactly((int)SectionId.Counts, 8).Span);
        Count = counts[0];
        Column<T> Read<T>(SectionId id)
            where T : struct => new(file.Exactly((int)id, (long)Count * Marshal.SizeOf<T>()));

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
        headingOf = Read<int>(SectionId.HeadingOf);
        groups = Read<int>(SectionId.Groups);
        organisations = ReadOrganisations(file, counts[1]);
        foreach (short year in Years)
        {
            NewestYear = Math.Max(NewestYear, year);
            OldestYear = year > 0 ? Math.Min(OldestYear, year) : OldestYear;
        }
    }

    /// <summary>The newest year of all; 0 when none is known.</summary>
    public int NewestYear { get; }

    /// <summary>The oldest known year; larger than any when none is known.</summary>
    public int OldestYear { get; } = short.MaxValue;

    public int Count { get; }

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

    /// <summary>The number of the heading path of each passage.</summary>
    public ReadOnlySpan<int> HeadingOf => headingOf.Values;

    /// <summary>Equal for the members of one family, which are neighbours; never falls.</summary>
    public ReadOnlySpan<int> Groups => groups.Values;

    /// <summary>The names of the organisations, in ordinal order.</summary>
    public ReadOnlySpan<string> Organisations => organisations;

    public Function PrimaryOf(int document) => (Function)Primary[document];

    public Function? SecondaryOf(int document) => Secondary[document] == NoFunction ? null : (Function)Secondary[document];

    public static IEnumerable<(int Id, ByteSink Content)> Sections(Passage[] passages, int[] headingOf)
    {
        string[] names = [.. passages.Select(passage => passage.Organisation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ByteSink starts = new(), chars = new();
        foreach (string name in names)
        {
            starts.Int(chars.Length / 2);
            chars.Chars(name);
        }

        starts.Int(chars.Length / 2);
        yield return Section(SectionId.Counts, [passages.Length, names.Length], (sink, count) => sink.Int(count));
        yield return Section(SectionId.PassageIds, passages, (sink, passage) => sink.Long(passage.Id));
        yield return Section(SectionId.Primary, passages, (sink, passage) => sink.Byte((byte)passage.Primary));
        yield return Section(SectionId.Secondary, passages, (sink, passage) => sink.Byte(passage.Secondary is { } second ? (byte)second : NoFunction));
        yield return Section(SectionId.Years, passages, (sink, passage) => sink.Short(Math.Clamp(passage.Year, 0, short.MaxValue)));
        yield return Section(SectionId.OrganisationOf, passages,
            (sink, passage) => sink.Int(Array.BinarySearch(names, passage.Organisation, StringComparer.Ordinal)));
        yield return ((int)SectionId.OrganisationStarts, starts);
        yield return ((int)SectionId.OrganisationChars, chars);
        yield return Section(SectionId.Reports, passages, (sink, passage) => sink.Int(passage.Report));
        yield return Section(SectionId.Sources, passages, (sink, passage) => sink.Int(passage.Source));
        yield return Section(SectionId.Families, passages, (sink, passage) => sink.Int(passage.Family));
        yield return Section(SectionId.Copies, passages, (sink, passage) => sink.Int(passage.Copies));
        yield return Section(SectionId.Damaged, passages, (sink, passage) => sink.Byte(passage.Damaged ? 1 : 0));
        yield return Section(SectionId.HeadingOf, headingOf, (sink, heading) => sink.Int(heading));
        yield return Section(SectionId.Groups, GroupsOf(passages), (sink, group) => sink.Int(group));
    }

    private static (int Id, ByteSink Content) Section<T>(SectionId id, IEnumerable<T> values, Action<ByteSink, T> write)
    {
        var sink = new ByteSink();
        foreach (T value in values)
        {
            write(sink, value);
        }

        return ((int)id, sink);
    }

    private static IEnumerable<int> GroupsOf(Passage[] passages)
    {
        int group = -1;
        for (int i = 0; i < passages.Length; i++)
        {
            bool continues = i > 0 && passages[i].Family >= 0 && passages[i].Family == passages[i - 1].Family;
            yield return continues ? group : ++group;
        }
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
