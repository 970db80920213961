using System.Numerics;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;

namespace JingJian.Search.Exemplars;

/// <summary>Finds the passages of an archive that are worth learning from.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; <see cref="ExemplarOptions"/> says how the parts are joined.</para>
/// <para><b>Guarantee.</b> One passage a family. A second passage of a report or of a known unit comes behind others as good.
/// A damaged passage carries its flag; one that misleads comes behind all others. Equal scores are ordered by passage id.</para>
/// <para><b>Threads.</b> Any number of rankings at once.</para>
/// </remarks>
public sealed class ExemplarRanker
{
    private const int MostExemplars = 200;
    private const Damage Misleading = Damage.FalselyFilledDate | Damage.LostFigure | Damage.LostBeginning | Damage.Truncated | Damage.Teaser;

    private readonly RankedIndex index;
    private readonly ExemplarOptions options;
    private readonly ConcretenessModel concreteness;
    private readonly PassageQualities qualities;
    private readonly TopicFit fit;
    private readonly Diversity diversity;

    /// <summary>Prepares an index for ranking.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="cutter">The cutter that the index was written with.</param>
    /// <param name="concreteness">What makes a passage concrete.</param>
    /// <param name="options">Constants of exemplar ranking, or null for the defaults.</param>
    /// <param name="help">Synonyms and related words for the topic, or null for none.</param>
    public ExemplarRanker(IndexReader reader, WordCutter cutter, ConcretenessModel concreteness, ExemplarOptions? options = null, WordHelp? help = null)
    {
        this.options = options ?? new ExemplarOptions();
        this.concreteness = concreteness;
        index = new RankedIndex(reader, cutter, new RankingOptions { HeadingWeight = (float)this.options.HeadingShare }, help);
        qualities = new PassageQualities(reader, concreteness, this.options);
        fit = new TopicFit(index, this.options);
        diversity = new Diversity(reader, this.options.RelevanceOverDiversity, this.options.RepeatShare);
    }

    private IndexReader Reader => index.Reader;

    /// <summary>Ranks.</summary>
    public ExemplarResult Rank(ExemplarRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Top);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Top, MostExemplars);

        QueryPlan plan = QueryPlanner.Plan(index, new SearchRequest(request.Topic ?? Query.Everything) { Expand = true });
        List<(int Document, float Topic)> found = Candidates(request, plan);
        bool topicFound = found.Count > 0;
        if (!topicFound)
        {
            found = Candidates(request, QueryPlanner.Plan(index, new SearchRequest(Query.Everything)));
        }

        ExemplarParts weights = WeightsFor(request.Function);
        Scored[] best = [.. BestOfFamilies(found, topicFound ? 1 : 0, request, weights).Take(Math.Max(options.PoolSize, request.Top))];
        double[] fits = topicFound && plan.Atoms.Count > 0 ? fit.Of([.. best.Select(scored => scored.Document)], plan) : [.. best.Select(_ => 1.0)];
        IEnumerable<Scored> pool = best.Zip(fits, (scored, itsFit) => Judged(scored, itsFit, request, weights));
        ILookup<bool, Scored> sound = pool.OrderBy(scored => (-scored.Score, Reader.Columns.Ids[scored.Document])).ToLookup(scored => !scored.Misleads);
        IEnumerable<Scored> chosen = Chosen([.. sound[true]], request.Top);
        IEnumerable<Scored> rest = Chosen([.. sound[false]], request.Top);
        return new ExemplarResult(
            [.. chosen.Concat(rest).Take(request.Top).Select(scored => Show(scored, plan))], found.Count, topicFound && request.Topic is not null, [.. plan.Dropped]);
    }

    private IEnumerable<Scored> Chosen(Scored[] pool, int top) =>
        diversity.Choose([.. pool.Select(scored => (scored.Document, scored.Score))], top).Select(place => pool[place]);

    /// <summary>The passage with what costs more to know: how it fits the topic, and, where the index knows only that something is wrong, what it is.</summary>
    private Scored Judged(Scored scored, double itsFit, ExemplarRequest request, ExemplarParts weights)
    {
        bool damaged = Reader.Columns.Damaged[scored.Document] == 1;
        Damage damage = damaged ? request.DamageOf?.Invoke(Reader.Columns.Ids[scored.Document]) ?? Misleading : default;
        bool misleads = (damage & Misleading) != 0;
        ExemplarParts parts = scored.Parts with
        {
            Relevance = scored.Parts.Relevance * itsFit,
            Integrity = misleads ? options.DamagedShare : scored.Parts.Integrity,
        };
        return new Scored(scored.Document, MeanOf(parts, weights), parts, misleads);
    }

    private List<(int Document, float Topic)> Candidates(ExemplarRequest request, QueryPlan plan)
    {
        List<DocumentFilter> filters = [new HasFunction(Reader.Columns, request.Function)];
        if (request.Years is { } years)
        {
            filters.Add(new InYears(Reader.Columns, years));
        }

        if (request.Organisations is { } organisations)
        {
            filters.Add(new OfOrganisation(Reader.Columns, organisations));
        }

        if (request.Type is { } type)
        {
            filters.Add(new InBytes(Reader.Columns, all => all.DocumentTypes, (byte)type));
        }

        int shortest = request.Function is Function.Opening or Function.Closing ? options.ShortestFrame : options.ShortestPassage;
        var nearness = new Nearness(plan.Pairs, index.Options);
        var candidates = new List<(int, float)>();
        WindowSweep.Over(index, plan, new AllowedDocuments(Reader.Columns, filters), (start, found, scores) =>
        {
            for (int i = 0; i < found.Length; i++)
            {
                for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
                {
                    int offset = (i * 64) + BitOperations.TrailingZeroCount(bits);
                    ReadOnlySpan<char> text = Reader.Texts.TextOf(start + offset);
                    if (text.Length >= shortest)
                    {
                        candidates.Add((start + offset, (float)(scores[offset] + nearness.Of(text))));
                    }
                }
            }
        });
        return candidates;
    }

    /// <summary>The best member of each family, best first.</summary>
    /// <param name="candidates">Documents with their score for the topic.</param>
    /// <param name="unscored">相关 of all, when none has a score.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="weights">What each part weighs.</param>
    private IEnumerable<Scored> BestOfFamilies(List<(int Document, float Topic)> candidates, double unscored, ExemplarRequest request, ExemplarParts weights)
    {
        float most = candidates.Count == 0 ? 0 : candidates.Max(candidate => candidate.Topic);
        return candidates
            .Select(candidate => Score(candidate.Document, most > 0 ? Math.Min(1, candidate.Topic / (most * options.EnoughRelevance)) : unscored, request, weights))
            .GroupBy(scored => Reader.Columns.Groups[scored.Document])
            .Select(family => family.MinBy(scored => (-scored.Score, Reader.Columns.Ids[scored.Document]))!)
            .OrderBy(scored => (-scored.Score, Reader.Columns.Ids[scored.Document]));
    }

    private Scored Score(int document, double relevance, ExemplarRequest request, ExemplarParts weights)
    {
        var parts = new ExemplarParts(
            Reader.Columns.PrimaryOf(document) == request.Function ? 1 : options.SecondaryShare,
            relevance * UnitShare(document, request.UnitType),
            qualities.Concreteness(document),
            qualities.Originality(document),
            qualities.Integrity(document),
            qualities.Recency(document));
        return new Scored(document, MeanOf(parts, weights), parts, Misleads: false);
    }

    private double UnitShare(int document, UnitType? wanted) => wanted is null ? 1 : Reader.Columns.UnitTypeOf(document) switch
    {
        null => options.UnknownUnitShare,
        { } type => type == wanted ? 1 : options.OtherUnitShare,
    };

    /// <summary>What each part weighs for a function: concreteness as far as it is known to agree with readers there.</summary>
    public ExemplarParts WeightsFor(Function function) => new(
        options.FunctionWeight, options.RelevanceWeight, Math.Round(options.ConcretenessWeight * concreteness.TrustIn(function), 4),
        options.OriginalityWeight, options.IntegrityWeight, options.RecencyWeight);

    private double MeanOf(ExemplarParts parts, ExemplarParts weights)
    {
        ReadOnlySpan<(double Part, double Weight)> weighted =
        [
            (parts.Function, weights.Function),
            (parts.Relevance, weights.Relevance),
            (parts.Concreteness, weights.Concreteness),
            (parts.Originality, weights.Originality),
            (parts.Integrity, weights.Integrity),
            (parts.Recency, weights.Recency),
        ];
        double sum = 0, total = 0;
        foreach ((double part, double weight) in weighted)
        {
            sum += weight * Math.Log(Math.Max(options.LeastPart, part));
            total += weight;
        }

        return total == 0 ? 0 : Math.Exp(sum / total);
    }

    private Exemplar Show(Scored scored, QueryPlan plan)
    {
        PassageColumns columns = Reader.Columns;
        string text = Reader.Texts.TextOf(scored.Document).ToString();
        return new Exemplar(
            columns.Ids[scored.Document],
            scored.Score,
            scored.Parts,
            columns.Families[scored.Document],
            columns.Copies[scored.Document],
            columns.Damaged[scored.Document] == 1,
            scored.Misleads,
            Highlighter.Marks(text, plan.Atoms),
            ConcreteSigns.Of(text).Evidence);
    }

    private sealed record Scored(int Document, double Score, ExemplarParts Parts, bool Misleads);
}
