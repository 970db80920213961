using JingJian.Text;

namespace JingJian.Archive.Stages;

/// <summary>A source as far as it can be taken without the store.</summary>
/// <param name="Name">Its name.</param>
internal abstract record PreparedSource(string Name)
{
    /// <summary>It was read and analysed.</summary>
    public sealed record Ready(AnalysedSource Analysed) : PreparedSource(Analysed.Source.Name);

    /// <summary>Its content was in the archive before the ingest began; it was not read again.</summary>
    public sealed record Known(string Name, string ContentHash) : PreparedSource(Name);

    /// <summary>It gave no text.</summary>
    public sealed record Refused(string Name, Fault Fault) : PreparedSource(Name);
}
