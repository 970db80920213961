using JingJian.Text.Lexicons;

namespace JingJian.Tests.Text;

public sealed class NewWordsTests
{
    private static readonly string[] Texts =
    [
        "推行厂务公开制度。", "深化厂务公开工作。", "坚持厂务公开栏更新。", "落实厂务公开责任。", "厂务公开是民主管理的形式。", "规范厂务公开！",
        "校务公开同步推进。", "坚持校务公开责任。", "落实工作责任。", "推行工作制度。", "深化民主管理。", "规范管理工作。",
    ];

    private static readonly NewWordOptions Options = new() { MinCohesion = 1.5, MinBranching = 1.2 };

    [Fact]
    public void A_frequent_string_with_free_neighbours_is_proposed_and_its_parts_are_not()
    {
        IReadOnlyList<ProposedWord> proposals = NewWords.Propose(Texts, Shipped.Lexicon, Options);

        Assert.Equal(["厂务公开"], proposals.Select(word => word.Word));
        Assert.Equal(6, proposals[0].Count);
    }

    [Fact]
    public void A_recycled_paragraph_counts_once()
    {
        Assert.Equal(
            NewWords.Propose(Texts, Shipped.Lexicon, Options),
            NewWords.Propose(Texts.Concat(Texts).Concat(Texts), Shipped.Lexicon, Options));
    }

    [Fact]
    public void Words_of_the_lexicon_are_not_proposed()
    {
        Lexicon lexicon = Shipped.Lexicon.With(UserLexicon.Parse("厂务公开").TryGet(out UserLexicon? words, out _) ? words : null!);

        Assert.Empty(NewWords.Propose(Texts, lexicon, Options));
    }

    [Fact]
    public void Cohesion_and_branching_are_what_their_definitions_say()
    {
        var random = new Random(9);
        string[] texts = [.. Enumerable.Range(0, 200).Select(_ => string.Concat(Enumerable.Range(0, 30).Select(_ => "工会职代表大，"[random.Next(7)])))];
        var loose = new NewWordOptions { MaxLength = 4, MinCount = 2, MinCohesion = 0.1, MinBranching = 0.5 };

        Assert.Equal(Slow(texts, loose), NewWords.Propose(texts, Shipped.Lexicon, loose).Select(word => (word.Word, word.Count, Math.Round(word.Cohesion, 9), Math.Round(word.Branching, 9))));
    }

    private static IEnumerable<(string Word, int Count, double Cohesion, double Branching)> Slow(string[] texts, NewWordOptions options)
    {
        string[] runs = [.. texts.SelectMany(text => text.Split('，')).SelectMany(part =>
            from start in Enumerable.Range(0, part.Length)
            from length in Enumerable.Range(1, Math.Min(options.MaxLength, part.Length - start))
            select part.Substring(start, length))];
        Dictionary<string, int> counts = runs.GroupBy(run => run).ToDictionary(group => group.Key, group => group.Count());
        double letters = counts.Where(run => run.Key.Length == 1).Sum(run => run.Value);
        return from run in counts.OrderBy(run => run.Key, StringComparer.Ordinal)
               where run.Key.Length > 1 && run.Value >= options.MinCount && !Shipped.Lexicon.Contains(run.Key)
               let cohesion = Enumerable.Range(1, run.Key.Length - 1).Min(cut => Math.Log(run.Value * letters / ((double)counts[run.Key[..cut]] * counts[run.Key[cut..]])))
               let sides = texts.SelectMany(text => Places("\n" + text + "\n", run.Key)).ToArray()
               let branching = Math.Min(Entropy(sides.Select(side => side.Before)), Entropy(sides.Select(side => side.After)))
               where cohesion >= options.MinCohesion && branching >= options.MinBranching
               orderby run.Value descending
               select (run.Key, run.Value, Math.Round(cohesion, 9), Math.Round(branching, 9));
    }

    private static IEnumerable<(char Before, char After)> Places(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            yield return (text[at - 1], text[at + word.Length]);
        }
    }

    private static double Entropy(IEnumerable<char> letters)
    {
        char[] all = [.. letters];
        return all.GroupBy(letter => letter).Sum(group => -(double)group.Count() / all.Length * Math.Log((double)group.Count() / all.Length));
    }
}
