using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The marks and exclusions of an archive at one moment, as an audit asks for them.</summary>
internal sealed class Judgements
{
    private readonly Dictionary<string, SourceMark> marks;
    private readonly List<ExclusionView> exclusions;
    private readonly ILookup<string, ExclusionView> byTarget;

    private Judgements(Dictionary<string, SourceMark> marks, List<ExclusionView> exclusions)
    {
        this.marks = marks;
        this.exclusions = exclusions;
        byTarget = exclusions.SelectMany(exclusion => new[] { (exclusion.A, exclusion), (exclusion.B, exclusion) }).ToLookup(pair => pair.Item1, pair => pair.exclusion);
    }

    /// <summary>Whether anything is excluded.</summary>
    public bool ExcludesAny => exclusions.Count > 0;

    /// <summary>A fingerprint of what people said, without when: 16 digits; empty when nothing was said.</summary>
    public string Version { get; private init; } = "";

    /// <summary>Reads them.</summary>
    public static Judgements Read(SqliteConnection connection)
    {
        List<(string Target, string Kind, string Reason)> marks = connection.Rows(
            "SELECT target, kind, reason FROM mark ORDER BY target", row => (row.GetString(0), row.GetString(1), row.GetString(2)));
        List<ExclusionView> exclusions = Exclusions(connection);
        IEnumerable<string> lines = marks.Select(mark => $"mark\t{mark.Target}\t{mark.Kind}\t{mark.Reason}")
            .Concat(exclusions.Select(exclusion => $"exclude\t{exclusion.A}\t{exclusion.B}\t{exclusion.Reason}").Order(StringComparer.Ordinal));
        string all = string.Join('\n', lines);
        return new Judgements(marks.ToDictionary(mark => mark.Target, mark => Names.MarkOf(mark.Kind) ?? SourceMark.None), exclusions)
        {
            Version = all.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16],
        };
    }

    /// <summary>All exclusions, in order of their number.</summary>
    public static List<ExclusionView> Exclusions(SqliteConnection connection) => connection.Rows(
        "SELECT id, a, b, reason, noted_at FROM exclusion ORDER BY id",
        row => new ExclusionView(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)));

    /// <summary>The mark of a report: its own, or its source's.</summary>
    public SourceMark MarkOf(string reportId) =>
        marks.TryGetValue(reportId, out SourceMark own) ? own : marks.GetValueOrDefault(Ids.SourceOf(reportId));

    /// <summary>The exclusion that covers what two paragraphs share, or null.</summary>
    /// <param name="own">Id of the audited paragraph.</param>
    /// <param name="ownReport">Id of its report.</param>
    /// <param name="other">Id of the other paragraph.</param>
    /// <param name="otherReport">Id of its report.</param>
    public ExclusionView? Covering(string own, string ownReport, string other, string otherReport)
    {
        string[] mine = [own, ownReport, Ids.SourceOf(ownReport)], its = [other, otherReport, Ids.SourceOf(otherReport)];
        foreach (ExclusionView exclusion in mine.SelectMany(target => byTarget[target]))
        {
            bool covers = (mine.Contains(exclusion.A) && (exclusion.B.Length == 0 || its.Contains(exclusion.B)))
                || (exclusion.B.Length > 0 && mine.Contains(exclusion.B) && its.Contains(exclusion.A));
            if (covers)
            {
                return exclusion;
            }
        }

        return null;
    }
}
