using JingJian.Text;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Words;

/// <summary>The words of a corpus with what stands around them.</summary>
/// <remarks>
/// <para>Surroundings are the eight words before and after in the same line, the nearer four with weight 1, the others with a
/// half; and the words of the heading above, with 0.3: a heading is a label of its paragraphs. Lines that were seen before are left out.</para>
/// </remarks>
internal sealed class WordSurroundings
{
    private const int Window = 8;
    private const int Near = 4;
    private const float FarWeight = 0.5f;
    private const float HeadingWeight = 0.3f;
    private const int FewestOccurrences = 8;
    private const int LongestHeading = 30;
    private const int ShortestRepeat = 40;

    private readonly Segmenter segmenter;
    private readonly bool headings;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, int Heading)> lines = [];

    public WordSurroundings(Segmenter segmenter, bool headings = true)
    {
        this.segmenter = segmenter;
        this.headings = headings;
    }

    /// <summary>The words that occur often enough, most frequent first.</summary>
    public string[] Vocabulary() => [.. counts.Where(word => word.Value >= FewestOccurrences)
        .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)];

    /// <summary>Adds one document.</summary>
    public void Add(string document)
    {
        int heading = -1;
        foreach (string line in document.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line.Length > ShortestRepeat && !seen.Add(line))
            {
                continue;
            }

            string[] words = Cut(line);
            foreach (string word in words)
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }

            lines.Add((words, heading));
            if (line.Length <= LongestHeading && !"。；，：".Contains(line[^1], StringComparison.Ordinal))
            {
                heading = lines.Count - 1;
            }
        }
    }

    /// <summary>What each word tells of the words around it.</summary>
    public SparseMatrix Information(string[] vocabulary)
    {
        Dictionary<string, int> places = vocabulary.Select((word, place) => (word, place)).ToDictionary(word => word.word, word => word.place, StringComparer.Ordinal);
        int[][] cut = [.. lines.Select(line => line.Words.Where(places.ContainsKey).Select(word => places[word]).ToArray())];
        List<(int Line, int At)>[] occurrences = [.. vocabulary.Select(_ => new List<(int, int)>())];
        for (int line = 0; line < cut.Length; line++)
        {
            for (int at = 0; at < cut[line].Length; at++)
            {
                occurrences[cut[line][at]].Add((line, at));
            }
        }

        var rows = new (int[] Columns, float[] Weights)[vocabulary.Length];
        Parallel.For(0, vocabulary.Length, () => new float[vocabulary.Length], (word, _, around) =>
        {
            rows[word] = Around(occurrences[word], cut, around);
            return around;
        }, _ => { });
        return PointwiseInformation.Of(rows);
    }

    private (int[] Columns, float[] Weights) Around(List<(int Line, int At)> occurrences, int[][] cut, float[] around)
    {
        var touched = new List<int>();
        void Count(int word, float weight)
        {
            if (around[word] == 0)
            {
                touched.Add(word);
            }

            around[word] += weight;
        }

        foreach ((int line, int at) in occurrences)
        {
            int[] words = cut[line];
            for (int other = Math.Max(0, at - Window); other < Math.Min(words.Length, at + Window + 1); other++)
            {
                if (other != at)
                {
                    Count(words[other], Math.Abs(other - at) <= Near ? 1 : FarWeight);
                }
            }

            foreach (int word in headings && lines[line].Heading >= 0 ? cut[lines[line].Heading] : [])
            {
                Count(word, HeadingWeight);
            }
        }

        int[] columns = [.. touched.Order()];
        float[] weights = [.. columns.Select(column => around[column])];
        foreach (int column in columns)
        {
            around[column] = 0;
        }

        return (columns, weights);
    }

    private string[] Cut(string line)
    {
        var spans = new List<TextSpan>();
        string folded = Search.Indexing.Folding.Fold(line);
        segmenter.CutForSearch(folded, spans);
        return [.. spans.Select(span => folded[span.Start..span.End]).Where(IsWord)];
    }

    private static bool IsWord(string word) => word.Length > 1 && word.EnumerateRunes().All(rune => rune.Value is >= 0x4E00 and <= 0x9FFF);
}
