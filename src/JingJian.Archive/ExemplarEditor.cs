using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;
using JingJian.Text.Slots;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Shows passages of others as examples: without the names of persons, and as templates.</summary>
/// <remarks><para><b>Threads.</b> An instance is for one thread.</para></remarks>
internal sealed class ExemplarEditor(SqliteConnection connection, IndexReader index, WordCutter cutter, SlotRecognizer recognizer, NameChanges typing)
{
    /// <summary>A title or programme that so many units name is nobody's own.</summary>
    private const int UnitsOfACommonName = 3;

    private readonly Searcher searcher = new(index, cutter);
    private readonly Dictionary<string, bool> common = new(StringComparer.Ordinal);

    /// <summary>The text with names, telephone and identity numbers masked; as long as the text.</summary>
    public string Masked(string text) => PersonalData.Mask(text, recognizer.Find(text));

    /// <summary>A passage as a template.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="block">Its key, or null when it is not in the store.</param>
    public TemplateView Template(string text, long? block)
    {
        IEnumerable<(TextSpan, OpenSlot)> varying = block is { } key ? Varying(key) : [];
        TemplatePart[] parts = [.. ExemplarTemplate.Of(text, recognizer.Find(text), varying, IsCommon)];
        return new TemplateView(
            string.Concat(parts.Select(part => part.Text)),
            parts.Count(part => part.Slot is not null),
            [.. parts.Select(part => new TemplateSlotView(part.Text, part.Slot is { } slot ? Names.Of(slot) : null, part.Varies))]);
    }

    /// <summary>What copies of a paragraph have otherwise: years, figures and names, not words.</summary>
    private IEnumerable<(TextSpan, OpenSlot)> Varying(long block)
    {
        List<StoredPair> pairs = StoredPair.Of(connection, block);
        Dictionary<long, StoredParagraph> paragraphs = StoredParagraph.ByKey(connection, pairs.SelectMany(pair => new[] { pair.A, pair.B }));
        foreach (StoredPair pair in pairs)
        {
            foreach (ReuseChange change in typing.Typed(pair.Changes, paragraphs[pair.A].Text.Text, paragraphs[pair.B].Text.Text))
            {
                if (SlotOf(change.Type) is { } slot)
                {
                    yield return (pair.A == block ? change.A : change.B, slot);
                }
            }
        }
    }

    private static OpenSlot? SlotOf(ChangeType type) => type switch
    {
        ChangeType.Year => OpenSlot.Year,
        ChangeType.Date => OpenSlot.Date,
        ChangeType.Figure => OpenSlot.Quantity,
        ChangeType.Organisation => OpenSlot.Organisation,
        ChangeType.Place => OpenSlot.Place,
        ChangeType.Person => OpenSlot.Person,
        ChangeType.Mask => OpenSlot.Content,
        _ => null,
    };

    private bool IsCommon(string name)
    {
        string words = new([.. name.Where(char.IsLetterOrDigit)]);
        if (!common.TryGetValue(words, out bool known))
        {
            known = words.Length > 0 && QueryParser.Parse($"\"{words}\"").TryGet(out Query? query, out _)
                && searcher.Search(new SearchRequest(query) { Top = 0 }).Facets.Organisations.Count(unit => unit.Value.Length > 0) >= UnitsOfACommonName;
            common.Add(words, known);
        }

        return known;
    }
}
