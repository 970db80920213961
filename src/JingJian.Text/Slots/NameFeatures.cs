using System.Numerics;
using JingJian.Text.Sequences;

namespace JingJian.Text.Slots;

/// <summary>The features of pieces: what a piece and its neighbours show, and pairs of that.</summary>
/// <remarks>Templates are numbered in the order they are written; the model knows them by number, so a change here asks for a new training.</remarks>
internal static class NameFeatures
{
    private const int ClassTemplates = 200;

    /// <summary>What stands before the first piece and after the last.</summary>
    private static readonly NameView Edge = new() { Word = 1, Tag = 1, Classes = 1u << 31 };

    public static void Fill(IReadOnlyList<NameView> views, SequenceFeatures features)
    {
        features.Clear();
        for (int at = 0; at < views.Count; at++)
        {
            features.NextPosition();
            var adder = new Adder(features);
            Add(At(views, at - 2), At(views, at - 1), views[at], At(views, at + 1), At(views, at + 2), ref adder);
        }
    }

    private static NameView At(IReadOnlyList<NameView> views, int at) => at >= 0 && at < views.Count ? views[at] : Edge;

    private static void Add(NameView before2, NameView before, NameView now, NameView after, NameView after2, ref Adder add)
    {
        add.Always();
        add.If(now.IsQuoted);
        AddWords(before2, before, now, after, after2, ref add);
        AddTags(before, now, after, ref add);
        AddLetters(before, now, after, ref add);
        AddLists(before, now, after, ref add);
        AddSurroundings(now, ref add);
        AddGroups(before2, before, now, after, after2, ref add);
        AddKnown(before, now, after, ref add);
        add.Classes(ClassTemplates, now.Classes);
        add.Classes(ClassTemplates + 1, before.Classes);
        add.Classes(ClassTemplates + 2, after.Classes);
        add.Classes(ClassTemplates + 3, before2.Classes);
        add.Classes(ClassTemplates + 4, after2.Classes);
        add.Two(now.Classes, after.Classes);
        add.Two(before.Classes, now.Classes);
    }

    private static void AddWords(NameView before2, NameView before, NameView now, NameView after, NameView after2, ref Adder add)
    {
        add.One(now.Word);
        add.One(before.Word);
        add.One(after.Word);
        add.One(before2.Word);
        add.One(after2.Word);
        add.Two(before.Word, now.Word);
        add.Two(now.Word, after.Word);
        add.Two(before.Word, after.Word);
    }

    private static void AddTags(NameView before, NameView now, NameView after, ref Adder add)
    {
        add.Two(now.Tag, (ulong)now.Shape);
        add.One(before.Tag);
        add.One(after.Tag);
        add.Two(before.Tag, now.Tag);
        add.Two(now.Tag, after.Tag);
        add.Two(unchecked(before.Tag + (3 * now.Tag)), after.Tag);
    }

    private static void AddLetters(NameView before, NameView now, NameView after, ref Adder add)
    {
        add.One(now.First);
        add.One(now.Last);
        add.One(now.LastTwo);
        add.One(now.FirstTwo);
        add.One(before.Last);
        add.One(after.First);
        add.One(after.Last);
        add.Two(before.Last, now.First);
        add.Two(now.Last, after.First);
        add.Two(now.Last, after.Tag);
        add.Two(before.Tag, now.Last);
        add.Two((ulong)Math.Min(now.Length, 5), (ulong)now.Shape);
        add.Two((ulong)now.Shape, (ulong)((before.Shape * 8) + after.Shape));
    }

    /// <summary>Known places and the votes of the rules.</summary>
    private static void AddLists(NameView before, NameView now, NameView after, ref Adder add)
    {
        add.One((ulong)now.Place);
        add.Two((ulong)now.Place, (ulong)after.Place);
        add.Two((ulong)before.Place, (ulong)now.Place);
        add.Two((ulong)now.Place, now.Tag);
        add.Two((ulong)now.Place, now.Last);
        add.Two((ulong)now.Place, after.Word);
        add.Two((ulong)before.Place, now.Word);
        add.One((ulong)now.Division);
        add.Two((ulong)now.Division, (ulong)after.Division);
        add.Two((ulong)before.Division, (ulong)now.Division);
        add.Two((ulong)now.Division, now.Tag);
        add.Two((ulong)now.Division, now.Last);
        add.Two((ulong)now.Division, (ulong)now.Place);
        add.Two((ulong)now.Division, (ulong)now.Vote);
        add.Two((ulong)now.Division, after.Tag);
        add.One((ulong)now.Vote);
        add.Two((ulong)before.Vote, (ulong)now.Vote);
        add.Two((ulong)now.Vote, (ulong)after.Vote);
        add.Two((ulong)now.Vote, now.Word);
        add.Two((ulong)now.Vote, (ulong)now.Place);
    }

    private static void AddSurroundings(NameView now, ref Adder add)
    {
        add.Two((ulong)now.EndDistance, now.Tag);
        add.Two((ulong)now.EndDistance, now.End);
        add.Two((ulong)now.EndDistance, (ulong)now.Place);
        add.Two((ulong)now.BeginDistance, now.Last);
        add.Two((ulong)now.BeginDistance, now.Tag);
        add.Two((ulong)now.BeginDistance, (ulong)now.EndDistance);
        add.One((ulong)now.InStretch);
        add.Two(now.Stretch, (ulong)now.InStretch);
        add.Two(now.Stretch, (ulong)now.Shape);
        add.Two((ulong)now.InStretch, (ulong)now.Place);
    }

    /// <summary>Well-known names, and the neighbours in a list.</summary>
    private static void AddKnown(NameView before, NameView now, NameView after, ref Adder add)
    {
        add.One((ulong)now.Known);
        add.Two((ulong)before.Known, (ulong)now.Known);
        add.Two((ulong)now.Known, (ulong)after.Known);
        add.Two((ulong)now.Known, (ulong)now.Vote);
        add.Two((ulong)now.Known, (ulong)now.Place);
        add.Two((ulong)now.Known, now.Tag);
        add.Two((ulong)now.Known, now.Last);
        add.Two((ulong)now.Known, (ulong)now.Wide);
        add.Two((ulong)now.Known, (ulong)after.Wide);
        add.Two((ulong)now.Known, (ulong)before.Wide);
        add.Two((ulong)((now.MateBefore << 4) | now.MateAfter), (ulong)((now.Own << 4) | now.InStretch));
        add.Two((ulong)now.MateBefore, (ulong)now.InStretch);
        add.Two((ulong)now.MateAfter, (ulong)now.InStretch);
        add.Two((ulong)((now.MateBefore << 4) | now.MateAfter), now.Tag);
    }

    private static void AddGroups(NameView before2, NameView before, NameView now, NameView after, NameView after2, ref Adder add)
    {
        add.One((ulong)now.Narrow);
        add.One((ulong)before.Narrow);
        add.One((ulong)after.Narrow);
        add.One((ulong)before2.Narrow);
        add.One((ulong)after2.Narrow);
        add.One((ulong)now.WholeNarrow);
        add.Two((ulong)before.Narrow, (ulong)now.Narrow);
        add.Two((ulong)now.Narrow, (ulong)after.Narrow);
        add.Two((ulong)before.Narrow, (ulong)after.Narrow);
        add.Two((ulong)now.Narrow, (ulong)now.Place);
        add.One((ulong)now.Wide);
        add.Two(Pair(before.Wide, now.Wide), (ulong)after.Wide);
        add.Two(Pair(before2.Wide, before.Wide), (ulong)now.Wide);
        add.Two(Pair(now.Wide, after.Wide), (ulong)after2.Wide);
        add.Two((ulong)before.Wide, (ulong)after.Wide);
        add.Two((ulong)after.Wide, (ulong)now.Place);
        add.Two((ulong)before.Wide, (ulong)now.Place);

        static ulong Pair(int first, int second) => (ulong)((first << 7) | second);
    }

    /// <summary>Gives each template its number.</summary>
    private ref struct Adder(SequenceFeatures features)
    {
        private int template;

        public void Always() => features.Add(FeatureKey.Of(++template, 0UL));

        public void If(bool holds)
        {
            template++;
            if (holds)
            {
                features.Add(FeatureKey.Of(template, 0UL));
            }
        }

        public void One(ulong value) => features.Add(FeatureKey.Of(++template, value));

        public void Two(ulong first, ulong second) => features.Add(FeatureKey.Of(++template, first, second));

        public readonly void Classes(int number, uint classes)
        {
            while (classes != 0)
            {
                features.Add(FeatureKey.Of(number, (ulong)BitOperations.TrailingZeroCount(classes)));
                classes &= classes - 1;
            }
        }
    }
}
