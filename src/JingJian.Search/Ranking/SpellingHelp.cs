using System.Collections.Immutable;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>你是不是要找: finds what the archive writes where a query has a word that it hardly knows.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours: a walk through the typed word from left to right that keeps the cheapest few hundred beginnings. A letter
/// stays, or becomes one that sounds the same (1) or nearly so (1.5); once, in a word of three letters or more, one is changed, added
/// or left out (2), or two change places (1.5). A beginning goes on only while each two neighbours stand together somewhere in the
/// archive. Latin letters are divided into syllables, each any letter that is read so.</para>
/// <para><b>Guarantee.</b> What is offered stands in the archive, as a string in a text or heading, in more paragraphs than what was typed.</para>
/// <para><b>Cost.</b> Some milliseconds, only for words that are missing or very rare.</para>
/// </remarks>
internal sealed class SpellingHelp(RankedIndex index)
{
    private const int ShortestWord = 2;
    private const int LongestWord = 12;

    /// <summary>A word in more paragraphs than these is no slip of the keyboard.</summary>
    private const int MostOfARareWord = 3;

    /// <summary>What is offered in the place of a word that stands somewhere must stand so many times as often.</summary>
    private const int TimesAsOften = 20;

    /// <summary>A string that is no word of the archive, nor made of such, must stand in so many paragraphs, or be long.</summary>
    private const int FewestOfAString = 3;
    private const int LongString = 5;
    private const int ShortestEdited = 3;
    private const int ShortestLatin = 4;
    private const int Beam = 300;
    private const int MostVerified = 60;
    private const float SameSound = 1, NearSound = 1.5f, Swap = 1.5f, Edit = 2, MostOfShort = 2, MostOfLong = 3;

    private readonly Dictionary<int, int> together = [];

    private IndexLetters Letters => index.Letters;

    /// <summary>What to offer for the words of a query; in the order of the query.</summary>
    public ImmutableArray<Correction> For(QueryPlan plan)
    {
        var corrections = new List<Correction>();
        foreach ((string text, TextSpan at) in Doubtful(plan))
        {
            if (at.Length > 0 && !corrections.Exists(known => known.At.Start < at.End && at.Start < known.At.End) && Best(text) is { } best)
            {
                corrections.Add(new Correction(text, at, best.Text, best.Count));
            }
        }

        return [.. corrections.OrderBy(correction => correction.At.Start)];
    }

    /// <summary>Words that were cut before their parts, so that the whole is mended where it can be.</summary>
    private static IEnumerable<(string Text, TextSpan At)> Doubtful(QueryPlan plan) => plan.Split
        .Where(word => word.Unbroken <= MostOfARareWord && !IsMadeUp(word)).Select(word => (word.Text, word.At))
        .Concat(plan.Atoms.Where(atom => atom.Word is { Match: not WordMatch.Prefix, Scope: not WordScope.Headings } && atom.InText.Count <= MostOfARareWord && !atom.InHeadings.Any).Select(atom => (atom.Text, atom.Word.At)))
        .Where(word => word.Text.Length is >= ShortestWord and <= LongestWord || IsLatin(word.Text));

    /// <summary>Whether it is no word at all: it asks something, or is wholly made of words that the archive knows.</summary>
    private static bool IsMadeUp(SplitWord word) =>
        QuestionWords.Rest(word.Text) is not [var rest] || rest.Length < word.Text.Length || word.Parts.Sum(part => part.Length) >= word.Text.Length;

    private static bool IsLatin(string text) => text.Length >= ShortestLatin && text.All(char.IsAsciiLetterLower);

    private (string Text, int Count)? Best(string typed)
    {
        int typedCount = CountOf(typed);
        IEnumerable<Beginning> found = IsLatin(typed)
            ? index.Help.Readings.Divide(typed).SelectMany(syllables => Walk(syllables.Select(syllable => Letters.ReadAs(syllable).Select(letter => (letter, 0f)).ToArray()).ToArray(), canEdit: false, 0))
            : Walk([.. typed.Select(Alternatives)], typed.Length >= ShortestEdited, typed.Length > ShortestEdited ? MostOfLong : MostOfShort);
        (string Text, int Count)? best = null;
        (float, int, int, int) bestKey = default;
        foreach (Beginning candidate in found.Where(candidate => candidate.Text != typed && candidate.Text.Length >= ShortestWord)
            .OrderBy(candidate => candidate.Cost).ThenByDescending(candidate => candidate.Rarest).ThenBy(candidate => candidate.Text, StringComparer.Ordinal).Take(MostVerified))
        {
            int count = CountOf(candidate.Text);
            bool known = IsKnown(candidate.Text) || candidate.Text.Length >= LongString || count >= FewestOfAString || IsMadeOfWords(candidate.Text);
            // A letter is mistaken more often than left out or doubled.
            (float, int, int, int) key = (-candidate.Cost, candidate.Text.Length == typed.Length ? 1 : 0, IsKnown(candidate.Text) ? 1 : 0, count);
            if (known && count > typedCount * TimesAsOften && (best is null || key.CompareTo(bestKey) > 0))
            {
                (best, bestKey) = ((candidate.Text, count), key);
            }
        }

        return best;
    }

    private int CountOf(string text) => StringFinder.Find(index.Reader.Texts, text).Count + StringFinder.Find(index.Reader.Headings, text).Count;

    private bool IsKnown(string text) => index.Reader.Texts.Find(text)?.WordCount > 0 || index.Reader.Headings.Find(text)?.WordCount > 0;

    private bool IsMadeOfWords(string text)
    {
        var words = new List<TextSpan>();
        index.Cutter(text, words);
        return words.Count > 0 && words.TrueForAll(word => word.Length > 1 && IsKnown(word.In(text).ToString()));
    }

    private (char Letter, float Cost)[] Alternatives(char letter) =>
        [(letter, 0), .. Letters.Like(letter).Select(like => (like.Letter, like.Quite ? SameSound : NearSound))];

    /// <summary>All ways through the positions that stay below a cost and whose neighbours stand together in the archive.</summary>
    private List<Beginning> Walk((char Letter, float Cost)[][] positions, bool canEdit, float most)
    {
        List<Beginning>[] at = [.. Enumerable.Range(0, positions.Length + 3).Select(_ => new List<Beginning>())];
        at[0].Add(new Beginning("", 0, int.MaxValue, !canEdit));
        for (int i = 0; i <= positions.Length; i++)
        {
            at[i] = Kept(at[i]);
            // An added letter leads to the same position: those made here are not gone on from in the same round.
            foreach (Beginning beginning in at[i].ToArray())
            {
                if (!beginning.Edited)
                {
                    Insert(beginning, at[i], most);
                }
            }

            at[i] = Kept(at[i]);
            foreach (Beginning beginning in i < positions.Length ? at[i] : [])
            {
                foreach ((char letter, float cost) in positions[i])
                {
                    Append(beginning, letter, cost, beginning.Edited, at[i + 1], most);
                }

                if (!beginning.Edited)
                {
                    ChangeOne(beginning, positions, i, at, most);
                }
            }
        }

        return at[positions.Length];
    }

    private void Insert(Beginning beginning, List<Beginning> to, float most)
    {
        foreach (char letter in beginning.Text.Length > 0 && beginning.Cost + Edit <= most ? Letters.Behind(beginning.Text[^1]) : [])
        {
            Append(beginning, letter, Edit, edited: true, to, most);
        }
    }

    private void ChangeOne(Beginning beginning, (char Letter, float Cost)[][] positions, int i, List<Beginning>[] at, float most)
    {
        if (beginning.Cost + Edit <= most)
        {
            at[i + 1].Add(beginning with { Cost = beginning.Cost + Edit, Edited = true });
            foreach (char letter in beginning.Text.Length > 0 ? Letters.Behind(beginning.Text[^1]) : Letters.All)
            {
                Append(beginning, letter, Edit, edited: true, at[i + 1], most);
            }
        }

        if (i + 1 < positions.Length)
        {
            var swapped = new List<Beginning>();
            Append(beginning, positions[i + 1][0].Letter, Swap, edited: true, swapped, most);
            foreach (Beginning one in swapped)
            {
                Append(one, positions[i][0].Letter, 0, edited: true, at[i + 2], most);
            }
        }
    }

    private void Append(Beginning beginning, char letter, float cost, bool edited, List<Beginning> to, float most)
    {
        if (beginning.Cost + cost > most)
        {
            return;
        }

        int count = beginning.Text is [.., var last] && Folding.IsLetter(last) && Folding.IsLetter(letter) ? Together(last, letter) : int.MaxValue;
        if (count > 0)
        {
            to.Add(new Beginning(beginning.Text + letter, beginning.Cost + cost, Math.Min(beginning.Rarest, count), edited));
        }
    }

    private int Together(char first, char second)
    {
        int pair = (first << 16) | second;
        if (!together.TryGetValue(pair, out int count))
        {
            count = Letters.Together(first, second);
            together.Add(pair, count);
        }

        return count;
    }

    private static List<Beginning> Kept(List<Beginning> beginnings) =>
        [.. beginnings.OrderBy(one => one.Cost).ThenByDescending(one => one.Rarest).ThenBy(one => one.Text, StringComparer.Ordinal)
            .DistinctBy(one => (one.Text, one.Edited)).Take(Beam)];

    /// <summary>A beginning of what may have been meant.</summary>
    /// <param name="Text">So far.</param>
    /// <param name="Cost">How far it is from what was typed.</param>
    /// <param name="Rarest">In how many texts the rarest of its pairs stands.</param>
    /// <param name="Edited">Whether nothing more than sounds may be changed.</param>
    private readonly record struct Beginning(string Text, float Cost, int Rarest, bool Edited);
}
