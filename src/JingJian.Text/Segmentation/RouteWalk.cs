using JingJian.Text.Lexicons;

namespace JingJian.Text.Segmentation;

/// <summary>Walks a block along its best route: words of two characters or more, and runs of single characters between them.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>__cut_DAG</c>.</para>
/// <para>Example: the route 我|来|到|李|小|福|的|办公室 is a run of seven and a word. A run that is itself a dictionary
/// word, which the route preferred to divide, is not unknown: it stays divided.</para>
/// </remarks>
internal ref struct RouteWalk(Lexicon lexicon, ReadOnlySpan<char> block, ReadOnlySpan<int> ends)
{
    private readonly ReadOnlySpan<char> block = block;
    private readonly ReadOnlySpan<int> ends = ends;

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Whether the stretch is a run of two or more single characters.</summary>
    public bool IsRun { get; private set; }

    /// <summary>Whether it is a run that is no dictionary word: the place to look for words the dictionary lacks.</summary>
    public readonly bool IsUnknown => IsRun && !lexicon.Contains(block[Start..End]);

    /// <summary>Goes to the next stretch.</summary>
    public bool Next()
    {
        Start = End;
        if (Start == block.Length)
        {
            return false;
        }

        while (End < block.Length && ends[End] == End + 1)
        {
            End++;
        }

        IsRun = End > Start + 1;
        if (End == Start)
        {
            End = ends[Start];
        }

        return true;
    }
}
