using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>What a repair undoes.</summary>
public enum RepairKind
{
    /// <summary>A line break in mid-sentence.</summary>
    SoftBreak,

    /// <summary>A quotation mark with a backslash: \"阳光\".</summary>
    EscapedQuote,

    /// <summary>A mark that stands for a quotation mark: ‚ ‛, a straight one, a closing one that opens.</summary>
    WrongQuote,

    /// <summary>A full stop of ASCII that a web site put between two letters: 的.重要.</summary>
    InsertedStop,

    /// <summary>A backtick between letters.</summary>
    Backtick,

    /// <summary>A word that stands twice: 提高提高.</summary>
    DoubledWord,

    /// <summary>A punctuation mark that stands twice, or a comma before a full stop.</summary>
    DoubledPunctuation,

    /// <summary>Letters and digits of full width, punctuation of half width among Chinese letters.</summary>
    Width,

    /// <summary>Blanks inside a sentence.</summary>
    Blank,

    /// <summary>The asterisks with which Markdown sets the first words of a paragraph in bold: **食堂一天也没有停。**</summary>
    Markup,
}

/// <summary>One place where the text as a person would write it differs from the source.</summary>
/// <param name="Kind">What it undoes.</param>
/// <param name="Source">The stretch of the decoded source; never empty.</param>
/// <param name="Replacement">What stands there after the repair; empty when it is dropped.</param>
public sealed record Repair(RepairKind Kind, TextSpan Source, string Replacement);
