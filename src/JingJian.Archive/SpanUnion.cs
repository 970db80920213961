using JingJian.Text;

namespace JingJian.Archive;

/// <summary>What several spans cover together.</summary>
internal static class SpanUnion
{
    /// <summary>How many characters, each counted once.</summary>
    public static int Length(IEnumerable<TextSpan> spans)
    {
        int length = 0, covered = 0;
        foreach (TextSpan span in spans.OrderBy(span => span.Start))
        {
            length += Math.Max(0, span.End - Math.Max(span.Start, covered));
            covered = Math.Max(covered, span.End);
        }

        return length;
    }
}
