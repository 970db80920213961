using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>A text that a new paragraph shares passages with, as one of several that may be its source.</summary>
/// <param name="Spans">The shared passages; B is the new paragraph.</param>
/// <param name="Rank">Of two that explain a stretch equally well the lower one is its source.</param>
/// <param name="Ratio">How like the two paragraphs are as wholes: decides where ranks are equal.</param>
public sealed record SourceCandidate(ImmutableArray<ReusedSpan> Spans, int Rank, double Ratio);

/// <summary>A stretch of a new paragraph, and the text it is taken to come from.</summary>
/// <param name="At">The stretch, small edits inside it included.</param>
/// <param name="Candidate">Index of its source among the candidates.</param>
/// <param name="SourceAt">From the first to the last of its words there.</param>
/// <param name="Others">The other candidates that have most of it, ascending.</param>
public sealed record SourcedStretch(TextSpan At, int Candidate, TextSpan SourceAt, ImmutableArray<int> Others);

/// <summary>Divides a new paragraph among the texts it was put together from.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours: greedy set cover over the stretches that each candidate shares. Spans of one candidate with at
/// most <see cref="JoinedGap"/> characters between them are one stretch, wherever they stand in the source: an edit or
/// a moved clause does not end it.</para>
/// <para><b>Guarantee.</b> Stretches do not overlap, start and end with shared words, and come in order of place. Of no shared
/// span are <see cref="ReuseOptions.RunLength"/> characters in a row left out.</para>
/// <para><b>Cost.</b> Stretches chosen times candidates times characters, in the worst case.</para>
/// </remarks>
public static class SourceCover
{
    /// <summary>Two edited words between two spans.</summary>
    public const int JoinedGap = 12;

    /// <summary>A candidate explains a stretch as well as another when it has this share of what that one has.</summary>
    private const double AsWell = 0.9;

    /// <summary>A candidate has most of a stretch from this share on.</summary>
    private const double Most = 0.8;

    /// <summary>The stretches of a text of some length that stand in some candidate.</summary>
    public static ImmutableArray<SourcedStretch> Of(int length, IReadOnlyList<SourceCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        Shared[] shared = [.. candidates.SelectMany((candidate, number) => Stretches(number, candidate))];
        List<Shared> open = [.. shared];
        bool[] taken = new bool[length];
        List<SourcedStretch> chosen = [];
        while (Best(open, taken, candidates) is { } best)
        {
            foreach (TextSpan at in best.Free(taken).Where(at => best.Characters(at) >= ReuseOptions.RunLength).ToArray())
            {
                chosen.Add(new SourcedStretch(at, best.Candidate, best.SourceOf(at), Others(shared, best, at)));
                taken.AsSpan(at.Start, at.Length).Fill(true);
            }

            open.Remove(best);
        }

        return [.. chosen.OrderBy(stretch => stretch.At.Start)];
    }

    /// <summary>The stretch that explains most of what nobody has taken; among those as good the one of the lowest rank.</summary>
    private static Shared? Best(List<Shared> open, bool[] taken, IReadOnlyList<SourceCandidate> candidates)
    {
        (Shared Stretch, int Characters)[] free = [.. open.Select(stretch => (stretch, stretch.Untaken(taken))).Where(one => one.Item2 >= ReuseOptions.RunLength)];
        if (free.Length == 0)
        {
            return null;
        }

        (Shared most, int characters) = free.MaxBy(one => one.Characters);
        return free.Where(one => one.Characters >= AsWell * characters && one.Stretch.At.Overlap(most.At) >= AsWell * most.At.Length)
            .OrderBy(one => candidates[one.Stretch.Candidate].Rank).ThenByDescending(one => one.Characters)
            .ThenByDescending(one => candidates[one.Stretch.Candidate].Ratio).ThenBy(one => one.Stretch.Candidate)
            .First().Stretch;
    }

    private static ImmutableArray<int> Others(Shared[] shared, Shared best, TextSpan at) =>
    [
        .. shared.Where(other => other.Candidate != best.Candidate)
            .GroupBy(other => other.Candidate)
            .Where(same => same.Sum(other => other.Characters(at)) >= Most * best.Characters(at))
            .Select(same => same.Key).Order(),
    ];

    private static IEnumerable<Shared> Stretches(int number, SourceCandidate candidate)
    {
        List<ReusedSpan> open = [];
        int end = 0;
        foreach (ReusedSpan span in candidate.Spans.Where(span => span.B.Length > 0).OrderBy(span => span.B.Start).ThenBy(span => span.A.Start))
        {
            if (open.Count > 0 && span.B.Start - end > JoinedGap)
            {
                yield return new Shared(number, [.. open]);
                open.Clear();
            }

            end = open.Count == 0 ? span.B.End : Math.Max(end, span.B.End);
            open.Add(span);
        }

        if (open.Count > 0)
        {
            yield return new Shared(number, [.. open]);
        }
    }

    /// <summary>The part that two spans have in common.</summary>
    private static int Overlap(this TextSpan one, TextSpan other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));

    /// <summary>Neighbouring spans of one candidate.</summary>
    private sealed class Shared(int candidate, ImmutableArray<ReusedSpan> spans)
    {
        public int Candidate => candidate;

        /// <summary>From the first to the last.</summary>
        public TextSpan At { get; } = TextSpan.Between(spans[0].B.Start, spans.Max(span => span.B.End));

        /// <summary>How many characters of a stretch stand in the candidate.</summary>
        public int Characters(TextSpan at) => spans.Sum(span => span.B.Overlap(at));

        /// <summary>How many of its characters nobody has taken.</summary>
        public int Untaken(bool[] taken) => spans.Sum(span => taken.AsSpan(span.B.Start, span.B.Length).Count(false));

        /// <summary>The parts of it that nobody has taken, each from the first to the last shared character.</summary>
        public IEnumerable<TextSpan> Free(bool[] taken)
        {
            int start = -1, end = -1;
            foreach (int at in Enumerable.Range(At.Start, At.Length))
            {
                if (taken[at])
                {
                    if (start >= 0)
                    {
                        yield return TextSpan.Between(start, end);
                    }

                    start = -1;
                }
                else if (spans.Any(span => span.B.Start <= at && at < span.B.End))
                {
                    start = start < 0 ? at : start;
                    end = at + 1;
                }
            }

            if (start >= 0)
            {
                yield return TextSpan.Between(start, end);
            }
        }

        /// <summary>Where a stretch stands in the candidate, as far as whole spans tell; a part of a span stands at its distance from both ends.</summary>
        public TextSpan SourceOf(TextSpan at)
        {
            ReusedSpan[] inside = [.. spans.Where(span => span.B.Overlap(at) > 0)];
            return TextSpan.Between(
                inside.Min(span => span.A.Start + Math.Min(Math.Max(0, at.Start - span.B.Start), span.A.Length - 1)),
                inside.Max(span => span.A.End - Math.Min(Math.Max(0, span.B.End - at.End), span.A.Length - 1)));
        }
    }
}
