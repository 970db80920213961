using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>A pledge is what closings are made of; anywhere else it is a plan.</summary>
    private const double PledgeWeight = 5.0;

    /// <summary>A paragraph that begins with a year after the reported one speaks of what is to come.</summary>
    private const double NextYearWeight = 2.6;

    /// <summary>A second function is named when its score comes this near to the first.</summary>
    private const double SecondaryShare = 0.55;

    /// <summary>And when it has at least one full cue of its own.</summary>
    private const double LeastSecondary = 1.0;

    /// <summary>Openings take up to three paragraphs.</summary>
    private const int LastOpening = 2;

    /// <summary>Outcomes are counted in so many letters of text.</summary>
    private const double OutcomeLetters = 80;
    private const double LeastOutcomes = 2.5;
    private const double MostOutcomes = 4;
    private const double OutcomeWeight = 1.0;

    /// <summary>How near to its beginning a paragraph must name the next year.</summary>
    private const int NextYearReach = 12;

    /// <summary>What is known of the report whose blocks are labelled, and their labels so far.</summary>
    private sealed record Context(ImmutableArray<Block> All, FunctionLabel[] Labels, Function Tone, string? NextYear, int Paragraphs);

    /// <summary>Labels by ordinal of the block.</summary>
    public static ImmutableArray<FunctionLabel> Classify(Document document)
    {
        var labels = new FunctionLabel[document.Blocks.Length];
        foreach (ReportOutline report in document.Reports)
        {
            ImmutableArray<Block> blocks = document.Blocks.Slice(report.FirstBlock, report.BlockCount);
            var context = new Context(
                document.Blocks, labels, ReportCharacter.GroundTone(report, blocks), NextYear(report),
                blocks.Count(block => block.Kind == BlockKind.Paragraph));
            int paragraphs = 0;
            foreach (Block block in blocks)
            {
                labels[block.Ordinal] = block.Kind switch
                {
                    BlockKind.Heading => OfHeading(block, context),
                    BlockKind.Paragraph => OfParagraph(block, paragraphs++, context),
                    _ => new FunctionLabel(Function.Other, null, 1),
                };
            }
        }

        return [.. labels];
    }

    /// <summary>How the year after the reported one is written; a plan is about its own year.</summary>
    private static string? NextYear(ReportOutline report) => report.Year is { } year && report.Type != DocumentType.Plan
        ? string.Create(CultureInfo.InvariantCulture, $"{year + 1}年")
        : null;

    private static FunctionLabel OfHeading(Block block, Context context)
    {
        var scores = new double[FunctionNames.Count];
        scores[(int)context.Tone] += GroundToneWeight;
        AddCues(scores, Cues.OfHeading, block.Text.Text);
        AddSections(scores, block, context);
        return Best(scores, withSecondary: false);
    }

    private static FunctionLabel OfParagraph(Block block, int index, Context context)
    {
        string text = block.Text.Text;
        var scores = new double[FunctionNames.Count];
        scores[(int)context.Tone] += GroundToneWeight;
        AddCues(scores, Cues.OfParagraph, text);
        AddOutcomes(scores, text);
        AddNextYear(scores, text, context);
        AddSections(scores, block, context);
        AddNeighbour(scores, block, context);
        AddPlace(scores, block, index, context);
        FunctionLabel label = Best(scores, withSecondary: true);
        return label.Primary == Function.Practice && Cues.Effect.IsMatch(text) ? label with { Secondary = Function.Result } : label;
    }

    private static void AddCues(double[] scores, Cue[] cues, string text)
    {
        foreach (Cue cue in cues)
        {
            scores[(int)cue.Function] += cue.IsIn(text) ? cue.Weight : 0;
        }
    }

    /// <summary>One figure beside a measure is its effect; several in a row are the point.</summary>
    private static void AddOutcomes(double[] scores, string text)
    {
        double density = Cues.Outcome.Count(text) * OutcomeLetters / Math.Max(OutcomeLetters, text.Length);
        scores[(int)Function.Result] += density >= LeastOutcomes ? OutcomeWeight * Math.Min(density, MostOutcomes) : 0;
    }

    private static void AddNextYear(double[] scores, string text, Context context)
    {
        if (context.NextYear is { } year && text.AsSpan(0, Math.Min(NextYearReach, text.Length)).Contains(year, StringComparison.Ordinal))
        {
            scores[(int)Function.Plan] += NextYearWeight;
        }
    }

    /// <summary>The nearest heading above speaks for its function, as far as it is sure.</summary>
    private static void AddSections(double[] scores, Block block, Context context)
    {
        if (block.Sections.Length > 0)
        {
            FunctionLabel section = context.Labels[block.Sections[^1]];
            scores[(int)section.Primary] += section.Confidence * (section.Primary == context.Tone ? HeadingWeight : NamingHeadingWeight);
        }
    }

    /// <summary>What the paragraph right above does, this one tends to do; the more so when that one announces a list.</summary>
    private static void AddNeighbour(double[] scores, Block block, Context context)
    {
        Block? above = block.Ordinal > 0 ? context.All[block.Ordinal - 1] : null;
        if (above is { Kind: BlockKind.Paragraph } && above.Report == block.Report)
        {
            Function function = context.Labels[above.Ordinal].Primary;
            bool opens = function is Function.Opening or Function.Closing;
            scores[(int)function] += opens ? 0 : above.Text.Text[^1] is '：' or ':' ? 2 * NeighbourWeight : NeighbourWeight;
        }
    }

    /// <summary>An opening stands first and above all headings, a closing last.</summary>
    private static void AddPlace(double[] scores, Block block, int index, Context context)
    {
        if (index == 0 && context.Paragraphs > 1 && block.Sections.Length == 0)
        {
            scores[(int)Function.Opening] += PlaceWeight;
        }
        else if (block.Sections.Length > 0 || index > LastOpening)
        {
            scores[(int)Function.Opening] -= PlaceWeight;
        }

        if (index < context.Paragraphs - 1)
        {
            scores[(int)Function.Closing] -= PlaceWeight;
        }
        else if (context.Paragraphs > 2)
        {
            scores[(int)Function.Closing] += (PlaceWeight / 2) + (Cues.Pledge.IsMatch(block.Text.Text) ? PledgeWeight : 0);
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
