using System.Runtime.InteropServices;
using JingJian.Text;

namespace JingJian.Search.Indexing;

/// <summary>Builds the index of one field over texts that are numbered from 0 and already folded.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. The terms are the words of the cutter, every single letter, and every pair of neighbouring
/// letters. The list of a term names <i>all</i> texts that contain it as a string; its occurrence count says how often it
/// stands there as a word of its own, and is 0 where it only stands inside or across other words.</para>
/// <para><b>Guarantee.</b> So a list is at once the ranked list of a word and the exact list of a string: looking up 处理 finds
/// 待处理 too, whatever the cutter did, and no second family of bigrams has to agree with the first.</para>
/// <para><b>Departures.</b> No positions. The folded text is kept beside the lists; a longer string is checked there, and nearness
/// is read there, for the few documents where it matters.</para>
/// <para><b>Cost.</b> Two passes over the texts; memory for the tokens (4 bytes each) and about 2 bytes a list entry.</para>
/// </remarks>
internal sealed class FieldBuilder
{
    /// <summary>A longer word is found through its pairs of letters only.</summary>
    private const int LongestWord = TermDictionary.LongestTerm;

    private readonly IReadOnlyList<string> texts;
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> idOf;
    private readonly List<string> terms = [];
    private readonly List<int> tokens = [];
    private readonly int[] lengths;
    private readonly PostingsPool pool = new();

    // Ids of the terms of one and of two letters, plus one; 0 where there is none yet.
    private readonly int[] letters = new int[char.MaxValue + 1];
    private readonly Dictionary<uint, int> pairs = [];

    // For the first two units of the longer words: the lengths of the words that begin with them, as bits.
    private readonly Dictionary<uint, ulong> lengthsByStart = [];

    // Per term: the last document that has it, and how often.
    private int[] lastDocument = new int[1024];
    private int[] counts = new int[1024];

    private FieldBuilder(IReadOnlyList<string> texts)
    {
        this.texts = texts;
        idOf = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = new int[texts.Count];
    }

    /// <summary>Builds the sections of a field; their numbers start at <paramref name="field"/>.</summary>
    public static IEnumerable<(int Id, ByteSink Content)> Build(IReadOnlyList<string> texts, WordCutter cutter, SectionId field)
    {
        var builder = new FieldBuilder(texts);
        builder.CutWords(cutter);
        builder.CollectPostings();
        return builder.Sections().Select(section => ((int)field + (int)section.Id, section.Content));
    }

    /// <summary>Whether a string is a term of every text that contains it, whatever the cutter did.</summary>
    public static bool IsAlwaysTerm(ReadOnlySpan<char> term) =>
        (term.Length == 1 && Folding.IsLetter(term[0])) || (term.Length == 2 && IsPair(term[0], term[1]));

    private void CutWords(WordCutter cutter)
    {
        var words = new List<TextSpan>();
        for (int document = 0; document < texts.Count; document++)
        {
            words.Clear();
            cutter(texts[document], words);
            foreach (TextSpan span in words)
            {
                ReadOnlySpan<char> word = span.In(texts[document]);
                if (word.Length <= LongestWord && Folding.HasLetter(word))
                {
                    tokens.Add(Intern(word));
                    lengths[document]++;
                }
            }
        }

        foreach (string term in terms)
        {
            if (term.Length > 2 || (term.Length == 2 && !IsPair(term[0], term[1])))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(lengthsByStart, PairKey(term[0], term[1]), out _) |= 1UL << term.Length;
            }
        }
    }

    private void CollectPostings()
    {
        var touched = new List<int>();
        int token = 0;
        for (int document = 0; document < texts.Count; document++)
        {
            touched.Clear();
            for (int end = token + lengths[document]; token < end; token++)
            {
                Touch(tokens[token], document, touched);
                counts[tokens[token]]++;
            }

            TouchStrings(texts[document], document, touched);
            foreach (int id in touched)
            {
                pool.Append(id, document, counts[id]);
            }
        }
    }

    private void TouchStrings(string text, int document, List<int> touched)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (Folding.IsLetter(text[i]))
            {
                Touch(LetterId(text[i]), document, touched);
            }

            if (i + 1 == text.Length)
            {
                break;
            }

            uint key = PairKey(text[i], text[i + 1]);
            if (IsPair(text[i], text[i + 1]))
            {
                Touch(PairId(key, text.AsSpan(i, 2)), document, touched);
            }

            if (lengthsByStart.TryGetValue(key, out ulong lengthBits))
            {
                TouchLonger(text.AsSpan(i), lengthBits, document, touched);
            }
        }
    }

    private void TouchLonger(ReadOnlySpan<char> rest, ulong lengthBits, int document, List<int> touched)
    {
        for (; lengthBits != 0; lengthBits &= lengthBits - 1)
        {
            int length = System.Numerics.BitOperations.TrailingZeroCount(lengthBits);
            if (length <= rest.Length && idOf.TryGetValue(rest[..length], out int id))
            {
                Touch(id, document, touched);
            }
        }
    }

    private void Touch(int id, int document, List<int> touched)
    {
        if (lastDocument[id] != document + 1)
        {
            lastDocument[id] = document + 1;
            counts[id] = 0;
            touched.Add(id);
        }
    }

    private int LetterId(char letter)
    {
        if (letters[letter] == 0)
        {
            letters[letter] = Intern([letter]) + 1;
        }

        return letters[letter] - 1;
    }

    private int PairId(uint key, ReadOnlySpan<char> pair)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, key, out bool known);
        if (!known)
        {
            id = Intern(pair);
        }

        return id;
    }

    private int Intern(ReadOnlySpan<char> term)
    {
        if (idOf.TryGetValue(term, out int id))
        {
            return id;
        }

        id = terms.Count;
        string text = term.ToString();
        terms.Add(text);
        ids.Add(text, id);
        if (id == counts.Length)
        {
            Array.Resize(ref lastDocument, id * 2);
            Array.Resize(ref counts, id * 2);
        }

        return id;
    }

    private static bool IsPair(char first, char second) => Folding.IsLetter(first) && Folding.IsLetter(second);

    private static uint PairKey(char first, char second) => ((uint)first << 16) | second;

    private IEnumerable<(FieldSection Id, ByteSink Content)> Sections()
    {
        var sections = Enum.GetValues<FieldSection>().ToDictionary(id => id, _ => new ByteSink());
        sections[FieldSection.Summary].Int(terms.Count);
        sections[FieldSection.Summary].Int(texts.Count);
        WriteTerms(sections);
        foreach (int length in lengths)
        {
            sections[FieldSection.Lengths].Short(Math.Min(ushort.MaxValue, length));
        }

        ByteSink starts = sections[FieldSection.TextStarts], chars = sections[FieldSection.TextChars];
        foreach (string text in texts)
        {
            starts.Int(chars.Length / 2);
            chars.Chars(text);
        }

        starts.Int(chars.Length / 2);
        return sections.OrderBy(section => section.Key).Select(section => (section.Key, section.Value));
    }

    private void WriteTerms(Dictionary<FieldSection, ByteSink> sections)
    {
        int[] order = [.. Enumerable.Range(0, terms.Count)];
        Array.Sort([.. terms], order, StringComparer.Ordinal);
        byte[] lengthCodes = [.. lengths.Select(length => LengthCode.Of(Math.Min(ushort.MaxValue, length)))];
        int[] documents = [], occurrences = [];
        ByteSink postings = sections[FieldSection.Postings];
        var dictionary = new TermDictionary.Writer(sections[FieldSection.TermIndex], sections[FieldSection.TermBlocks]);
        foreach (int id in order)
        {
            int count = pool.CountOf(id), start = postings.Length;
            if (documents.Length < count)
            {
                documents = new int[count];
                occurrences = new int[count];
            }

            pool.Read(id, documents.AsSpan(0, count), occurrences.AsSpan(0, count));
            PostingsWriter.Write(documents.AsSpan(0, count), occurrences.AsSpan(0, count), lengthCodes, postings);
            dictionary.Add(terms[id], count, count - occurrences.AsSpan(0, count).Count(0), start, postings.Length - start);
        }
    }
}
