namespace JingJian.Archive.Exports;

/// <summary>A report made of headings and tables, before it is written in a format.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Lead">What it says in a sentence.</param>
/// <param name="Sections">Its tables.</param>
/// <param name="Provenance">What it was made from.</param>
internal sealed record TableReport(
    string Title, string Lead, IReadOnlyList<TableSection> Sections, IReadOnlyList<(string Name, string Value)> Provenance);

/// <summary>A heading with a table.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Note">How to read the table; may be empty.</param>
/// <param name="Columns">What stands in each column.</param>
/// <param name="Rows">The rows, a cell a column.</param>
internal sealed record TableSection(string Heading, string Note, IReadOnlyList<TableColumn> Columns, IReadOnlyList<ReportCell[]> Rows);

/// <summary>A column.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Share">How much of the width it takes, in relation to the others.</param>
internal readonly record struct TableColumn(string Name, int Share = 1);

/// <summary>A cell of a report.</summary>
/// <param name="Content">Its text; stretches without a class are plain.</param>
/// <param name="Heat">How strongly the cell is coloured, 0 to 1.</param>
internal sealed record ReportCell(IReadOnlyList<MarkedStretch> Content, double Heat = 0)
{
    /// <summary>Its text alone.</summary>
    public string Text => string.Concat(Content.Select(stretch => stretch.Text));

    /// <summary>A cell of plain text.</summary>
    public static implicit operator ReportCell(string text) => Of(text);

    /// <summary>A cell of plain text.</summary>
    public static ReportCell Of(string text, double heat = 0) => new([new MarkedStretch(text, null, false, false)], heat);
}
