using System.Numerics;

namespace JingJian.Search.Ranking;

/// <summary>Counts the families, each of which is a run of neighbours, that have any of some documents; 64 documents at a time.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours, after the carries of bit-parallel string matching. All places of a family below its last are ones; any
/// document among them makes the sum overflow into the place of the last. A family that goes on hands the carry to the next word.</para>
/// <code>
/// ends        0100 0100   a family of four, one of three to the right of it (bits rise to the left); the highest bit is of the next
/// documents   0001 0000
/// sum         1100 1011   0001 0000 + 1011 1011 has, of the two ends, only that of the family with the document
/// </code>
/// </remarks>
internal struct FamilyRuns
{
    private ulong carry;
    private int next;

    /// <summary>How many families there were whose end was passed.</summary>
    public int Count { get; set; }

    /// <summary>Whether the last family that was counted goes on.</summary>
    public readonly bool IsOpen => carry != 0;

    /// <summary>Adds the documents of a word; words come in ascending order, those without any may be left out.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="word">The number of the word.</param>
    /// <param name="ends">The last document of each family of the index.</param>
    public void Add(ulong documents, int word, ReadOnlySpan<ulong> ends)
    {
        while (carry != 0 && next < word)
        {
            Step(0, ends[next++]);
        }

        Step(documents, ends[word]);
        next = word + 1;
    }

    /// <summary>Passes the end of the last family.</summary>
    public void End(ReadOnlySpan<ulong> ends)
    {
        while (carry != 0 && next < ends.Length)
        {
            Step(0, ends[next++]);
        }
    }

    private void Step(ulong documents, ulong ends)
    {
        unchecked
        {
            ulong below = ~ends, sum = (documents & below) + below, all = sum + carry;
            carry = (sum < below ? 1UL : 0) | (all < sum ? 1UL : 0);
            Count += BitOperations.PopCount((all | documents) & ends);
        }
    }
}
