using System.Globalization;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Words of a paragraph as people are shown them: without the marks at their ends that belong to what is left out.</summary>
/// <remarks><para>What two paragraphs share may begin with the bracket of a number, as behind 一 in （一）困难职工帮扶, or end with the bracket before
/// a name. Without these marks it has the same letters, so the figures of audits, which count letters, stay what they are; checks of drafts
/// count the words as shown.</para></remarks>
/// <param name="At">Where they stand in the paragraph's own text.</param>
/// <param name="InSource">Where they stand in the decoded source.</param>
/// <param name="Text">The words.</param>
internal readonly record struct QuotedWords(TextSpan At, TextSpan InSource, string Text)
{
    private const string Stops = "，、。；：！？,.;:!?";

    /// <summary>The words of a span.</summary>
    public static QuotedWords Of(MappedText text, TextSpan span)
    {
        TextSpan at = Trimmed(text.Text, span);
        return new QuotedWords(at, SourcePlace.In(text, at), at.In(text.Text).ToString());
    }

    private static TextSpan Trimmed(string text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && EndsSomething(text[start]))
        {
            start++;
        }

        while (start < end && BeginsSomething(text[end - 1]))
        {
            end--;
        }

        return start < end ? TextSpan.Between(start, end) : span;
    }

    private static bool EndsSomething(char mark) => Stops.Contains(mark, StringComparison.Ordinal)
        || char.GetUnicodeCategory(mark) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.SpaceSeparator;

    private static bool BeginsSomething(char mark) =>
        char.GetUnicodeCategory(mark) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.SpaceSeparator;
}
