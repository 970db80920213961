using System.Numerics;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>The matching documents whose families are scattered over an index, as bits in the order of the families.</summary>
internal sealed class ScatteredMatches(PassageColumns columns)
{
    private readonly ulong[] places = new ulong[(columns.ScatteredByFamily.Length + 63) / 64];

    /// <summary>How many families they are of.</summary>
    public int Families
    {
        get
        {
            int families = 0, last = -1;
            foreach (int document in Documents())
            {
                families += columns.Groups[document] == last ? 0 : 1;
                last = columns.Groups[document];
            }

            return families;
        }
    }

    /// <summary>Adds documents of scattered families.</summary>
    /// <param name="word">The number of their word of bits.</param>
    /// <param name="documents">The documents.</param>
    public void Add(int word, ulong documents)
    {
        for (; documents != 0; documents &= documents - 1)
        {
            int place = columns.ScatteredPlaces[(word * 64) + BitOperations.TrailingZeroCount(documents)];
            places[place >> 6] |= 1UL << (place & 63);
        }
    }

    /// <summary>The documents, family by family.</summary>
    public IEnumerable<int> Documents()
    {
        for (int word = 0; word < places.Length; word++)
        {
            for (ulong bits = places[word]; bits != 0; bits &= bits - 1)
            {
                yield return columns.ScatteredByFamily[(word * 64) + BitOperations.TrailingZeroCount(bits)];
            }
        }
    }
}
