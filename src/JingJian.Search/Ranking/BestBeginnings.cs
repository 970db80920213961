namespace JingJian.Search.Ranking;

/// <summary>A beginning of what may have been meant.</summary>
/// <param name="Text">So far.</param>
/// <param name="Cost">How far it is from what was typed.</param>
/// <param name="Rarest">In how many texts the rarest of its pairs stands.</param>
/// <param name="Edited">Whether nothing more than sounds may be changed.</param>
internal readonly record struct Beginning(string Text, float Cost, int Rarest, bool Edited);

/// <summary>The best beginnings of many, each once: the cheapest, of those the ones with the most frequent pairs, then by their letters.</summary>
/// <remarks><b>Cost.</b> One that is worse than all that are kept costs a comparison; its text is not even made.</remarks>
internal sealed class BestBeginnings(int most)
{
    private static readonly Comparer<Beginning> Order = Comparer<Beginning>.Create((one, other) =>
        one.Cost.CompareTo(other.Cost) is not 0 and var byCost ? byCost
        : other.Rarest.CompareTo(one.Rarest) is not 0 and var byRarest ? byRarest
        : string.CompareOrdinal(one.Text, other.Text) is not 0 and var byText ? byText
        : one.Edited.CompareTo(other.Edited));

    private static readonly Beginning WorstOfAll = new("", float.MaxValue, 0, true);

    private readonly SortedSet<Beginning> kept = new(Order);
    private readonly Dictionary<(string Text, bool Edited), Beginning> known = [];

    // Of those that are kept, once there is no room for more.
    private Beginning worst = WorstOfAll;

    /// <summary>Those that are kept, the best first.</summary>
    public List<Beginning> ToList() => [.. kept];

    /// <summary>Adds a beginning with a letter behind it.</summary>
    public void Add(Beginning before, char letter, float cost, int rarest, bool edited)
    {
        // What is as cheap as the worst and as frequent is told apart by its text.
        if (cost < worst.Cost || (cost == worst.Cost && rarest >= worst.Rarest))
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

            kept.Remove(same);
        }

        kept.Add(beginning);
        known[(beginning.Text, beginning.Edited)] = beginning;
        if (kept.Count > most)
        {
            Beginning last = kept.Max;
            kept.Remove(last);
            known.Remove((last.Text, last.Edited));
        }

        worst = kept.Count == most ? kept.Max : WorstOfAll;
    }
}
