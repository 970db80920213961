namespace JingJian.Archive.Views;

/// <summary>What exemplars to look for.</summary>
/// <param name="Function">Name of a function, English or Chinese.</param>
public sealed record ExemplarWish(string Function)
{
    /// <summary>Words the exemplar should be about; null for any.</summary>
    public string? Topic { get; init; }

    /// <summary>The sort of unit that writes, English or Chinese: passages of its like lead. Null for no difference.</summary>
    public string? UnitType { get; init; }

    /// <summary>Only documents of this sort, English or Chinese; null for all.</summary>
    public string? Type { get; init; }

    /// <summary>How many, 1 to 100.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Whether to show each as a template, too.</summary>
    public bool Templates { get; init; }

    /// <summary>Whether to show the names, telephone and identity numbers of persons, for which the asker needs a permission.</summary>
    public bool ShowPersons { get; init; }
}

/// <summary>A passage as a template: what it says of one unit only is empty.</summary>
/// <param name="Text">The whole: 〔待补：金额〕 where something is to be put in.</param>
/// <param name="Open">How many empty slots it has: while there is one, the text is not finished.</param>
/// <param name="Parts">Its stretches in order.</param>
public sealed record TemplateView(string Text, int Open, IReadOnlyList<TemplateSlotView> Parts);

/// <summary>A stretch of a template.</summary>
/// <param name="Text">Words to keep, or the sign of the empty slot.</param>
/// <param name="Slot">year, date, money, quantity, percentage, ordinal, person, organisation, place, title, programme, contact, content; null for words to keep.</param>
/// <param name="Varies">Whether copies of the passage in the archive differ there.</param>
public sealed record TemplateSlotView(string Text, string? Slot, bool Varies);

/// <summary>The parts of an exemplar's score, each 0 to 1, or their weights.</summary>
/// <param name="Function">功能: how surely it has the function.</param>
/// <param name="Relevance">相关: how well it fits the topic.</param>
/// <param name="Concreteness">具体: figures, named mechanisms, rules.</param>
/// <param name="Originality">原创: few copies elsewhere.</param>
/// <param name="Integrity">完整: not damaged.</param>
/// <param name="Recency">时效: how recent its report is.</param>
public sealed record ExemplarPartsView(
    double Function, double Relevance, double Concreteness, double Originality, double Integrity, double Recency);

/// <summary>One exemplar.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Source">File name.</param>
/// <param name="Line">First line.</param>
/// <param name="LineEnd">Last line.</param>
/// <param name="Report">Title of its report.</param>
/// <param name="ReportId">Id of its report.</param>
/// <param name="Paragraph">Id of the paragraph.</param>
/// <param name="Year">Year of the report.</param>
/// <param name="Organisation">Unit of the report.</param>
/// <param name="Function">What it does.</param>
/// <param name="Secondary">What else, or null.</param>
/// <param name="Score">Its score.</param>
/// <param name="Parts">What the score is made of.</param>
/// <param name="Family">Id of its family, or null.</param>
/// <param name="Copies">How many copies the archive has.</param>
/// <param name="Damage">Flags; a damaged passage is no evidence.</param>
/// <param name="Text">The paragraph; names, telephone and identity numbers of persons are masked unless they were asked for.</param>
/// <param name="Highlights">Start and end of each word of the topic in the text.</param>
/// <param name="Evidence">Start and end of what makes it concrete: quantities, named mechanisms, titles.</param>
public sealed record ExemplarView(
    int Rank, string Source, int Line, int LineEnd, string Report, string ReportId, string Paragraph, int? Year, string? Organisation,
    string Function, string? Secondary, double Score, ExemplarPartsView Parts, string? Family, int Copies, IReadOnlyList<string> Damage, string Text,
    IReadOnlyList<IReadOnlyList<int>> Highlights, IReadOnlyList<IReadOnlyList<int>> Evidence)
{
    /// <summary>Whether what it says cannot be relied on: lost figures, a date that somebody filled in, a lost beginning or end.</summary>
    public bool Misleading { get; init; }

    /// <summary>The headings above it, outermost first.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>The same as a template; null unless asked for.</summary>
    public TemplateView? Template { get; init; }
}

/// <summary>The exemplars found.</summary>
/// <param name="Notes">What a person should know, in Chinese: the topic stands nowhere.</param>
/// <param name="Weights">What each part of a score weighs: the score is their weighted geometric mean.</param>
/// <param name="Exemplars">Good ones first, each unlike those before; those that mislead last.</param>
public sealed record ExemplarsView(IReadOnlyList<string> Notes, ExemplarPartsView Weights, IReadOnlyList<ExemplarView> Exemplars);
