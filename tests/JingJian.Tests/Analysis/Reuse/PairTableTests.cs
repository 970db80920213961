using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

public class PairTableTests
{
    [Fact]
    public void Pairs_put_in_in_any_order_are_read_in_that_of_their_texts_each_once()
    {
        const int Texts = 3000;
        var random = new Random(5);
        TextPair[] pairs = [.. Enumerable.Range(0, 5000).Select(_ => PairOf(random.Next(Texts), random.Next(Texts)))];
        var table = new PairTable(new PairKeys(Texts));
        foreach (TextPair pair in pairs.Concat(pairs[..100]))
        {
            table.Add(pair);
        }

        table.Sort(ReuseResources.OneThread.Workers);

        TextPair[] slowly = [.. pairs.Distinct().OrderBy(pair => pair.A).ThenBy(pair => pair.B)];
        Assert.Equal(slowly, table);
        Assert.All(Enumerable.Range(0, Texts), text => Assert.Equal(slowly.Where(pair => pair.A == text), table.Of(text).ToArray()));
    }

    [Fact]
    public void Numbers_in_groups_keep_their_order_and_an_empty_group_has_none()
    {
        var grouping = new Grouping(3, [(2, 7), (0, 5), (2, 1)]);

        Assert.Equal([5], grouping.Of(0).ToArray());
        Assert.Empty(grouping.Of(1).ToArray());
        Assert.Equal([7, 1], grouping.Of(2).ToArray());
        Assert.Equal([5, 7, 1], grouping.All.ToArray());
    }

    [Fact]
    public void A_list_in_pieces_has_what_was_added_across_its_pieces()
    {
        const int Items = 200_000;
        var list = new PieceList<int>();
        for (int i = 0; i < Items; i++)
        {
            list.Add(3 * i);
        }

        Assert.Equal(Items, list.Count);
        Assert.All((int[])[0, 65_535, 65_536, Items - 1], i => Assert.Equal(3 * i, list[i]));
    }

    private static TextPair PairOf(int one, int other) =>
        new(Math.Min(one, other), Math.Max(one, other), ReuseKind.Near, Shuffled: false, Likeness: 1.0 / (1 + one + other));
}
