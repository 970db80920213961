using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Holds drafts against the archive; nothing of them is stored.</summary>
public sealed class DraftDesk
{
    private readonly Database database;
    private readonly AuditDesk audits;
    private readonly PreparedReuseCache prepared;
    private readonly Func<NameChanges> nameTyping;
    private readonly FunctionShelf functions;

    internal DraftDesk(Database database, AuditDesk audits, PreparedReuseCache prepared, Func<NameChanges> nameTyping, FunctionShelf functions)
    {
        this.database = database;
        this.audits = audits;
        this.prepared = prepared;
        this.nameTyping = nameTyping;
        this.functions = functions;
    }

    /// <summary>What of a draft stands in the archive, and its audit as if it were a report there.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="text">Its text.</param>
    public DraftCheckView Check(string name, string text)
    {
        Document document = StructureReader.Read(text);
        ImmutableArray<FunctionLabel> labels = functions.Current().Classify(document);
        using Snapshot snapshot = database.Look();
        PreparedReuse archive = prepared.Open(snapshot.Connection);
        NameChanges typing = nameTyping();
        var draft = new Draft(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), document);
        Dictionary<int, ImmutableArray<ReuseMatch>> matches = draft.Paragraphs.ToDictionary(block => block.Ordinal, block => archive.Index.Query(block.Text.Text));
        Dictionary<long, StoredParagraph> cited = StoredParagraph.ByKey(snapshot.Connection, matches.Values.SelectMany(found => found).Select(match => archive.Blocks[match.Paragraph]));
        foreach ((int ordinal, ImmutableArray<ReuseMatch> found) in matches)
        {
            matches[ordinal] = [.. found.Select(match => match with { Changes = typing.Typed(match.Changes, Cited(match).Text.Text, document.Blocks[ordinal].Text.Text) })];
        }

        List<DraftParagraphView> paragraphs =
        [
            .. draft.Paragraphs.Select(block => new DraftParagraphView(
                block.Line, block.LineEnd, block.Source.Start, block.Source.End, block.Text.Text, FunctionNames.ToEnglish(labels[block.Ordinal].Primary),
                SpanUnion.Length(matches[block.Ordinal].SelectMany(match => match.Spans).Select(span => span.B)) / (double)block.Text.Text.Length,
                [.. matches[block.Ordinal].Select(match => MatchView(match, Cited(match), block.Text))])),
        ];
        int characters = paragraphs.Sum(paragraph => paragraph.Text.Length);
        int reused = paragraphs.Sum(paragraph => (int)Math.Round(paragraph.Share * paragraph.Text.Length));
        var room = new AuditRoom(snapshot.Connection, archive, typing, draft);
        return new DraftCheckView(
            name, characters, reused, characters == 0 ? 0 : reused / (double)characters, paragraphs,
            [.. document.Reports.Select(report => audits.Audit(room, draft.View(report), room.CaseOf(report, matches, cited), draft.Hash))]);

        StoredParagraph Cited(ReuseMatch match) => cited[archive.Blocks[match.Paragraph]];
    }

    private static DraftMatchView MatchView(ReuseMatch match, StoredParagraph paragraph, MappedText draft) => new(
        paragraph.Place, paragraph.ReportTitle, paragraph.Year, paragraph.Organisation, Names.Of(match.Kind), match.Ratio, match.Cover,
        [.. match.Spans.Select(span => SpanView(span, paragraph.Text, draft))],
        [.. match.Changes.Select(change => SourcePlace.Of(change, paragraph.Text, draft))]);

    private static DraftSpanView SpanView(ReusedSpan span, MappedText source, MappedText draft)
    {
        TextSpan inDraft = draft.ToSource(span.B);
        TextSpan inSource = source.ToSource(span.A);
        return new DraftSpanView(inDraft.Start, inDraft.End, span.B.In(draft.Text).ToString(), inSource.Start, inSource.End);
    }
}
