using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Analysis.Structure;

/// <summary>A word that says what a report is about.</summary>
/// <param name="Word">The word.</param>
/// <param name="Count">How often the report says it.</param>
/// <param name="Sources">The first places of the decoded source that say it.</param>
/// <param name="Confidence">From 0 to 1: how far it stands out from the first word that was not taken, and how often it is said.</param>
public sealed record Topic(string Word, int Count, ImmutableArray<TextSpan> Sources, double Confidence);

/// <summary>Draws from a report the nouns that it uses more than texts in general do.</summary>
/// <remarks>
/// <para><b>Source.</b> TF-IDF as in <see cref="Text.Keywords.KeywordExtractor"/>, over nouns, verbal nouns and abbreviations alone;
/// unknown words are not looked for, which doubles the speed; words that stand in every work summary whatever it is about (工作, 活动) and the names of places are left out.</para>
/// <para><b>Guarantee.</b> Ties in the order of first occurrence; the same report gives the same topics. With scores s and c of a topic
/// and of the first word not taken, and n occurrences, the confidence is s / (s + c) · n / (n + 1): a word that is said once, or no
/// more clearly than the next, is below one half.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
public sealed class TopicReader
{
    /// <summary>How many topics a report has at most.</summary>
    public const int MostTopics = 6;

    /// <summary>How many places are kept of each.</summary>
    private const int MostSources = 3;

    /// <summary>What a long report is about it says in its first pages.</summary>
    private const int CharactersRead = 12_000;

    // Of the words that most summaries share; what is left of them tells nothing of a single one.
    private static readonly FrozenSet<string> General = FrozenSet.ToFrozenSet(
        [
            "工作", "活动", "单位", "情况", "方面", "问题", "建设", "发展", "组织", "领导", "精神", "水平", "能力", "作用", "意识", "同志", "干部", "部门", "制度",
            "重点", "任务", "目标", "措施", "成绩", "总结", "报告", "会议", "要求", "基础", "思想", "管理", "服务", "社会", "人员", "过程", "力度", "形式", "内容",
            "工作总结", "工作计划", "有限公司", "全体", "全县", "全市", "全省", "全区", "全国", "全镇", "万元", "亿元", "以上", "充分发挥", "大力提高", "发挥作用", "紧紧围绕", "批评指正",
            "首要任务", "各项工作", "切实加强", "不断提高",
        ],
        StringComparer.Ordinal);

    private readonly Lexicon lexicon;
    private readonly Tagger tagger;

    /// <summary>Reads with the words of <paramref name="lexicon"/>.</summary>
    public TopicReader(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        tagger = new Tagger(lexicon);
    }

    /// <summary>The topics of each report of a document.</summary>
    public ImmutableArray<ImmutableArray<Topic>> Of(Document document) =>
        [.. document.Reports.Select(report => Of(document.Blocks.AsSpan().Slice(report.FirstBlock, report.BlockCount)))];

    private ImmutableArray<Topic> Of(ReadOnlySpan<Block> blocks)
    {
        List<Mention> mentions = Telling(Count(blocks));
        double[] scores = [.. mentions.Select(mention => mention.Count * lexicon.Idf(mention.Word))];
        int[] best = [.. Enumerable.Range(0, mentions.Count).OrderByDescending(i => scores[i]).Take(MostTopics + 1)];
        double next = best.Length > MostTopics ? scores[best[^1]] : 0;
        return [.. best.Take(MostTopics).Select(i => Topic(mentions[i], scores[i], next))];
    }

    private static Topic Topic(Mention mention, double score, double next) => new(
        mention.Word, mention.Count, [.. mention.Sources], Math.Round(score / (score + next) * mention.Count / (mention.Count + 1), 2));

    /// <summary>The words that tell something. 工会工作 says no more than 工会 where that is said too.</summary>
    private static List<Mention> Telling(List<Mention> mentions)
    {
        HashSet<string> words = [.. mentions.Select(mention => mention.Word)];
        return [.. mentions.Where(mention => mention.Word[0] != '我' && mention.Word.AsSpan().IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0
            && !General.Contains(mention.Word)
            && !(mention.Word is [.., '工', '作'] or [.., '组', '织'] or [.., '干', '部'] && words.Contains(mention.Word[..^2])))];
    }

    /// <summary>The words that may be topics, in the order of first occurrence.</summary>
    private List<Mention> Count(ReadOnlySpan<Block> blocks)
    {
        var mentions = new List<Mention>();
        var byWord = new Dictionary<string, Mention>(StringComparer.Ordinal);
        var lookup = byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = new List<TaggedWord>();
        int read = 0;
        foreach (Block block in blocks)
        {
            if (block.Kind == BlockKind.Noise || read >= CharactersRead)
            {
                continue;
            }

            ReadOnlySpan<char> text = block.Text.Text.AsSpan(0, Math.Min(block.Text.Text.Length, CharactersRead - read));
            read += text.Length;
            words.Clear();
            tagger.Cut(text, words, hmm: false);
            foreach ((TextSpan span, string tag) in CollectionsMarshal.AsSpan(words))
            {
                ReadOnlySpan<char> word = span.In(text);
                if (word.Length < 2 || !IsNoun(tag))
                {
                    continue;
                }

                if (!lookup.TryGetValue(word, out Mention? mention))
                {
                    mentions.Add(mention = new Mention(word.ToString()));
                    byWord.Add(mention.Word, mention);
                }

                mention.Count++;
                if (mention.Sources.Count < MostSources)
                {
                    mention.Sources.Add(block.Text.ToSource(span));
                }
            }
        }

        return mentions;
    }

    private static bool IsNoun(string tag) => tag is "n" or "nz" or "nt" or "vn" or "an" or "j" or "ng";

    private sealed class Mention(string word)
    {
        public string Word { get; } = word;

        public int Count { get; set; }

        public List<TextSpan> Sources { get; } = new(MostSources);
    }
}
