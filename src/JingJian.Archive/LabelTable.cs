using System.Globalization;
using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>A labelled line of a source.</summary>
/// <param name="File">Name or id of the source, or its path beside the table.</param>
/// <param name="Line">Line in it, from 1.</param>
/// <param name="Given">What it does.</param>
/// <param name="Row">Its row in the table, from 1, the names of the columns counted.</param>
internal sealed record LabelRow(string File, int Line, GivenFunction Given, int Row);

/// <summary>Tables of labels: tab-separated, the first row names the columns.</summary>
/// <remarks><c>file</c>, <c>line</c> and <c>function</c> must be there, <c>secondary</c> may be; others are passed over. So the
/// export of corrections and tables in the form of <c>corpus/labels</c> are both read. A <c>-</c> or nothing is no function.</remarks>
internal static class LabelTable
{
    /// <summary>Reads a table; the first row that cannot be read is the fault.</summary>
    public static Result<List<LabelRow>> Read(string text)
    {
        string[] lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        string[] names = [.. lines[0].Split('\t').Select(name => name.Trim().ToLowerInvariant())];
        int file = Array.IndexOf(names, "file"), line = Array.IndexOf(names, "line"), function = Array.IndexOf(names, "function"), secondary = Array.IndexOf(names, "secondary");
        if (file < 0 || line < 0 || function < 0)
        {
            return new Fault("labels.columns", "标注表的第一行应写列名，用制表符分隔，至少有 file、line、function 三列（secondary 可有可无）。");
        }

        List<LabelRow> rows = [];
        for (int row = 1; row < lines.Length; row++)
        {
            string[] cells = lines[row].Split('\t');
            string Cell(int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : "";
            if (lines[row].Trim().Length == 0 || Cell(function) is "" or "-")
            {
                continue;
            }

            if (!int.TryParse(Cell(line), NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            {
                return new Fault("labels.line", $"标注表第 {row + 1} 行：行号“{Cell(line)}”应是从 1 起的整数。");
            }

            if (!FunctionNames.TryParse(Cell(function), out Function primary))
            {
                return new Fault("labels.function", $"标注表第 {row + 1} 行：没有“{Cell(function)}”这种功能。");
            }

            Function? second = null;
            if (Cell(secondary) is { } name and not ("" or "-"))
            {
                if (!FunctionNames.TryParse(name, out Function parsed))
                {
                    return new Fault("labels.function", $"标注表第 {row + 1} 行：没有“{name}”这种功能。");
                }

                second = parsed;
            }

            rows.Add(new LabelRow(Cell(file), number, new GivenFunction(primary, second), row + 1));
        }

        return rows;
    }

    /// <summary>Writes a table; tabs and line ends inside a cell become blanks.</summary>
    public static string Write(IEnumerable<string[]> rows)
    {
        var text = new StringBuilder("file\tline\tfunction\tsecondary\tnoted_at\tnote\texcerpt\n");
        foreach (string[] row in rows)
        {
            text.AppendJoin('\t', row.Select(cell => cell.Replace('\t', ' ').ReplaceLineEndings(" "))).Append('\n');
        }

        return text.ToString();
    }
}
