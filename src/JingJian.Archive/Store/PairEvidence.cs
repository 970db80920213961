using System.Collections.Immutable;
using System.Text.Json;
using JingJian.Analysis.Reuse;
using JingJian.Text;

namespace JingJian.Archive.Store;

/// <summary>The spans and changes of a pair as they are stored: JSON of numbers and the changed words.</summary>
/// <param name="Spans">Four numbers a span: start and end in A, start and end in B, in the paragraph's own text.</param>
/// <param name="Changes">The changes.</param>
internal sealed record PairEvidence(int[] Spans, ChangeRow[] Changes)
{
    /// <summary>Writes the evidence of a pair.</summary>
    public static string Write(ReusePair pair) => JsonSerializer.Serialize(new PairEvidence(
        [.. pair.Spans.SelectMany(span => new[] { span.A.Start, span.A.End, span.B.Start, span.B.End })],
        [.. pair.Changes.Select(change => new ChangeRow((int)change.Type, change.From, change.To,
            [change.A.Start, change.A.End, change.B.Start, change.B.End]))]));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static (ImmutableArray<ReusedSpan> Spans, ImmutableArray<ReuseChange> Changes) Read(string json)
    {
        PairEvidence evidence = Parse(json);
        return (
            [.. evidence.Spans.Chunk(4).Select(span => new ReusedSpan(TextSpan.Between(span[0], span[1]), TextSpan.Between(span[2], span[3])))],
            [.. evidence.Changes.Select(change => new ReuseChange((ChangeType)change.Type, change.From, change.To,
                TextSpan.Between(change.At[0], change.At[1]), TextSpan.Between(change.At[2], change.At[3])))]);
    }

    /// <summary>Reads the spans alone: one in A, one in B, in turn.</summary>
    public static IReadOnlyList<TextSpan> ReadSpans(string json) => [.. Parse(json).Spans.Chunk(2).Select(span => TextSpan.Between(span[0], span[1]))];

    private static PairEvidence Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<PairEvidence>(json)!;
        }
        catch (JsonException)
        {
            throw new CorruptArtifactException("档案库中重复关系的证据", "JSON", "无法读取的内容；可运行 jingjian rebuild-index 重新计算");
        }
    }
}

/// <summary>One change as it is stored.</summary>
internal sealed record ChangeRow(int Type, string From, string To, int[] At);
