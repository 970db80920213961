using System.Collections.Concurrent;
using JingJian.Search.Meaning;
using JingJian.Search.Ranking;
using JingJian.Text;

namespace JingJian.Search.Exemplars;

/// <summary>How much passages that have the words of a topic are about it.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. A report that lists all that an office did has the words of every topic; what the whole of it means is none of them.
/// So all words of a passage, weighted by their idf, are held against the topic as directions of <see cref="RelatedWords"/>, and those of
/// its title, too; and the topic should be named by the heading or soon.</para>
/// <para><b>Guarantee.</b> 0 to 1; the passage nearest in meaning that names it soon has 1. Without related words only the place counts.</para>
/// <para><b>Cost.</b> Cutting each text, and as many additions as <see cref="RelatedWords.Dimensions"/> for each of its words. The idf of words with a direction is remembered.</para>
/// <para><b>Threads.</b> Any number.</para>
/// </remarks>
internal sealed class TopicFit(RankedIndex index, ExemplarOptions options)
{
    /// <summary>More occurrences of a word say nothing new of what a text is about.</summary>
    private const int MostOccurrences = 2;

    /// <summary>A passage far from the topic still has its words.</summary>
    private const double LeastLikeness = 0.02;

    private readonly RelatedWords? related = index.Help.Related;
    private readonly ConcurrentDictionary<string, float> idfs = new(StringComparer.Ordinal);

    /// <summary>Of each of some documents, in their order.</summary>
    public double[] Of(IReadOnlyList<int> documents, QueryPlan plan)
    {
        string[] words = [.. plan.Atoms.Concat(plan.Added.Where(atom => atom.Origin == WordOrigin.Part)).Where(atom => atom.IsFound).Select(atom => atom.Text)];
        double[] likeness = Likeness(documents, plan);
        return [.. documents.Select((document, i) => likeness[i] * (IsNamedSoon(document, words) ? 1 : options.LateShare))];
    }

    /// <summary>How near each is to the topic in meaning, beside the nearest, as a factor.</summary>
    private double[] Likeness(IReadOnlyList<int> documents, QueryPlan plan)
    {
        sbyte[] topic = related is null || options.MeaningWeight == 0 ? [] : DirectionOf(plan.Atoms.SelectMany(atom => related.Knows(atom.Text) ? [atom.Text] : WordsOf(atom.Text)));
        double[] near = [.. documents.Select(document => topic.Length == 0 ? 1 : Likeness(topic, document))];
        double most = near.DefaultIfEmpty().Max();
        return [.. near.Select(one => most <= 0 ? 1 : Math.Pow(Math.Max(LeastLikeness, one / most), options.MeaningWeight))];
    }

    private double Likeness(sbyte[] topic, int document)
    {
        sbyte[] text = DirectionOf(WordsOf(index.Reader.Texts.TextOf(document)));
        sbyte[] title = DirectionOf(WordsOf(Line(index.Reader.Headings.TextOf(index.Reader.Columns.HeadingOf[document]), last: false)));
        return RelatedWords.Nearness(topic, text) + (options.TitleShare * RelatedWords.Nearness(topic, title));
    }

    private bool IsNamedSoon(int document, string[] words)
    {
        ReadOnlySpan<char> text = index.Reader.Texts.TextOf(document), heading = Line(index.Reader.Headings.TextOf(index.Reader.Columns.HeadingOf[document]), last: true);
        text = text[..Math.Min(text.Length, options.LeadLength)];
        foreach (string word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal) || heading.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The title of the report, or the heading next above a passage; nothing where there is none below the title.</summary>
    private static ReadOnlySpan<char> Line(ReadOnlySpan<char> path, bool last)
    {
        int end = last ? path.LastIndexOf('\n') : path.IndexOf('\n');
        return last ? (end < 0 ? [] : path[(end + 1)..]) : (end < 0 ? path : path[..end]);
    }

    private sbyte[] DirectionOf(IEnumerable<string> words) => related!.Direction(words.Where(related.Knows).CountBy(word => word, StringComparer.Ordinal)
        .Select(word => (word.Key, IdfOf(word.Key) * Math.Min(MostOccurrences, word.Value))));

    private float IdfOf(string word) => idfs.GetOrAdd(word, _ => index.Texts.Idf(index.Reader.Texts.WordCount(word)));

    /// <summary>The longest words of a cut, in order.</summary>
    private List<string> WordsOf(ReadOnlySpan<char> text)
    {
        var spans = new List<TextSpan>();
        index.Cutter(text, spans);
        spans.Sort((one, other) => (one.Start, -one.Length).CompareTo((other.Start, -other.Length)));
        var words = new List<string>();
        int end = 0;
        foreach (TextSpan span in spans.Where(span => span.Length > 1))
        {
            if (span.End > end)
            {
                words.Add(span.In(text).ToString());
                end = span.End;
            }
        }

        return words;
    }
}
