using JingJian.Search.Exemplars;

namespace JingJian.Search.Indexing;

/// <summary>Builds segments from passages, and the columns of an index of several of them.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Same passages in any order, same cutter: the same bytes. Copies of one family stand beside each
/// other; this makes lists shorter and counting families a matter of counting changes. Passages of no family stand before them in
/// the order of their years, families in that of the first member's, so that a condition on the years passes over most of the index.</para>
/// <para><b>Bounds.</b> A segment holds less than 2 GB; texts less than 2³⁰ characters together.</para>
/// <para><b>Cost.</b> All passages are in memory while a segment is built.</para>
/// </remarks>
public static class IndexWriter
{
    /// <summary>Writes an index in one piece: one segment and its columns.</summary>
    /// <param name="passages">The paragraphs; their ids must differ.</param>
    /// <param name="cutter">Cuts folded texts into words; queries must be cut by the same one.</param>
    /// <param name="output">Receives the index front to back.</param>
    /// <exception cref="ArgumentException">Two passages have one id.</exception>
    public static void Write(IEnumerable<Passage> passages, WordCutter cutter, Stream output)
    {
        Passage[] ordered = InOrder([.. passages]);
        var headings = new HeadingNumbers();
        int[] headingOf = [.. ordered.Select(passage => headings.Add(Folding.Fold(passage.Headings)))];
        long[] ids = [.. ordered.Select(passage => passage.Id)];
        string[] texts = FoldedTexts(ordered);
        byte[] quantities = QuantitiesIn(texts);
        SegmentFile.Write([.. new ColumnWriter(ordered, ids, headingOf, headings.Texts.Count, quantities).Sections(), .. Lists(texts, quantities, headings.Texts, headingOf, cutter)], output);
    }

    /// <summary>Writes a segment: lists and texts without columns.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteSegment(IEnumerable<Passage> passages, WordCutter cutter, Stream output)
    {
        Passage[] ordered = InOrder([.. passages]);
        var headings = new HeadingNumbers();
        int[] headingOf = [.. ordered.Select(passage => headings.Add(Folding.Fold(passage.Headings)))];
        var ids = new ByteSink();
        foreach (Passage passage in ordered)
        {
            ids.Long(passage.Id);
        }

        string[] texts = FoldedTexts(ordered);
        SegmentFile.Write([((int)SectionId.PassageIds, ids), .. Lists(texts, QuantitiesIn(texts), headings.Texts, headingOf, cutter)], output);
    }

    /// <summary>Writes the columns of an index.</summary>
    /// <param name="segments">Its segments; no id stands in two of them that is not deleted in one.</param>
    /// <param name="passageOf">The passage of an id in the segment of this number as it is now, or null when it was deleted there. Its texts are not looked at.</param>
    /// <param name="output">Receives the columns front to back.</param>
    public static void WriteColumns(IReadOnlyList<SegmentReader> segments, Func<int, long, Passage?> passageOf, Stream output)
    {
        int count = segments.Sum(segment => segment.PassageIds.Length), document = 0, firstHeading = 0;
        var passages = new Passage?[count];
        var ids = new long[count];
        var headingOf = new int[count];
        var quantities = new byte[count];
        var headings = new HeadingNumbers();
        foreach ((int number, SegmentReader segment) in segments.Index())
        {
            // A path that an earlier segment has, too, goes by its number there.
            var numbers = new int[segment.Headings.Count];
            for (int place = 0; place < segment.PassageIds.Length; place++, document++)
            {
                ids[document] = segment.PassageIds[place];
                passages[document] = passageOf(number, ids[document]);
                quantities[document] = segment.Quantities[place];
                int own = segment.HeadingOf[place];
                if (passages[document] is not null && numbers[own] == 0)
                {
                    numbers[own] = headings.Add(segment.Headings.TextOf(own).ToString(), firstHeading + own) + 1;
                }

                headingOf[document] = passages[document] is null ? -1 : numbers[own] - 1;
            }

            firstHeading += numbers.Length;
        }

        SegmentFile.Write([.. new ColumnWriter(passages, ids, headingOf, firstHeading, quantities).Sections()], output);
    }

    private static string[] FoldedTexts(Passage[] ordered) => [.. ordered.Select(passage => Folding.Fold(passage.Text))];

    private static byte[] QuantitiesIn(string[] texts) => [.. texts.Select(text => (byte)Math.Min(byte.MaxValue, ConcreteSigns.CountQuantities(text)))];

    private static IEnumerable<(int, ByteSink)> Lists(string[] texts, byte[] quantities, IReadOnlyList<string> headings, int[] headingOf, WordCutter cutter)
    {
        var own = new ByteSink();
        foreach (int heading in headingOf)
        {
            own.Int(heading);
        }

        var counts = new ByteSink();
        quantities.CopyTo(counts.Take(quantities.Length));
        return [
            ((int)SectionId.OwnHeadingOf, own),
            ((int)SectionId.OwnQuantities, counts),
            .. FieldBuilder.Build(texts, cutter, SectionId.TextField),
            .. FieldBuilder.Build(headings, cutter, SectionId.HeadingField),
        ];
    }

    /// <summary>Passages of no family by year, then families by the year of their first.</summary>
    private static Passage[] InOrder(Passage[] passages)
    {
        Array.Sort(passages, (a, b) => a.Id.CompareTo(b.Id));
        var firstOfFamily = new Dictionary<int, Passage>();
        for (int i = 0; i < passages.Length; i++)
        {
            if (i > 0 && passages[i].Id == passages[i - 1].Id)
            {
                throw new ArgumentException($"Two passages have the id {passages[i].Id}.", nameof(passages));
            }

            if (passages[i].Family >= 0)
            {
                firstOfFamily.TryAdd(passages[i].Family, passages[i]);
            }
        }

        Passage First(Passage passage) => passage.Family >= 0 ? firstOfFamily[passage.Family] : passage;
        return [.. passages.OrderBy(passage => passage.Family >= 0).ThenBy(passage => First(passage).Year).ThenBy(passage => First(passage).Id).ThenBy(passage => passage.Id)];
    }

    /// <summary>The different heading paths; all paragraphs of a section share one.</summary>
    private sealed class HeadingNumbers
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

        public List<string> Texts { get; } = [];

        /// <summary>The number of a path: the next where it is new.</summary>
        public int Add(string folded) => Add(folded, Texts.Count);

        /// <summary>The number of a path: the given where it is new.</summary>
        public int Add(string folded, int ifNew)
        {
            if (numbers.TryAdd(folded, ifNew))
            {
                Texts.Add(folded);
            }

            return numbers[folded];
        }
    }
}
