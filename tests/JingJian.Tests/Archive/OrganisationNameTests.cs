using System.Collections.Immutable;
using JingJian.Archive.Store;

namespace JingJian.Tests.Archive;

public sealed class OrganisationNameTests
{
    [Theory]
    [InlineData("石潭镇", "青禾县石潭镇人民政府")]
    [InlineData("石潭镇人民政府", "青禾县石潭镇人民政府")]
    [InlineData("恒力机械厂工会", "云岭市恒力机械厂工会")]
    [InlineData("青禾一中", "青禾县第一中学")]
    [InlineData("青禾县总工会", "青禾县总工会")]
    public void A_short_name_is_the_organisation_with_the_long_one(string name, string full)
    {
        string[] archive = [name, "青禾县石潭镇人民政府", "云岭市恒力机械厂工会", "青禾县第一中学", "云岭市总工会"];

        Assert.Equal(full, OrganisationNames.Canonical(archive)[name]);
    }

    [Fact]
    public void A_short_name_that_two_organisations_share_stays_as_it_is() =>
        Assert.Equal("第一中学", OrganisationNames.Canonical(["第一中学", "青禾县第一中学", "白水县第一中学"])["第一中学"]);

    [Fact]
    public void A_name_gives_an_organisation_away_only_when_no_other_has_it()
    {
        var names = OrganisationNames.Distinctive(["青禾县石潭镇人民政府", "青禾县柳河镇人民政府"]);

        Assert.Contains("石潭镇", names["青禾县石潭镇人民政府"]);
        Assert.DoesNotContain("青禾县", names["青禾县石潭镇人民政府"]);
    }

    [Fact]
    public void A_brief_name_is_the_stem_of_a_town_or_the_brand_of_works_and_nobody_elses()
    {
        var names = OrganisationNames.Brief(["青禾县石潭镇人民政府", "云岭市恒力机械厂工会", "宏达水泥公司", "宏达运输公司", "青禾县教育局"]);

        Assert.Equal(["石潭"], names["青禾县石潭镇人民政府"]);
        Assert.Equal(["恒力", "恒力厂"], names["云岭市恒力机械厂工会"]);
        Assert.Empty(names["宏达水泥公司"]);
        Assert.Empty(names["青禾县教育局"]);
    }

    [Fact]
    public void The_areas_of_an_organisation_are_the_places_before_its_own_name() =>
        Assert.Equal(["云岭市", "青禾县"], OrganisationNames.AreasOf("云岭市青禾县总工会"));

    [Fact]
    public void Names_of_one_organisation_alone_are_those_that_a_look_at_every_other_leaves()
    {
        string[] archive =
        [
            "青禾县石潭镇人民政府", "青禾县柳河镇人民政府", "石潭镇总工会", "云岭市恒力机械厂工会", "恒力机械厂", "宏达水泥公司", "宏达运输公司",
            "青禾县教育局", "青禾县第一中学", "青禾一中", "云岭市总工会", "青禾县总工会", "云岭市青禾县总工会",
        ];

        foreach ((string organisation, ImmutableArray<string> names) in OrganisationNames.Distinctive(archive))
        {
            string[] others = [.. archive.Where(other => other != organisation)];
            Assert.All(names, name => Assert.DoesNotContain(others, other => other.Contains(name, StringComparison.Ordinal)));
        }

        Assert.DoesNotContain("恒力机械厂", OrganisationNames.Distinctive(archive)["恒力机械厂"]);
        Assert.Contains("柳河镇", OrganisationNames.Distinctive(archive)["青禾县柳河镇人民政府"]);
    }
}
