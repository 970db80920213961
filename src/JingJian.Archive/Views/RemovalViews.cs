namespace JingJian.Archive.Views;

/// <summary>A source that was removed.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Hash">The hash of its content.</param>
/// <param name="Reports">How many reports went with it.</param>
/// <param name="Paragraphs">How many paragraphs.</param>
public sealed record RemovalView(string Source, string Name, string Hash, int Reports, int Paragraphs);

/// <summary>A source that must be kept.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Reason">Why.</param>
/// <param name="NotedAt">Since when.</param>
public sealed record HoldView(string Source, string Name, string Reason, string NotedAt);
