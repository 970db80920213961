using System.Collections.Immutable;
using System.Globalization;
using JingJian.Analysis.Structure;
using JingJian.Text;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>Says in words which features decided a function: 标题“下一步打算”、句首“将”、位置 92 %.</summary>
/// <remarks>A feature speaks for the answer against the function that came second: the difference of their weights times
/// the feature's value. Features of one sort are added up, and the strongest sorts are named, each by what it saw.</remarks>
internal sealed class Reasons(Document document, ReportFeatures reading, FunctionModel model)
{
    private const int Most = 3;

    /// <summary>What adds less than this did not decide.</summary>
    private const float Least = 0.15f;

    private readonly List<NamedFeature> names = [];
    private readonly SequenceFeatures features = new();

    /// <summary>The reasons for a function of a unit, strongest first.</summary>
    /// <param name="index">The unit.</param>
    /// <param name="headings">The probabilities of headings.</param>
    /// <param name="joined">The probabilities of its functions.</param>
    /// <param name="power">How much the rules count beside the chain.</param>
    public ImmutableArray<string> Of(int index, ReadOnlySpan<float> headings, ReadOnlySpan<float> joined, float power)
    {
        Block block = reading.BlockAt(index);
        int first = Trust.MostLikely(joined);
        Span<float> others = stackalloc float[joined.Length];
        joined.CopyTo(others);
        others[first] = -1;
        int second = Trust.MostLikely(others);
        names.Clear();
        features.Clear();
        features.NextPosition();
        reading.AddUnit(block, headings, features, names);
        Dictionary<Ground, (float Sum, NamedFeature Best, float BestGain)> grounds = [];
        foreach (NamedFeature feature in names)
        {
            Ground ground = GroundOf(feature.Template, block);
            float gain = feature.Weight * (model.Units.Weight(feature.Key, first) - model.Units.Weight(feature.Key, second));
            var known = grounds.GetValueOrDefault(ground, (0, feature, float.NegativeInfinity));
            bool better = gain > known.Item3 && (feature.Text is not { } text || IsWord(text));
            grounds[ground] = (known.Item1 + gain, better ? feature : known.Item2, better ? gain : known.Item3);
        }

        AddVectors(block, first, second, grounds);
        ReadOnlySpan<float> rules = reading.RulesOf(block.Ordinal);
        if (grounds.TryGetValue(Ground.Rules, out var ruled))
        {
            grounds[Ground.Rules] = ruled with { Sum = ruled.Sum + (power * (Logarithm(rules[first]) - Logarithm(rules[second]))) };
        }

        return
        [
            .. grounds.Where(pair => pair.Value.Sum >= Least).OrderByDescending(pair => pair.Value.Sum).ThenBy(pair => pair.Key)
                .Select(pair => Words(pair.Key, pair.Value.Best, block, index, first)).OfType<string>().Distinct(StringComparer.Ordinal).Take(Most),
        ];
    }

    /// <summary>Vectors speak too, but have no words to show.</summary>
    private void AddVectors(Block block, int first, int second, Dictionary<Ground, (float Sum, NamedFeature Best, float BestGain)> grounds)
    {
        Span<double> scores = stackalloc double[FunctionNames.Count];
        foreach (VectorPart part in reading.VectorsOf(block))
        {
            scores.Clear();
            model.VectorWeights.AddTo(scores, part);
            Ground ground = GroundOf(part.Template, block);
            var known = grounds.GetValueOrDefault(ground, (0, new NamedFeature(part.Template, 0, 0, 0, 0), float.NegativeInfinity));
            grounds[ground] = known with { Item1 = known.Item1 + (float)(scores[first] - scores[second]) };
        }
    }

    /// <summary>A single character says little, half of one nothing.</summary>
    private static bool IsWord(string text) => text.Length > 1 && !char.IsLowSurrogate(text[0]) && !char.IsHighSurrogate(text[^1]);

    private enum Ground
    {
        Heading, TopHeading, Beginning, End, Wording, Place, Figures, Time, Tense, Rules, Sort, Around, Sense, Nothing,
    }

    /// <summary>Below one heading the nearest and the highest are the same, and speak together.</summary>
    private static Ground GroundOf(FeatureTemplate template, Block block) => GroundOf(template) switch
    {
        Ground.TopHeading when block.Sections.Length == 1 => Ground.Heading,
        Ground ground => ground,
    };

    private static Ground GroundOf(FeatureTemplate template) => template switch
    {
        FeatureTemplate.HeadingGram or FeatureTemplate.HeadingFunction or FeatureTemplate.HeadingVote or FeatureTemplate.HeadingCue or FeatureTemplate.HeadingVector => Ground.Heading,
        FeatureTemplate.TopHeadingGram or FeatureTemplate.TopHeadingFunction or FeatureTemplate.TopHeadingVote or FeatureTemplate.TopHeadingVector => Ground.TopHeading,
        FeatureTemplate.Start or FeatureTemplate.HeadGram => Ground.Beginning,
        FeatureTemplate.TailGram or FeatureTemplate.LastCharacter => Ground.End,
        FeatureTemplate.Gram or FeatureTemplate.FourGram => Ground.Wording,
        FeatureTemplate.Place or FeatureTemplate.Edge or FeatureTemplate.Landmark or FeatureTemplate.SectionPlace => Ground.Place,
        FeatureTemplate.Quantities or FeatureTemplate.ClauseFigures => Ground.Figures,
        FeatureTemplate.Year or FeatureTemplate.TimeWord => Ground.Time,
        FeatureTemplate.Sign or FeatureTemplate.Balance or FeatureTemplate.SectionBalance or FeatureTemplate.ReportBalance => Ground.Tense,
        FeatureTemplate.RuleVote or FeatureTemplate.RuleSecond or FeatureTemplate.Cue or FeatureTemplate.GenreCue or FeatureTemplate.DocumentVote => Ground.Rules,
        FeatureTemplate.Document or FeatureTemplate.Tone or FeatureTemplate.TitleGram or FeatureTemplate.ReportVector => Ground.Sort,
        FeatureTemplate.VoteAbove or FeatureTemplate.VoteBelow or FeatureTemplate.Neighbour or FeatureTemplate.ShortLineCue or FeatureTemplate.ShortLineGram
            or FeatureTemplate.AboveVector or FeatureTemplate.BelowVector => Ground.Around,
        FeatureTemplate.TextVector or FeatureTemplate.FirstClauseVector or FeatureTemplate.LastClauseVector => Ground.Sense,
        _ => Ground.Nothing,
    };

    private string? Words(Ground ground, NamedFeature best, Block block, int index, int first) => ground switch
    {
        Ground.Heading when block.Sections is [.., int nearest] => $"标题“{Short(document.Blocks[nearest].Text.Text)}”",
        Ground.TopHeading when block.Sections is [int top, ..] => $"标题“{Short(document.Blocks[top].Text.Text)}”",
        Ground.Beginning => best.Text is { } text ? $"句首“{text}”" : $"句首“{Short(block.Text.Text, 2)}”",
        Ground.End => best.Text is { } text ? $"句末“{text}”" : null,
        Ground.Wording => best.Text is { } text ? $"用语“{text}”" : null,
        Ground.Place => string.Create(CultureInfo.InvariantCulture, $"位置 {(index + 1) * 100 / reading.Units.Length} %"),
        Ground.Figures => Shape.Of(block.Text.Text).Quantities is > 0 and int count ? $"{count} 处数字" : "没有数字",
        Ground.Time => TimeWords(block.Text.Text),
        Ground.Tense => TenseWords(reading.Cues.Signs[block.Ordinal]),
        Ground.Rules => CueWords(block, first),
        Ground.Sort => "文种和报告的基调",
        Ground.Around => "上下文",
        Ground.Sense => "用词与这类段落相近",
        _ => null,
    };

    /// <summary>The words of the cue for the answer that stands in the text.</summary>
    private static string? CueWords(Block block, int function)
    {
        foreach (Cue cue in block.Kind == BlockKind.Heading ? Cues.OfHeading : Cues.OfParagraph)
        {
            if ((int)cue.Function == function && cue.IsIn(block.Text.Text) && cue.Pattern.Match(block.Text.Text) is { Success: true } match)
            {
                return $"提示词“{Short(match.Value)}”";
            }
        }

        return $"规则也判断为{FunctionNames.ToChinese((Function)function)}";
    }

    private static string? TimeWords(string text) => ReportFeatures.TimeWord().Match(text) is { Success: true } word ? $"时间词“{word.Value}”" : "所写年份";

    private static string TenseWords(Signs signs) => (signs.Done, signs.Duty + signs.Ahead) switch
    {
        (0, 0) => "全篇的语气",
        (int done, int ahead) when ahead > done => "多讲要做的事",
        _ => "多讲已做的事",
    };

    private static string Short(string text, int length = 16)
    {
        int mark = HeadingMark.Of(text).Length;
        string bare = mark < text.Length ? text[mark..].Trim() : text;
        return length > 2 ? Shortening.Excerpt(bare, length) : Shortening.Beginning(bare, length);
    }

    private static float Logarithm(float share) => MathF.Log(Math.Max(0.01f, share));
}
