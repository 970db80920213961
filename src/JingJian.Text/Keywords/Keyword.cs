namespace JingJian.Text.Keywords;

/// <summary>A word that characterises a text.</summary>
/// <param name="Word">The word.</param>
/// <param name="Score">Greater is more characteristic; comparable within one text only.</param>
public readonly record struct Keyword(string Word, double Score);
