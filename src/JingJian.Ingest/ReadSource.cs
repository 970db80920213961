using JingJian.Text;

namespace JingJian.Ingest;

/// <summary>What became of one source: a file, or an entry of an archive.</summary>
/// <param name="Name">Its name; in an archive <c>archive.zip/entry</c>.</param>
/// <param name="Text">Its text, or why there is none.</param>
public sealed record ReadSource(string Name, Result<SourceText> Text);
