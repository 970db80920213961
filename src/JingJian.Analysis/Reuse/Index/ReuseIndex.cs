using System.Buffers;
using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>An archive prepared so that new texts are compared with it at once: a draft, a report that came in.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The same evidence as <see cref="ReuseEngine"/> gives for the same two paragraphs.</para>
/// <para><b>Cost.</b> Opening: none beyond reading the columns as they are needed. A query: its fingerprints' postings, and its candidates.</para>
/// <para><b>Threads.</b> Immutable; queries may run at the same time.</para>
/// </remarks>
public sealed class ReuseIndex
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；：！？、,;:!?");

    private readonly ReuseOptions options;
    private readonly Func<int, string> paragraphText;
    private readonly ReadOnlyMemory<char> letters;
    private readonly ReadOnlyMemory<long> ends;
    private readonly ReadOnlyMemory<int> members;
    private readonly ReadOnlyMemory<long> memberEnds;
    private readonly Spread spread;
    private readonly ReadOnlyMemory<int> copies;
    private readonly Postings exact;
    private readonly Postings fingerprints;
    private readonly Postings seeds;

    /// <summary>Opens columns that were written before.</summary>
    /// <param name="columns">The columns of a <see cref="ReuseRun"/>.</param>
    /// <param name="paragraphText">The text of a paragraph of that run, by number.</param>
    /// <param name="options">The options of that run.</param>
    public ReuseIndex(IReuseColumns columns, Func<int, string> paragraphText, ReuseOptions options)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(paragraphText);
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.paragraphText = paragraphText;
        letters = columns.Read<char>(IndexColumns.Letters);
        ends = columns.Read<long>(IndexColumns.Ends);
        members = columns.Read<int>(IndexColumns.Members);
        memberEnds = columns.Read<long>(IndexColumns.MemberEnds);
        ReadOnlyMemory<int> writers = columns.Read<int>(IndexColumns.Writers);
        spread = new Spread(columns.Read<int>(IndexColumns.Related), text => writers[MemberRange(text)], options);
        copies = columns.Read<int>(IndexColumns.Copies);
        exact = new Postings(columns.Read<ulong>(IndexColumns.Exact));
        fingerprints = new Postings(columns.Read<ulong>(IndexColumns.Fingerprints));
        seeds = new Postings(columns.Read<ulong>(IndexColumns.Seeds));
    }

    /// <summary>Compares an archive with itself and prepares it, in memory.</summary>
    public static ReuseIndex Build(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options) =>
        Build(paragraphs, options, ReuseResources.OneThread);

    /// <summary>Compares an archive with itself and prepares it, in memory.</summary>
    public static ReuseIndex Build(IReadOnlyList<ReuseParagraph> paragraphs, ReuseOptions options, ReuseResources resources)
    {
        ReuseRun run = ReuseRun.Of(paragraphs, options, resources);
        return new ReuseIndex(new MemoryColumns(run.Columns()), number => paragraphs[number].Text, options);
    }

    /// <summary>The paragraphs that share text with a new paragraph, the most covered first, then by number.</summary>
    public ImmutableArray<ReuseMatch> Query(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var query = new NormalizedText();
        if (!Corpus.TakesPart(query, text, options))
        {
            return [];
        }

        var comparer = new Comparer(options);
        comparer.Read(query.Letters);
        var evidence = new Comparer(options);
        var judge = new PassageJudge(Stock(), options);
        var matches = new List<ReuseMatch>();
        var known = new HashSet<int>();
        foreach (int candidate in Candidates(query.Letters))
        {
            if (Match(candidate, query, comparer, evidence, judge, matches))
            {
                known.Add(candidate);
            }
        }

        foreach (int candidate in Scattered(query.Letters, comparer).Where(candidate => !known.Contains(candidate)))
        {
            Match(candidate, query, comparer, evidence, judge, matches);
        }

        return [.. matches.OrderBy(match => match.Kind).ThenByDescending(match => match.Ratio).ThenBy(match => match.Paragraph)];
    }

    /// <summary>The parts of a text that are stock phrases in this archive: they stand in many texts otherwise unrelated.</summary>
    public ImmutableArray<TextSpan> StockPhrasesIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = new NormalizedText(text);
        return [.. Stock().In(read.Letters).Select(phrase => WithinClauses(read, phrase.Start, phrase.Start + phrase.Length)).Where(phrase => phrase.Length > 0)];
    }

    /// <summary>The outer letters of a phrase may belong to its neighbours: where a clause ends among them, so does the phrase.</summary>
    private static TextSpan WithinClauses(NormalizedText text, int start, int end)
    {
        int first = start, last = end;
        for (int uncertain = 1; uncertain < Winnowing.Window && start + uncertain < end; uncertain++)
        {
            first = IsClauseEnd(text, start + uncertain) ? start + uncertain : first;
        }

        for (int uncertain = 1; uncertain < Winnowing.Window && end - uncertain > first; uncertain++)
        {
            last = IsClauseEnd(text, end - uncertain) ? end - uncertain : last;
        }

        return text.SpanOf(first, last - first);
    }

    /// <summary>Whether punctuation stands before a letter.</summary>
    private static bool IsClauseEnd(NormalizedText text, int letter) =>
        text.Text.AsSpan(text.OffsetOf(letter - 1) + 1, text.OffsetOf(letter) - text.OffsetOf(letter - 1) - 1).ContainsAny(ClauseEnds);

    private StockPhrases Stock() => new(fingerprints, spread.Fresh(), options);

    private ReadOnlySpan<char> Letters(int text)
    {
        long start = text == 0 ? 0 : ends.Span[text - 1];
        return letters.Span[(int)start..(int)ends.Span[text]];
    }

    private ReadOnlySpan<int> MembersOf(int text) => members.Span[MemberRange(text)];

    private Range MemberRange(int text) => (text == 0 ? 0 : (int)memberEnds.Span[text - 1])..(int)memberEnds.Span[text];

    private SortedSet<int> Candidates(ReadOnlySpan<char> query)
    {
        var candidates = new SortedSet<int>();
        foreach (ulong posting in exact.Find(DistinctTexts.HashOf(query)))
        {
            candidates.Add(HashKeys.TextOf(posting));
        }

        var hashes = new List<ulong>();
        Winnowing.Hashes(query, hashes);
        int kept = 0;
        foreach (ulong hash in hashes.Distinct().OrderBy(hash => fingerprints.Find(hash).Length).ThenBy(hash => hash))
        {
            // Rare fingerprints in full; of common ones the rarest few, each up to the cap.
            ReadOnlySpan<ulong> postings = fingerprints.Find(hash);
            int cap = 2 * options.MaxReportsPerFingerprint;
            if (postings.Length > cap && kept >= options.RarestKept)
            {
                break;
            }

            kept++;
            foreach (ulong posting in postings[..Math.Min(cap, postings.Length)])
            {
                candidates.Add(HashKeys.TextOf(posting));
            }
        }

        return candidates;
    }

    /// <summary>Texts that share spaced seeds and letters enough to be the new text with scattered edits, and their copies.</summary>
    private List<int> Scattered(ReadOnlySpan<char> query, Comparer comparer)
    {
        var hashes = new List<ulong>();
        SpacedSeeds.Of(query, hashes);
        var shared = new Dictionary<int, int>();
        foreach (ulong hash in hashes.Distinct())
        {
            ReadOnlySpan<ulong> postings = seeds.Find(hash);
            foreach (ulong posting in postings.Length <= ScatteredPairs.MaxTexts ? postings : [])
            {
                int text = HashKeys.TextOf(posting);
                shared[text] = shared.GetValueOrDefault(text) + 1;
            }
        }

        var found = new List<int>();
        foreach (int text in shared.Where(text => text.Value >= ScatteredPairs.LeastSeeds).Select(text => text.Key).Order())
        {
            if (comparer.MayBeOneText(Letters(text)) && comparer.Compare(Letters(text)).KindBy(options) is not null)
            {
                found.Add(text);
            }
        }

        return found;
    }

    /// <summary>Adds the paragraphs of a text that shares text with the new one; false when it does not.</summary>
    private bool Match(int candidate, NormalizedText query, Comparer comparer, Comparer evidence, PassageJudge judge, List<ReuseMatch> matches)
    {
        ReadOnlySpan<char> other = Letters(candidate);
        bool copy = other.SequenceEqual(query.Letters);
        Comparison found = copy ? default : comparer.Compare(other);
        ReuseKind kind = copy ? ReuseKind.Copy : found.KindBy(options) ?? ReuseKind.Passage;
        if (kind == ReuseKind.Passage && found.SharedLetters < PassageJudge.LeastLetters(options))
        {
            return false;
        }

        evidence.Read(other);
        LetterAlignment alignment = copy ? LetterAlignment.Identity(other.Length) : evidence.Align(query.Letters, kind, found.Shuffled);
        var member = new NormalizedText(paragraphText(MembersOf(candidate)[0]));
        if (kind == ReuseKind.Passage && !judge.IsEvidence(member, query, alignment))
        {
            return false;
        }

        double ratio = copy ? 1 : evidence.Ratio(query.Letters);
        double cover = copy ? 1 : evidence.Cover(query.Letters, alreadyFound: !found.Shuffled);
        foreach (int paragraph in MembersOf(candidate))
        {
            member.Read(paragraphText(paragraph));
            matches.Add(new ReuseMatch(
                paragraph, kind, ratio, cover, PassageSpans.Of(member, query, alignment), ChangeFinder.Find(member, query, alignment)));
        }

        return true;
    }
}
