using System.Collections.Frozen;
using JingJian.Archive.Access;
using Microsoft.AspNetCore.Authorization;

namespace JingJian.Web.Access;

/// <summary>The one table that says, of each operation of the API, who may do it and what the log calls it.</summary>
/// <remarks>An operation that is not here may be done by those who read when it only reads, otherwise by those who administer.</remarks>
internal static class Operations
{
    private static readonly FrozenDictionary<string, Operation> Table = new Dictionary<string, Operation>
    {
        ["Search"] = new(Permissions.Read, "search", "q"),
        ["SearchByBody"] = new(Permissions.Read, "search"),
        ["ExportSearch"] = new(Permissions.Read, "export", "q"),
        ["GetReport"] = new(Permissions.Read, "report.read", "id"),
        ["ListParagraphs"] = new(Permissions.Read, "report.read", "report"),
        ["FindExemplars"] = new(Permissions.Read, "exemplar.read", "topic"),
        ["FindCards"] = new(Permissions.Read, "exemplar.read", "topic"),
        ["GetOutline"] = new(Permissions.Read, "exemplar.read", "topic"),
        ["GetTemplate"] = new(Permissions.Read, "exemplar.read", "id"),
        ["CheckOutline"] = new(Permissions.Draft, "draft.check"),
        ["ExportFamilies"] = new(Permissions.Read, "export"),
        ["ExportFamily"] = new(Permissions.Read, "export", "id"),
        ["SaveSearch"] = new(Permissions.Read),
        ["SavedSearchSeen"] = new(Permissions.Read),
        ["RemoveSavedSearch"] = new(Permissions.Read),
        ["GetSession"] = new(Permissions.Read),
        ["CloseSession"] = new(Permissions.Read),
        ["CheckDraft"] = new(Permissions.Draft, "draft.check", Often: true),
        ["AuditDraft"] = new(Permissions.Draft, "draft.check"),
        ["ExportDraftCheck"] = new(Permissions.Draft, "export"),
        ["ExportDraft"] = new(Permissions.Draft, "export"),
        ["Audit"] = new(Permissions.Audit, "audit.read", "id"),
        ["ExportAudit"] = new(Permissions.Audit, "export", "id"),
        ["GetOverview"] = new(Permissions.Audit, "audit.read"),
        ["ExportOverview"] = new(Permissions.Audit, "export"),
        ["ListFindings"] = new(Permissions.Audit, "audit.read"),
        ["JudgeFindings"] = new(Permissions.Audit, "finding.judge"),
        ["ListMarks"] = new(Permissions.Read),
        ["SetMark"] = new(Permissions.Audit, "source.mark"),
        ["ListExclusions"] = new(Permissions.Read),
        ["AddExclusion"] = new(Permissions.Audit, "match.exclude"),
        ["RemoveExclusion"] = new(Permissions.Audit, "match.include", "id"),
        ["ListLog"] = new(Permissions.Log, "log.read"),
        ["VerifyLog"] = new(Permissions.Log),
        ["AddCollection"] = new(Permissions.Administer),
        ["RenameCollection"] = new(Permissions.Administer),
        ["RemoveCollection"] = new(Permissions.Administer),
        ["MoveSources"] = new(Permissions.Edit),
        ["AddSources"] = new(Permissions.Edit, "source.add"),
        ["AnnounceUpload"] = new(Permissions.Edit),
        ["ListUploads"] = new(Permissions.Edit),
        ["GetUpload"] = new(Permissions.Edit),
        ["SendPiece"] = new(Permissions.Edit),
        ["DropUpload"] = new(Permissions.Edit),
        ["AddJob"] = new(Permissions.Edit, "source.add"),
        ["ListJobs"] = new(Permissions.Edit),
        ["GetJob"] = new(Permissions.Edit),
        ["FollowJob"] = new(Permissions.Edit),
        ["CancelJob"] = new(Permissions.Edit, "job.cancel", "id"),
        ["ResumeJob"] = new(Permissions.Edit, "job.resume", "id"),
        ["RemoveSource"] = new(Permissions.Edit),
        ["RemoveSamples"] = new(Permissions.Edit),
        ["HoldSource"] = new(Permissions.Audit | Permissions.Edit),
        ["ReleaseSource"] = new(Permissions.Audit | Permissions.Edit),
        ["SetCorrection"] = new(Permissions.Edit, "function.correct", "id"),
        ["RemoveCorrection"] = new(Permissions.Edit, "function.correct", "id"),
        ["AddSynonym"] = new(Permissions.Edit),
        ["RemoveSynonym"] = new(Permissions.Edit),
        ["AddWord"] = new(Permissions.Edit),
        ["RemoveWord"] = new(Permissions.Edit),
        ["ListSettings"] = new(Permissions.Administer),
        ["ExportCorrections"] = new(Permissions.Edit, "export"),
        ["Checkup"] = new(Permissions.Administer),
        ["ListAccounts"] = new(Permissions.Administer),
        ["AddAccount"] = new(Permissions.Administer),
        ["ChangeAccount"] = new(Permissions.Administer),
        ["RemoveAccount"] = new(Permissions.Administer),
        ["ListKeys"] = new(Permissions.Administer),
        ["AddKey"] = new(Permissions.Administer),
        ["RemoveKey"] = new(Permissions.Administer),
    }.ToFrozenDictionary();

    /// <summary>Everything that any operation needs.</summary>
    public static IEnumerable<Permissions> Needed { get; } = [.. Table.Values.Select(operation => operation.Needed).Distinct()];

    /// <summary>Puts the table's word on every endpoint of a group.</summary>
    public static void Guard(this RouteGroupBuilder api) => ((IEndpointConventionBuilder)api).Finally(endpoint =>
    {
        Operation operation = Of(endpoint.Metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName, endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods);
        endpoint.Metadata.Add(new AuthorizeAttribute(operation.Needed.ToString()));
        if (operation.Action is { } action)
        {
            endpoint.Metadata.Add(new NotedAs(action, operation.Parameter, operation.Often));
        }
    });

    private static Operation Of(string? name, IReadOnlyList<string>? methods) =>
        name is not null && Table.TryGetValue(name, out Operation? listed) ? listed
        : methods is ["GET"] ? new Operation(Permissions.Read) : new Operation(Permissions.Administer);

    /// <summary>A line of the table.</summary>
    /// <param name="Needed">What whoever does it must be allowed, any of these.</param>
    /// <param name="Action">What the log calls it; null when it is not noted here: because it shows little, or because the archive notes it.</param>
    /// <param name="Parameter">The parameter that says to what it is done; null for none.</param>
    /// <param name="Often">Whether it is done while somebody types: the log then counts.</param>
    private sealed record Operation(Permissions Needed, string? Action = null, string? Parameter = null, bool Often = false);
}
