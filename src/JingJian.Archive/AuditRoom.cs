using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Drafts;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>The archive at one moment as audits need it: who wrote what, what people said, what each report shares.</summary>
internal sealed class AuditRoom
{
    private readonly SqliteConnection connection;
    private readonly NameChanges typing;
    private readonly Draft? draft;
    private readonly Dictionary<int, (int Paragraph, string Text)[]> paragraphsOf = [];

    /// <summary>Opens it.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="archive">Its paragraphs.</param>
    /// <param name="typing">Tells names among changed words.</param>
    public AuditRoom(SqliteConnection connection, PreparedReuse archive, NameChanges typing)
    {
        this.connection = connection;
        this.typing = typing;
        Archive = archive;
        Judgements = Judgements.Read(connection);
        Register = ReportRegister.Read(connection, archive.Reports, Judgements);
    }

    /// <summary>Opens it again, as it was: without what earlier audits left in memory.</summary>
    /// <param name="connection">The store, in the same state.</param>
    /// <param name="earlier">What was opened before.</param>
    /// <param name="typing">Tells names among changed words.</param>
    public AuditRoom(SqliteConnection connection, AuditRoom earlier, NameChanges typing)
    {
        this.connection = connection;
        this.typing = typing;
        Archive = earlier.Archive;
        Judgements = earlier.Judgements;
        Register = earlier.Register;
    }

    /// <summary>Opens it to audit a text beside what is stored.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="archive">Its paragraphs.</param>
    /// <param name="typing">Tells names among changed words.</param>
    /// <param name="judgements">What people said.</param>
    /// <param name="stored">The reports of the store.</param>
    /// <param name="draft">The text.</param>
    public AuditRoom(SqliteConnection connection, PreparedReuse archive, NameChanges typing, Judgements judgements, ReportRegister stored, Draft draft)
    {
        this.connection = connection;
        this.typing = typing;
        this.draft = draft;
        Archive = archive;
        Judgements = judgements;
        Register = stored.With(draft);
    }

    /// <summary>The paragraphs.</summary>
    public PreparedReuse Archive { get; }

    /// <summary>What people said.</summary>
    public Judgements Judgements { get; }

    /// <summary>The reports.</summary>
    public ReportRegister Register { get; }

    /// <summary>Whether nobody excluded what a line (the first) shares with another.</summary>
    public bool Counts(BlockPlace own, BlockPlace other)
    {
        if (!Judgements.ExcludesAny)
        {
            return true;
        }

        string mine = Register.IdOf(Register.NumberOf(own.Report)), its = Register.IdOf(Register.NumberOf(other.Report));
        return Judgements.Covering(Ids.OfBlock(Ids.SourceOf(mine), own.Ordinal), mine, Ids.OfBlock(Ids.SourceOf(its), other.Ordinal), its) is null;
    }

    /// <summary>What the audit of one report looks at; null while it is stored but not yet compared.</summary>
    public AuditCase? Case(string reportId)
    {
        long key = Register.KeyOf(reportId);
        List<(long Key, string Text)> rows = Paragraphs(reportId);
        if (!rows.TrueForAll(row => Archive.Numbers.ContainsKey(row.Key)))
        {
            return null;
        }

        List<StoredPair> pairs = StoredPair.OfReport(connection, key);
        Dictionary<long, StoredParagraph> shown = StoredParagraph.ByKey(connection, pairs.SelectMany(pair => new[] { pair.A, pair.B }).Concat(rows.Select(row => row.Key)));
        ImmutableArray<AuditedParagraph> paragraphs =
            [.. rows.Select(row => new AuditedParagraph(Archive.Numbers[row.Key], row.Text, Archive.Index.StockPhrasesIn(row.Text)))];
        return Case(
            new AuditRequest(Register.NumberOf(key), paragraphs, [.. pairs.Select(Typed)], Register.ReportOf, Register.Origins),
            number => shown[Archive.Blocks[number]]);

        ReusePair Typed(StoredPair pair) =>
            pair.ByNumber(Archive.Numbers) with { Changes = typing.Typed(pair.Changes, shown[pair.A].Text.Text, shown[pair.B].Text.Text) };
    }

    /// <summary>What the audit of a report of the draft looks at.</summary>
    /// <param name="report">The report.</param>
    /// <param name="shared">What the draft shares with the archive, changes typed.</param>
    public AuditCase CaseOf(ReportOutline report, SharedText shared)
    {
        // The draft's paragraphs are numbered behind those of the archive.
        int stored = Archive.Blocks.Count;
        Block[] blocks = [.. draft!.Paragraphs.Where(block => block.Report == report.Index)];
        int number = Register.NumberOf(draft.IdOf(report));
        var reportOf = new JoinedList<int>(Register.ReportOf, [.. draft.Document.Blocks.Select(block => block.Report == report.Index ? number : -1)]);
        var request = new AuditRequest(
            number,
            [.. blocks.Select(block => new AuditedParagraph(stored + block.Ordinal, block.Text.Text, shared.OfBlock[block.Ordinal].Stock))],
            [.. blocks.SelectMany(block => shared.OfBlock[block.Ordinal].Matches.Select(match => new ReusePair(
                match.Paragraph, stored + block.Ordinal, match.Kind, match.Ratio, match.Cover, match.Spans, match.Changes)))],
            reportOf,
            Register.Origins);
        return Case(request, paragraph => paragraph < stored ? shared.Cited[Archive.Blocks[paragraph]] : draft.Paragraph(draft.Document.Blocks[paragraph - stored], report));
    }

    private List<(long Key, string Text)> Paragraphs(string reportId) => !Ids.TryRead(reportId, 'r', out string source, out int position) ? [] : connection.Rows(
        "SELECT b.id, b.text FROM block b JOIN report r ON r.id = b.report JOIN source s ON s.id = r.source "
        + $"WHERE {SourceId.Matches} AND r.position = $2 AND b.kind = $3 ORDER BY b.id",
        row => (row.GetInt64(0), row.GetString(1)), source, position, (int)BlockKind.Paragraph);

    /// <summary>The paragraphs of a stored report, by number; read once for all audits of this room.</summary>
    private (int Paragraph, string Text)[] ParagraphsOf(int report)
    {
        if (!paragraphsOf.TryGetValue(report, out (int Paragraph, string Text)[]? paragraphs))
        {
            paragraphs = [.. Paragraphs(Register.IdOf(report)).Where(row => Archive.Numbers.ContainsKey(row.Key)).Select(row => (Archive.Numbers[row.Key], row.Text))];
            paragraphsOf.Add(report, paragraphs);
        }

        return paragraphs;
    }

    private AuditCase Case(AuditRequest request, Func<int, StoredParagraph> paragraph)
    {
        return new AuditCase(
            request with
            {
                TextOf = number => paragraph(number).Text.Text,
                ParagraphsOf = ParagraphsOf,
                Names = typing,
                IsExcluded = (own, other) => Judgements.ExcludesAny && Exclusion(own, other) is not null,
            },
            paragraph,
            Exclusion);

        string? Exclusion(int own, int other) => (paragraph(own).Place, paragraph(other).Place) is var (mine, its)
            ? Judgements.Covering(mine.Paragraph, mine.Report, its.Paragraph, its.Report)?.Reason
            : null;
    }
}

/// <summary>One report prepared for its audit.</summary>
/// <param name="Request">What the audit looks at.</param>
/// <param name="Paragraph">A paragraph that stands in it or in its pairs, by number.</param>
/// <param name="ExclusionReason">Why a person excluded what two paragraphs share; null when it counts.</param>
internal sealed record AuditCase(AuditRequest Request, Func<int, StoredParagraph> Paragraph, Func<int, int, string?> ExclusionReason);
