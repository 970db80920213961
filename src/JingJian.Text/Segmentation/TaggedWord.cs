namespace JingJian.Text.Segmentation;

/// <summary>A word with its part of speech.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Tag">Its part of speech in jieba's notation, for example <c>n</c>, <c>ns</c>, <c>v</c>; <c>x</c> where it has none.</param>
public readonly record struct TaggedWord(TextSpan Span, string Tag);
