using JingJian.Search.Indexing;
using JingJian.Search.Meaning;

namespace JingJian.Search.Ranking;

/// <summary>The letters of an index, which of them follow each other, and which sound alike.</summary>
/// <remarks><para><b>Cost.</b> Two passes over the dictionaries when it is made, some tens of milliseconds for 200,000 paragraphs; then some 50 KB.</para></remarks>
internal sealed class IndexLetters
{
    private readonly FieldIndex[] fields;
    private readonly Dictionary<string, List<char>> byReading = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<char>> byBlurredReading = new(StringComparer.Ordinal);
    private readonly Readings readings;

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
    public IReadOnlyList<char> All { get; }

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

    /// <summary>In how many texts and headings a letter stands behind another.</summary>
    public int Together(char first, char second)
    {
        int count = 0;
        foreach (FieldIndex field in fields)
        {
            foreach (FieldPart part in field.Parts)
            {
                count += part.Segment.Terms.TryFind([first, second], out TermEntry entry) ? entry.DocumentCount : 0;
            }
        }

        return count;
    }

    /// <summary>The letters that stand behind another anywhere, in order.</summary>
    public IReadOnlyList<char> Behind(char first)
    {
        var letters = new SortedSet<char>();
        foreach (FieldIndex field in fields)
        {
            foreach (FieldPart part in field.Parts)
            {
                TermDictionary.Scan scan = part.Segment.Terms.From([first]);
                while (scan.Next() && scan.Term[0] == first)
                {
                    if (scan.Term.Length == 2)
                    {
                        letters.Add(scan.Term[1]);
                    }
                }
            }
        }

        return [.. letters];
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
}
