using JingJian.Archive.Stages;

namespace JingJian.Tests.Archive;

public sealed class MergePolicyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("5", "")]
    [InlineData("100 5", "")]
    [InlineData("3000 3000", "3000 3000")]
    [InlineData("100000 3000 2500", "2500 3000")]
    [InlineData("8000 3000 2500", "2500 3000 8000")]
    [InlineData("0 0", "0 0")]
    [InlineData("10 1 12", "1 10 12")]
    public void Segments_of_like_size_are_made_one(string sizes, string expected) => Assert.Equal(expected, string.Join(' ', MergePolicy.Choose(Sizes(sizes), size => size)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_segments_come_few_stay_and_none_is_written_often(int seed)
    {
        var random = new Random(seed);
        var segments = new List<(int Size, int Written)>();
        int total = 0;
        while (total < 1_000_000)
        {
            int size = 1 + (int)(20_000 * Math.Pow(random.NextDouble(), 3));
            total += size;
            segments.Add((size, 1));
            while (MergePolicy.Choose(segments, segment => segment.Size) is { Count: > 0 } chosen)
            {
                segments.RemoveAll(chosen.Contains);
                segments.Add((chosen.Sum(segment => segment.Size), 1 + chosen.Max(segment => segment.Written)));
            }

            Assert.True(segments.Count <= 14 && segments.TrueForAll(segment => segment.Written <= 20), string.Join(' ', segments));
        }
    }

    private static int[] Sizes(string sizes) => [.. sizes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
