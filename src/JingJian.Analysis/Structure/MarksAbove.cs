namespace JingJian.Analysis.Structure;

/// <summary>While the lines are passed in order: where each numbering scheme last stood, since the last title.</summary>
/// <remarks><b>Cost.</b> Constant a line, so that a long list is not searched upwards from each of its items.</remarks>
internal sealed class MarksAbove
{
    private const int Schemes = (int)MarkScheme.Bracket + 1;

    // One place for the plain and one for the quoted marks of each scheme.
    private readonly int[] nearest = new int[2 * Schemes];

    /// <summary>Nothing has been passed.</summary>
    public MarksAbove() => Array.Fill(nearest, -1);

    /// <summary>The last line with a mark of the same scheme, quoted alike; -1 when there is none.</summary>
    public int NearestSibling(HeadingMark mark) => nearest[Place(mark)];

    /// <summary>The last line with a mark of the scheme; -1 when there is none.</summary>
    public int Nearest(MarkScheme scheme) => Math.Max(nearest[(int)scheme], nearest[Schemes + (int)scheme]);

    /// <summary>Takes note of a line; a title ends what was above it.</summary>
    public void Pass(int index, LogicalLine line)
    {
        if (line.LooksLikeTitle)
        {
            Array.Fill(nearest, -1);
        }
        else
        {
            nearest[Place(line.Mark)] = index;
        }
    }

    private static int Place(HeadingMark mark) => (mark.Quoted ? Schemes : 0) + (int)mark.Scheme;
}
