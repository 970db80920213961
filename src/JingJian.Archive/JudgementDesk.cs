using System.Globalization;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What people say about sources and matches: whose a source is, which matches do not count.</summary>
/// <remarks>
/// <para>Targets are stable ids, so a judgement survives every rebuild and holds for the same files anywhere.</para>
/// <para><b>Threads.</b> Safe; each judgement is one transaction.</para>
/// </remarks>
public sealed class JudgementDesk
{
    /// <summary>Longest reason.</summary>
    public const int ReasonCharacters = 500;

    private readonly Database database;
    private readonly Catalogue catalogue;
    private readonly TimeProvider time;
    private readonly bool seesAll;

    /// <param name="database">The whole store: what is said is kept there.</param>
    /// <param name="catalogue">What is seen of it.</param>
    /// <param name="seesAll">Whether that is all.</param>
    /// <param name="time">The clock.</param>
    internal JudgementDesk(Database database, Catalogue catalogue, bool seesAll, TimeProvider time)
    {
        this.seesAll = seesAll;
        this.database = database;
        this.catalogue = catalogue;
        this.time = time;
    }

    /// <summary>All marks of what is seen, by target.</summary>
    public IReadOnlyList<MarkView> Marks()
    {
        using SqliteConnection connection = database.Connect();
        return [.. connection.Rows("SELECT target, kind, reason, noted_at FROM mark ORDER BY target",
            row => (Target: row.GetString(0), Kind: row.GetString(1), Reason: row.GetString(2), NotedAt: row.GetString(3)))
            .Where(row => IsSeen(row.Target))
            .Select(row => new MarkView(row.Target, NameOf(row.Target), row.Kind, Names.LabelOf(Names.MarkOf(row.Kind) ?? default), row.Reason, row.NotedAt))];
    }

    /// <summary>Marks a source or a report; what was said before is replaced.</summary>
    /// <param name="target">Id of a source or report, or name of a source file.</param>
    /// <param name="kind">own, superior, template, quotable, or none to take the mark back.</param>
    /// <param name="reason">Why; may be empty.</param>
    public Result<MarkView[]> Mark(string target, string kind, string reason)
    {
        if (Fault(reason) is { } tooLong)
        {
            return tooLong;
        }

        if (kind != Names.NoMark && Names.MarkOf(kind) is null)
        {
            return new Fault("mark.kind", $"没有“{kind}”这种标注，可用：own（本单位）、superior（上级文件）、template（模板网站）、quotable（准予引用）、none（取消标注）。");
        }

        string[] targets = Targets(target);
        if (targets.Length == 0)
        {
            return new Fault("mark.not-found", $"档案库里没有“{target}”这个来源文件或报告。");
        }

        using SqliteConnection connection = database.Connect();
        using var change = new StoreChange(connection);
        foreach (string id in targets)
        {
            connection.Run("DELETE FROM mark WHERE target = $1", id);
            if (kind != Names.NoMark)
            {
                connection.Run("INSERT INTO mark (target, kind, reason, noted_at) VALUES ($1, $2, $3, $4)", id, kind, reason, time.Stamp());
            }
        }

        change.Commit();
        return Marks().Where(mark => targets.Contains(mark.Target)).ToArray();
    }

    /// <summary>All exclusions among what is seen, in order of their number.</summary>
    public IReadOnlyList<ExclusionView> Exclusions()
    {
        using SqliteConnection connection = database.Connect();
        return [.. Judgements.Exclusions(connection).Where(IsSeen)];
    }

    /// <summary>Takes matches out of the figures.</summary>
    /// <param name="a">Id of a source, report or paragraph, or name of a source file.</param>
    /// <param name="b">Another, or empty for all matches of <paramref name="a"/>.</param>
    /// <param name="reason">Why; must be given.</param>
    public Result<ExclusionView> Exclude(string a, string b, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Fault("exclusion.reason", "排除复用要写明理由，例如“引用文件原文”“集体撰写”。");
        }

        if (Fault(reason) is { } tooLong)
        {
            return tooLong;
        }

        if (OneTarget(a) is not { } first)
        {
            return new Fault("exclusion.not-found", $"档案库里没有“{a}”这个来源文件、报告或段落。");
        }

        if (b.Length > 0 && OneTarget(b) is null)
        {
            return new Fault("exclusion.not-found", $"档案库里没有“{b}”这个来源文件、报告或段落。");
        }

        using SqliteConnection connection = database.Connect();
        long id = connection.Value<long>(
            "INSERT INTO exclusion (a, b, reason, noted_at) VALUES ($1, $2, $3, $4) ON CONFLICT (a, b) DO UPDATE SET reason = $3, noted_at = $4 RETURNING id",
            first, b.Length > 0 ? OneTarget(b) : "", reason, time.Stamp());
        return Judgements.Exclusions(connection).First(exclusion => exclusion.Id == id);
    }

    /// <summary>Takes an exclusion back; false when there is none of this number.</summary>
    public bool Include(long exclusion)
    {
        using SqliteConnection connection = database.Connect();
        return Judgements.Exclusions(connection).Any(said => said.Id == exclusion && IsSeen(said)) && connection.Run("DELETE FROM exclusion WHERE id = $1", exclusion) > 0;
    }

    private bool IsSeen(ExclusionView exclusion) => IsSeen(exclusion.A) && (exclusion.B.Length == 0 || IsSeen(exclusion.B));

    private bool IsSeen(string target) => seesAll || catalogue.FindSources(Ids.SourceOf(target)).Count > 0;

    private static Fault? Fault(string reason) => reason.Length > ReasonCharacters
        ? new Fault("judgement.too-long", string.Create(CultureInfo.InvariantCulture, $"理由太长（{reason.Length} 字），最多 {ReasonCharacters} 字。"))
        : null;

    private string[] Targets(string target) => catalogue.Report(target) is { } report
        ? [report.Id]
        : [.. catalogue.FindSources(target).Select(source => source.Id)];

    private string? OneTarget(string target) => catalogue.Block(target)?.Id ?? Targets(target).FirstOrDefault();

    private string NameOf(string target) => catalogue.Report(target) is { } report
        ? $"{report.Source}《{report.Title}》"
        : catalogue.FindSources(target) is [var source, ..] ? source.Name : "";
}
