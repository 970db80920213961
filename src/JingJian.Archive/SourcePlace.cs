using JingJian.Analysis.Reuse;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Turns places in paragraphs into offsets in the decoded sources, as evidence is cited.</summary>
internal static class SourcePlace
{
    /// <summary>Start and end in A, start and end in B.</summary>
    public static int[] At(TextSpan a, TextSpan b, MappedText textA, MappedText textB)
    {
        TextSpan inA = In(textA, a), inB = In(textB, b);
        return [inA.Start, inA.End, inB.Start, inB.End];
    }

    /// <summary>A change as it is shown.</summary>
    public static ChangeView Of(ReuseChange change, MappedText a, MappedText b) =>
        new(Names.Of(change.Type), change.From, change.To, At(change.A, change.B, a, b));

    /// <summary>A span; an empty one (where something was inserted or deleted) is the place between two characters.</summary>
    public static TextSpan In(MappedText text, TextSpan span) => span switch
    {
        { Length: > 0 } => text.ToSource(span),
        _ when span.Start < text.Text.Length => new TextSpan(text.ToSource(span.Start), 0),
        _ => new TextSpan(text.ToSource(text.Text.Length - 1) + 1, 0),
    };
}
