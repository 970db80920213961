using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using JingJian.Analysis.Structure;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>The features of the headings and paragraphs of one report.</summary>
/// <remarks>
/// <para><b>Source.</b> Blocks of features in the order of their published or measured gain: place, headings above with
/// their own function, the vote of the cue rules, characters, cues, shape, sort of document, tense.</para>
/// <para><b>Cost.</b> Linear in the text. <b>Threads.</b> One at a time.</para>
/// </remarks>
internal sealed partial class ReportFeatures
{
    private const int HeadLength = 14;
    private const int TailLength = 25;
    private const int Places = 12;
    private const int LastEdge = 4;
    private const int LongestShortLine = 18;
    public const int ParagraphKind = 0;
    public const int HeadingKind = 1;

    /// <summary>Characters of a text share this much weight, however many there are: long texts would drown the rest.</summary>
    private const float GramNorm = 4f;
    private const float SmallNorm = 1.5f;
    private const float FourNorm = 2f;

    private readonly Document document;
    private readonly CueReading cues;
    private readonly ReportOutline report;
    private readonly FoldedText folded = new();
    private readonly Function tone;
    private readonly Genre genre;
    private readonly bool isOfUnit;
    private readonly Signs reportSigns;
    private readonly int[] units;
    private readonly int[] indexes;
    private readonly Signs[] sectionSigns;
    private readonly bool hasPlan;
    private readonly int firstPlan;
    private readonly int[] shortLines;
    private readonly ReportVectors vectors;

    public ReportFeatures(Document document, CueReading cues, ReportOutline report, PairVectors pairs)
    {
        this.document = document;
        this.cues = cues;
        this.report = report;
        tone = cues.Tones[report.Index];
        ImmutableArray<Block> blocks = document.Blocks.Slice(report.FirstBlock, report.BlockCount);
        units = [.. blocks.Where(block => block.Kind is BlockKind.Heading or BlockKind.Paragraph).Select(block => block.Ordinal)];
        genre = Genres.Of(report, units.Take(3).Select(ordinal => document.Blocks[ordinal].Text.Text));
        isOfUnit = Genres.IsOfUnit(genre, report, [.. units.Select(ordinal => document.Blocks[ordinal].Text.Text)]);
        vectors = new ReportVectors(pairs, [.. units.Select(ordinal => document.Blocks[ordinal])]);
        indexes = new int[report.BlockCount];
        sectionSigns = new Signs[report.BlockCount];
        firstPlan = int.MaxValue;
        shortLines = new int[units.Length];
        int shortLine = -1;
        for (int index = 0; index < units.Length; index++)
        {
            Block block = document.Blocks[units[index]];
            indexes[block.Ordinal - report.FirstBlock] = index;
            shortLines[index] = shortLine;
            shortLine = block.Kind == BlockKind.Heading ? -1 : IsShortLine(block.Text.Text) ? block.Ordinal : shortLine;
            reportSigns += cues.Signs[block.Ordinal];
            foreach (int section in block.Sections)
            {
                sectionSigns[section - report.FirstBlock] += cues.Signs[block.Ordinal];
            }

            if (firstPlan == int.MaxValue && block.Kind == BlockKind.Heading && cues.Labels[block.Ordinal].Primary == Function.Plan)
            {
                firstPlan = index;
                hasPlan = true;
            }
        }
    }

    /// <summary>The ordinals of headings and paragraphs, in order.</summary>
    public ReadOnlySpan<int> Units => units;

    /// <summary>What the rules say of the document.</summary>
    public CueReading Cues => cues;

    /// <summary>The share that the rules give each function of a unit.</summary>
    public ReadOnlySpan<float> RulesOf(int ordinal) => cues.Shares.AsSpan(ordinal * FunctionNames.Count, FunctionNames.Count);

    /// <summary>How far the rules can be trusted with this report.</summary>
    /// <param name="chain">The probabilities by the chain, unit by unit.</param>
    public int SortBy(ReadOnlySpan<float> chain)
    {
        int agreed = 0;
        for (int index = 0; index < units.Length; index++)
        {
            agreed += Trust.MostLikely(chain.Slice(index * FunctionNames.Count, FunctionNames.Count)) == (int)cues.Labels[units[index]].Primary ? 1 : 0;
        }

        return Trust.SortOf(isOfUnit, agreed, units.Length);
    }

    /// <summary>The place of a heading or paragraph among the units.</summary>
    public int IndexOf(Block block) => indexes[block.Ordinal - report.FirstBlock];

    /// <summary>A unit by its place among the units.</summary>
    public Block BlockAt(int index) => document.Blocks[units[index]];

    /// <summary>Adds the features of a heading, without those of functions that were decided before.</summary>
    public void AddHeading(Block block, SequenceFeatures features, List<NamedFeature>? names)
    {
        var sink = new FeatureSink(features, HeadingKind, names);
        AddShared(block, sink);
        AddInside(block, sink);
    }

    /// <summary>Adds the features of any unit of the chain, without <see cref="VectorsOf"/>.</summary>
    /// <param name="block">The unit.</param>
    /// <param name="headings">The probabilities of the functions of all headings, by ordinal from the report's first block.</param>
    /// <param name="features">Receives the features.</param>
    /// <param name="names">Receives their names, or null.</param>
    public void AddUnit(Block block, ReadOnlySpan<float> headings, SequenceFeatures features, List<NamedFeature>? names)
    {
        var sink = new FeatureSink(features, block.Kind == BlockKind.Heading ? HeadingKind : ParagraphKind, names);
        if (block.Kind == BlockKind.Heading)
        {
            AddProbabilities(FeatureTemplate.HeadingFunction, headings, block.Ordinal, sink, 2);
            AddPlace(block, sink);
            AddHeadingsAbove(block, headings, sink);
            AddVotes(block, sink);
            return;
        }

        AddShared(block, sink);
        AddHeadingsAbove(block, headings, sink);
        AddShortLineAbove(block, sink);
    }

    /// <summary>Where a unit and what is around it stand among all texts; valid until the next call.</summary>
    public ReadOnlySpan<VectorPart> VectorsOf(Block block)
    {
        int Heading(int section) => indexes[section - report.FirstBlock];
        return block.Sections is [int top, ..]
            ? vectors.PartsOf(IndexOf(block), Heading(block.Sections[^1]), Heading(top))
            : vectors.PartsOf(IndexOf(block), -1, -1);
    }

    /// <summary>Adds them as features, as a training wants them.</summary>
    public void AddVectors(Block block, SequenceFeatures features)
    {
        var sink = new FeatureSink(features, ParagraphKind, null);
        foreach (VectorPart part in VectorsOf(block))
        {
            sink.AddVector(part.Template, part.Vector, part.Weight);
        }
    }

    /// <summary>What they add to the scores of all units, functions of a unit side by side.</summary>
    public double[] VectorScores(VectorWeights weights)
    {
        var scores = new double[units.Length * FunctionNames.Count];
        var run = new VectorWeights.Run(weights);
        for (int index = 0; index < units.Length; index++)
        {
            foreach (VectorPart part in VectorsOf(BlockAt(index)))
            {
                run.AddTo(scores.AsSpan(index * FunctionNames.Count, FunctionNames.Count), part);
            }
        }

        return scores;
    }

    /// <summary>Texts without marked headings have short lines in their place.</summary>
    private void AddShortLineAbove(Block block, FeatureSink sink)
    {
        int line = shortLines[IndexOf(block)];
        if (line < 0)
        {
            return;
        }

        string text = document.Blocks[line].Text.Text;
        AddHeadingText(FeatureTemplate.ShortLineGram, line, sink);
        for (int cue = 0; cue < Functions.Cues.OfHeading.Length; cue++)
        {
            if (Functions.Cues.OfHeading[cue].IsIn(text))
            {
                sink.Add(FeatureTemplate.ShortLineCue, (ulong)Functions.Cues.OfHeading[cue].Function);
            }
        }
    }

    private void AddShared(Block block, FeatureSink sink)
    {
        sink.Add(FeatureTemplate.Always, 0);
        AddText(block, sink);
        AddPlace(block, sink);
        AddVotes(block, sink);
        AddShape(block, sink);
        AddTense(block, sink);
        AddDocument(block, sink);
    }

    private void AddText(Block block, FeatureSink sink)
    {
        int mark = HeadingMark.Of(block.Text.Text).Length;
        ReadOnlySpan<char> text = folded.Fold(block.Text.Text.AsSpan(Math.Min(mark, block.Text.Text.Length)));
        if (text.IsEmpty)
        {
            return;
        }

        sink.AddGrams(FeatureTemplate.Gram, text, GramNorm / MathF.Sqrt((3 * text.Length) + 20));
        sink.AddFours(FeatureTemplate.FourGram, text, FourNorm / MathF.Sqrt(text.Length + 20));
        ReadOnlySpan<char> head = text[..Math.Min(HeadLength, text.Length)];
        sink.AddGrams(FeatureTemplate.HeadGram, head, SmallNorm / MathF.Sqrt((3 * head.Length) + 5));
        ReadOnlySpan<char> tail = text[Math.Max(0, text.Length - TailLength)..];
        sink.AddGrams(FeatureTemplate.TailGram, tail, SmallNorm / MathF.Sqrt((3 * tail.Length) + 5));
        sink.Add(FeatureTemplate.Start, text[0] | (text.Length > 1 ? (ulong)text[1] << 16 : 0), 0.5f);
        sink.Add(FeatureTemplate.LastCharacter, text[^1]);
        Clauses.Add(text, sink);
    }

    private void AddPlace(Block block, FeatureSink sink)
    {
        int index = IndexOf(block);
        int last = units.Length - 1;
        sink.Add(FeatureTemplate.Place, (ulong)(index * Places / units.Length));
        if (index <= LastEdge)
        {
            sink.Add(FeatureTemplate.Edge, (ulong)index);
        }

        if (last - index < LastEdge)
        {
            sink.Add(FeatureTemplate.Edge, (ulong)(100 + last - index));
        }

        Block? above = index > 0 ? document.Blocks[units[index - 1]] : null;
        Block? below = index < last ? document.Blocks[units[index + 1]] : null;
        sink.Add(FeatureTemplate.Neighbour, (ulong)((Sort(above, block) * 8) + Sort(below, block)));
        sink.Add(FeatureTemplate.SectionPlace, (ulong)Math.Min(4, block.Sections.Length == 0 ? 4 : index - indexes[block.Sections[^1] - report.FirstBlock] - 1)
            + (block.Sections.Length == 0 ? 8UL : 0));
        ulong landmark = !hasPlan ? 0UL : index < firstPlan ? 1UL : index == firstPlan ? 2UL : 3UL;
        sink.Add(FeatureTemplate.Landmark, landmark);
    }

    /// <summary>0 none, 1 heading, 2 paragraph, 3 paragraph that announces a list, 4 one under another heading.</summary>
    private static int Sort(Block? other, Block block) => other switch
    {
        null => 0,
        { Kind: BlockKind.Heading } => 1,
        _ when other.Text.Text is [.., '：' or ':'] => 3,
        _ when other.Sections.Length != block.Sections.Length => 4,
        _ => 2,
    };

    private void AddHeadingsAbove(Block block, ReadOnlySpan<float> headings, FeatureSink sink)
    {
        if (block.Sections.Length == 0)
        {
            sink.Add(FeatureTemplate.HeadingFunction, 99);
            return;
        }

        AddProbabilities(FeatureTemplate.HeadingFunction, headings, block.Sections[^1], sink, block.Kind == BlockKind.Heading ? 0 : 1);
        AddProbabilities(FeatureTemplate.TopHeadingFunction, headings, block.Sections[0], sink, 1);
        AddHeadingText(FeatureTemplate.HeadingGram, block.Sections[^1], sink);
        AddHeadingText(FeatureTemplate.TopHeadingGram, block.Sections[0], sink);
        sink.Add(FeatureTemplate.HeadingVote, (ulong)cues.Labels[block.Sections[^1]].Primary, 2);
        sink.Add(FeatureTemplate.TopHeadingVote, (ulong)cues.Labels[block.Sections[0]].Primary);
        for (ulong fired = cues.Fired[block.Sections[^1]] | cues.Fired[block.Sections[0]]; fired != 0; fired &= fired - 1)
        {
            sink.Add(FeatureTemplate.HeadingCue, (ulong)System.Numerics.BitOperations.TrailingZeroCount(fired), 2);
        }
    }

    private static bool IsShortLine(string text) => text.Length <= LongestShortLine && text[^1] is not ('。' or '！' or '？' or '；' or '，' or '.' or '!' or '~');

    private void AddHeadingText(FeatureTemplate template, int ordinal, FeatureSink sink)
    {
        ReadOnlySpan<char> text = folded.Fold(document.Blocks[ordinal].Text.Text);
        sink.AddPairs(template, text, 0.7f / MathF.Sqrt(text.Length + 2));
    }

    private void AddProbabilities(FeatureTemplate template, ReadOnlySpan<float> headings, int ordinal, FeatureSink sink, float weight)
    {
        int at = (ordinal - report.FirstBlock) * FunctionNames.Count;
        for (int function = 0; function < FunctionNames.Count && weight > 0; function++)
        {
            if (headings[at + function] > 0.01f)
            {
                sink.Add(template, (ulong)function, weight * headings[at + function]);
            }
        }
    }

    private void AddVotes(Block block, FeatureSink sink)
    {
        int index = IndexOf(block);
        FunctionLabel vote = cues.Labels[block.Ordinal];
        sink.Add(FeatureTemplate.RuleVote, (ulong)vote.Primary, 2);
        sink.Add(FeatureTemplate.DocumentVote, (ulong)(((int)genre * 16) + (int)vote.Primary));
        if (vote.Secondary is { } second)
        {
            sink.Add(FeatureTemplate.RuleSecond, (ulong)second);
        }

        for (ulong fired = cues.Fired[block.Ordinal]; fired != 0; fired &= fired - 1)
        {
            ulong cue = (ulong)System.Numerics.BitOperations.TrailingZeroCount(fired);
            sink.Add(FeatureTemplate.Cue, cue);
            sink.Add(FeatureTemplate.GenreCue, (cue * 16) + (ulong)genre);
        }

        if (index > 0)
        {
            sink.Add(FeatureTemplate.VoteAbove, (ulong)cues.Labels[units[index - 1]].Primary, 0.5f);
        }

        if (index + 1 < units.Length)
        {
            sink.Add(FeatureTemplate.VoteBelow, (ulong)cues.Labels[units[index + 1]].Primary, 0.5f);
        }
    }

    private static void AddShape(Block block, FeatureSink sink)
    {
        string text = block.Text.Text;
        sink.Add(FeatureTemplate.Length, (ulong)(2 * MathF.Log2(text.Length + 1)));
        sink.Add(FeatureTemplate.Mark, (ulong)HeadingMark.Of(text).Scheme);
        (int quantities, int titles, int quotes, int masks) = Shape.Of(text);
        sink.Add(FeatureTemplate.Quantities, (ulong)Math.Min(6, quantities));
        sink.Add(FeatureTemplate.Quantities, (ulong)(10 + Math.Min(5, quantities * 100 / (text.Length + 20))));
        sink.Add(FeatureTemplate.Brackets, (ulong)Math.Min(2, titles));
        sink.Add(FeatureTemplate.Brackets, (ulong)(10 + Math.Min(2, quotes)));
        sink.Add(FeatureTemplate.Brackets, (ulong)(20 + Math.Min(2, masks)));
    }

    private void AddTense(Block block, FeatureSink sink)
    {
        Signs signs = cues.Signs[block.Ordinal];
        sink.Add(FeatureTemplate.Sign, (ulong)Math.Min(3, signs.Duty));
        sink.Add(FeatureTemplate.Sign, (ulong)(10 + Math.Min(3, signs.Done)));
        sink.Add(FeatureTemplate.Sign, (ulong)(20 + Math.Min(3, signs.Ahead)));
        sink.Add(FeatureTemplate.Sign, (ulong)(30 + Math.Min(3, signs.Argued)));
        sink.Add(FeatureTemplate.Balance, Balance(signs));
        if (block.Sections.Length > 0)
        {
            sink.Add(FeatureTemplate.SectionBalance, Balance(sectionSigns[block.Sections[^1] - report.FirstBlock]));
            sink.Add(FeatureTemplate.SectionBalance, 32 + Balance(sectionSigns[block.Sections[0] - report.FirstBlock]));
        }

        foreach (ulong relation in Years(block.Text.Text))
        {
            sink.Add(FeatureTemplate.Year, ((ulong)genre * 16) + relation);
        }

        foreach (ValueMatch match in TimeWord().EnumerateMatches(block.Text.Text))
        {
            ulong word = block.Text.Text[match.Index] | ((ulong)block.Text.Text[match.Index + 1] << 16);
            sink.Add(FeatureTemplate.TimeWord, word | ((ulong)genre << 40), match.Index < 40 ? 1 : 0.5f);
        }
    }

    /// <summary>Work done against tasks ahead: 0 says nothing, then from all done to all ahead; twice, the second for few signs.</summary>
    private static ulong Balance(Signs signs)
    {
        int ahead = signs.Duty + signs.Ahead, total = ahead + signs.Done;
        return total == 0 ? 0 : (ulong)(1 + (ahead * 5 / total) + (total < 4 ? 8 : 0));
    }

    /// <summary>1 the report's year, 2 the next, 3 the one before, 4 later, 5 earlier; 0 where the report's year is not known.</summary>
    private HashSet<ulong> Years(string text)
    {
        HashSet<ulong> relations = [];
        foreach (ValueMatch match in YearNamed().EnumerateMatches(text))
        {
            int year = int.Parse(text.AsSpan(match.Index, 4), CultureInfo.InvariantCulture);
            relations.Add(report.Year is not { } own ? 0UL : (year - own) switch { 0 => 1UL, 1 => 2, -1 => 3, > 1 => 4, _ => 5 });
        }

        return relations;
    }

    private void AddDocument(Block block, FeatureSink sink)
    {
        int third = IndexOf(block) * 3 / units.Length;
        sink.Add(FeatureTemplate.Document, (ulong)genre);
        sink.Add(FeatureTemplate.Document, (ulong)(32 + ((int)genre * 4) + third));
        sink.Add(FeatureTemplate.Tone, (ulong)(((int)tone * 4) + third));
        sink.Add(FeatureTemplate.ReportBalance, Balance(reportSigns));
        ReadOnlySpan<char> title = folded.Fold(report.Title);
        sink.AddPairs(FeatureTemplate.TitleGram, title, 0.5f / MathF.Sqrt(title.Length + 2));
    }

    /// <summary>What the paragraphs below a heading look like.</summary>
    private void AddInside(Block block, FeatureSink sink)
    {
        sink.Add(FeatureTemplate.Rank, (ulong)((Math.Min(4, block.Level) * 16) + (int)HeadingMark.Of(block.Text.Text).Scheme));
        sink.Add(FeatureTemplate.SectionBalance, 64 + Balance(sectionSigns[block.Ordinal - report.FirstBlock]));
        Span<int> votes = stackalloc int[FunctionNames.Count];
        int total = 0;
        for (int index = IndexOf(block) + 1; index < units.Length; index++)
        {
            Block inside = document.Blocks[units[index]];
            if (!inside.Sections.Contains(block.Ordinal))
            {
                break;
            }

            votes[(int)cues.Labels[inside.Ordinal].Primary]++;
            total++;
        }

        for (int function = 0; function < votes.Length; function++)
        {
            if (votes[function] > 0)
            {
                sink.Add(FeatureTemplate.VoteInside, (ulong)function, votes[function] / (float)total);
            }
        }

        foreach (int section in block.Sections)
        {
            sink.Add(FeatureTemplate.TopHeadingFunction, (ulong)cues.Labels[section].Primary);
            AddHeadingText(FeatureTemplate.HeadingGram, section, sink);
        }
    }

    [GeneratedRegex("今年|去年|明年|来年|过去|上年|下步|今后|近年|全年|年来|将来|目前|当前|当年|本年|五年")]
    internal static partial Regex TimeWord();

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")]
    private static partial Regex YearNamed();
}
