namespace JingJian.Text.Lexicons;

/// <summary>The names of the sections of a lexicon file.</summary>
internal static class LexiconSections
{
    /// <summary>Two doubles: median IDF, total frequency.</summary>
    public const string Totals = "TOTL";

    /// <summary>UTF-16 units; the unit at i has code i + 1.</summary>
    public const string Alphabet = "ALPH";

    /// <summary>The double array.</summary>
    public const string Units = "UNIT";

    /// <summary>Frequency by value.</summary>
    public const string Frequencies = "FREQ";

    /// <summary>Logarithm of frequency / total, by value; value 0 counts as frequency 1.</summary>
    public const string Scores = "SCOR";

    /// <summary>Index into the tags, by unit.</summary>
    public const string TagOf = "TAGO";

    /// <summary>The tags, one a line.</summary>
    public const string Tags = "TAGS";

    /// <summary>Index into the IDF values, by unit; 0 for none.</summary>
    public const string IdfOf = "IDFO";

    /// <summary>The IDF values.</summary>
    public const string Idfs = "IDFS";

    /// <summary>Start probabilities of the character model.</summary>
    public const string Start = "HMMS";

    /// <summary>Its transition probabilities.</summary>
    public const string Transition = "HMMT";

    /// <summary>Its emission probabilities, four by code.</summary>
    public const string Emission = "HMME";

    /// <summary>Words that are divided into characters when the character model finds them, one a line.</summary>
    public const string Divided = "DIVD";

    /// <summary>The states of the tag model, one a line. This and the following sections may be missing.</summary>
    public const string TagStates = "TGST";

    /// <summary>Its start probabilities.</summary>
    public const string TagStart = "TGSS";

    /// <summary>Its transition probabilities, from-state by from-state.</summary>
    public const string TagTransition = "TGTR";

    /// <summary>The first emission by code, and the end.</summary>
    public const string TagEmissionFirst = "TGEF";

    /// <summary>State of an emission; the highest bit marks a candidate.</summary>
    public const string TagEmissionStates = "TGES";

    /// <summary>Score of an emission.</summary>
    public const string TagEmissionScores = "TGEP";
}
