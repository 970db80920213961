namespace JingJian.Analysis.Reuse;

/// <summary>What is kept of each paragraph beside its letters.</summary>
internal sealed class ParagraphColumns(int count)
{
    /// <summary>Its text's number, or <see cref="Corpus.Excluded"/>.</summary>
    public int[] TextOf { get; } = new int[count];

    /// <summary>Its report.</summary>
    public int[] ReportOf { get; } = new int[count];

    /// <summary>Who wrote it (<see cref="ReuseParagraph.Writer"/>).</summary>
    public int[] WriterOf { get; } = new int[count];

    /// <summary>Whether something in it is missing or masked.</summary>
    public bool[] IsDamaged { get; } = new bool[count];
}
