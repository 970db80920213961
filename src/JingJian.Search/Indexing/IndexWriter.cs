namespace JingJian.Search.Indexing;

/// <summary>Builds an immutable segment from passages.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Same passages in any order, same cutter: the same bytes. Copies of one family stand beside each
/// other, at the place of the one with the smallest id; this makes lists shorter and counting families a matter of
/// counting changes.</para>
/// <para><b>Bounds.</b> A segment holds less than 2 GB; texts less than 2³⁰ characters together.</para>
/// <para><b>Cost.</b> All passages are in memory while a segment is built.</para>
/// </remarks>
public static class IndexWriter
{
    /// <summary>Writes one segment.</summary>
    /// <param name="passages">The paragraphs; their ids must differ.</param>
    /// <param name="cutter">Cuts folded texts into words; queries must be cut by the same one.</param>
    /// <param name="output">Receives the segment front to back.</param>
    /// <exception cref="ArgumentException">Two passages have one id.</exception>
    public static void Write(IEnumerable<Passage> passages, WordCutter cutter, Stream output)
    {
        Passage[] ordered = InFamilyOrder([.. passages]);
        var headings = new HeadingTable();
        int[] headingOf = [.. ordered.Select(passage => headings.Add(passage.Headings))];

        var sections = new List<(int, ByteSink)>();
        sections.AddRange(PassageColumns.Sections(ordered, headingOf));
        sections.AddRange(FieldBuilder.Build([.. ordered.Select(passage => Folding.Fold(passage.Text))], cutter, SectionId.TextField));
        sections.AddRange(FieldBuilder.Build(headings.Texts, cutter, SectionId.HeadingField));
        SegmentFile.Write(sections, output);
    }

    private static Passage[] InFamilyOrder(Passage[] passages)
    {
        Array.Sort(passages, (a, b) => a.Id.CompareTo(b.Id));
        var firstOfFamily = new Dictionary<int, long>();
        for (int i = 0; i < passages.Length; i++)
        {
            if (i > 0 && passages[i].Id == passages[i - 1].Id)
            {
                throw new ArgumentException($"Two passages have the id {passages[i].Id}.", nameof(passages));
            }

            if (passages[i].Family >= 0)
            {
                firstOfFamily.TryAdd(passages[i].Family, passages[i].Id);
            }
        }

        return [.. passages.OrderBy(passage => passage.Family >= 0 ? firstOfFamily[passage.Family] : passage.Id).ThenBy(passage => passage.Id)];
    }

    /// <summary>The different heading paths; all paragraphs of a section share one.</summary>
    private sealed class HeadingTable
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

        public List<string> Texts { get; } = [];

        public int Add(string headings)
        {
            string folded = Folding.Fold(headings);
            if (numbers.TryAdd(folded, Texts.Count))
            {
                Texts.Add(folded);
            }

            return numbers[folded];
        }
    }
}
