using System.Collections.Immutable;
using System.Globalization;
using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>What the cues say of a document, by ordinal of the block and index of the report.</summary>
/// <param name="Labels">The function by the rules.</param>
/// <param name="Fired">Which cues of its table a block has, a bit each.</param>
/// <param name="Signs">Of the paragraphs.</param>
/// <param name="Tones">The ground tone of each report.</param>
/// <param name="Outcomes">How many outcomes a paragraph states, see <see cref="Cues.Outcome"/>.</param>
/// <param name="Effects">How many effects, see <see cref="Cues.Effect"/>.</param>
/// <param name="Shares">The share of each function, the functions of a block side by side; zero where nothing was asked.</param>
internal sealed record CueReading(FunctionLabel[] Labels, ulong[] Fired, Signs[] Signs, Function[] Tones, int[] Outcomes, int[] Effects, float[] Shares);

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
    private sealed record Context(
        ImmutableArray<Block> All, CueReading Reading, Function Tone, string? NextYear, int Paragraphs);

    /// <summary>Labels by ordinal of the block.</summary>
    public static ImmutableArray<FunctionLabel> Classify(Document document) => [.. Read(document).Labels];

    /// <summary>Labels and what they were drawn from.</summary>
    internal static CueReading Read(Document document)
    {
        document = LineHeadings.Of(document);
        int count = document.Blocks.Length;
        var reading = new CueReading(new FunctionLabel[count], new ulong[count], new Signs[count], new Function[document.Reports.Length],
            new int[count], new int[count], new float[count * FunctionNames.Count]);
        foreach (ReportOutline report in document.Reports)
        {
            ImmutableArray<Block> blocks = document.Blocks.Slice(report.FirstBlock, report.BlockCount);
            Signs signs = default;
            foreach (Block block in blocks.Where(block => block.Kind == BlockKind.Paragraph))
            {
                signs += reading.Signs[block.Ordinal] = ReportCharacter.Of(block.Text.Text);
            }

            Function tone = reading.Tones[report.Index] = ReportCharacter.GroundTone(report, blocks, signs);
            var context = new Context(
                document.Blocks, reading, tone, NextYear(report), blocks.Count(block => block.Kind == BlockKind.Paragraph));
            int paragraphs = 0;
            foreach (Block block in blocks)
            {
                reading.Labels[block.Ordinal] = block.Kind switch
                {
                    BlockKind.Heading => OfHeading(block, context),
                    BlockKind.Paragraph => OfParagraph(block, paragraphs++, context),
                    _ => new FunctionLabel(Function.Other, null, 1),
                };
            }
        }

        return reading;
    }

    /// <summary>How the year after the reported one is written; a plan is about its own year.</summary>
    private static string? NextYear(ReportOutline report) => report.Year is { } year && report.Type != DocumentType.Plan
        ? string.Create(CultureInfo.InvariantCulture, $"{year + 1}年")
        : null;

    private static FunctionLabel OfHeading(Block block, Context context)
    {
        var scores = new double[FunctionNames.Count];
        scores[(int)context.Tone] += GroundToneWeight;
        context.Reading.Fired[block.Ordinal] = AddCues(scores, Cues.OfHeading, block.Text.Text);
        AddSections(scores, block, context);
        return Best(scores, withSecondary: false, Shares(block, context));
    }

    private static FunctionLabel OfParagraph(Block block, int index, Context context)
    {
        string text = block.Text.Text;
        var scores = new double[FunctionNames.Count];
        scores[(int)context.Tone] += GroundToneWeight;
        context.Reading.Fired[block.Ordinal] = AddCues(scores, Cues.OfParagraph, text);
        int outcomes = context.Reading.Outcomes[block.Ordinal] = Cues.Outcome.Count(text);
        int effects = context.Reading.Effects[block.Ordinal] = Cues.Effect.Count(text);
        AddOutcomes(scores, outcomes, text);
        AddNextYear(scores, text, context);
        AddSections(scores, block, context);
        AddNeighbour(scores, block, context);
        AddPlace(scores, block, index, context);
        FunctionLabel label = Best(scores, withSecondary: true, Shares(block, context));
        return label.Primary == Function.Practice && effects > 0 ? label with { Secondary = Function.Result } : label;
    }

    /// <summary>Returns which cues were there, a bit each.</summary>
    private static ulong AddCues(double[] scores, Cue[] cues, string text)
    {
        ulong fired = 0;
        for (int i = 0; i < cues.Length; i++)
        {
            if (cues[i].IsIn(text))
            {
                scores[(int)cues[i].Function] += cues[i].Weight;
                fired |= 1UL << i;
            }
        }

        return fired;
    }

    /// <summary>One figure beside a measure is its effect; several in a row are the point.</summary>
    private static void AddOutcomes(double[] scores, int outcomes, string text)
    {
        double density = outcomes * OutcomeLetters / Math.Max(OutcomeLetters, text.Length);
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
            FunctionLabel section = context.Reading.Labels[block.Sections[^1]];
            scores[(int)section.Primary] += section.Confidence * (section.Primary == context.Tone ? HeadingWeight : NamingHeadingWeight);
        }
    }

    /// <summary>What the paragraph right above does, this one tends to do; the more so when that one announces a list.</summary>
    private static void AddNeighbour(double[] scores, Block block, Context context)
    {
        Block? above = block.Ordinal > 0 ? context.All[block.Ordinal - 1] : null;
        if (above is { Kind: BlockKind.Paragraph } && above.Report == block.Report)
        {
            Function function = context.Reading.Labels[above.Ordinal].Primary;
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

    private static Span<float> Shares(Block block, Context context) =>
        context.Reading.Shares.AsSpan(block.Ordinal * FunctionNames.Count, FunctionNames.Count);

    private static FunctionLabel Best(double[] scores, bool withSecondary, Span<float> shares)
    {
        int first = ArgMax(scores, except: -1);
        int second = ArgMax(scores, except: first);
        double total = scores.Sum(score => Math.Exp(score - scores[first]));
        for (int function = 0; function < scores.Length; function++)
        {
            shares[function] = (float)(Math.Exp(scores[function] - scores[first]) / total);
        }

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
