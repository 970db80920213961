namespace JingJian.Analysis.Reuse;

/// <summary>What two texts share, before it is decided whether that is reuse.</summary>
/// <param name="Ratio">2·LCS/(|a|+|b|); only measured when it can matter, else 0.</param>
/// <param name="Cover">Share of the shorter covered by shared runs; not measured, like what follows, when the ratio says enough.</param>
/// <param name="Mutual">Share of the less covered of the two; by short runs when the text is shuffled.</param>
/// <param name="SharedLetters">Letters in shared runs.</param>
/// <param name="Shuffled">Whether the two are one text with its clauses in another order.</param>
internal readonly record struct Comparison(double Ratio, double Cover, double Mutual, int SharedLetters, bool Shuffled)
{
    /// <summary>Texts of which each stands in the other are one text, in whatever order their sentences come.</summary>
    public const double OneText = 0.8;

    /// <summary>How the texts as wholes share text; null when at most a passage does.</summary>
    public ReuseKind? KindBy(ReuseOptions options) => this switch
    {
        _ when Ratio >= options.NearRatio => ReuseKind.Near,
        _ when Cover >= options.PartialCover => ReuseKind.Partial,
        _ when Ratio >= options.RewordedRatio || Shuffled => ReuseKind.Reworded,
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

    /// <summary>Clauses are told apart by runs of so many letters: shorter ones stand in every text.</summary>
    private const int ClauseRun = 5;

    /// <summary>Texts with fewer letters in common, wherever they stand, are not one text in another order.</summary>
    private const double ShuffledLetters = 0.85;

    private readonly SharedRuns shared = new(ReuseOptions.RunLength);
    private readonly SharedRuns clauses = new(ClauseRun);
    private readonly LcsPattern pattern = new();
    private readonly Aligner aligner = new();
    private readonly List<LetterRun> runs = [];
    private char[] first = [];
    private int length;
    private bool patternRead;
    private bool sharedRead;
    private bool clausesRead;

    /// <summary>Replaces the text that others are compared with.</summary>
    public void Read(ReadOnlySpan<char> letters)
    {
        length = letters.Length;
        if (first.Length < length)
        {
            first = new char[length * 2];
        }

        letters.CopyTo(first);
        sharedRead = false;
        patternRead = false;
        clausesRead = false;
    }

    /// <summary>Compares another text with it.</summary>
    public Comparison Compare(ReadOnlySpan<char> other)
    {
        double letters = CommonLetters(other);
        double ratio = letters >= options.RewordedRatio ? Ratio(other) : 0;
        if (ratio >= options.NearRatio)
        {
            return new Comparison(ratio, Cover: 0, Mutual: 0, SharedLetters: 0, Shuffled: false);
        }

        FindShared(other);
        int sharedLetters = Math.Min(shared.CoveredA, shared.CoveredB);
        double mutual = Math.Min((double)shared.CoveredA / length, (double)shared.CoveredB / other.Length);
        bool mayBeShuffled = letters >= ShuffledLetters && mutual < Comparison.OneText;
        double byClauses = mayBeShuffled ? CoverByClauses(other) : 0;
        return new Comparison(ratio, ShorterCover(other), Math.Max(mutual, byClauses), sharedLetters, byClauses >= Comparison.OneText);
    }

    /// <summary>Share of the shorter covered by shared runs.</summary>
    /// <param name="other">The other text.</param>
    /// <param name="alreadyFound">Whether the shared runs were found for an alignment with the same text just before.</param>
    public double Cover(ReadOnlySpan<char> other, bool alreadyFound)
    {
        if (!alreadyFound)
        {
            FindShared(other);
        }

        return ShorterCover(other);
    }

    /// <summary>Whether the ratio reaches the limit of a reworded text; cheaper than a whole comparison.</summary>
    public bool MayBeOneText(ReadOnlySpan<char> other) => CommonLetters(other) >= options.RewordedRatio;

    /// <summary>2·LCS/(|a|+|b|).</summary>
    public double Ratio(ReadOnlySpan<char> other)
    {
        ReadPattern();
        if ((long)length * other.Length > MaxCells || pattern.TableWords > MaxTableWords)
        {
            FindShared(other);
            return 2.0 * aligner.Align(first.AsSpan(0, length), other, runs, whole: true).Chain.Sum(run => (double)run.Length) / (length + other.Length);
        }

        return 2.0 * pattern.LengthWith(other) / (length + other.Length);
    }

    /// <summary>An upper bound of the ratio, by lengths and by how often each letter occurs; 0 when it is below every limit.</summary>
    private double CommonLetters(ReadOnlySpan<char> other)
    {
        if (2.0 * Math.Min(length, other.Length) / (length + other.Length) < options.RewordedRatio)
        {
            return 0;
        }

        ReadPattern();
        return 2.0 * pattern.LengthAtMost(other) / (length + other.Length);
    }

    private double ShorterCover(ReadOnlySpan<char> other) =>
        length <= other.Length ? (double)shared.CoveredA / length : (double)shared.CoveredB / other.Length;

    private void FindShared(ReadOnlySpan<char> other)
    {
        if (!sharedRead)
        {
            shared.Read(first.AsSpan(0, length));
            sharedRead = true;
        }

        shared.Find(other, runs);
    }

    private double CoverByClauses(ReadOnlySpan<char> other)
    {
        ReadClauses();
        clauses.Find(other, runs);
        return Math.Min((double)clauses.CoveredA / length, (double)clauses.CoveredB / other.Length);
    }

    private void ReadClauses()
    {
        if (!clausesRead)
        {
            clauses.Read(first.AsSpan(0, length));
            clausesRead = true;
        }
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
    public LetterAlignment Align(ReadOnlySpan<char> other, ReuseKind kind, bool shuffled)
    {
        if (shuffled)
        {
            ReadClauses();
            clauses.Find(other, runs);
        }
        else
        {
            FindShared(other);
        }

        return aligner.Align(first.AsSpan(0, length), other, runs, whole: kind is ReuseKind.Copy or ReuseKind.Near or ReuseKind.Reworded);
    }
}
