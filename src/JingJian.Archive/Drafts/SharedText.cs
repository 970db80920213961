using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Text;

namespace JingJian.Archive.Drafts;

/// <summary>What the paragraphs of a draft share with the archive.</summary>
/// <param name="Cited">The paragraphs that they share it with, by key.</param>
/// <param name="OfBlock">What each shares, by ordinal of the block.</param>
internal sealed record SharedText(IReadOnlyDictionary<long, StoredParagraph> Cited, IReadOnlyDictionary<int, SharedParagraph> OfBlock)
{
    /// <summary>Compares a draft with the archive, its paragraphs side by side.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="typing">Tells names among changed words.</param>
    /// <param name="mostTold">Of so many of a paragraph's nearest the changes get the types of names.</param>
    /// <param name="stored">Reads paragraphs of the archive by key.</param>
    public static SharedText Of(Draft draft, PreparedReuse archive, NameChanges typing, int mostTold, Func<IEnumerable<long>, Dictionary<long, StoredParagraph>> stored)
    {
        Block[] blocks = [.. draft.Paragraphs];
        var found = new SharedParagraph[blocks.Length];
        Parallel.For(0, blocks.Length, i =>
        {
            string text = blocks[i].Text.Text;
            found[i] = new SharedParagraph(archive.Index.Query(text), archive.Index.StockPhrasesIn(text));
        });
        Dictionary<long, StoredParagraph> cited = stored(found.SelectMany(one => one.Matches).Select(match => archive.Blocks[match.Paragraph]));
        Parallel.For(0, blocks.Length, i =>
        {
            // The nearest come first.
            ImmutableArray<ReuseMatch> matches = found[i].Matches;
            int told = Math.Min(matches.Length, mostTold);
            found[i] = found[i] with
            {
                Matches = [.. matches[..told].Select(match => match with { Changes = typing.Typed(match.Changes, cited[archive.Blocks[match.Paragraph]].Text.Text, blocks[i].Text.Text) }), .. matches[told..]],
            };
        });
        return new SharedText(cited, Enumerable.Range(0, blocks.Length).ToDictionary(i => blocks[i].Ordinal, i => found[i]));
    }

    /// <summary>The same with so many of each paragraph's nearest at most.</summary>
    public SharedText Nearest(int most) => this with
    {
        OfBlock = OfBlock.ToDictionary(one => one.Key, one => one.Value with { Matches = one.Value.Matches[..Math.Min(one.Value.Matches.Length, most)] }),
    };
}

/// <summary>What one paragraph shares with the archive.</summary>
/// <param name="Matches">The paragraphs that share text with it, the nearest first.</param>
/// <param name="Stock">Its stock phrases.</param>
internal sealed record SharedParagraph(ImmutableArray<ReuseMatch> Matches, ImmutableArray<TextSpan> Stock);
