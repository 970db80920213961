using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

public sealed class SharedRunsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(2000)]
    public void The_covers_are_those_of_the_definition_and_the_runs_tile_the_other_text(int alphabet)
    {
        var random = new Random(alphabet);
        var shared = new SharedRuns(13);
        var runs = new List<LetterRun>();
        for (int round = 0; round < 300; round++)
        {
            string a = Text(random, alphabet, 120);
            string b = Spliced(random, alphabet, a);
            shared.Read(a);
            shared.Find(b, runs);

            Assert.Equal(Covered(a, b), shared.CoveredA);
            Assert.Equal(Covered(b, a), shared.CoveredB);
            Assert.Equal(shared.CoveredB, runs.Sum(run => run.Length));
            Assert.All(runs, run => Assert.Equal(a[run.A..run.EndA], b[run.B..run.EndB]));
            Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.First.EndB <= pair.Second.B));
        }
    }

    [Fact]
    public void Texts_of_one_repeated_letter_are_compared_in_no_time()
    {
        var shared = new SharedRuns(13);
        var runs = new List<LetterRun>();
        shared.Read(new string('好', 300_000));
        shared.Find(new string('好', 200_000), runs);

        Assert.Equal(200_000, Assert.Single(runs).Length);
    }

    /// <summary>Letters of <paramref name="a"/> in a run of 13 that <paramref name="b"/> has.</summary>
    private static int Covered(string a, string b)
    {
        var covered = new bool[a.Length];
        for (int start = 0; start + 13 <= a.Length; start++)
        {
            if (b.Contains(a[start..(start + 13)], StringComparison.Ordinal))
            {
                Array.Fill(covered, true, start, 13);
            }
        }

        return covered.Count(letter => letter);
    }

    private static string Spliced(Random random, int alphabet, string a)
    {
        string other = "";
        for (int piece = 0; piece < 4; piece++)
        {
            int start = random.Next(a.Length + 1);
            other += Text(random, alphabet, 20) + a[start..(start + random.Next(Math.Min(40, a.Length - start) + 1))];
        }

        return other;
    }

    private static string Text(Random random, int alphabet, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(0, most)).Select(_ => (char)('一' + random.Next(alphabet))));
}
