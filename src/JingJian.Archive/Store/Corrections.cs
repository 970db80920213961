using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The functions that people gave, as a new source asks for them.</summary>
/// <remarks>What was said holds for a text in its place: the same words below the same heading. So it holds for copies, for the
/// same file taken in again, for a file that has grown, and after a rebuild.</remarks>
internal sealed class Corrections
{
    /// <summary>What is given as the reason for a function that a person gave.</summary>
    public const string Reason = "人工确认";

    private const int HashDigits = 16;
    private readonly Dictionary<(string Text, string Place), GivenFunction> said;

    private Corrections(Dictionary<(string Text, string Place), GivenFunction> said, string version)
    {
        this.said = said;
        Version = version;
    }

    /// <summary>A fingerprint of what was said; empty when nothing was.</summary>
    public string Version { get; }

    /// <summary>Reads them.</summary>
    public static Corrections Read(SqliteConnection connection)
    {
        List<(string Text, string Place, string Function, string? Secondary)> rows = connection.Rows(
            "SELECT text, place, function, secondary FROM correction ORDER BY text, place",
            row => (row.GetString(0), row.GetString(1), row.GetString(2), row.Nullable<string>(3)));
        return new Corrections(
            rows.ToDictionary(row => (row.Text, row.Place), row => new GivenFunction(Function(row.Function)!.Value, Function(row.Secondary))),
            rows.Count == 0 ? "" : HashOf(string.Join('\n', rows)));
    }

    /// <summary>What a text and its place are known by.</summary>
    /// <param name="text">The text.</param>
    /// <param name="heading">The nearest heading above, or null.</param>
    public static (string Text, string Place) KeyOf(string text, string? heading) => (HashOf(text.Trim()), heading is null ? "" : HashOf(heading.Trim()));

    /// <summary>What was said of the blocks of a document, by ordinal.</summary>
    public Dictionary<int, GivenFunction> In(Document document)
    {
        Dictionary<int, GivenFunction> found = [];
        foreach (Block block in said.Count == 0 ? [] : document.Blocks.Where(block => block.Kind is BlockKind.Heading or BlockKind.Paragraph))
        {
            if (said.TryGetValue(KeyOf(block.Text.Text, block.Sections.Length == 0 ? null : document.Blocks[block.Sections[^1]].Heading.ToString()), out GivenFunction? given))
            {
                found.Add(block.Ordinal, given);
            }
        }

        return found;
    }

    private static Function? Function(string? name) => name is not null && FunctionNames.TryParse(name, out Function function) ? function : null;

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits];
}
