using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>An archive prepared so that new texts are compared with it at once: a draft, a report that came in.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The same evidence as <see cref="ReuseEngine"/> gives for the same two paragraphs.</para>
/// <para><b>Cost.</b> Building: linear in the letters. A query: its fingerprints' postings, and its candidates.</para>
/// <para><b>Threads.</b> Immutable once built; queries may run at the same time.</para>
/// </remarks>
public sealed class ReuseIndex
{
    private readonly Corpus corpus;
    private readonly Postings postings;
    private readonly int[] componentOf;
    private readonly ReuseOptions options;

    private ReuseIndex(Corpus corpus, int[] componentOf, ReuseOptions options)
    {
        this.corpus = corpus;
        this.options = options;
        this.componentOf = componentOf;
        var found = new List<Fingerprint>();
        using IPartitionStore hashes = HashKeys.Store(corpus.Texts.Count, ReuseResources.OneThread, (text, kept) =>
        {
            Winnowing.Fingerprints(corpus.Texts[text], found);
            kept.Clear();
            kept.AddRange(found.Select(fingerprint => fingerprint.Hash));
        });
        postings = Postings.Take(hashes, ReuseResources.OneThread);
    }

    /// <summary>Prepares an archive whose findings are known: they tell copies, which count once, from formulas.</summary>
    public static ReuseIndex Build(IReadOnlyList<ReuseParagraph> paragraphs, ReuseFindings findings, ReuseOptions options)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        Corpus corpus = Corpus.Read(paragraphs, options, ReuseResources.OneThread.Workers);
        var components = new Components(corpus.Texts.Count);
        foreach (ReusePair pair in findings.Pairs)
        {
            if (pair.Kind != ReuseKind.Passage)
            {
                components.Join(corpus.TextOf[pair.A], corpus.TextOf[pair.B]);
            }
        }

        return new ReuseIndex(corpus, components.ToArray(), options);
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
        var judge = new PassageJudge(new StockPhrases(postings, componentOf, options), options);
        var matches = new List<ReuseMatch>();
        foreach (int candidate in Candidates(query.Letters))
        {
            comparer.Read(corpus.Texts[candidate]);
            Match(candidate, query, comparer, judge, matches);
        }

        return [.. matches.OrderBy(match => match.Kind).ThenByDescending(match => match.Ratio).ThenBy(match => match.Paragraph)];
    }

    /// <summary>The parts of a text that are stock phrases in this archive: they stand in many texts otherwise unrelated.</summary>
    public ImmutableArray<TextSpan> StockPhrasesIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = new NormalizedText(text);
        return
        [
            .. new StockPhrases(postings, componentOf, options).In(letters.Letters)
                .Select(phrase => letters.SpanOf(phrase.Start, phrase.Length)),
        ];
    }

    private SortedSet<int> Candidates(ReadOnlySpan<char> letters)
    {
        var fingerprints = new List<Fingerprint>();
        Winnowing.Fingerprints(letters, fingerprints);
        (int Start, int End)[] groups = [.. fingerprints.Select(fingerprint => postings.Find(fingerprint.Hash)).Distinct().OrderBy(group => group.End - group.Start)];
        var candidates = new SortedSet<int>();
        if (corpus.Texts.Find(letters) is { } copy)
        {
            candidates.Add(copy);
        }

        for (int i = 0; i < groups.Length; i++)
        {
            // Rare fingerprints in full; of common ones the rarest few, each up to the cap.
            bool rare = groups[i].End - groups[i].Start <= 2 * options.MaxReportsPerFingerprint;
            if (!rare && i >= options.RarestKept)
            {
                break;
            }

            int end = Math.Min(groups[i].End, groups[i].Start + (2 * options.MaxReportsPerFingerprint));
            for (int at = groups[i].Start; at < end; at++)
            {
                candidates.Add(postings.TextAt(at));
            }
        }

        return candidates;
    }

    private void Match(int candidate, NormalizedText query, Comparer comparer, PassageJudge judge, List<ReuseMatch> matches)
    {
        Comparison found = comparer.Compare(query.Letters);
        ReuseKind kind = corpus.Texts[candidate].SequenceEqual(query.Letters) ? ReuseKind.Copy : found.KindBy(options) ?? ReuseKind.Passage;
        LetterAlignment alignment = comparer.Align(query.Letters, kind, found.Shuffled);
        if (kind == ReuseKind.Passage && !judge.IsEvidence(new NormalizedText(corpus.FirstMemberOf(candidate)), query, alignment))
        {
            return;
        }

        double ratio = comparer.Ratio(query.Letters);
        var member = new NormalizedText();
        foreach (int paragraph in corpus.MembersOf(candidate))
        {
            member.Read(corpus.Paragraphs[paragraph].Text);
            matches.Add(new ReuseMatch(
                paragraph,
                kind,
                ratio,
                found.Cover,
                PassageSpans.Of(member, query, alignment),
                ChangeFinder.Find(member, query, alignment)));
        }
    }
}
