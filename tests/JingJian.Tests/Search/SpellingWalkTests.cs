using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Ranking;
using JingJian.Text;

namespace JingJian.Tests.Search;

/// <summary>The help with spelling, held against a walk that leaves nothing out and counts by reading all texts.</summary>
public sealed class SpellingWalkTests
{
    private static readonly Readings Sounds = Readings.Load(File.ReadAllBytes(Repository.At("models", "readings", "characters.readings")), "读音表");

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 400)]
    public void What_is_offered_is_what_the_plain_walk_finds_best(int seed, int count)
    {
        List<Passage> passages = [.. Passages.Random(seed, count), .. Enumerable.Range(1, 40).Select(i => Passages.Of(100_000 + i, "工人先锋号，劳动竞赛", "困难职工帮扶"))];
        IndexReader reader = Passages.Index(passages);
        var help = new SpellingHelp(new RankedIndex(reader, Passages.Cut, new RankingOptions(), WordHelp.None with { Readings = Sounds }));
        var plain = new PlainHelp(passages, new IndexLetters(reader, Sounds));
        var random = new Random(seed);
        string letters = string.Concat(passages.Take(30).Select(passage => Folding.Fold(passage.Text))) + "鑫1-";
        int offered = 0;
        foreach (string word in new[] { "困难职工", "工人先锋号", "民主管理", "送温暖", "职代会", "工会", "困难职工帮扶", "劳动竞赛", letters[..5], letters[7..11] })
        {
            foreach (string typed in Enumerable.Range(0, 6).Select(_ => Misspelled(word, random, letters)).Prepend(word))
            {
                (string Text, int Count)? expected = plain.Best(typed);
                Assert.Equal((typed, expected), (typed, help.Best(typed)));
                offered += expected is null ? 0 : 1;
            }
        }

        Assert.InRange(offered, 10, int.MaxValue);
        Assert.All(["gonghui", "minzhu", "laodongjingsai", "xian"], typed => Assert.Equal((typed, plain.Best(typed)), (typed, help.Best(typed))));
    }

    [Fact]
    public void Behind_a_letter_are_those_that_stand_there_in_any_text_or_heading_the_most_frequent_first()
    {
        List<Passage> passages = [.. Passages.Random(3, 300), Passages.Of(100_000, "𠮷祥，a1-b２，職工")];
        var letters = new IndexLetters(Passages.Index(passages), Sounds);
        var plain = new PlainHelp(passages, letters);
        foreach (char first in letters.All)
        {
            (char Letter, int Together)[] behind = [.. letters.Behind(first)];

            Assert.Equal(letters.All.Select(second => (second, plain.CountOf($"{first}{second}"))).Where(pair => pair.Item2 > 0).OrderByDescending(pair => pair.Item2), behind);
            Assert.All(behind, pair => Assert.Equal(pair.Together, letters.Together(first, pair.Letter)));
        }
    }

    private static string Misspelled(string word, Random random, string letters)
    {
        int at = random.Next(word.Length - 1);
        char any = letters[random.Next(letters.Length)];
        return random.Next(4) switch
        {
            0 => word[..at] + any + word[(at + 1)..],
            1 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            2 => word[..at] + any + word[at..],
            _ => word.Length > 2 ? word.Remove(at, 1) : word + any,
        };
    }

    /// <summary>The slow, obvious twin.</summary>
    private sealed class PlainHelp
    {
        private readonly string[] texts;
        private readonly HashSet<string> words;
        private readonly IndexLetters letters;

        public PlainHelp(IEnumerable<Passage> passages, IndexLetters letters)
        {
            this.letters = letters;
            Passage[] all = [.. passages];
            texts = [.. all.Select(passage => Folding.Fold(passage.Text)), .. all.Select(passage => Folding.Fold(passage.Headings)).Distinct()];
            words = [.. texts.SelectMany(WordsOf)];
        }

        public int CountOf(string text) => texts.Count(its => its.Contains(text, StringComparison.Ordinal));

        public (string Text, int Count)? Best(string typed)
        {
            IEnumerable<Beginning> found = typed.All(char.IsAsciiLetterLower)
                ? Sounds.Divide(typed).SelectMany(syllables => Walk([.. syllables.Select(syllable => letters.ReadAs(syllable).Select(letter => (letter, 0f)).ToArray())], canEdit: false, 0))
                : Walk([.. typed.Select(letter => ((char, float)[])[(letter, 0), .. letters.Like(letter).Select(like => (like.Letter, like.Quite ? 1 : 1.5f))])], typed.Length > 2, typed.Length > 3 ? 3 : 2);
            int typedCount = CountOf(typed);
            var offers = Ordered(found.Where(one => one.Text != typed && one.Text.Length > 1)).Take(60)
                .Select(one => (one.Text, one.Cost, Count: CountOf(one.Text), Known: words.Contains(one.Text)))
                .Where(one => one.Count > typedCount * 20 && (one.Known || one.Text.Length >= 5 || one.Count >= 3 || WordsOf(one.Text).All(word => word.Length > 1 && words.Contains(word))))
                .OrderBy(one => one.Cost).ThenByDescending(one => one.Text.Length == typed.Length).ThenByDescending(one => one.Known).ThenByDescending(one => one.Count).ToList();
            return offers.Count > 0 ? (offers[0].Text, offers[0].Count) : null;
        }

        private static IEnumerable<Beginning> Ordered(IEnumerable<Beginning> all) =>
            all.OrderBy(one => one.Cost).ThenByDescending(one => one.Rarest).ThenBy(one => one.Text, StringComparer.Ordinal).ThenBy(one => one.Edited);

        private static List<Beginning> Kept(IEnumerable<Beginning> all) => [.. Ordered(all).DistinctBy(one => (one.Text, one.Edited)).Take(300)];

        private static IEnumerable<string> WordsOf(string text)
        {
            var spans = new List<TextSpan>();
            Passages.Cut(text, spans);
            return spans.Select(span => span.In(text).ToString());
        }

        private List<Beginning> Walk((char Letter, float Cost)[][] positions, bool canEdit, float most)
        {
            List<Beginning>[] at = [.. Enumerable.Range(0, positions.Length + 2).Select(_ => new List<Beginning>())];
            at[0].Add(new Beginning("", 0, int.MaxValue, !canEdit));
            for (int i = 0; ; i++)
            {
                at[i] = Kept(at[i]);
                at[i] = Kept([.. at[i], .. at[i].Where(one => one.Text != "").SelectMany(one => letters.All.SelectMany(letter => Edited(one, letter)))]);
                if (i == positions.Length)
                {
                    return at[i];
                }

                foreach (Beginning one in at[i])
                {
                    at[i + 1].AddRange(positions[i].SelectMany(next => With(one, next.Letter, next.Cost, one.Edited)));
                    at[i + 1].AddRange(letters.All.SelectMany(letter => Edited(one, letter)));
                    if (!one.Edited && one.Cost + 2 <= most)
                    {
                        at[i + 1].Add(one with { Cost = one.Cost + 2, Edited = true });
                    }

                    if (!one.Edited && i + 1 < positions.Length)
                    {
                        at[i + 2].AddRange(With(one, positions[i + 1][0].Letter, 1.5f, edited: true).SelectMany(swapped => With(swapped, positions[i][0].Letter, 0, edited: true)));
                    }
                }
            }

            // Behind what is no letter nothing is known to stand.
            IEnumerable<Beginning> Edited(Beginning one, char letter) =>
                one.Edited || (one.Text is [.., var last] && !Folding.IsLetter(last)) ? [] : With(one, letter, 2, edited: true);

            IEnumerable<Beginning> With(Beginning one, char letter, float cost, bool edited)
            {
                int together = one.Text is [.., var last] ? letters.Together(last, letter) : int.MaxValue;
                return together > 0 && one.Cost + cost <= most ? [new Beginning(one.Text + letter, one.Cost + cost, Math.Min(one.Rarest, together), edited)] : [];
            }
        }
    }
}
