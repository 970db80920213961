using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace JingJian.Text;

/// <summary>A run of characters that stands in a text as it stands in its source.</summary>
/// <param name="TextStart">Where the run starts in the text.</param>
/// <param name="SourceStart">Where it starts in the source.</param>
public readonly record struct TextPiece(int TextStart, int SourceStart);

/// <summary>A text made from stretches of a source, with the way back to it.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Every character of <see cref="Text"/> is one character of the source; the pieces are in
/// order in both. So a passage of the text always names the smallest stretch of the source that contains it.</para>
/// <para>Example: the source lines <c>　一是加强管</c> and <c>理。</c> give the text <c>一是加强管理。</c> with two pieces.</para>
/// </remarks>
public sealed class MappedText
{
    private readonly ImmutableArray<TextPiece> pieces;

    /// <summary>Joins a text and its pieces; the first piece starts at 0 unless the text is empty.</summary>
    public MappedText(string text, ImmutableArray<TextPiece> pieces)
    {
        Debug.Assert(text.Length == 0 || (pieces.Length > 0 && pieces[0].TextStart == 0), "The pieces do not cover the text.");
        Text = text;
        this.pieces = pieces;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The pieces, in order.</summary>
    public ImmutableArray<TextPiece> Pieces => pieces;

    /// <summary>Copies stretches of <paramref name="source"/>, in order, into one text.</summary>
    public static MappedText From(string source, params ReadOnlySpan<TextSpan> stretches)
    {
        var text = new StringBuilder();
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>(stretches.Length);
        foreach (TextSpan stretch in stretches)
        {
            if (stretch.Length > 0)
            {
                pieces.Add(new TextPiece(text.Length, stretch.Start));
                text.Append(stretch.In(source));
            }
        }

        return new MappedText(text.ToString(), pieces.ToImmutable());
    }

    /// <summary>The source position of the character at <paramref name="offset"/>.</summary>
    public int ToSource(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(offset, Text.Length);
        int low = 0, high = pieces.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (pieces[middle].TextStart <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return pieces[low].SourceStart + (offset - pieces[low].TextStart);
    }

    /// <summary>The smallest stretch of the source that holds the characters of a non-empty <paramref name="span"/>.</summary>
    public TextSpan ToSource(TextSpan span) => TextSpan.Between(ToSource(span.Start), ToSource(span.End - 1) + 1);
}
