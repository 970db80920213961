using System.Collections.Concurrent;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;
using JingJian.Text.Sequences;

namespace JingJian.Text.Slots;

/// <summary>Finds names by what was learned; the rules have a vote.</summary>
/// <remarks><b>Threads.</b> Shared freely: each call takes its buffers from those at rest.</remarks>
internal sealed class NameTagger(NameModel model, Lexicon lexicon)
{
    private readonly ConcurrentBag<Buffers> atRest = [];

    /// <summary>Adds the names of a text where there is no slot yet.</summary>
    /// <param name="text">The plain text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="votes">The names that rules find, in order.</param>
    /// <param name="found">The quotations of the text; receives the names.</param>
    public void Find(string text, List<TaggedWord> words, IReadOnlyList<Slot> votes, FoundSlots found)
    {
        Buffers buffers = atRest.TryTake(out Buffers? used) ? used : new Buffers(model, lexicon);
        buffers.Reader.Read(text, words, votes, found.InPlain(), buffers.Pieces, buffers.Features);
        buffers.Names.Clear();
        NameLabels.Names(buffers.Pieces, buffers.Decoder.Decode(buffers.Features), buffers.Names);
        foreach (Slot name in buffers.Names)
        {
            found.Add(name.Type, name.Span.Start, name.Span.End);
        }

        atRest.Add(buffers);
    }

    private sealed class Buffers(NameModel model, Lexicon lexicon)
    {
        public NameReader Reader { get; } = new(lexicon, model.Tables);

        public SequenceDecoder Decoder { get; } = new(model.Chain);

        public SequenceFeatures Features { get; } = new();

        public List<NamePiece> Pieces { get; } = [];

        public List<Slot> Names { get; } = [];
    }
}
