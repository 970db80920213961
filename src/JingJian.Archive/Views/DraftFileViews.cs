using JingJian.Text;

namespace JingJian.Archive.Views;

/// <summary>Where words of a draft are from.</summary>
/// <param name="Text">The source as a person writes it down: report, file, line.</param>
/// <param name="At">Offset in the draft behind the words that are from there; null when nobody knows any more.</param>
public sealed record DraftCitation(string Text, int? At = null);

/// <summary>A draft to be laid out as an official document.</summary>
/// <param name="Text">Its text, a paragraph a line.</param>
/// <param name="Citations">What becomes its endnotes.</param>
public sealed record DraftFile(string Text, IReadOnlyList<DraftCitation> Citations)
{
    /// <summary>The most endnotes.</summary>
    public const int MostCitations = 500;

    /// <summary>The longest endnote.</summary>
    public const int LongestCitation = 1000;

    /// <summary>Why it cannot be laid out; null when it can.</summary>
    public Fault? Refusal() =>
        new DraftWish("", Text).Refusal()
        ?? (Citations.Count > MostCitations ? new Fault("draft.citations", $"出处太多（{Citations.Count} 条），最多 {MostCitations} 条。")
            : Citations.Any(citation => string.IsNullOrWhiteSpace(citation?.Text) || citation.Text.Length > LongestCitation)
                ? new Fault("draft.citation", $"每条出处应有文字，最多 {LongestCitation} 个字。")
            : null);
}
