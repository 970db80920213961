namespace JingJian.Archive.Views;

/// <summary>What a person said about a source or a report.</summary>
/// <param name="Target">Id of the source or report.</param>
/// <param name="Name">File name of the source; with the report's title for a report; empty when the archive no longer has it.</param>
/// <param name="Kind">own, superior, template or quotable.</param>
/// <param name="Label">The same in Chinese: 本单位、上级文件、模板网站、准予引用.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="NotedAt">When it was said.</param>
public sealed record MarkView(string Target, string Name, string Kind, string Label, string Reason, string NotedAt);

/// <summary>Matches that a person took out of the figures.</summary>
/// <param name="Id">Its number.</param>
/// <param name="A">A source, report or paragraph.</param>
/// <param name="B">Another; empty when all matches of A are excluded.</param>
/// <param name="Reason">Why.</param>
/// <param name="NotedAt">When.</param>
public sealed record ExclusionView(long Id, string A, string B, string Reason, string NotedAt);
