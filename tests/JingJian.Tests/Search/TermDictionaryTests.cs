using JingJian.Search.Indexing;

namespace JingJian.Tests.Search;

/// <summary>The dictionary of an index, held against a plain list of terms.</summary>
public sealed class TermDictionaryTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 32)]
    [InlineData(4, 33)]
    [InlineData(5, 700)]
    public void Every_term_is_found_and_nothing_else(int seed, int count)
    {
        var random = new Random(seed);
        SortedSet<string> terms = new(StringComparer.Ordinal);
        while (terms.Count < count)
        {
            terms.Add(Any(random));
        }

        var expected = new Dictionary<string, TermEntry>(StringComparer.Ordinal);
        ByteSink index = new(), blocks = new();
        var writer = new TermDictionary.Writer(index, blocks);
        int posting = 0;
        foreach (string term in terms)
        {
            expected[term] = new TermEntry(random.Next(1, 100_000), random.Next(300), posting);
            int length = random.Next(40_000);
            writer.Add(term, expected[term].DocumentCount, expected[term].WordCount, posting, length);
            posting += length;
        }

        var dictionary = new TermDictionary(index.Written.ToArray(), blocks.Written.ToArray(), count);

        foreach (string asked in terms.Concat(Enumerable.Range(0, 3000).Select(_ => Any(random))))
        {
            bool found = dictionary.TryFind(asked, out TermEntry entry);

            Assert.Equal((asked, expected.ContainsKey(asked), expected.GetValueOrDefault(asked)), (asked, found, entry));
            TermDictionary.Scan scan = dictionary.From(asked);
            Assert.Equal(terms.FirstOrDefault(term => string.CompareOrdinal(term, asked) >= 0), scan.Next() ? scan.Term.ToString() : null);
        }
    }

    /// <summary>Few letters, so that terms begin alike and stand in each other.</summary>
    private static string Any(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "工会𠮷"[random.Next(4)]));
}
