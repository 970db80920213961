using System.Buffers;

namespace JingJian.Analysis.Functions;

/// <summary>Features of the clauses of a text: how they begin and end, and how many hold a figure.</summary>
/// <remarks>Measures begin with their verb (实施……, 推进……); results end in one or in a figure (……明显改善, ……增长0％).</remarks>
internal static class Clauses
{
    private const float Norm = 2f;

    private const int LeastLength = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create("，。；：！？");

    /// <summary>The first and the last clause that are long enough to say something; the whole text when none is.</summary>
    public static (Range First, Range Last) FirstAndLast(ReadOnlySpan<char> text)
    {
        Range? first = null;
        Range last = Range.All;
        foreach (Range clause in text.SplitAny(Ends))
        {
            if (text[clause].Length >= LeastLength)
            {
                first ??= clause;
                last = clause;
            }
        }

        return (first ?? Range.All, last);
    }

    /// <summary>Adds them; the text is folded.</summary>
    public static void Add(ReadOnlySpan<char> text, FeatureSink sink)
    {
        int count = text.Count('，') + text.Count('。') + text.Count('；') + text.Count('、') + 1;
        float weight = Norm / MathF.Sqrt(count + 3);
        int start = 0, clauses = 0, figures = 0;
        bool sentence = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('，' or '。' or '；' or '、' or '：'))
            {
                continue;
            }

            ReadOnlySpan<char> clause = text[start..i];
            start = i + 1;
            if (!sentence && i < text.Length && text[i] == '。' && i < text.Length - 1)
            {
                sentence = true;
                AddEnd(FeatureTemplate.FirstSentenceEnd, clause, 3, 1, sink);
            }

            if (clause.Length < 3)
            {
                continue;
            }

            clauses++;
            figures += clause.Contains('0') ? 1 : 0;
            sink.Add(FeatureTemplate.ClauseStart, clause[0] | ((ulong)clause[1] << 16), weight);
            AddEnd(FeatureTemplate.ClauseEnd, clause, 2, weight, sink);
        }

        sink.Add(FeatureTemplate.ClauseFigures, (ulong)Math.Min(8, figures));
        sink.Add(FeatureTemplate.ClauseFigures, (ulong)(16 + (clauses == 0 ? 0 : figures * 6 / clauses)));
    }

    private static void AddEnd(FeatureTemplate template, ReadOnlySpan<char> clause, int length, float weight, FeatureSink sink)
    {
        ulong packed = 0;
        foreach (char unit in clause[Math.Max(0, clause.Length - length)..])
        {
            packed = (packed << 16) | unit;
        }

        sink.Add(template, packed, weight);
    }
}
