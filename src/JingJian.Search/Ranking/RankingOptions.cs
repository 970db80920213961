namespace JingJian.Search.Ranking;

/// <summary>The constants of ranking. A score is a sum of parts, so that every part can be shown and bounded.</summary>
/// <remarks>
/// <para><b>Source.</b> BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, without the constant
/// factor k1 + 1, as Lucene has it. The other parts are ours, measured one by one on the judged needs
/// (<c>tools evaluate search</c>); most of them lie on a plateau.</para>
/// </remarks>
public sealed record RankingOptions
{
    /// <summary>How soon more occurrences stop to matter. No unit; 0 or more; default 1.2, the value Lucene uses.</summary>
    public float K1 { get; init; } = 1.2f;

    /// <summary>How much longer paragraphs are held back. 0 to 1; default 0.75, the value Lucene uses.</summary>
    public float B { get; init; } = 0.75f;

    /// <summary>Below this share of the average length a paragraph gains nothing from being short and is held back again, so that one-line headings do not lead. 0 to 1; default 0.5.</summary>
    public float ShortShare { get; init; } = 0.5f;

    /// <summary>What BM25 over the headings above a paragraph counts beside its own text, and of that only the share which the text leaves open: a heading says little more of a paragraph that has the word often. 0 or more; default 0.6.</summary>
    public float HeadingWeight { get; init; } = 0.6f;

    /// <summary>What a string across or inside other words counts beside the same word. 0 to 1; default 0.4, so that true words lead.</summary>
    public float CrossingShare { get; init; } = 0.4f;

    /// <summary>What each different word found adds, in mean idf of the query's words; only with two words up to six, and not in a question. 0 or more; default 0.5, so that two words once each lead one word often.</summary>
    public float PresenceWeight { get; init; } = 0.5f;

    /// <summary>What two neighbouring words of the query add when they touch in the text, in idf of the more common one. 0 or more; default 0.6.</summary>
    public float NearnessWeight { get; init; } = 0.6f;

    /// <summary>The distance in characters at which nearness has halved. Above 0; default 8, about two words.</summary>
    public float NearnessHalf { get; init; } = 8;

    /// <summary>What a word inside a typed one counts beside it. 0 to 1; default 1: who types 护理质量 also wants 提高护理的质量.</summary>
    public float PartWeight { get; init; } = 1;

    /// <summary>What a typed string of several words that no dictionary has as one counts beside these, which are searched too and say most of it. 0 to 1; default 0.7.</summary>
    public float WholeWeight { get; init; } = 0.7f;

    /// <summary>What the words that tell most of the best passages count in a search for one word: their BM25, each by its share of 1, times the best score and this. 0 or more; default 0.2.</summary>
    public float FeedbackWeight { get; init; } = 0.2f;

    /// <summary>What a passage earns for a question that names the sort of unit that reports (医院, 单位), in scores of the best. 0 or more; default 0.4.</summary>
    public float UnitWeight { get; init; } = 0.4f;

    /// <summary>What a word that means the same counts beside the typed one. 0 to 1; default 0.1.</summary>
    public float SynonymWeight { get; init; } = 0.1f;

    /// <summary>What the words of officials count beside those of a question, where what was said tells most. 0 or more; default 1.</summary>
    public float SayingWeight { get; init; } = 1;

    /// <summary>How much less they count where what was said is frequent in the archive, which then writes so itself: their weight times (idf of what was said / the bound of idf) to this power. 0 or more; default 2.</summary>
    public float SayingTelling { get; init; } = 2;

    /// <summary>Of the words that one line of the table of sayings adds the best counts whole, the others this share: they say one thing in several ways, and a passage about their topic in general has many of them. The same holds for the words of like surroundings. 0 to 1; default 0.6.</summary>
    public float OthersShare { get; init; } = 0.6f;

    /// <summary>What a word of like surroundings counts, times its nearness. 0 or more; default 0.15.</summary>
    public float RelatedWeight { get; init; } = 0.15f;

    /// <summary>How many words of like surroundings a question gets at the most. 0 or more; default 12.</summary>
    public int RelatedWords { get; init; } = 12;

    /// <summary>The least nearness of a related word, a cosine. 0 to 1; default 0.35.</summary>
    public float RelatedNearness { get; init; } = 0.35f;

    /// <summary>A word of a question earns no more idf than this: words that hardly ever stand in the archive are the asker's. Above 0; default 5, that of a word in one of 150 paragraphs.</summary>
    public float MostIdfOfQuestion { get; init; } = 5;
}
