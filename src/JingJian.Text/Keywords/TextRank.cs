using System.Collections.Frozen;
using JingJian.Text.Segmentation;

namespace JingJian.Text.Keywords;

/// <summary>The words that stand close to many other important words of the same text.</summary>
/// <remarks>
/// <para><b>Source.</b> R. Mihalcea, P. Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004, as in jieba 0.42.1,
/// <c>jieba.analyse.textrank</c>: nouns, place names, verbs and verbal nouns within five words of each other are linked;
/// ten rounds of PageRank with damping 0.85.</para>
/// <para><b>Guarantee.</b> jieba's words with jieba's scores: sums in jieba's order. Needs no document frequencies.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
/// <param name="tagger">Cuts and tags the text.</param>
public sealed class TextRank(Tagger tagger)
{
    private const int Window = 5;
    private const int Rounds = 10;
    private const double Damping = 0.85;

    private static readonly FrozenSet<string> Tags = FrozenSet.ToFrozenSet(["ns", "n", "vn", "v"], StringComparer.Ordinal);

    /// <summary>The <paramref name="top"/> best keywords of <paramref name="text"/>, best first; ties in the order of first link.</summary>
    public IReadOnlyList<Keyword> Extract(string text, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        List<Node> nodes = Link(text);
        Rank(nodes);
        if (nodes.Count == 0)
        {
            return [];
        }

        double least = nodes.Min(node => node.Score) / 10, most = nodes.Max(node => node.Score);
        return [.. nodes
            .Select(node => new Keyword(node.Word, (node.Score - least) / (most - least)))
            .OrderByDescending(keyword => keyword.Score)
            .Take(top)];
    }

    /// <summary>One node for each linked word, in the order of the first link.</summary>
    private List<Node> Link(string text)
    {
        var nodes = new List<Node>();
        var byWord = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (((string first, string second), int weight) in CountPairs(text))
        {
            Node one = NodeOf(first), other = NodeOf(second);
            one.Links.Add((other, weight));
            other.Links.Add((one, weight));
        }

        return nodes;

        Node NodeOf(string word)
        {
            if (!byWord.TryGetValue(word, out Node? node))
            {
                byWord.Add(word, node = new Node(word));
                nodes.Add(node);
            }

            return node;
        }
    }

    /// <summary>How often two words stand within the window, the earlier one first; in the order of first occurrence.</summary>
    private OrderedDictionary<(string, string), int> CountPairs(string text)
    {
        var tagged = new List<TaggedWord>();
        tagger.Cut(text, tagged);
        string?[] words = [.. tagged.Select(word => Candidate(text, word))];
        var pairs = new OrderedDictionary<(string, string), int>();
        for (int i = 0; i < words.Length; i++)
        {
            for (int j = i + 1; j < Math.Min(i + Window, words.Length) && words[i] is not null; j++)
            {
                if (words[j] is not null)
                {
                    pairs[(words[i]!, words[j]!)] = pairs.GetValueOrDefault((words[i]!, words[j]!)) + 1;
                }
            }
        }

        return pairs;
    }

    private static string? Candidate(string text, TaggedWord word)
    {
        ReadOnlySpan<char> letters = word.Span.In(text);
        return Tags.Contains(word.Tag) && KeywordCandidates.Admits(letters) ? letters.ToString() : null;
    }

    private static void Rank(List<Node> nodes)
    {
        foreach (Node node in nodes)
        {
            node.Score = 1.0 / nodes.Count;
            node.Weight = node.Links.Sum(link => (double)link.Weight);
        }

        Node[] byWord = [.. nodes.OrderBy(node => node.Word, StringComparer.Ordinal)];
        for (int round = 0; round < Rounds; round++)
        {
            foreach (Node node in byWord)
            {
                double sum = 0;
                foreach ((Node other, int weight) in node.Links)
                {
                    sum += weight / other.Weight * other.Score;
                }

                node.Score = 1 - Damping + (Damping * sum);
            }
        }
    }

    private sealed class Node(string word)
    {
        public string Word { get; } = word;

        /// <summary>Both ends hold the link; a word that neighbours itself holds it twice.</summary>
        public List<(Node Other, int Weight)> Links { get; } = [];

        public double Weight { get; set; }

        public double Score { get; set; }
    }
}
