namespace JingJian.Search.Indexing;

/// <summary>The sections of a segment. Stored by number: never renumber, never reuse.</summary>
internal enum SectionId
{
    Counts = 1,
    PassageIds = 2,
    Primary = 3,
    Secondary = 4,
    Years = 5,
    OrganisationOf = 6,
    OrganisationStarts = 7,
    OrganisationChars = 8,
    Reports = 9,
    Sources = 10,
    Families = 11,
    Copies = 12,
    Damaged = 13,
    HeadingOf = 14,
    Groups = 15,

    /// <summary>As bits, only where there are any: documents that were deleted.</summary>
    Deleted = 16,

    /// <summary>As bits, only where there are any: heading paths that no document has, or that stand in an earlier segment too.</summary>
    DeletedHeadings = 17,

    /// <summary>As bits, only where there are any: documents of families that are not neighbours.</summary>
    Scattered = 18,

    /// <summary>In a segment: the number of the heading path of each document in this segment.</summary>
    OwnHeadingOf = 19,

    DocumentTypes = 20,
    UnitTypes = 21,
    Originality = 22,
    Undecided = 23,

    /// <summary>How many quantities each document states; 255 stands for more, too.</summary>
    Quantities = 24,

    /// <summary>In a segment: the same of its documents.</summary>
    OwnQuantities = 25,

    /// <summary>Base of the sections of the paragraph texts; see <see cref="FieldSection"/>.</summary>
    TextField = 32,

    /// <summary>Base of the sections of the heading paths.</summary>
    HeadingField = 48,
}

/// <summary>The sections of one field, added to the field's base number.</summary>
internal enum FieldSection
{
    Summary = 0,
    TextStarts = 8,
    TextChars = 9,
    TermIndex = 10,
    TermBlocks = 11,
    Postings = 12,
    Lengths = 13,
}

/// <summary>The frame of a segment: what stands where, and the proof that it is undamaged.</summary>
/// <remarks>
/// <para>Little-endian throughout:</para>
/// <code>
/// 0   magic, 8 bytes        8   version, int     12  number of sections, int
/// 16  length of all, long   24  checksum of bytes 0–23 and of the directory
/// 32  directory, 32 bytes a section: id, 0, offset, length, checksum of the section and its padding
///     sections, each at a multiple of 8, each followed by 8 to 15 zero bytes that may be read past its end
/// </code>
/// </remarks>
internal static class SegmentFormat
{
    public const int Version = 3;
    public const int HeaderSize = 32;
    public const int EntrySize = 32;

    /// <summary>Not text, and broken by any transfer that changes line ends.</summary>
    public static ReadOnlySpan<byte> Magic => [0x8A, (byte)'J', (byte)'J', (byte)'I', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>The room that a section of this length takes with its padding.</summary>
    public static long Padded(long length) => (length + PackedInts.ReadAhead + 7) / 8 * 8;
}
