using System.Text;
using JingJian.Archive.Exports;

namespace JingJian.Tests.Archive;

/// <summary>The one place where cells of tables are written.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+8613800000000", "\"'+8613800000000\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData(" =1", "\"' =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("他说“好”,\"行\"", "\"他说“好”,\"\"行\"\"\"")]
    [InlineData("第一行\n第二行", "\"第一行\n第二行\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_text_and_never_a_formula(string cell, string written) => Assert.Equal($"\uFEFF{written},\"x\"\r\n", Written(cell, "x"));

    private static string Written(params string[] cells)
    {
        using var file = new MemoryStream();
        using (StreamWriter csv = Csv.Open(file))
        {
            Csv.Row(csv, cells);
        }

        return Encoding.UTF8.GetString(file.ToArray());
    }
}
