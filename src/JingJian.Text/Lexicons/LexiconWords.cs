using System.Text;

namespace JingJian.Text.Lexicons;

/// <summary>Reads the words back out of a double array.</summary>
/// <remarks>A unit that carries code c at index i is a child of whoever owns base i − c: bases are not shared.</remarks>
internal static class LexiconWords
{
    /// <summary>All words, in the order of their units.</summary>
    public static IEnumerable<string> All(Lexicon lexicon)
    {
        int[] ownerOf = Owners(lexicon.Units);
        var letters = new StringBuilder();
        for (int i = 0; i < ownerOf.Length; i++)
        {
            if (DoubleArray.Code(lexicon.Units[i]) != DoubleArray.Free && DoubleArray.Value(lexicon.Units[i]) != 0)
            {
                letters.Clear();
                for (int at = i; at >= 0; at = ownerOf[at - DoubleArray.Code(lexicon.Units[at])])
                {
                    letters.Insert(0, lexicon.Alphabet[DoubleArray.Code(lexicon.Units[at]) - 1]);
                }

                yield return letters.ToString();
            }
        }
    }

    /// <summary>The unit that owns each base; -1 stands for the root.</summary>
    private static int[] Owners(ReadOnlySpan<ulong> units)
    {
        int[] owners = new int[units.Length];
        Array.Fill(owners, -1);
        for (int i = 0; i < units.Length; i++)
        {
            if (DoubleArray.Code(units[i]) != DoubleArray.Free && DoubleArray.Base(units[i]) != 0)
            {
                owners[DoubleArray.Base(units[i])] = i;
            }
        }

        return owners;
    }
}
