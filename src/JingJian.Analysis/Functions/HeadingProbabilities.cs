using JingJian.Analysis.Structure;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>The first pass: what each heading of a report announces.</summary>
internal static class HeadingProbabilities
{
    /// <summary>The probabilities of the functions of headings, by ordinal from the report's first block.</summary>
    public static float[] Of(ReportFeatures reading, Document document, ReportOutline report, SequenceDecoder decoder, SequenceFeatures features)
    {
        var probabilities = new float[report.BlockCount * FunctionNames.Count];
        int[] headings = [.. Headings(reading, document)];
        features.Clear();
        foreach (int ordinal in headings)
        {
            features.NextPosition();
            reading.AddHeading(document.Blocks[ordinal], features, null);
        }

        ReadOnlySpan<double> marginals = decoder.Marginals(features);
        for (int index = 0; index < headings.Length; index++)
        {
            int at = (headings[index] - report.FirstBlock) * FunctionNames.Count;
            for (int function = 0; function < FunctionNames.Count; function++)
            {
                probabilities[at + function] = (float)marginals[(index * FunctionNames.Count) + function];
            }
        }

        return probabilities;
    }

    /// <summary>The ordinals of the headings of a report.</summary>
    public static IEnumerable<int> Headings(ReportFeatures reading, Document document)
    {
        foreach (int ordinal in reading.Units.ToArray())
        {
            if (document.Blocks[ordinal].Kind == BlockKind.Heading)
            {
                yield return ordinal;
            }
        }
    }
}
