using System.Collections.Immutable;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;

namespace JingJian.Search.Ranking;

/// <summary>The letters of an index, which of them follow each other, and which sound alike.</summary>
/// <remarks><para><b>Cost.</b> Two passes over the dictionaries when it is made, some tens of milliseconds for 200,000 paragraphs; then half a megabyte, and
/// 14 bytes for each pair whose first letter was asked for.</para></remarks>
internal sealed class IndexLetters
{
    private readonly FieldIndex[] fields;
    private readonly Dictionary<string, List<char>> byReading = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<char>> byBlurredReading = new(StringComparer.Ordinal);
    private readonly Readings readings;
    private readonly Followers?[] followers = new Followers?[char.MaxValue + 1];

    public IndexLetters(IndexReader index, Readings readings)
    {
        this.readings = readings;
        fields = [index.Texts, index.Headings];
        All = [.. fields.SelectMany(FirstLetters).Distinct().Order()];
        foreach (char letter in All)
        {
            foreach (string reading in readings.Of(letter))
            {
                Add(byReading, reading, letter);
                Add(byBlurredReading, Readings.Blurred(reading), letter);
            }
        }
    }

    /// <summary>All letters with which anything begins, in order.</summary>
    public ImmutableArray<char> All { get; }

    /// <summary>The letters that are read so.</summary>
    public IReadOnlyList<char> ReadAs(string syllable) => byReading.TryGetValue(syllable, out List<char>? letters) ? letters : [];

    /// <summary>The letters that sound like another, itself apart, and whether quite so.</summary>
    public IEnumerable<(char Letter, bool Quite)> Like(char letter)
    {
        string[] all = [.. readings.Of(letter)];
        HashSet<char> quite = [.. all.SelectMany(ReadAs)];
        foreach (char other in quite.Where(other => other != letter).Order())
        {
            yield return (other, true);
        }

        foreach (char other in all.Select(Readings.Blurred).SelectMany(reading => byBlurredReading.GetValueOrDefault(reading, [])).Distinct().Where(other => other != letter && !quite.Contains(other)).Order())
        {
            yield return (other, false);
        }
    }

    /// <summary>In how many texts and headings a letter stands behind another; of what is no letter nothing is asked.</summary>
    public int Together(char first, char second) => IsPair(first, second) ? FollowersOf(first).CountOf(second) : int.MaxValue;

    /// <summary>What stands behind a letter anywhere, the most frequent first, with what <see cref="Together"/> says of it.</summary>
    public ReadOnlySpan<(char Letter, int Together)> Behind(char first) => FollowersOf(first).MostFirst;

    /// <summary>What stands behind a letter; read once for each. Threads that read it at the same time read the same.</summary>
    private Followers FollowersOf(char first) => followers[first] ??= ReadFollowers(first);

    private Followers ReadFollowers(char first)
    {
        var counts = new SortedDictionary<char, int>();
        foreach (FieldIndex field in fields)
        {
            foreach (FieldPart part in field.Parts)
            {
                TermDictionary.Scan scan = part.Segment.Terms.From([first]);
                while (scan.Next() && scan.Term[0] == first)
                {
                    if (scan.Term.Length == 2)
                    {
                        char second = scan.Term[1];
                        counts[second] = IsPair(first, second) ? counts.GetValueOrDefault(second) + scan.Entry.DocumentCount : int.MaxValue;
                    }
                }
            }
        }

        return new Followers([.. counts.Keys], [.. counts.Values]);
    }

    private static List<char> FirstLetters(FieldIndex field)
    {
        var letters = new List<char>();
        foreach (FieldPart part in field.Parts)
        {
            TermDictionary.Scan scan = part.Segment.Terms.From("");
            char last = '\0';
            while (scan.Next())
            {
                if (scan.Term.Length > 0 && scan.Term[0] != last)
                {
                    last = scan.Term[0];
                    letters.Add(last);
                }
            }
        }

        return letters;
    }

    private static void Add(Dictionary<string, List<char>> letters, string reading, char letter)
    {
        letters.TryAdd(reading, []);
        if (!letters[reading].Contains(letter))
        {
            letters[reading].Add(letter);
        }
    }

    private static bool IsPair(char first, char second) => Folding.IsLetter(first) && Folding.IsLetter(second);

    /// <summary>What stands behind one letter, in the order of the letters, and in how many texts and headings each stands there.</summary>
    private sealed class Followers(char[] letters, int[] counts)
    {
        private readonly (char Letter, int Together)[] mostFirst = [.. letters.Zip(counts).OrderByDescending(follower => follower.Second)];

        public ReadOnlySpan<(char Letter, int Together)> MostFirst => mostFirst;

        public int CountOf(char letter) => Array.BinarySearch(letters, letter) is >= 0 and var at ? counts[at] : 0;
    }
}
