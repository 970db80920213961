namespace JingJian.Archive.Store;

/// <summary>How a query finds a source by its id.</summary>
internal static class SourceId
{
    /// <summary>True for the row <c>s</c> of <c>source</c> whose id is <c>$1</c>: its hash begins so, and <c>g</c> stands behind all
    /// hexadecimal digits. So written, the index of the hashes is used.</summary>
    public const string Matches = "s.hash BETWEEN $1 AND $1 || 'g'";
}
