using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

public sealed class PostingsTests
{
    [Fact]
    public void The_next_text_is_the_one_that_looking_at_each_posting_finds()
    {
        var random = new Random(1);
        for (int round = 0; round < 200; round++)
        {
            ulong[] postings = [.. Enumerable.Range(0, 1 + random.Next(12)).SelectMany(text => Enumerable.Repeat(HashKeys.Of(1UL << 40) | (uint)text, random.Next(40))), HashKeys.Of(1UL << 40) | 99];
            var found = new List<int>();
            for (int at = 0; at < postings.Length; at = Postings.NextText(postings, at))
            {
                found.Add(HashKeys.TextOf(postings[at]));
            }

            Assert.Equal(postings.Select(HashKeys.TextOf).Distinct(), found);
        }
    }
}
