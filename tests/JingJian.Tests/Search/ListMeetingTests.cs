using JingJian.Search.Indexing;
using JingJian.Search.Ranking;

namespace JingJian.Tests.Search;

public sealed class ListMeetingTests
{
    [Theory]
    [InlineData(1, 0.9, 0.5)]
    [InlineData(2, 0.99, 0.95)]
    [InlineData(3, 0.3, 0.99)]
    [InlineData(4, 1, 1)]
    public void Every_document_of_all_lists_is_named_once_and_none_that_the_rarest_has_not(int seed, double second, double third)
    {
        var random = new Random(seed);
        int[] rarest = Some(0.4), other = Some(second), last = Some(third);

        List<int> named = Named(rarest, other, last);

        Assert.Equal(named.Distinct().Order(), named);
        Assert.Empty(rarest.Intersect(other).Intersect(last).Except(named));
        Assert.Empty(named.Except(rarest));

        int[] Some(double share) => [.. Enumerable.Range(0, 9000).Where(_ => random.NextDouble() < share)];
    }

    [Fact]
    public void A_list_that_rules_hardly_anything_out_is_asked_no_longer_and_one_that_does_is()
    {
        int[] rarest = [.. Enumerable.Range(0, 4000).Select(i => i * 2)], most = [.. rarest.Where(document => document % 100 != 0)], half = [.. rarest.Where(document => document % 4 == 0)];

        Assert.Contains(5000, Named(rarest, most));
        Assert.Equal(half, Named(rarest, half));
    }

    [Fact]
    public void Lists_of_few_documents_meet_exactly() => Assert.Equal([2, 9], Named([1, 2, 5, 9], [2, 5, 9], [1, 2, 9, 12]));

    private static List<int> Named(params int[][] lists)
    {
        var meeting = new ListMeeting(lists.Select(list => new FoundList(list, [.. list.Select(_ => 1)], [.. list.Select(_ => (byte)1)]).Open()));
        List<int> named = [];
        for (int document = meeting.Next(0); document != DocumentCursor.End; document = meeting.Next(document + 1))
        {
            named.Add(document);
        }

        return named;
    }
}
