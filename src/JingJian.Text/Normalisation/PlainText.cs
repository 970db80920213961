using System.Collections.Immutable;
using System.Text;

namespace JingJian.Text.Normalisation;

/// <summary>A text in which characters that mean the same are the same, with the way back to the text it was made from.</summary>
/// <remarks>
/// <para>Example: <c>２０２１年，完成投资１５㎡“达标”</c> gives <c>2021年,完成投资15m2"达标"</c>; the span of <c>m2</c> leads back to <c>㎡</c>.</para>
/// <para><b>Guarantee.</b> Each character of the source becomes zero or more characters here, in order and apart from its
/// neighbours, so spans map exactly in both directions. What would cut a surrogate pair, or a character that several
/// stand for, is widened to the whole. A lone surrogate stays as it is. Letters keep their case.</para>
/// <para><b>Cost.</b> Linear; a mapping costs a binary search among the characters whose length changed.</para>
/// <para><b>Threads.</b> Immutable.</para>
/// </remarks>
public sealed class PlainText
{
    private readonly ImmutableArray<Change> changes;

    private PlainText(string source, string text, ImmutableArray<Change> changes)
    {
        Source = source;
        Text = text;
        this.changes = changes;
    }

    /// <summary>The text it was made from.</summary>
    public string Source { get; }

    /// <summary>The plain text.</summary>
    public string Text { get; }

    /// <summary>Makes the plain form of a text.</summary>
    public static PlainText Of(string source)
    {
        var text = new StringBuilder(source.Length);
        ImmutableArray<Change>.Builder changes = ImmutableArray.CreateBuilder<Change>();
        for (int at = 0; at < source.Length;)
        {
            if (PlainForms.IsPlain(source[at]) || !Rune.TryGetRuneAt(source, at, out Rune character))
            {
                text.Append(source[at]);
                at++;
                continue;
            }

            string plain = PlainForms.Of(character);
            int length = character.Utf16SequenceLength;
            if (length != 1 || plain.Length != 1)
            {
                changes.Add(new Change(text.Length, plain.Length, at, length));
            }

            text.Append(plain);
            at += length;
        }

        return new PlainText(source, text.ToString(), changes.DrainToImmutable());
    }

    /// <summary>The smallest stretch of the source that the characters of <paramref name="span"/> were made from.</summary>
    /// <param name="span">A span of <see cref="Text"/>; an empty one gives an empty stretch.</param>
    public TextSpan ToSource(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Text.Length, nameof(span));
        int start = span.Start == Text.Length ? Source.Length : CharacterAt(span.Start).Start;
        return span.Length == 0 ? new TextSpan(start, 0) : TextSpan.Between(start, CharacterAt(span.End - 1).End);
    }

    /// <summary>What the characters of a stretch of the source became; empty where all of them vanished.</summary>
    /// <param name="stretch">A span of <see cref="Source"/>; an empty one gives an empty span.</param>
    public TextSpan FromSource(TextSpan stretch)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stretch.End, Source.Length, nameof(stretch));
        int start = MadeFrom(stretch.Start).Start;
        return stretch.Length == 0 ? new TextSpan(start, 0) : TextSpan.Between(start, MadeFrom(stretch.End - 1).End);
    }

    /// <summary>The character of the source that a unit of the text came from.</summary>
    private TextSpan CharacterAt(int offset)
    {
        int index = LastChange(offset, static change => change.TextStart);
        Change change = index < 0 ? default : changes[index];
        return offset < change.TextStart + change.TextLength
            ? new TextSpan(change.SourceStart, change.SourceLength)
            : new TextSpan(change.SourceStart + change.SourceLength + offset - change.TextStart - change.TextLength, 1);
    }

    /// <summary>What the character around a unit of the source became; the empty span at the end for the end of the source.</summary>
    private TextSpan MadeFrom(int offset)
    {
        int index = LastChange(offset, static change => change.SourceStart);
        Change change = index < 0 ? default : changes[index];
        int after = offset - change.SourceStart - change.SourceLength;
        return after < 0 ? new TextSpan(change.TextStart, change.TextLength)
            : new TextSpan(change.TextStart + change.TextLength + after, offset < Source.Length ? 1 : 0);
    }

    private int LastChange(int offset, Func<Change, int> startOf)
    {
        int low = 0, high = changes.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (startOf(changes[middle]) <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>A character of the source that is not one unit, or does not become one unit.</summary>
    private readonly record struct Change(int TextStart, int TextLength, int SourceStart, int SourceLength);
}
