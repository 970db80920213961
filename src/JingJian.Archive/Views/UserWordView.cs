namespace JingJian.Archive.Views;

/// <summary>A line of the archive's own words.</summary>
/// <param name="Id">What it is removed by; it follows from the line.</param>
/// <param name="Line">The line as it stands in the table: the word, perhaps its frequency and part of speech.</param>
/// <param name="Word">The word.</param>
/// <param name="Understood">Whether it can be read. As long as one line cannot, none is in force.</param>
public sealed record UserWordView(string Id, string Line, string Word, bool Understood);
