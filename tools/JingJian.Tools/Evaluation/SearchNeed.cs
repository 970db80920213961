namespace JingJian.Tools.Evaluation;

/// <summary>What a person wants to find, as typed.</summary>
/// <param name="Id">Its name in <c>corpus/labels/needs.tsv</c>.</param>
/// <param name="Kind">word, programme, question, description or paste.</param>
/// <param name="Query">What is typed or pasted.</param>
public sealed record SearchNeed(string Id, string Kind, string Query)
{
    /// <summary>Whether its number is odd; the halves show how far figures hang on single needs.</summary>
    public bool IsOdd => (Id[^1] - '0') % 2 == 1;

    /// <summary>Reads the needs; a passage that is given by file and line is looked up.</summary>
    /// <param name="path">The table.</param>
    /// <param name="lineOf">The text of a line of a file, from 1.</param>
    public static IReadOnlyList<SearchNeed> Read(string path, Func<string, int, string> lineOf) =>
        [.. File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).Select(cells => new SearchNeed(cells[0], cells[1], Typed(cells[2], lineOf)))];

    private static string Typed(string cell, Func<string, int, string> lineOf)
    {
        int colon = cell.LastIndexOf(':');
        return cell.StartsWith('@') ? lineOf(cell[1..colon], int.Parse(cell[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture)) : cell;
    }
}
