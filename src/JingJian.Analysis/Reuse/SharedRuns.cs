namespace JingJian.Analysis.Reuse;

/// <summary>The runs of a least length that a text shares with others.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The covers are exact: a letter counts when it lies in some run of that length that stands anywhere
/// in the other text. The runs tile the other text from left to right, each as long as the text continues at its best
/// place in the prepared one; order and repetition do not matter.</para>
/// <para><b>Cost.</b> Linear in both texts; a gram repeated in the prepared text is tried at no more than
/// <see cref="MaxPlaces"/> places.</para>
/// <para><b>Threads.</b> An instance is a reusable buffer for one thread.</para>
/// </remarks>
/// <param name="least">Letters of the shortest run.</param>
internal sealed class SharedRuns(int least)
{
    private const int MaxPlaces = 32;
    private const int None = -1;

    private readonly RollingHash rollingHash = new(least);
    private int[] table = [];
    private int[] firstEqual = [];
    private int[] nextEqual = [];
    private int[] lastEqual = [];
    private bool[] hit = [];
    private int[] classes = [];
    private char[] letters = [];
    private int length;

    /// <summary>Letters of the prepared text that the runs cover, by the last <see cref="Find"/>.</summary>
    public int CoveredA { get; private set; }

    /// <summary>Letters of the other text that the runs cover.</summary>
    public int CoveredB { get; private set; }

    /// <summary>Replaces the prepared text.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        length = text.Length;
        Reserve();
        text.CopyTo(letters);
        Array.Fill(table, None);
        ulong rolling = 0;
        for (int at = 0; at < length; at++)
        {
            rolling = rollingHash.Next(rolling, text, at);
            if (at >= least - 1)
            {
                Enter(at - least + 1, rolling);
            }
        }
    }

    /// <summary>Finds the runs shared with another text, ordered by their place in it.</summary>
    public void Find(ReadOnlySpan<char> other, List<LetterRun> runs)
    {
        runs.Clear();
        CoveredA = 0;
        CoveredB = 0;
        if (length < least || other.Length < least || !Classify(other))
        {
            return;
        }

        CoveredB = CoverOfOther(other.Length - least + 1);
        CoveredA = CoverOfPrepared(length - least + 1);
        Array.Clear(hit, 0, length);
        Tile(other, runs);
    }

    private void Reserve()
    {
        if (letters.Length < length)
        {
            int capacity = length + (length / 2) + 64;
            letters = new char[capacity];
            firstEqual = new int[capacity];
            nextEqual = new int[capacity];
            lastEqual = new int[capacity];
            hit = new bool[capacity];
        }

        int slots = 64;
        while (slots < length * 2)
        {
            slots *= 2;
        }

        if (table.Length != slots)
        {
            table = new int[slots];
        }
    }

    private void Enter(int gram, ulong hash)
    {
        int slot = Slot(hash);
        while (table[slot] != None)
        {
            int first = table[slot];
            if (SameGram(letters.AsSpan(gram, least), first))
            {
                firstEqual[gram] = first;
                nextEqual[gram] = None;
                nextEqual[lastEqual[first]] = gram;
                lastEqual[first] = gram;
                return;
            }

            slot = (slot + 1) & (table.Length - 1);
        }

        table[slot] = gram;
        firstEqual[gram] = gram;
        lastEqual[gram] = gram;
        nextEqual[gram] = None;
    }

    /// <summary>Marks which grams of the other text the prepared one has; false when none.</summary>
    private bool Classify(ReadOnlySpan<char> other)
    {
        if (classes.Length < other.Length)
        {
            classes = new int[other.Length + (other.Length / 2)];
        }

        bool any = false;
        ulong rolling = 0;
        for (int at = 0; at < other.Length; at++)
        {
            rolling = rollingHash.Next(rolling, other, at);
            int gram = at - least + 1;
            if (gram >= 0)
            {
                int found = Lookup(other.Slice(gram, least), rolling);
                classes[gram] = found;
                if (found != None)
                {
                    hit[found] = true;
                    any = true;
                }
            }
        }

        return any;
    }

    private int Lookup(ReadOnlySpan<char> gram, ulong hash)
    {
        int slot = Slot(hash);
        while (table[slot] != None && !SameGram(gram, table[slot]))
        {
            slot = (slot + 1) & (table.Length - 1);
        }

        return table[slot];
    }

    private bool SameGram(ReadOnlySpan<char> gram, int at) => gram.SequenceEqual(letters.AsSpan(at, least));

    private int CoverOfOther(int grams)
    {
        int covered = 0;
        int coveredTo = 0;
        for (int gram = 0; gram < grams; gram++)
        {
            if (classes[gram] != None)
            {
                covered += gram + least - Math.Max(gram, coveredTo);
                coveredTo = gram + least;
            }
        }

        return covered;
    }

    private int CoverOfPrepared(int grams)
    {
        int covered = 0;
        int coveredTo = 0;
        for (int gram = 0; gram < grams; gram++)
        {
            if (hit[firstEqual[gram]])
            {
                covered += gram + least - Math.Max(gram, coveredTo);
                coveredTo = gram + least;
            }
        }

        return covered;
    }

    private void Tile(ReadOnlySpan<char> other, List<LetterRun> runs)
    {
        int grams = other.Length - least + 1;
        int tiled = 0;
        int expected = 0;
        for (int gram = 0; gram < grams;)
        {
            if (classes[gram] == None)
            {
                gram++;
                continue;
            }

            (int place, int run) = Longest(other, gram, expected);
            int cut = Math.Max(0, tiled - gram);
            if (run > cut)
            {
                runs.Add(new LetterRun(place + cut, gram + cut, run - cut));
            }

            tiled = gram + run;
            expected = place + run;
            gram = Math.Max(gram + 1, tiled - least + 1);
        }
    }

    /// <summary>The place where the other text continues longest; of equals the first at or after where the last run ended.</summary>
    private (int Place, int Run) Longest(ReadOnlySpan<char> other, int gram, int expected)
    {
        int best = None;
        int longest = 0;
        int places = 0;
        for (int place = classes[gram]; place != None && places < MaxPlaces; place = nextEqual[place], places++)
        {
            int run = letters.AsSpan(place, length - place).CommonPrefixLength(other[gram..]);
            if (run > longest || (run == longest && best < expected && place >= expected))
            {
                (best, longest) = (place, run);
            }
        }

        return (best, longest);
    }

    private int Slot(ulong hash) => (int)(RollingHash.Mix(hash) & (ulong)(table.Length - 1));
}
