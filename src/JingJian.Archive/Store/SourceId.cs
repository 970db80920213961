namespace JingJian.Archive.Store;

/// <summary>How a query finds a source by its id: by a range of hashes, so that their index is used.</summary>
internal static class SourceId
{
    /// <summary>True for the row <c>s</c> of <c>source</c> whose id is <c>$1</c>: its hash begins so, and <c>g</c> stands behind all
    /// hexadecimal digits.</summary>
    public const string Matches = "s.hash BETWEEN $1 AND $1 || 'g'";

    /// <summary>True for the rows <c>s</c> of <c>source</c> that a person may mean by <c>$1</c>: by their name, their hash or their id.</summary>
    public const string Meant = $"(s.name = $1 OR s.hash = $1 OR {IsOne})";

    /// <summary>The same as <see cref="Matches"/> where <c>$1</c> may be anything.</summary>
    public const string IsOne = $"(length($1) = 12 AND {Matches})";

    /// <summary>True where a column says something of the source whose id is <c>$1</c>, or of a report, a paragraph or a finding in it.</summary>
    public static string IsAbout(string column) => $"{column} BETWEEN $1 AND $1 || 'g'";
}
