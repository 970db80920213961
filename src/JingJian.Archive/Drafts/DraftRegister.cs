using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Drafts;

/// <summary>Keeps the reports of the archive, as audits know them, from one check of a draft to the next.</summary>
/// <remarks>
/// <para>They are as they were while the sources and what people said stay the same. A draft of a unit that the archive does not know
/// may tell the full name of one that it does, so such a unit has a register of its own.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
internal sealed class DraftRegister
{
    /// <summary>As many units as write at the same time and are not in the archive.</summary>
    private const int MostKept = 4;

    private readonly Lock gate = new();
    private readonly List<(string Key, ReportRegister Register)> kept = [];
    private HashSet<string> known = [];
    // Not held: it has the files of its comparison mapped, and there may long be another.
    private readonly WeakReference<PreparedReuse?> keptOf = new(null);
    private string saidOf = "";

    /// <summary>The stored reports, named as they are beside this draft.</summary>
    public ReportRegister Open(SqliteConnection connection, PreparedReuse archive, Judgements judgements, Draft draft)
    {
        lock (gate)
        {
            if (!(keptOf.TryGetTarget(out PreparedReuse? earlier) && ReferenceEquals(earlier, archive)) || saidOf != judgements.Version)
            {
                known = [.. connection.Rows("SELECT DISTINCT organisation FROM report WHERE organisation IS NOT NULL", row => row.GetString(0))];
                keptOf.SetTarget(archive);
                saidOf = judgements.Version;
                kept.Clear();
            }

            string[] further = [.. draft.Organisations.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)];
            string key = string.Join('\n', further);
            int at = kept.FindIndex(one => one.Key == key);
            (string Key, ReportRegister Register) found = at >= 0 ? kept[at] : (key, ReportRegister.Read(connection, archive.Reports, judgements, further));
            if (at >= 0)
            {
                kept.RemoveAt(at);
            }

            kept.Insert(0, found);
            kept.RemoveRange(Math.Min(MostKept, kept.Count), Math.Max(0, kept.Count - MostKept));
            return found.Register;
        }
    }
}
