namespace JingJian.Search.Indexing;

/// <summary>Makes the columns of an index: one row a document, in the order of its segments.</summary>
/// <remarks>
/// <para>Columns are derived from the whole archive (a new report changes the families of old ones), so they are written anew
/// for each state of it; the segments with their lists and texts stay.</para>
/// </remarks>
internal sealed class ColumnWriter
{
    /// <summary>In the column of second functions, of a passage without one.</summary>
    public const byte NoFunction = 255;

    /// <summary>In the column of sorts of units, where it is not known.</summary>
    public const byte NoUnitType = 255;

    private readonly Passage?[] passages;
    private readonly long[] ids;
    private readonly int[] headingOf;
    private readonly int headingCount;
    private readonly byte[] quantities;
    private readonly List<(int, ByteSink)> sections = [];

    /// <param name="passages">The passage of each document, null for one that was deleted; texts are not looked at.</param>
    /// <param name="ids">The key of each document.</param>
    /// <param name="headingOf">The heading path of each document; -1 for one that was deleted.</param>
    /// <param name="headingCount">How many numbers of heading paths there are.</param>
    /// <param name="quantities">How many quantities each document states.</param>
    public ColumnWriter(Passage?[] passages, long[] ids, int[] headingOf, int headingCount, byte[] quantities)
    {
        this.passages = passages;
        this.ids = ids;
        this.headingOf = headingOf;
        this.headingCount = headingCount;
        this.quantities = quantities;
    }

    public IEnumerable<(int Id, ByteSink Content)> Sections()
    {
        WriteOrganisations();
        Write(SectionId.PassageIds, ids, (sink, id) => sink.Long(id));
        Write(SectionId.Primary, passages, (sink, passage) => sink.Byte((byte)(passage?.Primary ?? default)));
        Write(SectionId.Secondary, passages, (sink, passage) => sink.Byte(passage?.Secondary is { } second ? (byte)second : NoFunction));
        Write(SectionId.Years, passages, (sink, passage) => sink.Short(Math.Clamp(passage?.Year ?? 0, 0, short.MaxValue)));
        Write(SectionId.Reports, passages, (sink, passage) => sink.Int(passage?.Report ?? -1));
        Write(SectionId.Sources, passages, (sink, passage) => sink.Int(passage?.Source ?? -1));
        Write(SectionId.Families, passages, (sink, passage) => sink.Int(passage?.Family ?? -1));
        Write(SectionId.Copies, passages, (sink, passage) => sink.Int(passage?.Copies ?? 0));
        Write(SectionId.Damaged, passages, (sink, passage) => sink.Byte(passage is { Damaged: true } ? 1 : 0));
        Write(SectionId.DocumentTypes, passages, (sink, passage) => sink.Byte((byte)(passage?.Type ?? default)));
        Write(SectionId.UnitTypes, passages, (sink, passage) => sink.Byte(passage?.UnitType is { } type ? (byte)type : NoUnitType));
        Write(SectionId.Originality, passages, (sink, passage) => sink.Byte((byte)Math.Clamp(passage?.Originality ?? 0, 0, Passage.WhollyOriginal)));
        Write(SectionId.Undecided, passages, (sink, passage) => sink.Byte(passage is { Undecided: true } ? 1 : 0));
        Write(SectionId.Quantities, quantities, (sink, count) => sink.Byte(count));
        Write(SectionId.HeadingOf, headingOf, (sink, heading) => sink.Int(Math.Max(0, heading)));
        WriteGroups();
        WriteDeleted();
        return sections;
    }

    private void WriteOrganisations()
    {
        string[] names = [.. passages.OfType<Passage>().Select(passage => passage.Organisation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ByteSink starts = new(), chars = new();
        foreach (string name in names)
        {
            starts.Int(chars.Length / 2);
            chars.Chars(name);
        }

        starts.Int(chars.Length / 2);
        Dictionary<string, int> numbers = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        Write(SectionId.Counts, [passages.Length, names.Length, headingCount], (sink, count) => sink.Int(count));
        Write(SectionId.OrganisationOf, passages, (sink, passage) => sink.Int(passage is null ? 0 : numbers[passage.Organisation]));
        sections.Add(((int)SectionId.OrganisationStarts, starts));
        sections.Add(((int)SectionId.OrganisationChars, chars));
    }

    /// <summary>A deleted document is of the group before it, so that it parts no family.</summary>
    private void WriteGroups()
    {
        var groups = new int[passages.Length];
        var scattered = new DocumentBits(passages.Length);
        var firstGroup = new Dictionary<int, int>();
        var scatteredGroups = new HashSet<int>();
        int last = -1, next = 0, lastFamily = -1;
        for (int i = 0; i < passages.Length; i++)
        {
            if (passages[i] is { } passage)
            {
                if (passage.Family < 0 || passage.Family != lastFamily || last < 0)
                {
                    bool again = passage.Family >= 0 && !firstGroup.TryAdd(passage.Family, next);
                    last = again ? firstGroup[passage.Family] : next++;
                    if (again)
                    {
                        scatteredGroups.Add(last);
                    }
                }

                lastFamily = passage.Family;
            }

            groups[i] = Math.Max(0, last);
        }

        for (int i = 0; i < groups.Length && scatteredGroups.Count > 0; i++)
        {
            if (passages[i] is not null && scatteredGroups.Contains(groups[i]))
            {
                scattered.Add(i);
            }
        }

        Write(SectionId.Groups, groups, (sink, group) => sink.Int(group));
        WriteSet(SectionId.Scattered, scattered);
    }

    private void WriteDeleted()
    {
        DocumentBits deleted = new(passages.Length), headings = new(headingCount);
        var alive = new HashSet<int>(headingOf);
        for (int i = 0; i < passages.Length; i++)
        {
            if (passages[i] is null)
            {
                deleted.Add(i);
            }
        }

        for (int heading = 0; heading < headingCount; heading++)
        {
            if (!alive.Contains(heading))
            {
                headings.Add(heading);
            }
        }

        WriteSet(SectionId.Deleted, deleted);
        WriteSet(SectionId.DeletedHeadings, headings);
    }

    private void WriteSet(SectionId id, DocumentBits set)
    {
        if (set.Count > 0)
        {
            sections.Add(((int)id, set.ToSection()));
        }
    }

    private void Write<T>(SectionId id, IReadOnlyCollection<T> values, Action<ByteSink, T> write)
    {
        var sink = new ByteSink();
        foreach (T value in values)
        {
            write(sink, value);
        }

        sections.Add(((int)id, sink));
    }
}
