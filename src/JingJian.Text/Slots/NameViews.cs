using JingJian.Text.Sequences;

namespace JingJian.Text.Slots;

/// <summary>Makes what each piece of a text shows.</summary>
internal sealed class NameViews(PlaceNames placeNames, NameTables tables)
{
    private const int FarthestEnd = 8;
    private const int FarthestBegin = 6;
    private const int WordTemplate = 0;
    private const int TagTemplate = 1;

    private readonly List<NameView> views = [];

    /// <summary>The views of all pieces, valid until the next call.</summary>
    public IReadOnlyList<NameView> Of(string text, List<NamePiece> pieces, IReadOnlyList<Slot> votes, IReadOnlyList<Slot> quoted)
    {
        views.Clear();
        foreach (NamePiece piece in pieces)
        {
            views.Add(ViewOf(text, piece));
        }

        Mark(pieces, votes, (view, piece, slot) => view.Vote = Position(1 + (int)slot.Type, piece.Start <= slot.Span.Start, piece.End >= slot.Span.End));
        Mark(pieces, quoted, (view, _, _) => view.IsQuoted = true);
        MarkListed(text, pieces, tables.Places, (view, position) => view.Place = position);
        MarkListed(text, pieces, tables.Divisions, (view, position) => view.Division = position);
        MarkListed(text, pieces, tables.Known, (view, position) => view.Known = position);
        LookAhead();
        LookBack();
        MarkStretches();
        return views;
    }

    private static int Position(int kind, bool begins, bool ends) => (kind * 4) + (begins ? 1 : 0) + (ends ? 2 : 0);

    private NameView ViewOf(string text, NamePiece piece)
    {
        ReadOnlySpan<char> word = piece.Span.In(text);
        (int wide, int narrow) = tables.GroupsOf(word);
        return new NameView
        {
            Word = FeatureKey.Of(WordTemplate, word),
            Tag = FeatureKey.Of(TagTemplate, piece.Tag),
            Shape = ShapeOf(piece),
            First = word[0],
            Last = word[^1],
            FirstTwo = word.Length < 2 ? 0 : FeatureKey.Of(WordTemplate, word[..2]),
            LastTwo = word.Length < 2 ? 0 : FeatureKey.Of(WordTemplate, word[^2..]),
            Length = word.Length,
            Classes = NameClasses.Of(word, piece, placeNames),
            Wide = wide,
            Narrow = narrow,
            WholeNarrow = piece.Span == piece.Word ? 0 : tables.GroupsOf(piece.Word.In(text)).Narrow,
        };
    }

    private static int ShapeOf(NamePiece piece)
    {
        bool begins = piece.Span.Start == piece.Word.Start, ends = piece.Span.End == piece.Word.End;
        return piece.IsKnown ? (begins && ends ? 0 : begins ? 1 : 2) : begins && ends ? 3 : begins ? 4 : ends ? 5 : 6;
    }

    private void Mark(List<NamePiece> pieces, IReadOnlyList<Slot> slots, Action<NameView, TextSpan, Slot> mark)
    {
        int slot = 0;
        for (int at = 0; at < pieces.Count; at++)
        {
            TextSpan span = pieces[at].Span;
            while (slot < slots.Count && slots[slot].Span.End <= span.Start)
            {
                slot++;
            }

            if (slot < slots.Count && slots[slot].Span.Start < span.End)
            {
                mark(views[at], span, slots[slot]);
            }
        }
    }

    private void MarkListed(string text, List<NamePiece> pieces, NameList list, Action<NameView, int> mark)
    {
        for (int at = 0; at < pieces.Count;)
        {
            int last = list.LongestFrom(text, pieces, at, out int kind);
            for (int inside = at; inside <= last; inside++)
            {
                mark(views[inside], Position(kind, inside == at, inside == last));
            }

            at = Math.Max(last, at) + 1;
        }
    }

    private void LookAhead()
    {
        int distance = 0;
        ulong end = 0;
        for (int at = views.Count - 1; at >= 0; at--)
        {
            NameView view = views[at];
            (view.EndDistance, view.End) = (distance, end);
            (distance, end) = (view.Classes & NameClasses.OrganisationEnd) != 0 ? (1, view.LastTwo == 0 ? view.Last : view.LastTwo)
                : distance is 0 or FarthestEnd || (view.Classes & NameClasses.Mark) != 0 ? (0, 0)
                : (distance + 1, end);
        }
    }

    private void LookBack()
    {
        int distance = 0;
        foreach (NameView view in views)
        {
            view.BeginDistance = distance;
            distance = view.Place != 0 || (view.Classes & (NameClasses.Place | NameClasses.Level | NameClasses.Body)) != 0 ? 1
                : distance is 0 or FarthestBegin || (view.Classes & NameClasses.Mark) != 0 ? 0
                : distance + 1;
        }
    }

    /// <summary>Stretches between marks: how long they are, what stands around them, and what they are joined to by 、.</summary>
    private void MarkStretches()
    {
        int ownBefore = 0, firstBefore = 0, endBefore = 0;
        for (int first = 0; first < views.Count;)
        {
            int last = first, letters = 0;
            while (last < views.Count && (views[last].Classes & NameClasses.Mark) == 0)
            {
                letters += views[last].Length;
                last++;
            }

            if (last == first)
            {
                first++;
                continue;
            }

            char before = first > 0 ? views[first - 1].Last : ' ', after = last < views.Count ? views[last].First : ' ';
            int own = OwnOf(first, last, letters);
            bool joined = before == '、' && endBefore == first - 1;
            for (int at = first; at < last; at++)
            {
                views[at].Stretch = ((ulong)before << 24) + ((ulong)after << 8) + (ulong)Math.Min(letters, 7);
                views[at].InStretch = (Math.Min(at - first, 3) * 4) + Math.Min(last - 1 - at, 3);
                views[at].Own = own;
                views[at].MateBefore = joined ? ownBefore : 0;
            }

            for (int at = firstBefore; joined && at < endBefore; at++)
            {
                views[at].MateAfter = own;
            }

            (ownBefore, firstBefore, endBefore) = (own, first, last);
            first = last + 1;
        }
    }

    private int OwnOf(int first, int last, int letters) =>
        views[last - 1].Vote != 0 ? Math.Min(views[last - 1].Vote / 4, 14)
        : views[first].Vote != 0 ? Math.Min(views[first].Vote / 4, 14)
        : letters is 2 or 3 or 4 && (views[first].Classes & NameClasses.Surname) != 0 ? 15
        : 0;
}
