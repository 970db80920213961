using JingJian.Search.Indexing;
using JingJian.Search.Ranking;

namespace JingJian.Tests.Search;

public sealed class PackedIntsTests
{
    [Fact]
    public void Numbers_of_every_width_come_back_from_the_middle_and_from_the_end_of_a_file()
    {
        var random = new Random(1);
        for (int width = 0; width <= 31; width++)
        {
            foreach (int count in (int[])[1, 7, 8, 100, 128])
            {
                int[] values = [.. Enumerable.Range(0, count).Select(_ => (int)random.NextInt64(1L << width))];
                foreach (int following in (int[])[PackedInts.ReadAhead, 100])
                {
                    var sink = new ByteSink();
                    PackedInts.Write(values, width, sink);
                    random.NextBytes(sink.Take(following));
                    var read = new int[count];
                    PackedInts.Read(sink.Written, width, read);

                    Assert.Equal(values, read);
                    Assert.All(values, (value, place) => Assert.Equal(value, width == 0 ? 0 : PackedInts.At(sink.Written, width, place)));
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 40)]
    [InlineData(4, 900)]
    public void Families_that_have_any_document_are_counted_whatever_their_length(int seed, int longest)
    {
        const int Words = 60;
        var random = new Random(seed);
        ulong[] ends = new ulong[Words], documents = new ulong[Words];
        var families = new HashSet<int>();
        int family = 0, left = random.Next(1, longest + 1), density = random.Next(2, 40);
        for (int document = 0; document < Words * 64; document++)
        {
            if (random.Next(density) == 0)
            {
                documents[document / 64] |= 1UL << (document % 64);
                families.Add(family);
            }

            if (--left == 0 || document + 1 == Words * 64)
            {
                ends[document / 64] |= 1UL << (document % 64);
                (family, left) = (family + 1, random.Next(1, longest + 1));
            }
        }

        var runs = default(FamilyRuns);
        for (int word = 0; word < Words; word++)
        {
            if (documents[word] != 0)
            {
                runs.Add(documents[word], word, ends);
            }
        }

        runs.End(ends);
        Assert.Equal(families.Count, runs.Count);
    }
}
