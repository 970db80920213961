using JingJian.Search.Indexing;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>How a word came into a search.</summary>
public enum WordOrigin
{
    /// <summary>It is typed.</summary>
    Typed,

    /// <summary>It is a word inside a typed one: 护理 in 护理质量.</summary>
    Part,

    /// <summary>It means the same as a typed word.</summary>
    Synonym,

    /// <summary>It is how officials write what was typed.</summary>
    Saying,

    /// <summary>It stands in like surroundings.</summary>
    Related,
}

/// <summary>One word or string of a query, looked up: where it stands and what it is worth there.</summary>
internal sealed class Atom(QueryWord word, DocumentList inText, HeadingHits inHeadings, float idf)
{
    public QueryWord Word { get; } = word;

    /// <summary>The string that is searched for; folded.</summary>
    public string Text => Word.Text;

    /// <summary>The paragraphs with it.</summary>
    public DocumentList InText { get; } = inText;

    /// <summary>The headings with it.</summary>
    public HeadingHits InHeadings { get; } = inHeadings;

    public float Idf { get; } = idf;

    /// <summary>Whether an occurrence count of 0 means "inside other words only" and earns less.</summary>
    public bool PrefersWords { get; init; }

    /// <summary>How it came into the search; what is not typed ranks and finds, but is not counted.</summary>
    public WordOrigin Origin { get; init; }

    /// <summary>Words with one number say one thing in several ways; null for a word of its own.</summary>
    public int? Concept { get; init; }

    /// <summary>What it adds to each document that has it, anywhere.</summary>
    public float Presence { get; set; }

    public bool IsFound => InText.Count > 0 || InHeadings.Any;

    /// <summary>What a paragraph earns, without <see cref="Presence"/>.</summary>
    public float TextScore(Bm25 texts, int occurrences, byte length) => texts.Score(Idf, occurrences, length, PrefersWords);

    /// <summary>What the headings above a paragraph add, 0 or more: of their worth the share that its text leaves open.</summary>
    /// <param name="heading">The number of their path.</param>
    /// <param name="textScore">What the text earns, at most <see cref="Idf"/>.</param>
    public float HeadingScore(int heading, float textScore) => InHeadings.ScoreOf(heading) * (textScore > 0 ? 1 - (textScore / Idf) : 1);
}
