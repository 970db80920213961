using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>The archive at one moment as audits need it: who wrote what, what people said, what each report shares.</summary>
internal sealed class AuditRoom
{
    private readonly SqliteConnection connection;
    private readonly NameChanges typing;

    /// <summary>Opens it.</summary>
    public AuditRoom(SqliteConnection connection, PreparedReuse archive, NameChanges typing)
    {
        this.connection = connection;
        this.typing = typing;
        Archive = archive;
        Judgements = Judgements.Read(connection);
        Register = ReportRegister.Read(connection, archive.Reports, Judgements);
    }

    /// <summary>The paragraphs.</summary>
    public PreparedReuse Archive { get; }

    /// <summary>What people said.</summary>
    public Judgements Judgements { get; }

    /// <summary>The reports.</summary>
    public ReportRegister Register { get; }

    /// <summary>What the audit of one report looks at; null while it is stored but not yet compared.</summary>
    public AuditCase? Case(string reportId)
    {
        long key = Register.KeyOf(reportId);
        List<(long Key, string Text)> rows = connection.Rows(
            "SELECT id, text FROM block WHERE report = $1 AND kind = $2 ORDER BY id", row => (row.GetInt64(0), row.GetString(1)), key, (int)BlockKind.Paragraph);
        if (!rows.TrueForAll(row => Archive.Numbers.ContainsKey(row.Key)))
        {
            return null;
        }

        List<StoredPair> pairs = StoredPair.OfReport(connection, key);
        Dictionary<long, StoredParagraph> shown = StoredParagraph.ByKey(connection, pairs.SelectMany(pair => new[] { pair.A, pair.B }).Concat(rows.Select(row => row.Key)));
        ImmutableArray<AuditedParagraph> paragraphs =
            [.. rows.Select(row => new AuditedParagraph(Archive.Numbers[row.Key], row.Text, Archive.Index.StockPhrasesIn(row.Text)))];
        var request = new AuditRequest(Register.NumberOf(key), paragraphs, [.. pairs.Select(Typed)], Register.ReportOf, Register.Origins)
        {
            TextOf = number => Paragraph(number).Text.Text,
            IsExcluded = (own, other) => Judgements.ExcludesAny && Exclusion(own, other) is not null,
        };
        return new AuditCase(request, Paragraph, Exclusion);

        ReusePair Typed(StoredPair pair) =>
            pair.ByNumber(Archive.Numbers) with { Changes = typing.Typed(pair.Changes, shown[pair.A].Text.Text, shown[pair.B].Text.Text) };
        StoredParagraph Paragraph(int number) => shown[Archive.Blocks[number]];
        string? Exclusion(int own, int other) => (Paragraph(own).Place, Paragraph(other).Place) is var (mine, its)
            ? Judgements.Covering(mine.Paragraph, mine.Report, its.Paragraph, its.Report)?.Reason
            : null;
    }
}

/// <summary>One report prepared for its audit.</summary>
/// <param name="Request">What the audit looks at.</param>
/// <param name="Paragraph">A paragraph that stands in it or in its pairs, by number.</param>
/// <param name="ExclusionReason">Why a person excluded what two paragraphs share; null when it counts.</param>
internal sealed record AuditCase(AuditRequest Request, Func<int, StoredParagraph> Paragraph, Func<int, int, string?> ExclusionReason);
