using System.Collections.Frozen;
using System.Collections.Immutable;
using JingJian.Analysis.Structure;
using JingJian.Search.Meaning;

namespace JingJian.Search.Ranking;

/// <summary>What a question or description means: how much each of its words tells, and which words officials use for it.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. Who asks 天热的时候怎么照顾在外面干活的人 uses words that the archive does not: their rarity says
/// nothing, so their idf is bounded, and the words of the table of sayings (送清凉, 防暑降温) and words of like surroundings are
/// searched for beside. What is said in words that the archive uses itself (学校, 成绩) needs no translation: the words of such a
/// line count less.</para>
/// </remarks>
internal sealed class QuestionMeaning
{
    /// <summary>More typed words than this are a list, not a question.</summary>
    public const int MostWords = 2;

    /// <summary>A longer text is a passage.</summary>
    public const int Longest = 40;

    private readonly RankedIndex index;
    private readonly List<BesideWord> written = [];
    private readonly int concepts;

    public QuestionMeaning(RankedIndex index, string text)
    {
        this.index = index;
        Units = AskedUnits.In(text);
        var weights = new Dictionary<string, BesideWord>(StringComparer.Ordinal);
        foreach ((ImmutableArray<string> said, ImmutableArray<string> words) in index.Help.Synonyms.SaidIn(text))
        {
            float weight = index.Options.SayingWeight * Telling(said);
            foreach (string word in words.Where(word => !weights.TryGetValue(word, out BesideWord known) || known.Weight < weight))
            {
                weights[word] = new BesideWord(word, WordOrigin.Saying, weight, concepts);
            }

            concepts++;
        }

        written.AddRange(weights.Values.OrderBy(word => word.Concept));
    }

    /// <summary>The sorts of units whose reports it is about; empty where it names none.</summary>
    public FrozenSet<UnitType> Units { get; }

    /// <summary>What a typed word counts here.</summary>
    public float ShareOf(float idf) => Math.Min(1, index.Options.MostIdfOfQuestion / Math.Max(idf, 0.01f));

    /// <summary>The words to search for beside the typed ones.</summary>
    public IEnumerable<BesideWord> Beside(IReadOnlyList<Atom> typed)
    {
        foreach (BesideWord word in written)
        {
            yield return word;
        }

        if (index.Help.Related is { } related && index.Options.RelatedWeight > 0)
        {
            // An idf stands for how much a word tells; that of a written word is bounded as if it were typed.
            IEnumerable<(string, float)> asked = typed.Select(atom => (atom.Text, atom.Idf))
                .Concat(written.Select(word => (word.Text, word.Weight * index.Options.MostIdfOfQuestion)));
            foreach ((string word, float nearness) in related.Nearest(asked, index.Options.RelatedWords, index.Options.RelatedNearness))
            {
                yield return new BesideWord(word, WordOrigin.Related, index.Options.RelatedWeight * nearness, concepts);
            }
        }
    }

    /// <summary>How much what was said tells, 0 to 1.</summary>
    private float Telling(ImmutableArray<string> said)
    {
        float idf = said.Sum(word => index.Texts.Idf(StringFinder.Find(index.Reader.Texts, word).Count));
        return MathF.Pow(Math.Min(1, idf / index.Options.MostIdfOfQuestion), index.Options.SayingTelling);
    }
}

/// <summary>A word to search for beside the typed ones.</summary>
/// <param name="Text">The word.</param>
/// <param name="Origin">Why.</param>
/// <param name="Weight">What it counts beside a typed one.</param>
/// <param name="Concept">Words with one number say one thing in several ways; null for a word of its own.</param>
internal readonly record struct BesideWord(string Text, WordOrigin Origin, float Weight, int? Concept);
