using System.Numerics;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Passes over an index window by window, keeps the best, and counts what matches when that is asked for.</summary>
/// <remarks>
/// <para><b>Source.</b> Pruning by the bounds of blocks as in Ding and Suel, <i>Faster Top-k Document Retrieval Using Block-Max
/// Indexes</i>, SIGIR 2011, in windows as in Lucene's bulk scorers.</para>
/// <para>A window is left out when no filter can accept any of it, and when nothing is counted and the stored maxima of its blocks
/// together are below the worst hit that is kept. Else what a document earns is added up in whole numbers that are a little too
/// large; who may still enter is one comparison of vectors, and only those few are scored, the largest sums of many windows first
/// (<see cref="SummedWindows"/>).
/// Window by window, 590 documents of the median query of the benchmark were scored, against a threshold that rose too late.</para>
/// <para>Tried: one weight a word and window, without reading the occurrences. It reads less and adds faster, and leaves 3,400
/// documents of a query to be scored: 0.51 ms at the median where this took 0.32.</para>
/// <para><b>Guarantee.</b> The hits, their scores and their order are those of scoring every matching document.</para>
/// </remarks>
internal sealed class RankedSweep
{
    // The largest sum, and what rounding its parts up may add for each word.
    private const int MostSum = 65_000;
    private const int RoundingOfWord = 8;

    // Scores are compared as the single-precision numbers that are shown: a little less may be shown as the same.
    private const double Nearly = 1 - 1e-6;

    // Of more demanded words the sums would be too coarse.
    private const int MostDemanded = 8;

    // So few documents are scored one by one before tables for adding up are made.
    private const int FewMatches = 2000;

    // Where nothing is counted, those that have all demanded words are gone through one by one up to one of so many documents of the
    // index, too: fastest with 200,000 and with a million, where the mean query took 0.079 ms (0.127 up to 2,000) and 0.34 (0.67).
    private const int LeapShare = 10;

    // So many steps from the best down while not enough hits are kept to rule anything out.
    private const int Tiers = 8;

    // So many documents are looked at first for each hit that is kept; then always the upper half of what is left, down to so little:
    // what is needed to enter rises most by the best. In one step 447 documents of the mean query of the benchmark were looked at, so 230.
    private const int Leaders = 2;
    private const int FinestTier = 1024;

    // Of the windows that are added up, the first of so many parts are looked at by themselves, so that the bounds of blocks can rule
    // out windows of the rest; then so many windows together, half a megabyte.
    private const int PartsOfFirst = 8;
    private const int MostTogether = 64;

    private readonly RankedIndex index;
    private readonly QueryPlan plan;
    private readonly AllowedDocuments allowed;
    private readonly Nearness nearness;
    private readonly BestHits best;
    private readonly MatchCounter? counter;
    private readonly bool collapse;
    private readonly AtomMatcher[] words;
    private readonly DocumentScore score;
    private readonly List<double> rest = [];
    private readonly ulong[] found = new ulong[Matcher.Words];
    private readonly ulong[] candidates = new ulong[Matcher.Words];

    // Whether documents with all demanded words are gone through one by one.
    private readonly bool leaps;

    // Whether what words earn is added up.
    private readonly bool addsUp;

    // Whether the sums say what is found: where any of the words will do, and where none may be missing.
    private readonly bool isSummed;

    // Of words none of which may be missing, what each gives to every document that has it: more than all others can earn, so that
    // who misses one has no sum left when it is taken off again.
    private int floor;
    private double scale;

    public RankedSweep(RankedIndex index, QueryPlan plan, AllowedDocuments allowed, Nearness nearness, BestHits best, MatchCounter? counter, bool collapse)
    {
        this.index = index;
        this.plan = plan;
        this.allowed = allowed;
        this.nearness = nearness;
        this.best = best;
        this.counter = counter;
        this.collapse = collapse;
        words = [.. plan.Root.Scored()];
        score = new DocumentScore(words, index.Options);
        int fewToLeap = Math.Max(FewMatches, index.Reader.Columns.Documents / LeapShare);
        leaps = counter is null && plan.Root.DemandedWords is not null && (best.IsFull || plan.Root.MostMatches <= fewToLeap);
        addsUp = plan.Root.PlainWords is not null || (!leaps && !best.IsFull && plan.Root.MostMatches > FewMatches);
        isSummed = plan.Root.PlainWords is not null || (addsUp && plan.Root.EveryWord is { Length: <= MostDemanded });
    }

    public void Run()
    {
        if (leaps)
        {
            Leapfrog(plan.Root.DemandedWords!);
            return;
        }

        WeighWords();
        int windows = (index.Reader.Columns.Documents + Matcher.Window - 1) / Matcher.Window;
        using var kept = new SummedWindows(isSummed ? Math.Clamp(windows, 1, MostTogether) : 1);
        int together = Math.Clamp(windows / PartsOfFirst, 1, MostTogether);
        for (int start = NextWindow(0); start >= 0; start = NextWindow(start + Matcher.Window))
        {
            if (!allowed.MayBeIn(start) || (counter is null && best.Least >= 0 && best.Least * Nearly > Bound(start)))
            {
                continue;
            }

            if ((isSummed ? FindBySums(start, kept.Next) : FindByRoot(start)) && allowed.Restrict(start, found))
            {
                counter?.Count(start, found, plan.Root);
                if (!isSummed)
                {
                    KeepBest(start, kept.Next);
                    continue;
                }

                kept.Keep(start, found);
                if (kept.Count == together)
                {
                    KeepBest(kept);
                    together = kept.Most;
                }
            }
        }

        KeepBest(kept);
    }

    /// <summary>The first window from a document on that may hold a match, or -1.</summary>
    private int NextWindow(int start)
    {
        int documents = index.Reader.Columns.Documents, next = start < documents ? plan.Root.NextFrom(start) : documents;
        return next < documents ? next / Matcher.Window * Matcher.Window : -1;
    }

    /// <summary>Goes from document to document that has all of some words, the rarest of which leads: a list is read only where those before it agree.</summary>
    private void Leapfrog(AtomMatcher[] demanded)
    {
        for (int document = demanded[0].MoveTo(0); document != DocumentCursor.End; document = demanded[0].MoveTo(document))
        {
            int next = document;
            for (int i = 1; i < demanded.Length && next == document; i++)
            {
                next = demanded[i].MoveTo(document);
            }

            if (next != document)
            {
                document = next;
                if (next == DocumentCursor.End)
                {
                    return;
                }

                continue;
            }

            if (MayEnter(demanded, document) && plan.Root.Accepts(document) && allowed.Contains(document))
            {
                double its = 0;
                foreach (AtomMatcher word in demanded)
                {
                    its += word.ScoreHere(document);
                }

                Consider(document, its);
            }

            document++;
        }
    }

    /// <summary>Whether a document that all of some words were moved to may enter, without reading how often it has them.</summary>
    private bool MayEnter(AtomMatcher[] demanded, int document)
    {
        if (!best.IsFull)
        {
            return true;
        }

        double most = 0;
        foreach (AtomMatcher word in demanded)
        {
            most += word.MostHere(document) + nearness.ShareOf(word);
        }

        return most >= best.Least * Nearly;
    }

    /// <summary>Makes whole numbers of the scores, so that the largest sum has room; the word that earns most comes first.</summary>
    private void WeighWords()
    {
        double sum = 0;
        foreach (AtomMatcher word in words)
        {
            sum += MostOf(word);
        }

        // A floor for each, and as much again for the sum.
        int most = plan.Root.EveryWord is not null && isSummed ? MostSum / (words.Length + 1) : MostSum;
        floor = most < MostSum ? most : 0;
        scale = sum > 0 ? Math.Max(1, most - (RoundingOfWord * words.Length)) / sum : 1;
        if (addsUp)
        {
            Array.Sort(words, (a, b) => MostOf(b).CompareTo(MostOf(a)));
            foreach (AtomMatcher word in words)
            {
                word.Weigh(scale, nearness.ShareOf(word), floor);
            }
        }
    }

    private double MostOf(AtomMatcher word) =>
        word.Atom.Idf + word.Atom.InHeadings.Most + word.Atom.Presence + nearness.ShareOf(word);

    /// <summary>What no document of the window earns more than, by the stored maxima of the blocks.</summary>
    private double Bound(int start)
    {
        double sum = 0;
        rest.Clear();
        foreach (AtomMatcher word in words)
        {
            float text = word.TextBound(start), heading = word.HeadingBound(start);
            double most = (text > 0 ? text + nearness.ShareOf(word) : 0) + heading + (heading > 0 ? word.Atom.Presence : 0);
            rest.Add(most);
            sum += most;
        }

        return sum;
    }

    /// <summary>The least sum with which a document may enter that can earn so much besides.</summary>
    private int Need(double besides) => best.Least switch
    {
        double.NegativeInfinity => 0,
        double.PositiveInfinity => int.MaxValue,
        double least => (int)Math.Clamp(Math.Ceiling((((least * Nearly) - besides) * scale) - 0.001), 0, int.MaxValue),
    };

    /// <summary>Adds up what the words earn, which says what is found, too; false when there is nothing to do here.</summary>
    private bool FindBySums(int start, Span<ushort> sums)
    {
        sums.Clear();
        bool isBounded = counter is null && best.Least >= 0, looks = isBounded || floor > 0;
        double left = isBounded ? rest.Sum() : 0;
        for (int i = 0; i < words.Length; i++)
        {
            words[i].Add(start, sums);
            left -= isBounded ? rest[i] : 0;
            if (looks && i + 1 < words.Length && (floor * (i + 1)) + (isBounded ? Need(left) : 0) is > 0 and int least)
            {
                // From here on nobody reaches what is needed who is not already on the way.
                if (least > ushort.MaxValue || !WindowBits.Between(sums, (ushort)least, ushort.MaxValue, found))
                {
                    return false;
                }
            }
        }

        if (floor > 0)
        {
            WindowBits.TakeOff((ushort)(floor * words.Length), sums);
        }

        plan.Root.PassOver(start);
        int lowest = counter is null ? Math.Max(1, Need(0)) : 1;
        return lowest <= ushort.MaxValue && WindowBits.Between(sums, (ushort)lowest, ushort.MaxValue, found);
    }

    private bool FindByRoot(int start)
    {
        plan.Root.Match(start);
        plan.Root.Found.CopyTo(found, 0);
        return WindowBits.Any(found);
    }

    /// <summary>Looks at what was found in a window for more than words of which any will do.</summary>
    private void KeepBest(int start, Span<ushort> sums)
    {
        if (Need(0) > ushort.MaxValue)
        {
            return;
        }

        if (!addsUp || WindowBits.Count(found) <= Matcher.Words)
        {
            Score(start, found);
            return;
        }

        sums.Clear();
        foreach (AtomMatcher word in words)
        {
            word.Add(start, sums);
        }

        int end = ushort.MaxValue + 1, step = best.IsFull ? end : end / Tiers;
        while (end > 0)
        {
            int least = Math.Max(end - step, Math.Max(0, Need(0)));
            if (least >= end)
            {
                return;
            }

            WindowBits.Between(sums, (ushort)least, (ushort)(end - 1), candidates);
            WindowBits.And(candidates, found);
            Score(start, candidates);
            end = least;
        }
    }

    /// <summary>Looks at windows that were added up, from the largest sums down to what is needed to enter.</summary>
    private void KeepBest(SummedWindows kept)
    {
        int end = ushort.MaxValue + 1, least = kept.ReachedBy(best.Capacity, Leaders);
        while (kept.Count > 0)
        {
            least = Math.Max(least, Math.Max(1, Need(0)));
            if (least >= end)
            {
                break;
            }

            Array.ForEach(words, word => word.Restart());
            kept.Visit(least, end - 1, ConsiderLater);
            int need = Math.Max(1, Need(0));
            end = least;
            least = !best.IsFull ? end - ((ushort.MaxValue + 1) / Tiers) : end - need > FinestTier ? need + ((end - need) / 2) : need;
        }

        kept.Clear();
    }

    /// <summary>Looks at a document with its sum, which bounds what it earns; what misses a word of a pair earns less.</summary>
    private void ConsiderLater(int document, ushort sum)
    {
        score.FindLater(document);
        if (!best.IsFull || sum >= Need(-nearness.ExcessOfLast()))
        {
            Consider(document, score.OfFound(document));
        }
    }

    private void Score(int start, ReadOnlySpan<ulong> documents)
    {
        for (int i = 0; i < documents.Length; i++)
        {
            for (ulong bits = documents[i]; bits != 0; bits &= bits - 1)
            {
                Score(start, (i * 64) + BitOperations.TrailingZeroCount(bits));
            }
        }
    }

    private void Score(int start, int offset) => Consider(start + offset, score.Of(start, offset));

    /// <summary>Looks closer at a document that may enter, from the cheap bound to the text itself.</summary>
    /// <param name="document">The document.</param>
    /// <param name="its">What it earns without nearness.</param>
    private void Consider(int document, double its)
    {
        int group = collapse ? index.Reader.Columns.Groups[document] : document;
        var highest = new Candidate(document, group, index.Reader.Columns.Ids[document], (float)(its + nearness.MostOfLast()));
        if (best.Enters(highest))
        {
            Candidate exact = nearness.Pairs.Count == 0 ? highest : highest with { Score = (float)(its + nearness.OfLast(index.Reader.Texts.TextOf(document))) };
            if (best.Enters(exact))
            {
                best.Add(exact);
            }
        }
    }
}
