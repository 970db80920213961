using JingJian.Search.Ranking;

namespace JingJian.Tests.Search;

/// <summary>The best of many beginnings, held against sorting all of them.</summary>
public sealed class BestBeginningsTests
{
    [Fact]
    public void The_same_are_kept_as_when_all_are_sorted_and_the_best_taken()
    {
        var random = new Random(7);
        for (int round = 0; round < 200; round++)
        {
            int most = random.Next(1, 12);
            Beginning[] all = [.. Enumerable.Range(0, random.Next(60)).Select(_ => Any(random))];
            var best = new BestBeginnings(most);
            foreach (Beginning one in all)
            {
                best.Add(one with { Text = one.Text[..^1] }, one.Text[^1], one.Cost, one.Rarest, one.Edited);
            }

            Assert.Equal(
                all.OrderBy(one => one.Cost).ThenByDescending(one => one.Rarest).ThenBy(one => one.Text, StringComparer.Ordinal).ThenBy(one => one.Edited)
                    .DistinctBy(one => (one.Text, one.Edited)).Take(most),
                best.ToList());
        }
    }

    private static Beginning Any(Random random) =>
        new("甲乙丙丁"[random.Next(4)].ToString() + "一二"[random.Next(2)], random.Next(4) / 2f, random.Next(3), random.Next(2) == 0);
}
