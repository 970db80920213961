using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Which letters of some paragraphs are covered; a letter covered twice counts once.</summary>
internal sealed class LetterCoverage
{
    private readonly IReadOnlyDictionary<int, NormalizedText> texts;
    private readonly SortedDictionary<int, bool[]> covered = [];

    /// <summary>Nothing covered yet.</summary>
    public LetterCoverage(IReadOnlyDictionary<int, NormalizedText> texts) => this.texts = texts;

    /// <summary>How many letters are covered.</summary>
    public int Count { get; private set; }

    /// <summary>Covers the letters inside a span of a paragraph's text; returns how many were not covered before.</summary>
    public int Cover(int paragraph, TextSpan span) =>
        CoverLetters(paragraph, texts[paragraph].LettersBefore(span.Start), texts[paragraph].LettersBefore(span.End));

    /// <summary>Covers all passages of a ledger; returns itself.</summary>
    public LetterCoverage Cover(IEnumerable<LedgerEntry> entries)
    {
        foreach (LedgerEntry entry in entries)
        {
            Cover(entry.Paragraph, entry.At);
        }

        return this;
    }

    /// <summary>Covers letters by their number; returns how many were not covered before.</summary>
    public int CoverLetters(int paragraph, int from, int to)
    {
        if (!covered.TryGetValue(paragraph, out bool[]? marks))
        {
            marks = new bool[texts[paragraph].Letters.Length];
            covered.Add(paragraph, marks);
        }

        int added = marks.AsSpan(from..to).Count(false);
        marks.AsSpan(from..to).Fill(true);
        Count += added;
        return added;
    }

    /// <summary>What both cover.</summary>
    public LetterCoverage And(LetterCoverage other) => Combined(other, (mine, its) => mine && its);

    /// <summary>What this covers and the other does not.</summary>
    public LetterCoverage Without(LetterCoverage other) => Combined(other, (mine, its) => mine && !its);

    /// <summary>What either covers.</summary>
    public LetterCoverage With(LetterCoverage other) => Combined(other, (mine, its) => mine || its);

    /// <summary>The covered letters as stretches of text that do not touch, in order.</summary>
    public ImmutableArray<ParagraphSpan> Spans()
    {
        ImmutableArray<ParagraphSpan>.Builder spans = ImmutableArray.CreateBuilder<ParagraphSpan>();
        foreach ((int paragraph, bool[] marks) in covered)
        {
            for (int start = Array.IndexOf(marks, true); start >= 0;)
            {
                int end = Array.IndexOf(marks, false, start) is >= 0 and int found ? found : marks.Length;
                if (texts[paragraph].SpanOf(start, end - start) is { Length: > 0 } span)
                {
                    spans.Add(new ParagraphSpan(paragraph, span));
                }

                start = end < marks.Length ? Array.IndexOf(marks, true, end) : -1;
            }
        }

        return spans.DrainToImmutable();
    }

    private LetterCoverage Combined(LetterCoverage other, Func<bool, bool, bool> rule)
    {
        var result = new LetterCoverage(texts);
        foreach (int paragraph in covered.Keys.Union(other.covered.Keys))
        {
            bool[] marks = new bool[texts[paragraph].Letters.Length];
            bool[]? mine = covered.GetValueOrDefault(paragraph), its = other.covered.GetValueOrDefault(paragraph);
            for (int i = 0; i < marks.Length; i++)
            {
                marks[i] = rule(mine is not null && mine[i], its is not null && its[i]);
            }

            result.covered.Add(paragraph, marks);
            result.Count += marks.AsSpan().Count(true);
        }

        return result;
    }
}
