namespace JingJian.Archive.Views;

/// <summary>A backup that was made or restored.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="MadeAt">When it was made, in UTC.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Bytes">How large they are together.</param>
/// <param name="Sources">How many sources the archive had.</param>
/// <param name="Reports">How many reports.</param>
/// <param name="Paragraphs">How many paragraphs.</param>
public sealed record BackupView(string Folder, string MadeAt, int Files, long Bytes, int Sources, int Reports, int Paragraphs);

/// <summary>One thing that a checkup looked at.</summary>
/// <param name="Name">What: store, sources, index, reuse, models, log, converters, disk, permissions, leftovers.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="State">good, mended, warning or bad.</param>
/// <param name="Message">What was found, in Chinese.</param>
public sealed record CheckView(string Name, string Label, string State, string Message);
