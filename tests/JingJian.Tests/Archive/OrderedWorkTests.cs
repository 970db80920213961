using JingJian.Archive.Stages;

namespace JingJian.Tests.Archive;

/// <summary>Work by several threads gives what one thread would give, and takes no more than it may.</summary>
public sealed class OrderedWorkTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items_whoever_is_faster()
    {
        var random = new Random(5);
        int[] waits = [.. Enumerable.Range(0, 60).Select(_ => random.Next(8))];

        IEnumerable<int> results = OrderedWork.Select(
            Enumerable.Range(0, waits.Length), _ => 1, 20, Slow, () => { }, new Workforce(Environment.ProcessorCount, GivesWay: false), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, waits.Length), results);

        int Slow(int item)
        {
            Thread.Sleep(waits[item]);
            return item;
        }
    }

    [Fact]
    public void No_more_is_begun_than_may_wait_and_a_heavy_item_goes_alone()
    {
        long[] weights = [3, 3, 3, 3, 50, 1, 1, 9, 2, 60, 60, 10];
        int begun = 0, taken = 0;
        foreach (int item in OrderedWork.Select(Walk(), item => weights[item], 10, item => item, () => { }, new Workforce(Environment.ProcessorCount, GivesWay: false), TestContext.Current.CancellationToken))
        {
            long waiting = weights[item..begun].Sum();
            Assert.True(waiting <= 10 || begun == item + 1, $"{item}: {waiting}");
            taken++;
        }

        Assert.Equal(weights.Length, taken);

        // The item that is looked at next is walked to and not begun.
        IEnumerable<int> Walk()
        {
            for (int i = 0; i < weights.Length; i++)
            {
                begun = i;
                yield return i;
            }

            begun = weights.Length;
        }
    }

    [Fact]
    public void Before_it_waits_it_says_so()
    {
        using var ready = new ManualResetEventSlim();

        int result = OrderedWork.Select([1], _ => 1, 10, Wait, ready.Set, new Workforce(Environment.ProcessorCount, GivesWay: false), TestContext.Current.CancellationToken).Single();

        Assert.Equal(1, result);

        int Wait(int item)
        {
            ready.Wait(TestContext.Current.CancellationToken);
            return item;
        }
    }

    [Fact]
    public void A_fault_of_one_item_comes_where_its_result_would()
    {
        IEnumerable<int> results = OrderedWork.Select(
            [1, 2, 3], _ => 1, 10, item => item == 2 ? throw new InvalidDataException() : item, () => { }, new Workforce(Environment.ProcessorCount, GivesWay: false), TestContext.Current.CancellationToken);
        using IEnumerator<int> walk = results.GetEnumerator();

        Assert.True(walk.MoveNext());
        Assert.Equal(1, walk.Current);
        Assert.Throws<InvalidDataException>(() => walk.MoveNext());
    }
}
