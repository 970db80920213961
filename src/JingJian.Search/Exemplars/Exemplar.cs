using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;

namespace JingJian.Search.Exemplars;

/// <summary>Which passages are wanted as best practice.</summary>
/// <param name="Function">The function of the section being written.</param>
public sealed record ExemplarRequest(Function Function)
{
    /// <summary>What the section is about, or null for any topic.</summary>
    public Query? Topic { get; init; }

    /// <summary>How many to give. 1 to 200; default 10.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Which units to take passages from, by name; null for all. An empty name is an unknown unit.</summary>
    public Func<string, bool>? Organisations { get; init; }

    /// <summary>Which years, or null for all.</summary>
    public YearRange? Years { get; init; }

    /// <summary>Only documents of this sort, or null for all.</summary>
    public DocumentType? Type { get; init; }

    /// <summary>The sort of unit that writes: passages of its like lead, others stay. Null for no difference.</summary>
    public UnitType? UnitType { get; init; }

    /// <summary>What is wrong with a passage of which the index knows that something is; without it that counts as the worst.</summary>
    public Func<long, Damage>? DamageOf { get; init; }
}

/// <summary>The passages found.</summary>
/// <param name="Exemplars">In the order to show them: good ones first, each unlike those before.</param>
/// <param name="Candidates">How many paragraphs could have been chosen.</param>
/// <param name="TopicFound">Whether the topic stands in any passage of the function; when it does not, the exemplars ignore it.</param>
/// <param name="Dropped">Words of the topic that stand nowhere.</param>
public sealed record ExemplarResult(
    ImmutableArray<Exemplar> Exemplars,
    int Candidates,
    bool TopicFound,
    ImmutableArray<DroppedWord> Dropped);

/// <summary>One passage offered as best practice.</summary>
/// <param name="PassageId">The passage.</param>
/// <param name="Score">0 to 1: the weighted geometric mean of the parts.</param>
/// <param name="Parts">What it is made of.</param>
/// <param name="Family">Its family in the archive, or -1.</param>
/// <param name="Copies">How many copies the archive has of it, itself included.</param>
/// <param name="Damaged">Whether something is wrong with it that a reader must know.</param>
/// <param name="Misleading">Whether what it says cannot be relied on: lost figures, a date that somebody filled in, a lost beginning or end.</param>
/// <param name="Highlights">Words of the topic in the text.</param>
/// <param name="Evidence">What makes it concrete: quantities, named mechanisms, titles.</param>
public sealed record Exemplar(
    long PassageId,
    double Score,
    ExemplarParts Parts,
    int Family,
    int Copies,
    bool Damaged,
    bool Misleading,
    ImmutableArray<TextSpan> Highlights,
    ImmutableArray<TextSpan> Evidence);

/// <summary>The parts of an exemplar's score, each 0 to 1.</summary>
/// <param name="Function">功能: 1 for its first function, less for its second.</param>
/// <param name="Relevance">相关: BM25 of the topic beside the best candidate, less for what means something else, names the topic late or is of another sort of unit; 1 without a topic.</param>
/// <param name="Concreteness">具体: how useful readers find passages of its kind, learned.</param>
/// <param name="Originality">原创: 1 when no other unit has it, falling with each that does.</param>
/// <param name="Integrity">完整: 1 when sound, little less when only a date is masked, least when it misleads.</param>
/// <param name="Recency">时效: 1 for the newest year of the archive.</param>
public sealed record ExemplarParts(
    double Function,
    double Relevance,
    double Concreteness,
    double Originality,
    double Integrity,
    double Recency);
