using JingJian.Text.Normalisation;
using JingJian.Text.Segmentation;
using JingJian.Text.Sequences;
using JingJian.Text.Slots;
using JingJian.Tools.Evaluation;

namespace JingJian.Tools.Names;

/// <summary>A labelled line, read for the tagger of names.</summary>
/// <param name="Line">The line.</param>
/// <param name="Plain">Its plain text.</param>
/// <param name="Names">The right names, in the plain text.</param>
/// <param name="Votes">Those that rules find.</param>
/// <param name="Pieces">Its pieces.</param>
/// <param name="Sequence">Their features and right labels.</param>
internal sealed record NameExample(
    SlotLine Line, PlainText Plain, IReadOnlyList<Slot> Names, IReadOnlyList<Slot> Votes, List<NamePiece> Pieces, TrainingSequence Sequence)
{
    /// <summary>The file it is from: lines of one document are trained on together or tested together.</summary>
    public string Document => Line.Place[..Line.Place.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Reads a line.</summary>
    public static NameExample Of(SlotLine line, Tagger tagger, NameReader reader)
    {
        PlainText plain = PlainText.Of(line.Text);
        var features = new SequenceFeatures();
        List<NamePiece> pieces = [];
        IReadOnlyList<Slot> votes = reader.Read(plain, tagger, pieces, features);
        List<Slot> names = [.. line.Slots.Where(slot => NameLabels.IsName(slot.Type)).Select(slot => slot with { Span = plain.FromSource(slot.Span) })];
        return new NameExample(line, plain, names, votes, pieces, new TrainingSequence(features, NameLabels.Of(pieces, names)));
    }

    /// <summary>The names that a model finds.</summary>
    public List<Slot> Answer(SequenceDecoder decoder)
    {
        List<Slot> names = [];
        NameLabels.Names(Pieces, decoder.Decode(Sequence.Features), names);
        return names;
    }
}
