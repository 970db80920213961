using System.Globalization;
using System.Text;
using JingJian.Tools.Evaluation;

namespace JingJian.Tools.Exemplars;

/// <summary>Writes what two readers are to grade, outside the repository: texts in a random order, without rankers or scores.</summary>
internal static class DraftingPool
{
    private const int Depth = 10;
    private const int RandomDepth = 5;
    private const int LongestShown = 480;

    /// <summary>Writes the batches <c>A.tsv</c>, <c>B.tsv</c> for readers, and <c>A.idx</c>, <c>B.idx</c> with the places of what they grade.</summary>
    /// <param name="judged">The archive.</param>
    /// <param name="needs">The needs.</param>
    /// <param name="graded">The grades of texts, by need; of a need that has some only the first hits that have none are asked for.</param>
    /// <param name="folder">Where to.</param>
    public static void Write(JudgedArchive judged, IReadOnlyList<DraftingNeed> needs, IReadOnlyDictionary<string, Dictionary<string, double>> graded, string folder)
    {
        Directory.CreateDirectory(folder);
        var rankers = new DraftingRankers(judged);
        foreach ((string batch, DraftingNeed[] half) in new[] { ("A", needs.Where(need => need.IsOdd).ToArray()), ("B", needs.Where(need => !need.IsOdd).ToArray()) })
        {
            var texts = new StringBuilder("n\tneed\tunder\ttext\n");
            var places = new StringBuilder("n\tneed\tfile\tline\n");
            int number = 0;
            foreach (DraftingNeed need in half)
            {
                JudgedPassage[] pool = [.. Pool(rankers, need, !graded.TryGetValue(need.Id, out Dictionary<string, double>? known)).Where(passage => known?.ContainsKey(passage.Key) != true)];
                if (pool.Length > 0)
                {
                    texts.Append(CultureInfo.InvariantCulture, $"##### {need.Id}  功能：{need.Function}  主题：{need.Topic}  单位：{need.UnitType}  （{need.Note}）\n");
                }

                foreach (JudgedPassage passage in pool)
                {
                    number++;
                    texts.Append(CultureInfo.InvariantCulture, $"{number}\t{need.Id}\t〔{passage.Headings.Replace('\n', '｜')}〕\t{Shown(passage.Text)}\n");
                    places.Append(CultureInfo.InvariantCulture, $"{number}\t{need.Id}\t{passage.File}\t{passage.Line}\n");
                }
            }

            File.WriteAllText(Path.Combine(folder, batch + ".tsv"), texts.ToString());
            File.WriteAllText(Path.Combine(folder, batch + ".idx"), places.ToString());
            Console.WriteLine($"{batch}: {half.Length} needs, {number} texts, {texts.Length} characters");
        }
    }

    private static JudgedPassage[] Pool(DraftingRankers rankers, DraftingNeed need, bool isNew)
    {
        JudgedPassage[] pool =
        [
            .. rankers.Ours(need).Take(Depth), .. rankers.PlainSearch(need).DistinctBy(passage => passage.Key).Take(Depth),
            .. isNew ? rankers.Ours(need, DraftingRankers.WithoutFit).Take(Depth).Concat(rankers.Random(need).Take(RandomDepth)) : [],
        ];
        pool = [.. pool.DistinctBy(passage => passage.Key).OrderBy(passage => passage.Key, StringComparer.Ordinal)];
#pragma warning disable CA5394 // Chance, not secrecy.
        new Random(need.Id[1] * 100 + need.Id[2]).Shuffle(pool);
#pragma warning restore CA5394
        return pool;
    }

    private static string Shown(string text)
    {
        string line = text.Replace('\n', ' ').Replace('\t', ' ');
        return line.Length <= LongestShown ? line : string.Concat(line.AsSpan(0, 350), " …… ", line.AsSpan(line.Length - 110));
    }
}
