using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace JingJian.Analysis.Reuse;

/// <summary>Groups texts that are one text into families.</summary>
/// <remarks>
/// <para><b>Source.</b> Star clustering: J. Aslam, E. Pelekhov, D. Rus, "The star clustering algorithm", 2004: the text with
/// the most likeness around it takes all that are linked to it, then the next that is left.</para>
/// <para><b>Guarantee.</b> Every member is linked to the family's centre, so a chain of small edits from one text to a quite
/// different one is cut; only where all copies of the centre are damaged another member stands for the family. The order of links does not matter; ties go to the earlier text.</para>
/// </remarks>
internal static class Families
{
    /// <summary>The families of two paragraphs or more, ordered by their first member.</summary>
    public static ImmutableArray<ReuseFamily> Of(Corpus corpus, PairTable pairs)
    {
        double[] weights = Weights(corpus, pairs);
        int[] centres = Centres(corpus, pairs, weights);
        var textsOf = new Grouping(centres.Length, centres.Select((centre, text) => (centre, text)));
        var families = new List<ReuseFamily>();
        for (int centre = 0; centre < centres.Length; centre++)
        {
            int[] texts = textsOf.Of(centre).ToArray();
            if (texts.Length > 1 || (texts.Length == 1 && corpus.MembersOf(centre).Length > 1))
            {
                families.Add(Family(corpus, centre, texts, weights));
            }
        }

        return [.. families.OrderBy(family => family.Members[0])];
    }

    private static ReuseFamily Family(Corpus corpus, int centre, int[] texts, double[] weights)
    {
        var members = new List<int>();
        foreach (int text in texts)
        {
            members.AddRange(corpus.MembersOf(text));
        }

        members.Sort();
        return new ReuseFamily(IdOf(corpus.Texts[corpus.TextOf[members[0]]]), [.. members], Medoid(corpus, centre, texts, weights));
    }

    /// <summary>The centre, or of the texts linked to it the heaviest that has an undamaged copy.</summary>
    private static int Medoid(Corpus corpus, int centre, int[] texts, double[] weights) =>
        texts.OrderByDescending(text => text == centre).ThenByDescending(text => weights[text]).ThenBy(text => text)
            .Select(corpus.FirstWholeMemberOf).FirstOrDefault(member => member is not null) ?? corpus.MembersOf(centre)[0];

    private static string IdOf(ReadOnlySpan<char> letters)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(letters), hash);
        return "f" + Convert.ToHexStringLower(hash[..6]);
    }

    /// <summary>The centre of each text's family; a text without links is its own.</summary>
    private static int[] Centres(Corpus corpus, PairTable pairs, double[] weights)
    {
        int count = corpus.Texts.Count;
        var neighbours = new Grouping(count, Neighbours(pairs));
        var centres = new int[count];
        Array.Fill(centres, -1);
        int[] order = [.. Enumerable.Range(0, count).Where(text => weights[text] > 0)];
        Array.Sort(order, (a, b) => weights[a] != weights[b] ? weights[b].CompareTo(weights[a]) : a.CompareTo(b));
        foreach (int text in order.Where(text => centres[text] < 0))
        {
            centres[text] = text;
            foreach (int other in neighbours.Of(text))
            {
                if (centres[other] < 0)
                {
                    centres[other] = text;
                }
            }
        }

        for (int text = 0; text < count; text++)
        {
            centres[text] = centres[text] < 0 ? text : centres[text];
        }

        return centres;
    }

    /// <summary>The summed likeness around each text; copies count each.</summary>
    private static double[] Weights(Corpus corpus, PairTable pairs)
    {
        var weights = new double[corpus.Texts.Count];
        foreach (TextPair link in pairs)
        {
            weights[link.A] += link.Likeness * corpus.MembersOf(link.B).Length;
            weights[link.B] += link.Likeness * corpus.MembersOf(link.A).Length;
        }

        for (int text = 0; text < weights.Length; text++)
        {
            weights[text] += corpus.MembersOf(text).Length - 1;
        }

        return weights;
    }

    /// <summary>Each text with each one that it is linked to.</summary>
    private static IEnumerable<(int Text, int Other)> Neighbours(PairTable pairs)
    {
        foreach (TextPair link in pairs.Where(pair => pair.Likeness > 0))
        {
            yield return (link.A, link.B);
            yield return (link.B, link.A);
        }
    }
}
