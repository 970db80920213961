using JingJian.Analysis.Reuse;
using JingJian.Tools.Evaluation;

namespace JingJian.Tests.Analysis.Reuse;

public sealed class LcsPatternTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(60)]
    public void The_length_is_that_of_the_textbook_table(int alphabet)
    {
        var random = new Random(alphabet);
        var pattern = new LcsPattern();
        for (int round = 0; round < 200; round++)
        {
            string a = Text(random, alphabet);
            string b = Text(random, alphabet);
            pattern.Read(a);
            Assert.Equal(SlowReuse.Lcs(a, b), pattern.LengthWith(b));
            Assert.Equal(SlowReuse.Lcs(a, ""), pattern.LengthWith(""));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(60)]
    public void The_traced_runs_are_equal_letters_in_order_and_as_many_as_the_length(int alphabet)
    {
        var random = new Random(alphabet + 1);
        var pattern = new LcsPattern();
        for (int round = 0; round < 200; round++)
        {
            string a = Text(random, alphabet);
            string b = Text(random, alphabet);
            var runs = new List<LetterRun>();
            pattern.Read(a);
            pattern.Trace(b, 0, 0, runs);

            Assert.Equal(SlowReuse.Lcs(a, b), runs.Sum(run => run.Length));
            Assert.All(runs, run => Assert.Equal(a[run.A..run.EndA], b[run.B..run.EndB]));
            Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.First.EndA <= pair.Second.A && pair.First.EndB <= pair.Second.B));
        }
    }

    private static string Text(Random random, int alphabet) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 200)).Select(_ => (char)('一' + random.Next(alphabet))));
}
