using System.Globalization;
using System.Text.RegularExpressions;

namespace JingJian.Tests.Conventions;

/// <summary>What staff read about a model is what was measured.</summary>
public sealed partial class ModelCardTests
{
    public static TheoryData<string> Models => [.. Directory.GetDirectories(Repository.At("models")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_says_in_Chinese_what_it_does_and_where_it_errs_with_the_figures_of_its_description(string model)
    {
        string card = File.ReadAllText(Repository.At("models", model, "MODEL.zh.md")), description = File.ReadAllText(Repository.At("models", model, "MODEL.md"));

        Assert.StartsWith("# ", card, StringComparison.Ordinal);
        Assert.Contains("## 会错在哪里", card, StringComparison.Ordinal);
        Assert.All(Figure().Matches(card).Select(match => match.Value), figure => Assert.True(Spellings(figure).Any(spelling => description.Contains(spelling, StringComparison.Ordinal)), figure));
    }

    /// <summary>77.9% is told as 0.779 or as 77.9 %.</summary>
    private static string[] Spellings(string figure) => figure.EndsWith('%')
        ? [figure.Insert(figure.Length - 1, " "), (decimal.Parse(figure[..^1], CultureInfo.InvariantCulture) / 100).ToString("0.000", CultureInfo.InvariantCulture), (decimal.Parse(figure[..^1], CultureInfo.InvariantCulture) / 100).ToString("0.##", CultureInfo.InvariantCulture)]
        : [figure];

    [GeneratedRegex(@"[0-9][0-9,.]*%|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9][0-9,]{2,}")]
    private static partial Regex Figure();
}
