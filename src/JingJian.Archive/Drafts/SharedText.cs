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
    /// <summary>Compares a draft with the archive, its paragraphs side by side. Which changes are names is not told yet: it takes longer than all else.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="stored">Reads paragraphs of the archive by key.</param>
    public static SharedText Of(Draft draft, PreparedReuse archive, Func<IEnumerable<long>, Dictionary<long, StoredParagraph>> stored)
    {
        Block[] blocks = [.. draft.Paragraphs];
        var found = new SharedParagraph[blocks.Length];
        Parallel.For(0, blocks.Length, i =>
        {
            string text = blocks[i].Text.Text;
            found[i] = new SharedParagraph(archive.Index.Query(text), archive.Index.StockPhrasesIn(text));
        });
        return new SharedText(
            stored(found.SelectMany(one => one.Matches).Select(match => archive.Blocks[match.Paragraph])),
            Enumerable.Range(0, blocks.Length).ToDictionary(i => blocks[i].Ordinal, i => found[i]));
    }

    /// <summary>Some of the matches of each paragraph, their changes with the types of names.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="typing">Tells names among changed words.</param>
    /// <param name="isTold">Which, given the ordinal of the block, the place of the match among its nearest, and the match.</param>
    public SharedText Typed(Draft draft, PreparedReuse archive, NameChanges typing, Func<int, int, ReuseMatch, bool> isTold)
    {
        (int Ordinal, string Text, ReuseMatch Match)[] told =
        [
            .. draft.Paragraphs.SelectMany(block => OfBlock[block.Ordinal].Matches.Where((match, place) => isTold(block.Ordinal, place, match))
                .Select(match => (block.Ordinal, block.Text.Text, match))),
        ];
        Parallel.For(0, told.Length, i =>
        {
            ReuseMatch match = told[i].Match;
            told[i].Match = match with { Changes = typing.Typed(match.Changes, Cited[archive.Blocks[match.Paragraph]].Text.Text, told[i].Text) };
        });
        ILookup<int, ReuseMatch> byBlock = told.ToLookup(one => one.Ordinal, one => one.Match);
        return this with { OfBlock = OfBlock.ToDictionary(one => one.Key, one => one.Value with { Matches = [.. byBlock[one.Key]] }) };
    }
}

/// <summary>What one paragraph shares with the archive.</summary>
/// <param name="Matches">The paragraphs that share text with it, the nearest first.</param>
/// <param name="Stock">Its stock phrases.</param>
internal sealed record SharedParagraph(ImmutableArray<ReuseMatch> Matches, ImmutableArray<TextSpan> Stock);
