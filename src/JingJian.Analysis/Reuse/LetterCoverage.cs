using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Which letters of some paragraphs are covered; a letter covered twice counts once.</summary>
internal sealed class LetterCoverage
{
    private readonly IReadOnlyDictionary<int, NormalizedText> texts;
    private readonly Dictionary<int, bool[]> covered = [];

    /// <summary>Nothing covered yet.</summary>
    public LetterCoverage(IReadOnlyDictionary<int, NormalizedText> texts) => this.texts = texts;

    /// <summary>How many letters are covered.</summary>
    public int Count { get; private set; }

    /// <summary>Covers the letters inside a span of a paragraph's text; returns how many were not covered before.</summary>
    public int Cover(int paragraph, TextSpan span)
    {
        (bool[] marks, int from, int to) = Range(paragraph, span);
        int added = 0;
        for (int letter = from; letter < to; letter++)
        {
            added += marks[letter] ? 0 : 1;
            marks[letter] = true;
        }

        Count += added;
        return added;
    }

    /// <summary>Uncovers the letters inside a span.</summary>
    public void Uncover(int paragraph, TextSpan span)
    {
        (bool[] marks, int from, int to) = Range(paragraph, span);
        for (int letter = from; letter < to; letter++)
        {
            Count -= marks[letter] ? 1 : 0;
            marks[letter] = false;
        }
    }

    private (bool[] Marks, int From, int To) Range(int paragraph, TextSpan span)
    {
        NormalizedText text = texts[paragraph];
        if (!covered.TryGetValue(paragraph, out bool[]? marks))
        {
            marks = new bool[text.Letters.Length];
            covered.Add(paragraph, marks);
        }

        return (marks, text.LettersBefore(span.Start), text.LettersBefore(span.End));
    }
}
