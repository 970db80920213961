namespace JingJian.Archive.Exports;

/// <summary>A stretch of a text that is shown in one way.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Class">Whose text it is (<see cref="JingJian.Archive.Views.EvidenceView.Class"/>); null where nothing is reused.</param>
/// <param name="IsStock">Whether it is a stock phrase.</param>
/// <param name="IsChanged">Whether it is a figure that the other side has otherwise.</param>
internal readonly record struct MarkedStretch(string Text, string? Class, bool IsStock, bool IsChanged);

/// <summary>A text with marks on its characters.</summary>
internal sealed class MarkedText(string text)
{
    /// <summary>Where several classes claim a character the first of these has it: what is lawful explains most.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["superior", "quotable", "template", "own", "other", "unknown"];

    private readonly int[] classes = [.. Enumerable.Repeat(Classes.Count, text.Length)];
    private readonly bool[] stock = new bool[text.Length];
    private readonly bool[] changed = new bool[text.Length];

    /// <summary>Marks characters as reused.</summary>
    public MarkedText Reused(string name, int start, int length)
    {
        int rank = 0;
        while (rank < Classes.Count - 1 && Classes[rank] != name)
        {
            rank++;
        }

        for (int at = start; at < Math.Min(start + length, text.Length); at++)
        {
            classes[at] = Math.Min(classes[at], rank);
        }

        return this;
    }

    /// <summary>Marks characters as a stock phrase.</summary>
    public MarkedText Stock(int start, int end)
    {
        stock.AsSpan(Math.Min(start, text.Length)..Math.Min(end, text.Length)).Fill(true);
        return this;
    }

    /// <summary>Marks characters as changed.</summary>
    public MarkedText Changed(int start, int length)
    {
        changed.AsSpan(start, length).Fill(true);
        return this;
    }

    /// <summary>The text as stretches, in order.</summary>
    public IEnumerable<MarkedStretch> Stretches()
    {
        for (int start = 0; start < text.Length;)
        {
            int end = start + 1;
            while (end < text.Length && (classes[end], stock[end], changed[end]) == (classes[start], stock[start], changed[start]))
            {
                end++;
            }

            yield return new MarkedStretch(text[start..end], classes[start] < Classes.Count ? Classes[classes[start]] : null, stock[start], changed[start]);
            start = end;
        }
    }
}
