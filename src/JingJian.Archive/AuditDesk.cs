using JingJian.Archive.Store;
using JingJian.Archive.Views;

namespace JingJian.Archive;

/// <summary>Audits of reports: how much stands elsewhere, whose it is, what gives the copying away.</summary>
public sealed class AuditDesk
{
    private readonly Database database;

    internal AuditDesk(Database database) => this.database = database;

    /// <summary>The audits of a report (by id) or of all reports of a source (by id or file name); empty when there is none such.</summary>
    public IReadOnlyList<AuditView> Audit(string reportOrSource) => throw new NotSupportedException($"{database}");
}
