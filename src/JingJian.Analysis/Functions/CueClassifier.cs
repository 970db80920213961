using System.Collections.Immutable;
using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>Labels every block of a document with its function, by cues, headings and place.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours: a sum of weighted cues, as readers give their reasons. It is the measured baseline of this
/// room and the source of rule features for a trained model. Figures stand in <c>models/functions/MODEL.md</c>.</para>
/// <para><b>Guarantee.</b> Pure and deterministic; every block gets a label, a title and noise <see cref="Function.Other"/>.</para>
/// <para><b>Departures.</b> The confidence is the softmax share of the best score, not a frequency: it orders, it is not calibrated.</para>
/// </remarks>
public static class CueClassifier
{
    private const double HeadingWeight = 2.2;

    /// <summary>A heading that names a function (下一步打算) weighs more than a topical one under the report's ground tone.</summary>
    private const double NamingHeadingWeight = 4.0;

    /// <summary>Three neighbours in four share their function; so does an item with the items above it.</summary>
    private const double NeighbourWeight = 1.2;
    private const double GroundToneWeight = 1.1;
    private const double PlaceWeight = 1.2;

    /// <summary>A second function is named when its score comes this near to the first.</summary>
    private const double SecondaryShare = 0.55;

    /// <summary>And when it has at least one full cue of its own.</summary>
    private const double LeastSecondary = 1.0;

    /// <summary>Openings take up to three paragraphs.</summary>
    private const int LastOpening = 2;

    /// <summary>Which of the report's paragraphs one is.</summary>
    private readonly record struct Place(int Index, int Count);

    /// <summary>Labels by ordinal of the block.</summary>
    public static ImmutableArray<FunctionLabel> Classify(Document document)
    {
        var labels = new FunctionLabel[document.Blocks.Length];
        foreach (ReportOutline report in document.Reports)
        {
            ImmutableArray<Block> blocks = document.Blocks.Slice(report.FirstBlock, report.BlockCount);
            Function tone = ReportCharacter.GroundTone(report, blocks);
            int paragraphs = blocks.Count(block => block.Kind == BlockKind.Paragraph), passed = 0;
            foreach (Block block in blocks)
            {
                labels[block.Ordinal] = block.Kind switch
                {
                    BlockKind.Heading => OfHeading(block, labels, tone),
                    BlockKind.Paragraph => OfParagraph(document, block, labels, tone, new Place(passed++, paragraphs)),
                    _ => new FunctionLabel(Function.Other, null, 1),
                };
            }
        }

        return [.. labels];
    }

    private static FunctionLabel OfHeading(Block block, FunctionLabel[] labels, Function tone)
    {
        var scores = new double[FunctionNames.Count];
        scores[(int)tone] += GroundToneWeight;
        AddCues(scores, Cues.OfHeading, block.Text.Text);
        AddSections(scores, block, labels, tone);
        return Best(scores, withSecondary: false);
    }

    private static FunctionLabel OfParagraph(
        Document document, Block block, FunctionLabel[] labels, Function tone, Place place)
    {
        var scores = new double[FunctionNames.Count];
        scores[(int)tone] += GroundToneWeight;
        AddCues(scores, Cues.OfParagraph, block.Text.Text);
        AddSections(scores, block, labels, tone);
        AddNeighbour(scores, document, block, labels);
        AddPlace(scores, block, place);
        FunctionLabel label = Best(scores, withSecondary: true);
        return label.Primary == Function.Practice && Cues.Effect.IsMatch(block.Text.Text) ? label with { Secondary = Function.Result } : label;
    }

    private static void AddCues(double[] scores, Cue[] cues, string text)
    {
        foreach (Cue cue in cues)
        {
            scores[(int)cue.Function] += cue.IsIn(text) ? cue.Weight : 0;
        }
    }

    /// <summary>The nearest heading above speaks for its function, as far as it is sure.</summary>
    private static void AddSections(double[] scores, Block block, FunctionLabel[] labels, Function tone)
    {
        if (block.Sections.Length > 0)
        {
            FunctionLabel section = labels[block.Sections[^1]];
            scores[(int)section.Primary] += section.Confidence * (section.Primary == tone ? HeadingWeight : NamingHeadingWeight);
        }
    }

    /// <summary>What the paragraph right above does, this one tends to do; the more so when that one announces a list.</summary>
    private static void AddNeighbour(double[] scores, Document document, Block block, FunctionLabel[] labels)
    {
        Block? above = block.Ordinal > 0 ? document.Blocks[block.Ordinal - 1] : null;
        if (above is { Kind: BlockKind.Paragraph } && above.Report == block.Report)
        {
            Function function = labels[above.Ordinal].Primary;
            bool opens = function is Function.Opening or Function.Closing;
            scores[(int)function] += opens ? 0 : above.Text.Text[^1] is '：' or ':' ? 2 * NeighbourWeight : NeighbourWeight;
        }
    }

    /// <summary>An opening stands first and above all headings, a closing last.</summary>
    private static void AddPlace(double[] scores, Block block, Place place)
    {
        if (place is { Index: 0, Count: > 1 } && block.Sections.Length == 0)
        {
            scores[(int)Function.Opening] += PlaceWeight;
        }
        else if (block.Sections.Length > 0 || place.Index > LastOpening)
        {
            scores[(int)Function.Opening] -= PlaceWeight;
        }

        if (place.Index < place.Count - 1)
        {
            scores[(int)Function.Closing] -= PlaceWeight;
        }
        else if (place.Count > 2)
        {
            scores[(int)Function.Closing] += PlaceWeight / 2;
        }
    }

    private static FunctionLabel Best(double[] scores, bool withSecondary)
    {
        int first = ArgMax(scores, except: -1);
        int second = ArgMax(scores, except: first);
        double total = scores.Sum(score => Math.Exp(score - scores[first]));
        bool named = withSecondary && scores[second] >= LeastSecondary && scores[second] >= SecondaryShare * scores[first];
        return new FunctionLabel((Function)first, named ? (Function)second : null, 1 / total);
    }

    private static int ArgMax(double[] scores, int except)
    {
        int best = except == 0 ? 1 : 0;
        for (int i = 0; i < scores.Length; i++)
        {
            best = i != except && scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
