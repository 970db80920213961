using JingJian.Text.Lexicons;
using JingJian.Text.Normalisation;
using JingJian.Text.Segmentation;
using JingJian.Text.Sequences;

namespace JingJian.Text.Slots;

/// <summary>Reads a text for the tagger of names: its pieces, and what each shows.</summary>
/// <remarks><b>Threads.</b> One at a time.</remarks>
internal sealed class NameReader(Lexicon lexicon, NameTables tables)
{
    private readonly NameViews views = new(new PlaceNames(lexicon), tables);

    /// <summary>Reads a text of which words, votes and quotations are known already.</summary>
    public void Read(
        string text, List<TaggedWord> words, IReadOnlyList<Slot> votes, IReadOnlyList<Slot> quoted, List<NamePiece> pieces, SequenceFeatures features)
    {
        pieces.Clear();
        NamePieces.Cut(text, words, lexicon, pieces);
        NameFeatures.Fill(views.Of(text, pieces, votes, quoted), features);
    }

    /// <summary>Reads a text from the beginning; returns the votes of the rules.</summary>
    public IReadOnlyList<Slot> Read(PlainText plain, Tagger tagger, List<NamePiece> pieces, SequenceFeatures features)
    {
        List<TaggedWord> words = NameRules.Words(plain.Text, tagger);
        var found = new FoundSlots(plain);
        QuotedRules.Find(plain, lexicon, found);
        IReadOnlyList<Slot> quoted = found.InPlain();
        NameRules.FindAll(plain.Text, words, lexicon, found);
        List<Slot> votes = found.Names();
        Read(plain.Text, words, votes, quoted, pieces, features);
        return votes;
    }
}
