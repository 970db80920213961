using System.Globalization;
using System.Text.RegularExpressions;

namespace JingJian.Tests.Samples;

/// <summary>A planned copy is what its kind says, measured in the finished archive.</summary>
public sealed class PlannedCopyTests
{
    private static readonly string[] Kinds =
    [
        "self", "stale", "cross", "leftover", "superior", "slogan",
        "merged", "split", "reordered", "reworded", "masked", "exact",
    ];

    private static readonly ILookup<(string File, int Line), UnitRow> ByPlace =
        SampleKey.Units.ToLookup(unit => (unit.File, unit.Line));

    [Fact]
    public void Every_kind_of_copy_occurs()
    {
        IEnumerable<string> kinds = SampleKey.Units.Select(unit => unit.Reuse).Where(kind => kind != "-").Distinct();

        Assert.Equal(Kinds.Order(StringComparer.Ordinal), kinds.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("self", 0.85)]
    [InlineData("stale", 0.9)]
    [InlineData("cross", 0.85)]
    [InlineData("leftover", 0.85)]
    [InlineData("superior", 0.85)]
    [InlineData("slogan", 0.85)]
    [InlineData("masked", 0.85)]
    [InlineData("reworded", 0.75)]
    [InlineData("exact", 1.0)]
    public void A_copy_keeps_the_letters_of_its_source_in_order(string kind, double atLeast)
    {
        foreach (UnitRow copy in Copies(kind))
        {
            double kept = Letters.Kept(SampleKey.TextOf(copy), SourceOf(copy));
            Assert.True(kept >= atLeast, $"{copy.File}:{copy.Line} keeps {kept:0.00} of its source");
        }
    }

    [Fact]
    public void A_reworded_copy_changes_a_tenth_of_the_letters_or_more()
    {
        Assert.All(Copies("reworded"), copy => Assert.InRange(Letters.Kept(SampleKey.TextOf(copy), SourceOf(copy)), 0.75, 0.9));
    }

    [Fact]
    public void A_stale_copy_keeps_every_figure_and_changes_the_year()
    {
        Assert.All(Copies("stale"), copy =>
        {
            string year = YearOf(copy).ToString(CultureInfo.InvariantCulture);
            Assert.Contains(year, SampleKey.TextOf(copy), StringComparison.Ordinal);
            Assert.Equal(Figures(SourceOf(copy)), Figures(SampleKey.TextOf(copy)));
        });
    }

    [Fact]
    public void A_merged_copy_contains_most_of_each_of_its_sources()
    {
        Assert.All(Copies("merged"), copy =>
        {
            Assert.Equal(2, copy.Sources.Length);
            Assert.All(copy.Sources, source => Assert.True(Letters.Contained(TextAt(source), SampleKey.TextOf(copy)) >= 0.75));
        });
    }

    [Fact]
    public void A_half_of_a_split_paragraph_stands_in_its_source()
    {
        Assert.All(Copies("split"), copy =>
        {
            Assert.True(Letters.Contained(SampleKey.TextOf(copy), SourceOf(copy)) >= 0.8);
            Assert.InRange(Letters.Kept(SampleKey.TextOf(copy), SourceOf(copy)), 0.3, 0.7);
        });
    }

    [Fact]
    public void A_reordered_copy_has_the_sentences_of_its_source_but_not_their_order()
    {
        Assert.All(Copies("reordered"), copy =>
        {
            Assert.True(Letters.Covered(SampleKey.TextOf(copy), SourceOf(copy), run: 8) >= 0.75, $"{copy.File}:{copy.Line}");
            Assert.True(Letters.Kept(SampleKey.TextOf(copy), SourceOf(copy)) < 0.8, $"{copy.File}:{copy.Line}");
        });
    }

    [Fact]
    public void A_masked_copy_carries_a_mask()
    {
        Assert.All(Copies("masked"), copy => Assert.Contains(SampleKey.TextOf(copy), letter => "×_*x".Contains(letter, StringComparison.Ordinal)));
    }

    [Fact]
    public void Copies_within_a_unit_and_across_units_are_named_rightly()
    {
        Assert.All(SampleKey.Units.Where(unit => unit.Reuse is "self" or "stale" or "slogan" or "exact"), copy => Assert.Equal(UnitOf(copy), UnitOf(Source(copy))));
        Assert.All(SampleKey.Units.Where(unit => unit.Reuse is "cross" or "leftover" or "superior"), copy => Assert.NotEqual(UnitOf(copy), UnitOf(Source(copy))));
    }

    [Fact]
    public void A_copy_is_no_older_than_its_source_and_long_enough_to_be_found()
    {
        foreach (UnitRow copy in SampleKey.Units.Where(unit => unit.Reuse != "-"))
        {
            Assert.True(SampleKey.TextOf(copy).Length >= 45, $"{copy.File}:{copy.Line} is short");
            Assert.All(copy.Sources, source => Assert.True(YearOf(copy) >= YearOf(ByPlace[source].Single())));
            Assert.All(copy.Sources, source => Assert.Equal("paragraph", ByPlace[source].Single().Kind));
        }
    }

    [Fact]
    public void Paragraphs_share_thirteen_letters_only_when_the_key_links_them()
    {
        Dictionary<(string, int), (string, int)> origin = Origins();
        Dictionary<string, UnitRow> owner = [];
        foreach (UnitRow unit in SampleKey.Units.Where(unit => unit.Kind == "paragraph"))
        {
            string letters = Letters.Of(SampleKey.TextOf(unit));
            for (int start = 0; start + 13 <= letters.Length; start++)
            {
                string run = letters.Substring(start, 13);
                owner.TryAdd(run, unit);
                Assert.True(origin[Place(owner[run])] == origin[Place(unit)], $"{run} in {Place(owner[run])} and {Place(unit)}");
            }
        }
    }

    /// <summary>One place for each group of paragraphs that copies link, directly or through others.</summary>
    private static Dictionary<(string, int), (string, int)> Origins()
    {
        Dictionary<(string, int), (string, int)> origin = SampleKey.Units.ToDictionary(Place, Place);
        foreach (UnitRow copy in SampleKey.Units)
        {
            foreach ((string, int) source in copy.Sources)
            {
                (string, int) gone = origin[source];
                foreach ((string, int) place in origin.Where(pair => pair.Value == gone).Select(pair => pair.Key).ToArray())
                {
                    origin[place] = origin[Place(copy)];
                }
            }
        }

        return origin;
    }

    private static IEnumerable<UnitRow> Copies(string kind) => SampleKey.Units.Where(unit => unit.Reuse == kind);

    private static UnitRow Source(UnitRow copy) => ByPlace[Assert.Single(copy.Sources)].Single();

    private static (string File, int Line) Place(UnitRow unit) => (unit.File, unit.Line);

    private static string SourceOf(UnitRow copy) => SampleKey.TextOf(Source(copy));

    private static string TextAt((string File, int Line) place) => SampleKey.TextOf(ByPlace[place].Single());

    private static string UnitOf(UnitRow row) => SampleKey.Reports.Single(report => report.Report == row.Report).Unit;

    private static int YearOf(UnitRow row) => SampleKey.Reports.Single(report => report.Report == row.Report).Year;

    // Numbers other than years and the marker of a list item.
    private static IEnumerable<string> Figures(string text) =>
        Regex.Matches(text, @"\d+(\.\d+)?(?![\d年.、])").Select(match => match.Value);
}
