using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Reads what a report says of itself.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; measured on <c>corpus/labels/metadata.tsv</c>. Each fact is looked for where reports state it, the
/// surest place first: title, byline and date of delivery, signature, opening, body.</para>
/// <para><b>Guarantee.</b> Each statement names the stretch of the source that it was read from.</para>
/// </remarks>
internal static class FactsReader
{
    /// <summary>Reads the facts of a report.</summary>
    public static ReportFacts Read(ReportParts parts, DocumentType type)
    {
        Statement<string>? date = SignatureFacts.Date(parts);
        Statement<string>? unit = UnitFacts.Name(parts);
        Statement<string>? place = UnitFacts.Place(parts, unit);
        Statement<UnitType>? unitType = UnitKinds.Type(parts, unit);
        return new ReportFacts(
            Title(parts),
            PeriodFacts.Read(parts, type, date),
            unit,
            unitType,
            UnitKinds.Level(parts, unit, place),
            place,
            SignatureFacts.Author(parts),
            date);
    }

    /// <summary>A title that a compilation numbers through may be the site's, not the report's.</summary>
    private static Statement<string>? Title(ReportParts parts)
    {
        if (parts.TitleBlock is not { } block || parts.Title.Length == 0)
        {
            return null;
        }

        int at = block.Text.Text.IndexOf(parts.Title, StringComparison.Ordinal);
        return new Statement<string>(
            parts.Title, at < 0 ? block.Source : block.Text.ToSource(new Text.TextSpan(at, parts.Title.Length)), parts.HasOwnTitle ? 0.95 : 0.7);
    }

    /// <summary>A statement made by a group of a match in a block's text.</summary>
    public static Statement<T> State<T>(T value, Block block, Capture capture, double confidence, int offset = 0) =>
        new(value, block.Text.ToSource(new Text.TextSpan(offset + capture.Index, capture.Length)), confidence);
}
