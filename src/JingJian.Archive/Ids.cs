using System.Globalization;

namespace JingJian.Archive;

/// <summary>The names under which sources, reports and blocks are known outside: stable across runs and archives.</summary>
/// <remarks>A source is named by the first 12 digits of its content hash, a report and a block by their place in it:
/// <c>3fa9c1d2e4b5</c>, <c>3fa9c1d2e4b5-r2</c>, <c>3fa9c1d2e4b5-b17</c>.</remarks>
public static class Ids
{
    /// <summary>How many digits of the hash name a source.</summary>
    public const int HashDigits = 12;

    /// <summary>The id of a source.</summary>
    public static string OfSource(string contentHash) => contentHash[..HashDigits];

    /// <summary>The id of a report.</summary>
    public static string OfReport(string sourceId, int index) => string.Create(CultureInfo.InvariantCulture, $"{sourceId}-r{index + 1}");

    /// <summary>The id of a block.</summary>
    public static string OfBlock(string sourceId, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{sourceId}-b{ordinal + 1}");

    /// <summary>The id of the source in which a report or block stands.</summary>
    public static string SourceOf(string id) => id[..HashDigits];

    /// <summary>Reads the id of a report or block; false when it is not of that form.</summary>
    public static bool TryRead(string id, char kind, out string sourceId, out int index)
    {
        sourceId = "";
        index = 0;
        if (id.Length < HashDigits + 3 || id[HashDigits] != '-' || id[HashDigits + 1] != kind
            || !int.TryParse(id.AsSpan(HashDigits + 2), NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
        {
            return false;
        }

        sourceId = id[..HashDigits];
        index = number - 1;
        return true;
    }
}
