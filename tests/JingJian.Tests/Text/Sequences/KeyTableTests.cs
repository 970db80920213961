using JingJian.Text.Sequences;

namespace JingJian.Tests.Text.Sequences;

/// <summary>The table of keys answers as a dictionary does.</summary>
public sealed class KeyTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5_000)]
    public void Every_key_is_found_at_its_place_and_no_other_is(int count)
    {
        ulong[] keys = [.. Enumerable.Range(1, count).Select(i => FeatureKey.Of(i, "词"))];
        Dictionary<ulong, int> slow = keys.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i);
        var table = new KeyTable(keys);

        Assert.All(keys, key => Assert.Equal(slow[key], table.IndexOf(key)));
        Assert.All(Enumerable.Range(1, 5_000).Select(i => FeatureKey.Of(-i, "字")), key => Assert.Equal(slow.GetValueOrDefault(key, -1), table.IndexOf(key)));
        Assert.All([0UL, 1UL, ulong.MaxValue], key => Assert.Equal(-1, table.IndexOf(key)));
    }

    [Fact]
    public void Keys_that_differ_only_in_their_upper_or_lower_digits_are_told_apart()
    {
        ulong[] keys = [1, 1UL << 63, 1UL << 40, 2, 3];
        var table = new KeyTable(keys);

        Assert.Equal([0, 1, 2, 3, 4], keys.Select(table.IndexOf));
        Assert.Equal(-1, table.IndexOf(4));
    }

    [Fact]
    public void Keys_asked_together_are_found_as_one_by_one()
    {
        ulong[] keys = [.. Enumerable.Range(1, 3_000).Select(i => FeatureKey.Of(i, "词")), .. Enumerable.Range(1, 200).Select(i => (ulong)i << 20)];
        ulong[] asked = [.. keys, .. Enumerable.Range(1, 3_000).Select(i => FeatureKey.Of(-i, "字")), .. Enumerable.Range(201, 200).Select(i => (ulong)i << 20)];
        var table = new KeyTable(keys);
        var found = new int[asked.Length];

        table.IndexesOf(asked, found);

        Assert.Equal(asked.Select(table.IndexOf), found);
        Assert.Equal(Enumerable.Range(0, keys.Length), found.Take(keys.Length));
        Assert.All(found.Skip(keys.Length), index => Assert.Equal(-1, index));
    }
}
