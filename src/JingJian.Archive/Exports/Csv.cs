using System.Text;

namespace JingJian.Archive.Exports;

/// <summary>Tables as Excel wants them: a byte order mark, every cell in quotes, no cell a formula.</summary>
internal static class Csv
{
    public static StreamWriter Open(Stream output) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public static void Row(StreamWriter csv, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            csv.Write(i > 0 ? ",\"" : "\"");
            csv.Write(Harmless(cells[i]).Replace("\"", "\"\"", StringComparison.Ordinal));
            csv.Write('"');
        }

        csv.WriteLine();
    }

    /// <summary>A cell that a spreadsheet would take for a formula, also behind blanks or in full width, is shown as text.</summary>
    private static string Harmless(string cell) =>
        cell.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || cell is ['\t' or '\r' or '\n', ..] ? "'" + cell : cell;
}
