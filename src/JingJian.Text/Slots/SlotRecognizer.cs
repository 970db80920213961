using System.Collections.Immutable;
using JingJian.Text.Lexicons;
using JingJian.Text.Normalisation;
using JingJian.Text.Segmentation;

namespace JingJian.Text.Slots;

/// <summary>Finds the variable parts of a text: years, dates, figures, names, titles, masks.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours: rules over the plain text and over the words and tags of <see cref="Tagger"/>. What counts as
/// a slot, and how well each type is found, is in <c>corpus/labels/README.md</c>.</para>
/// <para>Example: <c>2021年，区水务局工会救助88名职工</c> gives <c>2021年</c> (year), <c>区水务局工会</c> (organisation), <c>88名</c> (amount).</para>
/// <para><b>Guarantee.</b> Slots do not overlap, come in the order of the text and never split a character.
/// What stands inside a title or the name of a programme is no slot of its own.</para>
/// <para><b>Cost.</b> Linear: every rule looks a bounded distance ahead or consumes what it reads.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
/// <param name="lexicon">The words, with a tag model.</param>
/// <param name="names">What was learned of names; without it rules find them, faster and fewer.</param>
public sealed class SlotRecognizer(Lexicon lexicon, NameModel? names = null)
{
    private readonly Tagger tagger = new(lexicon);
    private readonly NameTagger? learned = names is null ? null : new NameTagger(names, lexicon);

    /// <summary>The slots of a text, best one paragraph, in order.</summary>
    public ImmutableArray<Slot> Find(string text)
    {
        PlainText plain = PlainText.Of(text);
        List<TaggedWord> words = NameRules.Words(plain.Text, tagger);
        var found = new FoundSlots(plain);
        QuotedRules.Find(plain, lexicon, found);
        FoundSlots voted = learned is null ? found : found.Copy();
        NameRules.FindAll(plain.Text, words, lexicon, voted);
        learned?.Find(plain.Text, words, voted.Names(), found);
        new NumberRules(plain, lexicon, found).Find();
        return found.InSource();
    }
}
