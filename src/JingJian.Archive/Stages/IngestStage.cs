using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Ingest;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Stores sources in their order, in one transaction as many as are ready.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> A source is stored whole or not at all. What has been stored is committed before anything is waited for,
/// so a kill costs no more than <see cref="MostSources"/> sources that were ready at the same time, and they are read again at the
/// next ingest. Each transaction waits for the disk once: source by source, that is what a large ingest would wait for.</para>
/// </remarks>
internal sealed class IngestStage : IDisposable
{
    private const int MostSources = 500;
    private const long MostBytes = 8L << 20;

    private readonly SqliteConnection connection;
    private readonly TimeProvider time;
    private readonly Corrections corrections;
    private readonly Action<IReadOnlyList<IngestOutcome>> done;
    private readonly long collection;
    private StoreChange? open;
    private List<IngestOutcome> outcomes = [];
    private long bytes;

    private IngestStage(SqliteConnection connection, TimeProvider time, long collection, Action<IReadOnlyList<IngestOutcome>> done)
    {
        this.collection = collection;
        this.connection = connection;
        this.time = time;
        this.done = done;
        corrections = Corrections.Read(connection);
    }

    /// <summary>The run that was noted; null when nothing was stored, so that knowing everything changes nothing.</summary>
    private long? Noted { get; set; }

    /// <summary>Stores what a preparation gives.</summary>
    /// <param name="connection">To the store, by the one writer.</param>
    /// <param name="collection">The collection that the sources come into.</param>
    /// <param name="time">The clock.</param>
    /// <param name="limits">What a file may ask.</param>
    /// <param name="analyse">The stages that need one source only.</param>
    /// <param name="prepare">Prepares the sources.</param>
    /// <param name="done">Called with what became of the next sources, in their order, when what was stored of them is on the disk.</param>
    /// <param name="force">The threads that read and analyse.</param>
    /// <param name="cancellationToken">Ends it between two sources; what is stored by then stays.</param>
    /// <returns>The run that was noted, to be ended when what depends on all sources is up to date; null when nothing was new.</returns>
    public static long? Run(
        SqliteConnection connection, long collection, TimeProvider time, IngestLimits limits, Func<SourceText, AnalysedSource> analyse, Func<SourcePreparation, IEnumerable<PreparedSource>> prepare,
        Action<IReadOnlyList<IngestOutcome>> done, Workforce force, CancellationToken cancellationToken)
    {
        using var stage = new IngestStage(connection, time, collection, done);
        HashSet<string> known = [.. connection.Rows("SELECT hash FROM source", row => row.GetString(0))];
        try
        {
            foreach (PreparedSource source in prepare(new SourcePreparation(limits, analyse, known, stage.Commit, force)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                stage.Add(source);
            }
        }
        catch (OperationCanceledException)
        {
            stage.Commit();
            throw;
        }

        stage.Commit();
        return stage.Noted;
    }

    /// <inheritdoc/>
    public void Dispose() => open?.Dispose();

    private void Add(PreparedSource source)
    {
        outcomes.Add(Store(source));
        if (outcomes.Count >= MostSources || bytes >= MostBytes)
        {
            Commit();
        }
    }

    private IngestOutcome Store(PreparedSource source) => source switch
    {
        PreparedSource.Refused refused => new IngestOutcome.Refused(refused.Name, refused.Fault),
        PreparedSource.Known known => new IngestOutcome.Known(known.Name, SourceWriter.KnownAs(connection, known.ContentHash)!),
        PreparedSource.Ready ready => Store(ready.Analysed),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IngestOutcome Store(AnalysedSource analysed)
    {
        SourceText source = analysed.Source;
        if (SourceWriter.KnownAs(connection, source.ContentHash) is { } known)
        {
            return new IngestOutcome.Known(source.Name, known);
        }

        open ??= new StoreChange(connection);
        DateTimeOffset now = time.GetUtcNow();
        Noted ??= connection.Value<long>("INSERT INTO ingest_run (started_at) VALUES ($1) RETURNING id", Stamps.Of(now));
        SourceWriter.Write(connection, analysed, StoredLabels.Of(analysed.Document, analysed.Reading, corrections), collection, now);
        bytes += source.Bytes.Length;
        return new IngestOutcome.Read(
            source.Name,
            Ids.OfSource(source.ContentHash),
            analysed.Document.Reports.Length,
            analysed.Document.Blocks.Count(block => block.Kind == BlockKind.Paragraph),
            source.Decoded.Encoding);
    }

    private void Commit()
    {
        open?.Commit();
        open?.Dispose();
        open = null;
        bytes = 0;
        if (outcomes.Count > 0)
        {
            (IReadOnlyList<IngestOutcome> settled, outcomes) = (outcomes, []);
            done(settled);
        }
    }
}
