using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Where the book of findings lies, made beforehand for one state of what is seen, and never shown for another.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The name of a book is what it was made from: sources, comparison, judgements, settings, and this program. A book
/// that is half made, of another state or damaged is not opened, and goes.</para>
/// <para><b>Cost.</b> The whole audit of every report, some tens of milliseconds each; after a change only of those for which something has
/// changed, a few milliseconds for each of the others (<see cref="FindingSigns"/>). Memory as for the reports of a few sources.</para>
/// <para><b>Threads.</b> Any; one makes a book.</para>
/// </remarks>
/// <param name="seen">What is seen of the store.</param>
/// <param name="dataFolder">Where what is derived from that lies.</param>
/// <param name="findings">Works them out.</param>
/// <param name="options">What the findings depend on besides.</param>
internal sealed class FindingShelf(Database seen, string dataFolder, ReportFindings findings, ArchiveOptions options)
{
    /// <summary>Fewer reports are worked out when they are asked for.</summary>
    private const int LeastReports = 50;

    /// <summary>How many reports are worked out in one look at the store, and before what audits left in memory goes.</summary>
    private const int ReportsAtOnce = 200;

    private readonly string folder = Path.Combine(dataFolder, "findings");
    private readonly SettledState settled = new(seen, LeastReports);
    private readonly Lock opening = new();
    private readonly Lock making = new();
    private readonly Lazy<string> program = new(() => Hash(ProgramOf(options))[..8]);
    private (string Name, FindingBook Book)? open;
    private volatile int forgotten;

    /// <summary>The book of what a connection sees; null when none has been made.</summary>
    public FindingBook? Of(SqliteConnection connection)
    {
        string name = NameOf(connection);
        lock (opening)
        {
            if (open is { } known && known.Name == name)
            {
                return known.Book;
            }

            open = null;
            if (Directory.Exists(PathOf(name)))
            {
                try
                {
                    open = (name, new FindingBook(PathOf(name)));
                }
                catch (Exception error) when (error is IOException or CorruptArtifactException)
                {
                    // Just removed, or damaged: it is as if it had not been made.
                    Remove(PathOf(name));
                }
            }

            return open?.Book;
        }
    }

    /// <summary>Makes the book of what is seen, when it has become no other since this was last called. Not by several at once.</summary>
    public void Prepare(CancellationToken cancellationToken)
    {
        if (settled.Look() is { } state && !Directory.Exists(PathOf(NameOf(state))))
        {
            options.Force.Run(() => Make(NameOf(state), cancellationToken));
        }
    }

    /// <summary>Removes every book: something in them may be seen no more, or they are damaged.</summary>
    public void Forget()
    {
        // Who is at one gives it up at the next report.
        Interlocked.Increment(ref forgotten);
        lock (making)
        {
            lock (opening)
            {
                open = null;
                Remove(folder);
            }
        }
    }

    private bool Make(string name, CancellationToken cancellationToken)
    {
        lock (making)
        {
            string building = PathOf(name) + WholeFile.Unfinished;
            try
            {
                Remove(building);
                if (!Write(building, name, Earlier(), cancellationToken))
                {
                    return false;
                }

                Directory.Move(building, PathOf(name));
                Array.ForEach([.. Directory.GetDirectories(folder).Where(other => other != PathOf(name))], Remove);
                return true;
            }
            catch (CorruptArtifactException)
            {
                // The earlier book is damaged: the next one is made without it.
                Remove(folder);
                return false;
            }
            catch (IOException)
            {
                // The disk is full, or another process removed it: the findings are worked out when they are asked for.
                return false;
            }
            catch (Exception error) when (error is not OperationCanceledException && IsOther(name))
            {
                // A report that was just removed is shown by nobody any more.
                return false;
            }
            finally
            {
                Remove(building);
            }
        }
    }

    private bool IsOther(string name)
    {
        using Snapshot snapshot = seen.Look();
        return NameOf(snapshot.Connection) != name;
    }

    /// <summary>A book of another state that this program made; null when there is none.</summary>
    private FindingBook? Earlier()
    {
        foreach (string path in Directory.Exists(folder) ? Directory.GetDirectories(folder, program.Value + "-*") : [])
        {
            try
            {
                return new FindingBook(path);
            }
            catch (Exception error) when (error is IOException or CorruptArtifactException)
            {
                // Half made, or damaged.
            }
        }

        return null;
    }

    /// <summary>Writes the book of a state; false when what is seen became another meanwhile.</summary>
    private bool Write(string building, string name, FindingBook? earlier, CancellationToken cancellationToken)
    {
        int before = forgotten;
        long last = 0;
        AuditRoom? room = null;
        FindingSigns? signs = null;
        using var writer = new FindingBook.Writer(building);
        while (true)
        {
            // Not one look for all: what writers leave behind could not be cleared away for as long.
            using Snapshot snapshot = seen.Look();
            if (NameOf(snapshot.Connection) != name)
            {
                return false;
            }

            List<(long Key, ReportView View)> reports = Catalogue.ReportsAfter(snapshot.Connection, last, ReportsAtOnce);
            if (reports.Count == 0)
            {
                writer.Finish();
                return forgotten == before;
            }

            room = room is null ? findings.Room(snapshot.Connection) : findings.Room(snapshot.Connection, room);
            signs ??= new FindingSigns(snapshot.Connection, room);
            foreach ((long key, ReportView report) in reports)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (forgotten != before)
                {
                    return false;
                }

                SignedReport signed = signs.Of(snapshot.Connection, key);
                writer.Add(signed, earlier?.Unchanged(signed) is { } kept ? earlier.Read(kept) : findings.Of(room, report) ?? []);
            }

            last = reports[^1].Key;
        }
    }

    private string NameOf(SqliteConnection connection) => NameOf(ArchiveState.ForAudits(connection));

    private string NameOf(string state) => $"{program.Value}-{Hash(state)}";

    private string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>What findings depend on besides the store: the code, the lexicon, what was learned of names, the settings.</summary>
    private static string ProgramOf(ArchiveOptions options)
    {
        IEnumerable<string> code = ((Type[])[typeof(FindingShelf), typeof(NameChanges), typeof(TextSpan)]).Select(type => type.Module.ModuleVersionId.ToString());
        IEnumerable<string> models = ((string[])[Models.LexiconIn(options.ModelsFolder), Models.NamesIn(options.ModelsFolder)])
            .Select(path => new FileInfo(path)).Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}"));
        return string.Join('\n', [.. code, .. models, options.Reuse.ToString()]);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
