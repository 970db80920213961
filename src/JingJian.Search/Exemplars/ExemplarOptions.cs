namespace JingJian.Search.Exemplars;

/// <summary>The constants of exemplar ranking.</summary>
/// <remarks>
/// <para>The score is the weighted geometric mean of six parts, each 0 to 1: a passage must be good in all of them, and a
/// weight says how much a weakness costs. The defaults were chosen on judged needs of drafters, all but the last set (<c>tools evaluate exemplars --tune</c>).</para>
/// </remarks>
public sealed record ExemplarOptions
{
    /// <summary>功能. 0 or more; default 1: who writes a plan has no use for a result.</summary>
    public double FunctionWeight { get; init; } = 1;

    /// <summary>相关. 0 or more; default 2: the topic is what was asked for; ignored without one.</summary>
    public double RelevanceWeight { get; init; } = 2;

    /// <summary>A passage with this share of the best passage's score for the topic is as relevant as can be. Above 0, to 1; default 0.7: the best is often a short one that says little more than the topic.</summary>
    public double EnoughRelevance { get; init; } = 0.7;

    /// <summary>What the headings above a passage count beside its own text when it is held against the topic. 0 or more; default 0.7, more than in search: who writes a section imitates sections of that topic.</summary>
    public double HeadingShare { get; init; } = 0.7;

    /// <summary>How much likeness in meaning to the topic counts in 相关: its power. 0 or more; default 0.6: a list of all that an office did has the words of every topic. 0 for words only.</summary>
    public double MeaningWeight { get; init; } = 0.6;

    /// <summary>What the title of a report counts beside the passage where both are held against the topic in meaning. 0 or more; default 0.7.</summary>
    public double TitleShare { get; init; } = 0.7;

    /// <summary>What 相关 counts of a passage that names no word of the topic soon, nor does the heading next above it. 0 to 1; default 0.85.</summary>
    public double LateShare { get; init; } = 0.85;

    /// <summary>How far "soon" reaches, in UTF-16 units. 1 or more; default 45, about the first two clauses.</summary>
    public int LeadLength { get; init; } = 45;

    /// <summary>具体. 0 or more; default 1: only three in ten practice paragraphs carry a quantity, so this tells most.</summary>
    public double ConcretenessWeight { get; init; } = 1;

    /// <summary>原创. 0 or more; default 0.3: what many units copied teaches little, but a good text may have been copied.</summary>
    public double OriginalityWeight { get; init; } = 0.3;

    /// <summary>完整. 0 or more; default 0.8: a passage without its figures misleads.</summary>
    public double IntegrityWeight { get; init; } = 0.8;

    /// <summary>时效. 0 or more; default 0.2: good practice ages slowly.</summary>
    public double RecencyWeight { get; init; } = 0.2;

    /// <summary>What a passage counts whose second function is the one asked for. 0 to 1; default 0.8.</summary>
    public double SecondaryShare { get; init; } = 0.8;

    /// <summary>完整 of a passage that misleads. 0 to 1; default 0.35: it comes behind all others anyway, with its flag.</summary>
    public double DamagedShare { get; init; } = 0.35;

    /// <summary>完整 of a passage in which only a date is masked. 0 to 1; default 0.9: the writer puts in another date anyway.</summary>
    public double MaskedShare { get; init; } = 0.9;

    /// <summary>What 相关 counts of a passage whose unit is of another sort than the writer's. 0 to 1; default 0.55.</summary>
    public double OtherUnitShare { get; init; } = 0.55;

    /// <summary>The same where the sort of unit is not known. 0 to 1; default 0.6.</summary>
    public double UnknownUnitShare { get; init; } = 0.6;

    /// <summary>The years in which 时效 halves. Above 0; default 6, about one term of office and a bit.</summary>
    public double RecencyHalfLifeYears { get; init; } = 6;

    /// <summary>时效 of a report without a known year. 0 to 1; default 0.5.</summary>
    public double UnknownYearShare { get; init; } = 0.5;

    /// <summary>No part counts less, so that one empty part cannot hide five good ones. Above 0; default 0.05.</summary>
    public double LeastPart { get; init; } = 0.05;

    /// <summary>λ of maximal marginal relevance: what the score counts beside being unlike the passages already chosen. 0 to 1; default 0.7.</summary>
    public double RelevanceOverDiversity { get; init; } = 0.7;

    /// <summary>What the score of a passage counts for each that was chosen before of its report or, where that is known, its unit. 0 to 1; default 0.9: others as good come first, but not what has little to do with the topic.</summary>
    public double RepeatShare { get; init; } = 0.9;

    /// <summary>The shortest passage that can be an exemplar, in UTF-16 units; default 40: less is a heading or a slogan.</summary>
    public int ShortestPassage { get; init; } = 40;

    /// <summary>The same of 导语 and 结尾, in UTF-16 units; default 20: many are one sentence.</summary>
    public int ShortestFrame { get; init; } = 20;

    /// <summary>How many of the best are compared with each other; default 200.</summary>
    public int PoolSize { get; init; } = 200;

    /// <summary>Whether all values are in their ranges.</summary>
    public bool IsSound =>
        new[] { FunctionWeight, RelevanceWeight, ConcretenessWeight, OriginalityWeight, IntegrityWeight, RecencyWeight }.All(weight => weight is >= 0 and <= 100)
        && new[] { SecondaryShare, DamagedShare, MaskedShare, OtherUnitShare, UnknownUnitShare, UnknownYearShare, RelevanceOverDiversity, RepeatShare, LateShare }.All(share => share is >= 0 and <= 1)
        && LeastPart is > 0 and <= 1 && EnoughRelevance is > 0 and <= 1 && HeadingShare is >= 0 and <= 100 && MeaningWeight is >= 0 and <= 100 && TitleShare is >= 0 and <= 100 && LeadLength >= 1 && RecencyHalfLifeYears > 0 && ShortestPassage >= 1 && ShortestFrame >= 1 && PoolSize is >= 1 and <= 10_000;
}
