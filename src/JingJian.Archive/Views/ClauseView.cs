using JingJian.Analysis.Functions;

namespace JingJian.Archive.Views;

/// <summary>A stretch of a paragraph that states a result or a quantity.</summary>
/// <param name="Sense"><c>result</c> or <c>quantity</c>.</param>
/// <param name="Start">Where it begins in the paragraph's text.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Text">Its words.</param>
public sealed record ClauseView(string Sense, int Start, int End, string Text)
{
    /// <summary>The view of a mark.</summary>
    public static ClauseView Of(ClauseMark mark, string text) => new(
        mark.Sense == ClauseSense.Result ? "result" : "quantity", mark.Span.Start, mark.Span.End, text[mark.Span.Start..mark.Span.End]);
}
