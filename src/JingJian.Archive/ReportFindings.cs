using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Works out what stands out in a report, by its whole audit.</summary>
/// <param name="catalogue">What is seen of the archive.</param>
/// <param name="prepared">Its paragraphs.</param>
/// <param name="nameTyping">Tells names among changed words, for a while.</param>
internal sealed class ReportFindings(Catalogue catalogue, PreparedReuseCache prepared, Func<NameChanges> nameTyping)
{
    /// <summary>How many digits of the hash make an id.</summary>
    public const int HashDigits = 16;

    /// <summary>The archive as audits need it.</summary>
    public AuditRoom Room(SqliteConnection connection) => new(connection, prepared.Open(connection), nameTyping());

    /// <summary>The same, without what earlier audits left in memory.</summary>
    public AuditRoom Room(SqliteConnection connection, AuditRoom earlier) => new(connection, earlier, nameTyping());

    /// <summary>The findings of a report; null while it is stored but not yet compared.</summary>
    public IReadOnlyList<FindingView>? Of(AuditRoom room, ReportView report) =>
        room.Case(report.Id) is { } opened ? [.. new AuditShow(room, opened, catalogue).Findings(AuditFigures.Of(opened.Request), report)] : null;

    /// <summary>The id of a finding: by kind, place and words, so that it lasts as long as the finding does.</summary>
    public static string IdOf(string report, FindingView finding) => IdOf(report, HashOf(finding));

    /// <summary>The id of a finding whose hash is known.</summary>
    public static string IdOf(string report, ulong hash) => string.Create(CultureInfo.InvariantCulture, $"{report}.{hash:x16}");

    /// <summary>What a finding is known by in its report.</summary>
    public static ulong HashOf(FindingView finding) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{finding.Kind}\n{finding.Start}\n{finding.End}\n{finding.Words}\n{finding.Detail}"))));
}
