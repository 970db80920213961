namespace JingJian.Archive.Views;

/// <summary>A line of the archive's own synonyms.</summary>
/// <param name="Id">What it is removed by; it follows from the line.</param>
/// <param name="Line">The line as it stands in the table.</param>
/// <param name="Understood">Whether it can be read. As long as one line cannot, none is in force.</param>
public sealed record SynonymView(string Id, string Line, bool Understood);
