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
    public static ImmutableArray<ReuseFamily> Of(Corpus corpus, IReadOnlyList<TextPair> pairs)
    {
        TextPair[] links = [.. pairs.Where(pair => pair.Likeness > 0)];
        double[] weights = Weights(corpus, links);
        int[] centres = Centres(corpus, links, weights);
        var sizes = new int[centres.Length];
        for (int text = 0; text < centres.Length; text++)
        {
            sizes[centres[text]] += corpus.MembersOf(text).Length;
        }

        var textsOf = new Dictionary<int, List<int>>();
        for (int text = 0; text < centres.Length; text++)
        {
            if (sizes[centres[text]] < 2)
            {
                continue;
            }

            ref List<int>? texts = ref CollectionsMarshal.GetValueRefOrAddDefault(textsOf, centres[text], out _);
            (texts ??= []).Add(text);
        }

        return
        [
            .. textsOf.Select(family => Family(corpus, family.Key, family.Value, weights)).OrderBy(family => family.Members[0]),
        ];
    }

    private static ReuseFamily Family(Corpus corpus, int centre, List<int> texts, double[] weights)
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
    private static int Medoid(Corpus corpus, int centre, List<int> texts, double[] weights) =>
        texts.OrderByDescending(text => text == centre).ThenByDescending(text => weights[text]).ThenBy(text => text)
            .Select(corpus.FirstWholeMemberOf).FirstOrDefault(member => member is not null) ?? corpus.MembersOf(centre)[0];

    private static string IdOf(ReadOnlySpan<char> letters)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(letters), hash);
        return "f" + Convert.ToHexStringLower(hash[..6]);
    }

    /// <summary>The centre of each text's family; a text without links is its own.</summary>
    private static int[] Centres(Corpus corpus, IReadOnlyList<TextPair> links, double[] weights)
    {
        int count = corpus.Texts.Count;
        var neighbours = new Neighbours(count, links);
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
    private static double[] Weights(Corpus corpus, IReadOnlyList<TextPair> links)
    {
        var weights = new double[corpus.Texts.Count];
        foreach (TextPair link in links)
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

    /// <summary>The texts linked to each text.</summary>
    private sealed class Neighbours
    {
        private readonly int[] starts;
        private readonly int[] texts;

        public Neighbours(int count, IReadOnlyList<TextPair> links)
        {
            starts = new int[count + 1];
            foreach (TextPair link in links)
            {
                starts[link.A + 1]++;
                starts[link.B + 1]++;
            }

            for (int i = 1; i < starts.Length; i++)
            {
                starts[i] += starts[i - 1];
            }

            texts = new int[starts[^1]];
            int[] next = [.. starts];
            foreach (TextPair link in links)
            {
                texts[next[link.A]++] = link.B;
                texts[next[link.B]++] = link.A;
            }
        }

        public ReadOnlySpan<int> Of(int text) => texts.AsSpan(starts[text]..starts[text + 1]);
    }
}
