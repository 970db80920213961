using JingJian.Analysis.Reuse;
using JingJian.Text;
using JingJian.Tools.Benchmarks;

namespace JingJian.Tools.Stress;

/// <summary>What the reuse engine reaches on the variants of one disguise.</summary>
/// <param name="Kind">The disguise.</param>
/// <param name="Variants">How many there are.</param>
/// <param name="Candidates">Share whose pair with the original was compared at all.</param>
/// <param name="Verdicts">Share whose pair with the original was reported.</param>
/// <param name="MinHash">Share whose pair with the original shares a bucket of <see cref="MinHashLsh"/>.</param>
/// <param name="Precision">Share of the characters reported as copied from some source that were.</param>
/// <param name="Recall">Share of the copied characters that were reported.</param>
/// <param name="Granularity">Detections for each detected passage.</param>
internal sealed record StressScore(string Kind, int Variants, double Candidates, double Verdicts, double MinHash, double Precision, double Recall, double Granularity)
{
    /// <summary>F1 over log2(1 + granularity).</summary>
    public double Plagdet => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall) / Math.Log2(1 + Granularity);
}

/// <summary>The reuse engine on a stress set.</summary>
/// <remarks>
/// <para><b>Source.</b> Measures of M. Potthast et al., "An evaluation framework for plagiarism detection", COLING 2010, over
/// characters (micro averages).</para>
/// <para><b>Departures.</b> The engine's spans hold equal letters only, so an edit cuts them: spans of one pair with at most
/// <see cref="JoinedGap"/> characters between them on both sides are one detection.</para>
/// </remarks>
/// <param name="Scores">By disguise.</param>
/// <param name="PairPrecision">Share of the reported pairs of a variant and a source that are true.</param>
/// <param name="WrongPairs">The others, for reading.</param>
/// <param name="Missed">The variants whose pair with the original was not reported, for reading.</param>
internal sealed record StressEvaluation(
    IReadOnlyList<StressScore> Scores, double PairPrecision, IReadOnlyList<(string Variant, string Source)> WrongPairs, IReadOnlyList<Variant> Missed)
{
    /// <summary>Two edited words between two spans.</summary>
    public const int JoinedGap = 12;

    /// <summary>Runs the engine over sources and variants together.</summary>
    public static StressEvaluation Of(StressSet set, ReuseOptions options)
    {
        Dictionary<string, int> reports = set.Sources.Select(line => line.File).Distinct().Select((file, i) => (file, i)).ToDictionary(item => item.file, item => item.i);
        ReuseParagraph[] paragraphs =
        [
            .. set.Sources.Select(line => new ReuseParagraph(reports[line.File], line.Text)),
            .. set.Variants.Select((variant, i) => new ReuseParagraph(reports.Count + i, variant.Text)),
        ];
        Dictionary<StressLine, int> numbers = set.Sources.Index().ToDictionary(line => line.Item, line => line.Index);
        HashSet<(int, int)> candidates = [.. ReuseEngine.Candidates(paragraphs, options)];
        HashSet<(int, int)> buckets = [.. new MinHashLsh(seed: 1).Pairs(paragraphs)];
        ILookup<int, ReusePair> found = ReuseEngine.Find(paragraphs, options).Pairs.Where(pair => pair.A < set.Sources.Count && pair.B >= set.Sources.Count)
            .ToLookup(pair => pair.B - set.Sources.Count);
        List<VariantScore> scores = [.. set.Variants.Select((variant, i) => VariantScore.Of(
            variant, numbers, [.. found[i]], original => candidates.Contains((original, set.Sources.Count + i)), original => buckets.Contains((original, set.Sources.Count + i))))];
        return new StressEvaluation(
            [.. scores.GroupBy(score => score.Kind).Select(Sum)],
            scores.Sum(score => score.TruePairs) / (double)Math.Max(1, scores.Sum(score => score.Pairs)),
            [.. scores.SelectMany((score, i) => score.Wrong.Select(source => (set.Variants[i].Text, set.Sources[source].Text)))],
            [.. set.Variants.Where((_, i) => !scores[i].IsFound)]);
    }

    private static StressScore Sum(IGrouping<string, VariantScore> scores)
    {
        int count = scores.Count();
        return new StressScore(
            scores.Key,
            count,
            scores.Count(score => score.IsCandidate) / (double)count,
            scores.Count(score => score.IsFound) / (double)count,
            scores.Count(score => score.IsInBucket) / (double)count,
            Share(scores.Sum(score => score.TrueCharacters), scores.Sum(score => score.ReportedCharacters)),
            Share(scores.Sum(score => score.FoundCharacters), scores.Sum(score => score.CopiedCharacters)),
            Share(scores.Sum(score => score.Detections), scores.Sum(score => score.DetectedPassages)));
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : part / (double)whole;
}

/// <summary>What was found of one variant.</summary>
internal sealed record VariantScore(
    string Kind, bool IsCandidate, bool IsFound, bool IsInBucket, int Pairs, int TruePairs, IReadOnlyList<int> Wrong,
    int ReportedCharacters, int TrueCharacters, int CopiedCharacters, int FoundCharacters, int Detections, int DetectedPassages)
{
    /// <summary>Compares the reported pairs of a variant with the truth about it.</summary>
    public static VariantScore Of(Variant variant, Dictionary<StressLine, int> numbers, ReusePair[] pairs, Func<int, bool> isCandidate, Func<int, bool> isInBucket)
    {
        int original = numbers[variant.Passages.First(passage => !passage.IsHost).Source];
        HashSet<int> sources = [.. variant.Passages.Select(passage => numbers[passage.Source])];
        List<(int Source, TextSpan At)> detections = [.. pairs.SelectMany(pair => Joined(pair).Select(at => (pair.A, at)))];
        var truth = new Dictionary<int, bool[]>();
        foreach (CopiedPassage passage in variant.Passages)
        {
            Mark(truth, numbers[passage.Source], variant.Text.Length, TextSpan.Between(passage.Start, passage.End));
        }

        var reported = new Dictionary<int, bool[]>();
        foreach ((int source, TextSpan at) in detections)
        {
            Mark(reported, source, variant.Text.Length, at);
        }

        int both = reported.Sum(source => truth.TryGetValue(source.Key, out bool[]? right) ? source.Value.Zip(right).Count(pair => pair.First && pair.Second) : 0);
        int[] hits = [.. variant.Passages.Select(passage => detections.Count(found =>
            found.Source == numbers[passage.Source] && found.At.Start < passage.End && passage.Start < found.At.End))];
        return new VariantScore(
            variant.Kind, isCandidate(original), pairs.Any(pair => pair.A == original), isInBucket(original),
            pairs.Length, pairs.Count(pair => sources.Contains(pair.A)), [.. pairs.Select(pair => pair.A).Where(source => !sources.Contains(source))],
            reported.Values.Sum(marks => marks.Count(mark => mark)), both,
            truth.Values.Sum(marks => marks.Count(mark => mark)), both,
            hits.Sum(), hits.Count(hit => hit > 0));
    }

    private static List<TextSpan> Joined(ReusePair pair)
    {
        var joined = new List<ReusedSpan>();
        foreach (ReusedSpan span in pair.Spans.OrderBy(span => span.B.Start))
        {
            if (joined.Count > 0 && Near(joined[^1].B, span.B) && Near(joined[^1].A, span.A))
            {
                joined[^1] = new ReusedSpan(TextSpan.Between(joined[^1].A.Start, span.A.End), TextSpan.Between(joined[^1].B.Start, Math.Max(joined[^1].B.End, span.B.End)));
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined.ConvertAll(span => span.B);
    }

    private static bool Near(TextSpan before, TextSpan after) => after.Start >= before.Start && after.Start - before.End <= StressEvaluation.JoinedGap && after.End >= before.End;

    private static void Mark(Dictionary<int, bool[]> marks, int source, int length, TextSpan at)
    {
        if (!marks.TryGetValue(source, out bool[]? marked))
        {
            marks.Add(source, marked = new bool[length]);
        }

        marked.AsSpan(at.Start, at.Length).Fill(true);
    }
}
