namespace JingJian.Analysis.Functions;

/// <summary>What sort of thing a feature of a unit is. The number is part of the trained weights: never renumber.</summary>
internal enum FeatureTemplate
{
    /// <summary>One to three characters anywhere in the text.</summary>
    Gram = 1,

    /// <summary>One to three characters in the first 14.</summary>
    HeadGram = 2,

    /// <summary>One to three characters in the last 25.</summary>
    TailGram = 3,

    /// <summary>The first characters of the text after its mark.</summary>
    Start = 4,

    /// <summary>Two characters of the nearest heading above.</summary>
    HeadingGram = 5,

    /// <summary>Two characters of the highest heading above.</summary>
    TopHeadingGram = 6,

    /// <summary>The function of the nearest heading above; its value is the probability.</summary>
    HeadingFunction = 7,

    /// <summary>The function of the highest heading above; its value is the probability.</summary>
    TopHeadingFunction = 8,

    /// <summary>The function that the cue rules give.</summary>
    RuleVote = 9,

    /// <summary>The second function that the cue rules give.</summary>
    RuleSecond = 10,

    /// <summary>A cue of the tables.</summary>
    Cue = 11,

    /// <summary>Place in the report, in twelfths.</summary>
    Place = 12,

    /// <summary>The first five units and the last four.</summary>
    Edge = 13,

    /// <summary>Place among the paragraphs below one heading.</summary>
    SectionPlace = 14,

    /// <summary>Length, in steps of a half power of two.</summary>
    Length = 15,

    /// <summary>The mark at the beginning.</summary>
    Mark = 16,

    /// <summary>The last character.</summary>
    LastCharacter = 17,

    /// <summary>How many figures with a unit.</summary>
    Quantities = 18,

    /// <summary>How many masks, titles in 《》 and terms in quotes.</summary>
    Brackets = 19,

    /// <summary>How often the text speaks of duty, of work done, of tasks ahead; how often it argues.</summary>
    Sign = 20,

    /// <summary>The balance of work done and tasks ahead in the text.</summary>
    Balance = 21,

    /// <summary>The same of the whole section.</summary>
    SectionBalance = 22,

    /// <summary>The same of the whole report.</summary>
    ReportBalance = 23,

    /// <summary>A year that the text names, against the year of the report.</summary>
    Year = 24,

    /// <summary>今年, 去年, 明年 and the like, with the sort of report.</summary>
    TimeWord = 25,

    /// <summary>The sort of document.</summary>
    Document = 26,

    /// <summary>The ground tone of the report, with the place in thirds.</summary>
    Tone = 27,

    /// <summary>The sort of document, with the vote of the rules.</summary>
    DocumentVote = 28,

    /// <summary>What the unit above and the one below are.</summary>
    Neighbour = 29,

    /// <summary>The vote of the rules for the unit above.</summary>
    VoteAbove = 30,

    /// <summary>The vote of the rules for the unit below.</summary>
    VoteBelow = 31,

    /// <summary>Two characters of the report's title.</summary>
    TitleGram = 32,

    /// <summary>Whether the report has headings that name a plan or problems, and where the unit stands to them.</summary>
    Landmark = 33,

    /// <summary>The rank of a heading.</summary>
    Rank = 34,

    /// <summary>The votes of the rules for what stands below a heading; the value is their share.</summary>
    VoteInside = 35,

    /// <summary>What every unit has.</summary>
    Always = 36,

    /// <summary>The function that was decided, for the second function.</summary>
    Primary = 37,

    /// <summary>The probability of a function, for the second function.</summary>
    Probability = 38,

    /// <summary>A stated effect or figure, for the second function.</summary>
    Effect = 39,

    /// <summary>Two characters of the nearest short line above that is no heading but may stand for one.</summary>
    ShortLineGram = 40,

    /// <summary>A heading cue in that line.</summary>
    ShortLineCue = 41,

    /// <summary>The first two characters of a clause.</summary>
    ClauseStart = 42,

    /// <summary>The last two characters of a clause.</summary>
    ClauseEnd = 43,

    /// <summary>The share of clauses with a figure, and how many.</summary>
    ClauseFigures = 44,

    /// <summary>The last three characters before the first stop.</summary>
    FirstSentenceEnd = 45,

    /// <summary>A cue, with the sort of report.</summary>
    GenreCue = 46,

    /// <summary>What the rules say of the nearest heading above.</summary>
    HeadingVote = 47,

    /// <summary>What the rules say of the highest heading above.</summary>
    TopHeadingVote = 48,

    /// <summary>A cue in the nearest or the highest heading above.</summary>
    HeadingCue = 49,

    /// <summary>The place of a text among all texts, one direction each.</summary>
    TextVector = 50,

    /// <summary>The same of its first clause.</summary>
    FirstClauseVector = 51,

    /// <summary>The same of its last clause.</summary>
    LastClauseVector = 52,

    /// <summary>The same of the unit above.</summary>
    AboveVector = 53,

    /// <summary>The same of the unit below.</summary>
    BelowVector = 54,

    /// <summary>The same of the whole report.</summary>
    ReportVector = 55,

    /// <summary>The same of the nearest heading above.</summary>
    HeadingVector = 56,

    /// <summary>The same of the highest heading above.</summary>
    TopHeadingVector = 57,

    /// <summary>Four characters anywhere in the text.</summary>
    FourGram = 58,
}
