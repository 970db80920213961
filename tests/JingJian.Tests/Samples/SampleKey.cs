using System.Globalization;
using System.Text;

namespace JingJian.Tests.Samples;

/// <summary>The committed sample archive, read without the code that made it.</summary>
internal static class SampleKey
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public static string Folder { get; } = Repository.At("corpus", "samples");

    public static IReadOnlyList<UnitRow> Units { get; } =
        [.. Rows("KEY.tsv").Select(row => new UnitRow(
            row[0], Number(row[1]), Number(row[2]), row[3], row[4], row[5], row[6], row[7], Sources(row[8], row[9])))];

    public static IReadOnlyList<ReportRow> Reports { get; } =
        [.. Rows("KEY-reports.tsv").Select(row => new ReportRow(
            row[0], row[1], Number(row[2]), Number(row[3]), row[4], Number(row[6]), row[7] == "yes"))];

    public static IReadOnlyDictionary<string, string[]> Lines { get; } = Reports
        .Select(report => report.File)
        .Distinct()
        .ToDictionary(file => file, file => Decode(File.ReadAllBytes(Path.Combine(Folder, file))).Split('\n'));

    /// <summary>The text of a unit, soft breaks and outer blanks removed.</summary>
    public static string TextOf(UnitRow unit) => TextAt(unit.File, unit.Line, unit.LineEnd);

    public static string TextAt(string file, int line, int lineEnd) =>
        string.Concat(Lines[file][(line - 1)..lineEnd].Select(text => text.TrimEnd('\r'))).Trim(' ', '　');

    public static bool IsGb18030(byte[] bytes)
    {
        try
        {
            return bytes is not [0xFF, 0xFE, ..] && StrictUtf8.GetString(bytes) is null;
        }
        catch (DecoderFallbackException)
        {
            return true;
        }
    }

    private static string Decode(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, .. byte[] rest] => Encoding.Unicode.GetString(rest),
        [0xEF, 0xBB, 0xBF, .. byte[] rest] => StrictUtf8.GetString(rest),
        _ when IsGb18030(bytes) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes),
        _ => StrictUtf8.GetString(bytes),
    };

    private static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(Path.Combine(Folder, name), StrictUtf8).Skip(1).Select(line => line.Split('\t'));

    private static (string File, int Line)[] Sources(string files, string lines) => files == "-"
        ? []
        : [.. files.Split(';').Zip(lines.Split(';'), (file, line) => (file, Number(line)))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A row of KEY.tsv.</summary>
internal sealed record UnitRow(
    string File, int Line, int LineEnd, string Report, string Kind, string Function, string Secondary, string Reuse,
    (string File, int Line)[] Sources);

/// <summary>A row of KEY-reports.tsv.</summary>
internal sealed record ReportRow(string Report, string File, int Line, int LineEnd, string Unit, int Year, bool Titled);
