using System.Collections.Immutable;
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

    /// <summary>What to offer for a word, and in how many paragraphs and headings it stands; null for nothing.</summary>
    internal (string Text, int Count)? Best(string typed)
    {
        int typedCount = CountOf(typed);
        IEnumerable<Beginning> found = IsLatin(typed)
            ? index.Help.Readings.Divide(typed).SelectMany(syllables => Walk(syllables.Select(syllable => Letters.ReadAs(syllable).Select(letter => (letter, 0f)).ToArray()).ToArray(), canEdit: false, 0))
            : Walk([.. typed.Select(Alternatives)], typed.Length >= ShortestEdited, typed.Length > ShortestEdited ? MostOfLong : MostOfShort);
        int tooFew = typedCount * TimesAsOften;
        (string Text, int Count)? best = null;
        (float, int, int, int) bestKey = default;
        foreach (Beginning candidate in found.Where(candidate => candidate.Text != typed && candidate.Text.Length >= ShortestWord)
            .OrderBy(candidate => candidate.Cost).ThenByDescending(candidate => candidate.Rarest).ThenBy(candidate => candidate.Text, StringComparer.Ordinal).Take(MostVerified))
        {
            if (best is not null && -candidate.Cost < bestKey.Item1)
            {
                break;
            }

            // It stands nowhere without its rarest pair.
            if (candidate.Rarest <= tooFew || CountOf(candidate.Text) is var count && count <= tooFew)
            {
                continue;
            }

            bool isKnown = IsKnown(candidate.Text);
            // A letter is mistaken more often than left out or doubled.
            (float, int, int, int) key = (-candidate.Cost, candidate.Text.Length == typed.Length ? 1 : 0, isKnown ? 1 : 0, count);
            if ((best is null || key.CompareTo(bestKey) > 0) && (isKnown || candidate.Text.Length >= LongString || count >= FewestOfAString || IsMadeOfWords(candidate.Text)))
            {
                (best, bestKey) = ((candidate.Text, count), key);
            }
        }

        return best;
    }

    private int CountOf(string text) => StringFinder.Find(index.Reader.Texts, text).Count + StringFinder.Find(index.Reader.Headings, text).Count;

    private bool IsKnown(string text) => index.Reader.Texts.WordCount(text) > 0 || index.Reader.Headings.WordCount(text) > 0;

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
        BestBeginnings[] at = [.. Enumerable.Range(0, positions.Length + 3).Select(_ => new BestBeginnings(Beam))];
        at[0].Add(new Beginning("", 0, int.MaxValue, !canEdit));
        for (int i = 0; i <= positions.Length; i++)
        {
            // An added letter leads to the same position: those made here are not gone on from in the same round.
            foreach (Beginning beginning in at[i].ToList())
            {
                if (!beginning.Edited)
                {
                    Insert(beginning, at[i], most);
                }
            }

            foreach (Beginning beginning in i < positions.Length ? at[i].ToList() : [])
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

        return at[positions.Length].ToList();
    }

    private void Insert(Beginning beginning, BestBeginnings to, float most)
    {
        if (beginning.Text.Length > 0 && beginning.Cost + Edit <= most)
        {
            AppendAny(beginning, to);
        }
    }

    private void ChangeOne(Beginning beginning, (char Letter, float Cost)[][] positions, int i, BestBeginnings[] at, float most)
    {
        if (beginning.Cost + Edit <= most)
        {
            at[i + 1].Add(beginning with { Cost = beginning.Cost + Edit, Edited = true });
            AppendAny(beginning, at[i + 1]);
        }

        // Two letters that change places.
        if (i + 1 < positions.Length && positions[i + 1][0].Letter is var first && positions[i][0].Letter is var second
            && beginning.Cost + Swap <= most && Met(beginning, first) is > 0 and var met)
        {
            Append(beginning with { Text = beginning.Text + first, Cost = beginning.Cost + Swap, Rarest = Math.Min(beginning.Rarest, met) }, second, 0, edited: true, at[i + 2], most);
        }
    }

    /// <summary>Appends each letter that stands behind the last one anywhere; at the start each with which anything begins.</summary>
    private void AppendAny(Beginning beginning, BestBeginnings to)
    {
        float cost = beginning.Cost + Edit;
        foreach (char letter in beginning.Text.Length > 0 ? [] : Letters.All)
        {
            to.Add(beginning, letter, cost, beginning.Rarest, edited: true);
        }

        foreach ((char letter, int together) in beginning.Text is [.., var last] ? Letters.Behind(last) : [])
        {
            int rarest = Math.Min(beginning.Rarest, together);
            if (!to.MayKeep(cost, rarest))
            {
                // Those behind it are rarer.
                break;
            }

            to.Add(beginning, letter, cost, rarest, edited: true);
        }
    }

    private void Append(Beginning beginning, char letter, float cost, bool edited, BestBeginnings to, float most)
    {
        if (beginning.Cost + cost <= most && to.MayKeep(beginning.Cost + cost, beginning.Rarest) && Met(beginning, letter) is > 0 and var met)
        {
            to.Add(beginning, letter, beginning.Cost + cost, Math.Min(beginning.Rarest, met), edited);
        }
    }

    /// <summary>In how many texts a letter stands behind the last one.</summary>
    private int Met(Beginning beginning, char letter) => beginning.Text is [.., var last] ? Letters.Together(last, letter) : int.MaxValue;
}
