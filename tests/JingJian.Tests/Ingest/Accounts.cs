using JingJian.Analysis.Structure;

namespace JingJian.Tests.Ingest;

/// <summary>Where every decoded character of a source went.</summary>
/// <param name="InUnits">Characters from the first to the last of a unit.</param>
/// <param name="Between">Blank characters between units.</param>
internal readonly record struct Accounts(long InUnits, long Between)
{
    public static Accounts operator +(Accounts a, Accounts b) => new(a.InUnits + b.InUnits, a.Between + b.Between);

    /// <summary>Reads the structure of a text; fails when a character is lost, counted twice or does not lead back to itself.</summary>
    public static Accounts Of(string text, string name)
    {
        Document document = StructureReader.Read(text);
        int end = 0;
        long inUnits = 0, between = 0;
        foreach (Block block in document.Blocks)
        {
            Assert.True(block.Source.Start >= end, $"{name}: unit {block.Ordinal} begins at {block.Source.Start}, before {end}");
            between += BlanksIn(text, end, block.Source.Start, name);
            AssertLeadsBack(text, block, name);
            inUnits += block.Source.Length;
            end = block.Source.End;
        }

        between += BlanksIn(text, end, text.Length, name);
        return new Accounts(inUnits, between);
    }

    private static int BlanksIn(string text, int start, int end, string name)
    {
        Assert.True(text.AsSpan(start, end - start).IndexOfAnyExcept(Blanks) < 0, $"{name}: a character between {start} and {end} is in no unit");
        return end - start;
    }

    private static void AssertLeadsBack(string text, Block block, string name)
    {
        string own = block.Text.Text;
        for (int i = 0; i < own.Length; i++)
        {
            int at = block.Text.ToSource(i);
            if (at < block.Source.Start || at >= block.Source.End || text[at] != own[i])
            {
                Assert.Fail($"{name}: letter {i} of unit {block.Ordinal} does not lead back to the source");
            }
        }
    }

    private static readonly System.Buffers.SearchValues<char> Blanks = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace), '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF']);
}
