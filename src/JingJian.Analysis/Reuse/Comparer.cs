namespace JingJian.Analysis.Reuse;

/// <summary>What two texts share, before it is decided whether that is reuse.</summary>
/// <param name="Ratio">2·LCS/(|a|+|b|); only measured when it can matter, else 0.</param>
/// <param name="Cover">Share of the shorter covered by shared runs.</param>
/// <param name="Mutual">Share of the less covered of the two.</param>
/// <param name="LongestRun">Letters of the longest shared run.</param>
internal readonly record struct Comparison(double Ratio, double Cover, double Mutual, int LongestRun)
{
    /// <summary>How the texts as wholes share text; null when at most a passage does.</summary>
    public ReuseKind? KindBy(ReuseOptions options) => this switch
    {
        _ when Ratio >= options.NearRatio => ReuseKind.Near,
        _ when Cover >= options.PartialCover => ReuseKind.Partial,
        _ when Ratio >= options.RewordedRatio => ReuseKind.Reworded,
        _ => null,
    };
}

/// <summary>Compares one text with many.</summary>
/// <remarks><para><b>Threads.</b> An instance is a reusable buffer for one thread.</para></remarks>
internal sealed class Comparer(ReuseOptions options)
{
    /// <summary>Beyond this product of lengths the exact LCS would take seconds; the ratio is then that of the alignment, a lower bound.</summary>
    private const long MaxCells = 10_000_000_000;

    /// <summary>128 MB: the table of a text of 100,000 letters, 10,000 of them different.</summary>
    private const long MaxTableWords = 1 << 24;

    private readonly SharedRuns shared = new();
    private readonly LcsPattern pattern = new();
    private readonly Aligner aligner = new();
    private readonly List<LetterRun> runs = [];
    private char[] first = [];
    private int length;
    private bool patternRead;

    /// <summary>Replaces the text that others are compared with.</summary>
    public void Read(ReadOnlySpan<char> letters)
    {
        length = letters.Length;
        if (first.Length < length)
        {
            first = new char[length * 2];
        }

        letters.CopyTo(first);
        shared.Read(letters);
        patternRead = false;
    }

    /// <summary>Compares another text with it.</summary>
    public Comparison Compare(ReadOnlySpan<char> other)
    {
        shared.Find(other, runs);
        double coverA = (double)shared.CoveredA / length;
        double coverB = (double)shared.CoveredB / other.Length;
        double cover = length <= other.Length ? coverA : coverB;
        int longest = 0;
        foreach (LetterRun run in runs)
        {
            longest = Math.Max(longest, run.Length);
        }

        return new Comparison(MayBeOneText(other) ? Ratio(other) : 0, cover, Math.Min(coverA, coverB), longest);
    }

    /// <summary>2·LCS/(|a|+|b|).</summary>
    public double Ratio(ReadOnlySpan<char> other)
    {
        ReadPattern();
        if ((long)length * other.Length > MaxCells || pattern.TableWords > MaxTableWords)
        {
            shared.Find(other, runs);
            return 2.0 * aligner.Align(first.AsSpan(0, length), other, runs, whole: true).Chain.Sum(run => (double)run.Length) / (length + other.Length);
        }

        return 2.0 * pattern.LengthWith(other) / (length + other.Length);
    }

    /// <summary>Two upper bounds of the ratio, the cheap one first: by lengths, and by how often each letter occurs.</summary>
    private bool MayBeOneText(ReadOnlySpan<char> other)
    {
        double needed = options.RewordedRatio * (length + other.Length) / 2;
        if (Math.Min(length, other.Length) < needed)
        {
            return false;
        }

        ReadPattern();
        return pattern.LengthAtMost(other) >= needed;
    }

    private void ReadPattern()
    {
        if (!patternRead)
        {
            pattern.Read(first.AsSpan(0, length));
            patternRead = true;
        }
    }

    /// <summary>Aligns another text with it: from end to end when the two are one text, else the passages they share.</summary>
    public LetterAlignment Align(ReadOnlySpan<char> other, ReuseKind kind)
    {
        shared.Find(other, runs);
        return aligner.Align(first.AsSpan(0, length), other, runs, whole: kind is ReuseKind.Copy or ReuseKind.Near or ReuseKind.Reworded);
    }
}
