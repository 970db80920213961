using System.Collections.Immutable;
using JingJian.Text.Sequences;

namespace JingJian.Text.Slots;

/// <summary>The labels of pieces: O outside; of each kind of name its first piece, an inner one, its last, and a name of one piece.</summary>
internal static class NameLabels
{
    private const int Outside = 0;
    private const int First = 1;
    private const int Inner = 2;
    private const int Last = 3;
    private const int Single = 4;
    private const int Parts = 4;

    private static readonly SlotType[] Kinds = [SlotType.Organisation, SlotType.Place, SlotType.Person];

    /// <summary>O, B-Organisation, I-Organisation, E-Organisation, S-Organisation, B-Place …</summary>
    public static ImmutableArray<string> All { get; } =
        ["O", .. Kinds.SelectMany(kind => "BIES".Select(part => $"{part}-{kind}"))];

    /// <summary>Whether a type of slot is a name.</summary>
    public static bool IsName(SlotType type) => IndexOf(type) >= 0;

    /// <summary>Which of the three kinds of names a type is.</summary>
    public static int IndexOf(SlotType type) => Array.IndexOf(Kinds, type);

    /// <summary>Whether one label may follow another, <see cref="TrainingOptions.Outside"/> before the first and after the last.</summary>
    public static bool MayFollow(int from, int to)
    {
        bool open = from > 0 && PartOf(from) is First or Inner;
        bool goesOn = to > 0 && PartOf(to) is Inner or Last;
        return open ? goesOn && KindOf(from) == KindOf(to) : !goesOn;
    }

    /// <summary>What it adds to enter each label, given what a name of each kind shall have added.</summary>
    public static double[] Preferences(double organisation, double place, double person)
    {
        double[] kinds = [organisation, place, person];
        return [.. Enumerable.Range(0, All.Length).Select(label => label > 0 && PartOf(label) is First or Single ? kinds[(label - 1) / Parts] : 0)];
    }

    /// <summary>The labels of pieces, given the names; a name that does not begin and end with pieces is left out.</summary>
    public static int[] Of(IReadOnlyList<NamePiece> pieces, IEnumerable<Slot> names)
    {
        int[] labels = new int[pieces.Count];
        foreach (Slot name in names)
        {
            int first = IndexOf(pieces, piece => piece.Span.Start == name.Span.Start);
            int last = IndexOf(pieces, piece => piece.Span.End == name.Span.End);
            if (first < 0 || last < first)
            {
                continue;
            }

            int kind = 1 + (IndexOf(name.Type) * Parts) - First;
            Array.Fill(labels, kind + Inner, first, last - first + 1);
            labels[first] = kind + First;
            labels[last] = kind + (first == last ? Single : Last);
        }

        return labels;
    }

    /// <summary>The names that labels say.</summary>
    public static void Names(IReadOnlyList<NamePiece> pieces, ReadOnlySpan<int> labels, List<Slot> names)
    {
        int first = 0;
        for (int at = 0; at < labels.Length; at++)
        {
            if (labels[at] == Outside)
            {
                continue;
            }

            int part = PartOf(labels[at]);
            first = part is First or Single ? at : first;
            if (part is Last or Single)
            {
                names.Add(new Slot(KindOf(labels[at]), TextSpan.Between(pieces[first].Span.Start, pieces[at].Span.End)));
            }
        }
    }

    private static int PartOf(int label) => ((label - 1) % Parts) + 1;

    private static SlotType KindOf(int label) => Kinds[(label - 1) / Parts];

    private static int IndexOf(IReadOnlyList<NamePiece> pieces, Func<NamePiece, bool> holds)
    {
        for (int at = 0; at < pieces.Count; at++)
        {
            if (holds(pieces[at]))
            {
                return at;
            }
        }

        return -1;
    }
}
