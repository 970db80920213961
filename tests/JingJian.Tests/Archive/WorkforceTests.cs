using JingJian.Archive.Stages;

namespace JingJian.Tests.Archive;

/// <summary>Long work gives way to short questions, and is done all the same.</summary>
public sealed class WorkforceTests
{
    private const int NicenessField = 19;

    [Fact]
    public void Work_that_gives_way_is_less_urgent_than_who_wants_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux shows how urgent a thread is");
        int own = Niceness();

        Assert.True(new Workforce(1, GivesWay: true).Run(Niceness) > own);
        Assert.Equal(own, new Workforce(1, GivesWay: false).Run(Niceness));
        Assert.Equal(own, Niceness());
    }

    [Fact]
    public void What_goes_wrong_goes_wrong_for_who_wants_the_work()
    {
        var fault = Assert.Throws<InvalidDataException>(() => new Workforce(1, GivesWay: true).Run<int>(() => throw new InvalidDataException("why")));

        Assert.Equal("why", fault.Message);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public void Every_piece_is_worked_on_once(int threads, bool givesWay)
    {
        int[] times = new int[100];

        new ThreadWorkers(new Workforce(threads, givesWay)).Run(times.Length, piece => Interlocked.Increment(ref times[piece]));

        Assert.All(times, count => Assert.Equal(1, count));
    }

    private static int Niceness()
    {
        string stat = File.ReadAllText("/proc/thread-self/stat");
        // The name in brackets may have blanks; the fields behind it begin with the third.
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[NicenessField - 3], System.Globalization.CultureInfo.InvariantCulture);
    }
}
