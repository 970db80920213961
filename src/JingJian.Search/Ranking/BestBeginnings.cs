namespace JingJian.Search.Ranking;

/// <summary>A beginning of what may have been meant.</summary>
/// <param name="Text">So far.</param>
/// <param name="Cost">How far it is from what was typed.</param>
/// <param name="Rarest">In how many texts the rarest of its pairs stands.</param>
/// <param name="Edited">Whether nothing more than sounds may be changed.</param>
internal readonly record struct Beginning(string Text, float Cost, int Rarest, bool Edited);

/// <summary>The best beginnings of many, each once: the cheapest, of those the ones with the most frequent pairs, then by their letters.</summary>
/// <remarks><b>Cost.</b> One that is worse than all that are kept costs a comparison; its text is not even made. One that is kept moves those behind it.</remarks>
internal sealed class BestBeginnings(int most)
{
    private static readonly Comparer<Beginning> Order = Comparer<Beginning>.Create((one, other) =>
        one.Cost.CompareTo(other.Cost) is not 0 and var byCost ? byCost
        : other.Rarest.CompareTo(one.Rarest) is not 0 and var byRarest ? byRarest
        : string.CompareOrdinal(one.Text, other.Text) is not 0 and var byText ? byText
        : one.Edited.CompareTo(other.Edited));

    private static readonly Beginning WorstOfAll = new("", float.MaxValue, 0, true);

    // The best first.
    private readonly List<Beginning> kept = [];
    private readonly Dictionary<(string Text, bool Edited), Beginning> known = [];

    // Of those that are kept, once there is no room for more.
    private Beginning worst = WorstOfAll;

    /// <summary>Those that are kept, the best first.</summary>
    public List<Beginning> ToList() => [.. kept];

    /// <summary>Whether a beginning may be kept; what is as cheap as the worst and as frequent is told apart by its text.</summary>
    public bool MayKeep(float cost, int rarest) => cost < worst.Cost || (cost == worst.Cost && rarest >= worst.Rarest);

    /// <summary>Adds a beginning with a letter behind it.</summary>
    public void Add(Beginning before, char letter, float cost, int rarest, bool edited)
    {
        if (MayKeep(cost, rarest) && !(cost == worst.Cost && rarest == worst.Rarest && StandsBehindWorst(before.Text, letter)))
        {
            Add(new Beginning(before.Text + letter, cost, rarest, edited));
        }
    }

    /// <summary>Adds a beginning; of two with the same text the better stays.</summary>
    public void Add(Beginning beginning)
    {
        if (known.TryGetValue((beginning.Text, beginning.Edited), out Beginning same))
        {
            if (Order.Compare(same, beginning) <= 0)
            {
                return;
            }

            kept.RemoveAt(kept.BinarySearch(same, Order));
        }
        else if (kept.Count == most)
        {
            if (Order.Compare(worst, beginning) < 0)
            {
                return;
            }

            known.Remove((worst.Text, worst.Edited));
            kept.RemoveAt(most - 1);
        }

        kept.Insert(~kept.BinarySearch(beginning, Order), beginning);
        known[(beginning.Text, beginning.Edited)] = beginning;
        worst = kept.Count == most ? kept[^1] : WorstOfAll;
    }

    /// <summary>Whether a text with a letter behind it stands behind the text of the worst in ordinal order.</summary>
    private bool StandsBehindWorst(string text, char letter)
    {
        string last = worst.Text;
        int byStart = text.AsSpan().SequenceCompareTo(last.AsSpan(0, Math.Min(text.Length, last.Length)));
        return byStart > 0 || (byStart == 0 && (text.Length == last.Length || letter > last[text.Length]));
    }
}
