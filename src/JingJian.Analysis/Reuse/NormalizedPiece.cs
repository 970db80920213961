namespace JingJian.Analysis.Reuse;

/// <summary>Some paragraphs in a row, reduced to their letters on one thread before they meet the others.</summary>
internal sealed class NormalizedPiece
{
    /// <summary>How many paragraphs a piece has.</summary>
    public const int Paragraphs = 1024;

    private readonly NormalizedText buffer = new();
    private readonly int[] ends = new int[Paragraphs];
    private readonly ulong[] hashes = new ulong[Paragraphs];
    private readonly int[] reports = new int[Paragraphs];
    private readonly int[] writers = new int[Paragraphs];
    private readonly bool[] damaged = new bool[Paragraphs];
    private char[] letters = new char[Paragraphs * 128];
    private int first;
    private int count;

    /// <summary>Replaces the piece by the paragraphs from one on.</summary>
    public void Read(IReadOnlyList<ReuseParagraph> paragraphs, int start, ReuseOptions options)
    {
        first = start;
        count = Math.Clamp(paragraphs.Count - start, 0, Paragraphs);
        int used = 0;
        for (int i = 0; i < count; i++)
        {
            ReuseParagraph paragraph = paragraphs[start + i];
            reports[i] = paragraph.Report;
            writers[i] = paragraph.Writer;
            damaged[i] = paragraph.IsDamaged;
            if (Corpus.TakesPart(buffer, paragraph.Text, options))
            {
                used = Append(used);
                hashes[i] = DistinctTexts.HashOf(buffer.Letters);
            }

            ends[i] = used;
        }
    }

    /// <summary>Gives each paragraph its text's number.</summary>
    public void AddTo(DistinctTexts texts, ParagraphColumns columns)
    {
        for (int i = 0; i < count; i++)
        {
            int start = i == 0 ? 0 : ends[i - 1];
            columns.ReportOf[first + i] = reports[i];
            columns.WriterOf[first + i] = writers[i];
            columns.IsDamaged[first + i] = damaged[i];
            columns.TextOf[first + i] = ends[i] == start ? Corpus.Excluded : texts.Add(letters.AsSpan(start..ends[i]), hashes[i]);
        }
    }

    private int Append(int used)
    {
        ReadOnlySpan<char> more = buffer.Letters;
        if (used + more.Length > letters.Length)
        {
            Array.Resize(ref letters, Math.Max(letters.Length * 2, used + more.Length));
        }

        more.CopyTo(letters.AsSpan(used));
        return used + more.Length;
    }
}
