namespace JingJian.Analysis.Reuse;

/// <summary>The paragraphs that take part, grouped into distinct texts.</summary>
internal sealed class Corpus
{
    private const int PiecesAtATime = 16;

    private readonly Grouping members;
    private readonly ParagraphColumns columns;

    private Corpus(IReadOnlyList<ReuseParagraph> paragraphs, DistinctTexts texts, ParagraphColumns columns)
    {
        Paragraphs = paragraphs;
        Texts = texts;
        this.columns = columns;
        members = new Grouping(texts.Count, columns.TextOf.Select((text, paragraph) => (text, paragraph)).Where(placed => placed.text != Excluded));
    }

    /// <summary>The text number of a paragraph that is too short to take part.</summary>
    public const int Excluded = -1;

    /// <summary>The input.</summary>
    public IReadOnlyList<ReuseParagraph> Paragraphs { get; }

    /// <summary>The different letter sequences.</summary>
    public DistinctTexts Texts { get; }

    /// <summary>The text of each paragraph.</summary>
    public int[] TextOf => columns.TextOf;

    /// <summary>Reads all paragraphs.</summary>
    public static Corpus Read(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options, IReuseWorkers workers)
    {
        var texts = new DistinctTexts();
        var columns = new ParagraphColumns(paragraphs.Count);
        NormalizedPiece[] pieces = [.. Enumerable.Range(0, PiecesAtATime).Select(_ => new NormalizedPiece())];
        for (int start = 0; start < paragraphs.Count; start += PiecesAtATime * NormalizedPiece.Paragraphs)
        {
            workers.Run(PiecesAtATime, i => pieces[i].Read(paragraphs, start + (i * NormalizedPiece.Paragraphs), options));
            foreach (NormalizedPiece piece in pieces)
            {
                piece.AddTo(texts, columns);
            }
        }

        texts.Close();
        return texts.Count <= HashKeys.MaxTexts
            ? new Corpus(paragraphs, texts, columns)
            : throw new ArgumentException($"{texts.Count} different paragraphs; the reuse engine holds at most {HashKeys.MaxTexts}.", nameof(paragraphs));
    }

    /// <summary>Reads a text; false when it is too short to be evidence of anything.</summary>
    public static bool TakesPart(NormalizedText buffer, string text, ReuseOptions options)
    {
        if (text.AsSpan().Trim().Length < options.MinCharacters)
        {
            return false;
        }

        buffer.Read(text);
        return buffer.Letters.Length >= ReuseOptions.RunLength;
    }

    /// <summary>The paragraphs that have a text, ascending.</summary>
    public ReadOnlySpan<int> MembersOf(int text) => members.Of(text);

    /// <summary>The paragraphs that take part, text by text.</summary>
    public ReadOnlySpan<int> Members => members.All;

    /// <summary>The text, as it stands, of the first paragraph that has a text.</summary>
    public string FirstMemberOf(int text) => Paragraphs[MembersOf(text)[0]].Text;

    /// <summary>The first paragraph with a text that is not damaged; null when all are.</summary>
    public int? FirstWholeMemberOf(int text)
    {
        foreach (int member in MembersOf(text))
        {
            if (!columns.IsDamaged[member])
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The report in which a text first appears: copies of one paragraph are one use of its words, not several.</summary>
    public int ReportOf(int text) => columns.ReportOf[MembersOf(text)[0]];

    /// <summary>Who wrote each copy of each text, text by text as <see cref="MembersOf"/> has them.</summary>
    public int[] Writers()
    {
        var writers = new int[members.All.Length];
        for (int i = 0; i < writers.Length; i++)
        {
            writers[i] = columns.WriterOf[members.All[i]];
        }

        return writers;
    }

    /// <summary>Of some writers as <see cref="Writers"/> gives them, those of a text.</summary>
    public ReadOnlyMemory<int> WritersOf(int text, int[] writers) => writers.AsMemory(members.RangeOf(text));
}
