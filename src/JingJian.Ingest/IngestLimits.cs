namespace JingJian.Ingest;

/// <summary>What a single file may ask of the service, and of the programs that convert it.</summary>
/// <remarks>Every limit counts what is really read, expanded or used, never what a file says of itself. The limits on expansion,
/// entries and time hold for a file as received with everything packed inside it, however often it is packed.</remarks>
public sealed record IngestLimits
{
    /// <summary>The defaults.</summary>
    public static IngestLimits Default { get; } = new();

    /// <summary>
    /// Largest file read, and largest entry of an archive, in bytes. Default 32 MiB: the largest compilation seen is 0.2 MB, a
    /// whole year of a province's reports about 20 MB, and four copies of the text must fit in memory beside the archive.
    /// </summary>
    public long MaxFileBytes { get; init; } = 32L << 20;

    /// <summary>
    /// Most characters of a source, in UTF-16 units. Default 8,000,000: a whole year of a province's reports has 7 million. The
    /// stages that compare and index take up to 240 bytes for each (measured on random characters).
    /// </summary>
    public int MaxCharacters { get; init; } = 8_000_000;

    /// <summary>Longest line of a source, in UTF-16 units. Default 200,000: a book of 300 pages without a line end; the longest line
    /// seen, a whole report, has 1,698.</summary>
    public int MaxLineCharacters { get; init; } = 200_000;

    /// <summary>Most lines of a source, blank ones not counted. Default 500,000, at about 500 bytes each; a compilation of 30 MB has
    /// 180,000.</summary>
    public int MaxLines { get; init; } = 500_000;

    /// <summary>Most pages of a .pdf. Default 5,000; a yearbook has about 1,000.</summary>
    public int MaxPages { get; init; } = 5_000;

    /// <summary>Most entries of an archive, those of archives inside it included. Default 10,000: one for each day of 27 years.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>Most bytes that a packed file (.zip, .docx) may expand to. Default 256 MiB, eight of the largest files.</summary>
    public long MaxExpandedBytes { get; init; } = 256L << 20;

    /// <summary>
    /// Most bytes that a packed file may expand to, as a multiple of its own; the first mebibyte is free. Default 200: Chinese
    /// text shrinks to a half or a third, the XML of a Word document to a tenth, a bomb to a thousandth.
    /// </summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Most elements in one XML part of a document. Default 1,000,000; a report of 300 pages has about 50,000.</summary>
    public int MaxXmlElements { get; init; } = 1_000_000;

    /// <summary>Deepest nesting of elements in XML. Default 200: a table inside a text box inside a table has about 40.</summary>
    public int MaxXmlDepth { get; init; } = 200;

    /// <summary>Longest time of one conversion. Default 60 s; an ordinary document takes about one.</summary>
    public TimeSpan MaxConverterTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time of all conversions for one file as received. Default 20 minutes.</summary>
    public TimeSpan MaxTotalConverterTime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Largest address space of a converter, in bytes. Default 4 GiB, of which LibreOffice uses about 0.2 as memory.</summary>
    public long MaxConverterMemoryBytes { get; init; } = 4L << 30;

    /// <summary>Where converters (<c>pdftotext</c>, <c>soffice</c>) are looked for: folders as in PATH, which is the default.
    /// Empty: no converter is ever run.</summary>
    public string ConverterFolders { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";
}
