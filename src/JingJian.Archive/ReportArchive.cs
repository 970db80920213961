using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Structure;
using JingJian.Archive.Access;
using JingJian.Archive.Dense;
using JingJian.Archive.Intake;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Archive.Upkeep;
using JingJian.Ingest;
using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Text;
using JingJian.Text.Segmentation;
using JingJian.Text.Slots;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>An archive of work summaries on disk: the one place that runs the stages in order.</summary>
/// <remarks>
/// <para>ingest → structure → functions, topics (each source alone, in one transaction), then reuse → index (all sources together).</para>
/// <para><b>Guarantee.</b> A source that was reported as stored survives any end of the process. What is derived from all
/// sources is brought up to date when the archive is opened, if the last process could not.</para>
/// <para><b>Threads.</b> Safe. One writer at a time, among processes too; readers are never held up.</para>
/// </remarks>
public sealed class ReportArchive
{
    /// <summary>An index is replaced so many times in a row only where files are missing.</summary>
    private const int MostTries = 20;

    private readonly ArchiveOptions options;
    private readonly TimeProvider time;
    private readonly Database database;
    private readonly Lazy<Segmenter> segmenter;
    private readonly Lazy<SlotRecognizer> recognizer;
    private readonly Lazy<TopicReader> topics;
    private readonly StoreWatch changes;
    private readonly StoreWatch states;
    private readonly string process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private readonly Lock openIndexLock = new();
    private readonly Lock mergingLock = new();
    private readonly DeskParts parts;
    private readonly Desks desks;
    private readonly Dictionary<Sight, ReadingRoom> rooms = [];
    private readonly Lock adopting = new();
    private readonly SpareWork spare = new();
    private (string Path, IndexReader Reader)? openIndex;
    private long state;
    private volatile int adopted;
    private volatile bool isReplacing;
    private volatile bool isAsked;

    private ReportArchive(ArchiveOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        database = OpenDatabase();
        changes = new StoreWatch(database);
        states = new StoreWatch(database);
        segmenter = new Lazy<Segmenter>(() => Models.OpenSegmenter(options.ModelsFolder));
        recognizer = new Lazy<SlotRecognizer>(() => Models.OpenSlots(options.ModelsFolder, Segmenter.Lexicon));
        FunctionShelf = new FunctionShelf(options.ModelsFolder, options.DataFolder);
        topics = new Lazy<TopicReader>(() => new TopicReader(Segmenter.Lexicon));
        var service = new ServiceStore(options.DataFolder);
        Log = new ActivityLog(service, time);
        parts = new DeskParts(database, database, options.DataFolder, OpenIndex, options, time, segmenter, new UserWords(options.DataFolder, segmenter), recognizer, FunctionShelf, Log, BringIndexUpToDate);
        desks = new Desks(parts);
        Saved = desks.SavedBy("");
        Synonyms = new SynonymDesk(options.DataFolder, Log);
        OwnWords = new UserWordDesk(options.DataFolder, Log);
        Accounts = new AccountDesk(service, Log, time, desks.Collections);
        Keys = new KeyDesk(service, Log, time, desks.Collections);
        Staging = new StagingFolder(options.DataFolder);
        Uploads = new UploadDesk(service, Staging, options.Limits, time);
        Jobs = new JobDesk(service, Staging, this, time);
    }

    /// <summary>What was found and mended at opening; null when all was well.</summary>
    public Recovery? Recovery { get; private set; }

    /// <summary>Sources, reports and paragraphs.</summary>
    public Catalogue Catalogue => desks.Catalogue;

    /// <summary>Pairs and families.</summary>
    public ReuseLedger Reuse => desks.Reuse;

    /// <summary>Audits of reports.</summary>
    public AuditDesk Audits => desks.Audits;

    /// <summary>Drafts held against the archive.</summary>
    public DraftDesk Drafts => desks.Drafts;

    /// <summary>What is recycled in the archive as a whole.</summary>
    public OverviewDesk Overview => desks.Overview;

    /// <summary>Marks of sources, exclusions of matches.</summary>
    public JudgementDesk Judgements => desks.Judgements;

    /// <summary>Search.</summary>
    public SearchDesk Search => desks.Search;

    /// <summary>Passages worth imitating.</summary>
    public ExemplarDesk Exemplars => desks.Exemplars;

    /// <summary>Best practice cards.</summary>
    public CardDesk Cards => desks.Cards;

    /// <summary>Outlines of reports.</summary>
    public OutlineDesk Outlines => desks.Outlines;

    /// <summary>Vectors of texts, where an endpoint for them is configured.</summary>
    public DenseDesk Dense => desks.Dense;

    /// <summary>Searches that all keep who see the whole archive.</summary>
    public SavedSearches Saved { get; }

    /// <summary>Keywords and new words.</summary>
    public WordDesk Words => desks.Words;

    /// <summary>What people say about the functions of paragraphs, and weights of the archive's own.</summary>
    public FunctionDesk Functions => desks.Functions;

    /// <summary>The collections, and which source is in which.</summary>
    public CollectionDesk Collections => desks.Collections;

    /// <summary>Sources that are taken out, and those that must stay.</summary>
    public RemovalDesk Removals => desks.Removals;

    /// <summary>The synonyms that people added.</summary>
    public SynonymDesk Synonyms { get; }

    /// <summary>The words that people added to the lexicon.</summary>
    public UserWordDesk OwnWords { get; }

    /// <summary>Who did what.</summary>
    public ActivityLog Log { get; }

    /// <summary>Who may sign in.</summary>
    public AccountDesk Accounts { get; }

    /// <summary>Which programs are let in.</summary>
    public KeyDesk Keys { get; }

    /// <summary>Where files lie that were sent and are not yet taken in.</summary>
    public StagingFolder Staging { get; }

    /// <summary>Files that are sent in pieces.</summary>
    public UploadDesk Uploads { get; }

    /// <summary>Ingests that go on by themselves.</summary>
    public JobDesk Jobs { get; }

    /// <summary>The function weights in use.</summary>
    public FunctionShelf FunctionShelf { get; }

    /// <summary>The segmenter of the archive's lexicon.</summary>
    public Segmenter Segmenter => segmenter.Value;

    /// <summary>The merging of the index that goes on beside readers and writers; ended when there is none. What cuts it off does no harm.</summary>
    public Task Merging { get; private set; } = Task.CompletedTask;

    private IndexMerge Merge => new(database, options.DataFolder, IndexFolder, Cut);

    private string StorePath => Path.Combine(options.DataFolder, "archive.db");

    private string RoomsFolder => Path.Combine(options.DataFolder, "rooms");

    private string IndexFolder => Path.Combine(options.DataFolder, "index");

    /// <summary>Opens an archive, making an empty one where there is none, and mends what a killed process left behind.</summary>
    /// <exception cref="CorruptArtifactException">The store or a model is damaged or of another version.</exception>
    /// <exception cref="ArchiveUnavailableException">The data folder cannot be made, read or written.</exception>
    public static ReportArchive Open(ArchiveOptions options, TimeProvider time)
    {
        try
        {
            var archive = new ReportArchive(options, time);
            archive.Recover();
            return archive;
        }
        catch (SqliteException error) when (!StoreFaults.IsDamage(error))
        {
            throw new ArchiveUnavailableException(options.DataFolder, StoreFaults.Sentence(error), error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ArchiveUnavailableException(options.DataFolder, "没有写入的权限。", error);
        }
    }

    /// <summary>The archive as somebody sees it: everything that is asked there answers as if it held nothing else.</summary>
    public Desks For(Sight sight) => sight.IsWhole ? desks : RoomOf(sight).Desks;

    /// <summary>A word that is another one whenever what somebody sees in the archive, or the tables of its words, may be another.</summary>
    /// <remarks>It holds as long as this process: another has other words for the same state.</remarks>
    public string StateOf(Sight sight)
    {
        long room = sight.IsWhole ? 0 : RoomOf(sight).Version;
        long synonyms = File.GetLastWriteTimeUtc(SynonymDesk.FileIn(options.DataFolder)).Ticks, words = File.GetLastWriteTimeUtc(UserWords.FileIn(options.DataFolder)).Ticks;
        lock (states)
        {
            state += states.Any() ? 1 : 0;
            return string.Create(CultureInfo.InvariantCulture, $"{process}.{state}.{adopted}.{sight.Key}.{room}.{synonyms}.{words}");
        }
    }

    /// <summary>Makes beforehand what whoever asks next would wait for, of the whole archive and of the parts of it that were asked for; it is given
    /// up where files come in. Not by several at once.</summary>
    public void Prepare(CancellationToken cancellationToken) => spare.Run(PrepareAll, cancellationToken);

    private void PrepareAll(CancellationToken cancellationToken)
    {
        desks.Overview.Prepare(cancellationToken);
        desks.Findings.Prepare(cancellationToken);
        ReadingRoom[] open;
        lock (rooms)
        {
            open = [.. rooms.Values.Where(room => Directory.Exists(room.Folder))];
        }

        foreach (ReadingRoom room in open)
        {
            try
            {
                room.Desks.Findings.Prepare(cancellationToken);
            }
            catch (SqliteException) when (!Directory.Exists(room.Folder))
            {
                // Another process has removed it: the next question makes another.
            }
        }
    }

    private ReadingRoom RoomOf(Sight sight)
    {
        ReadingRoom? room;
        lock (rooms)
        {
            // Another process that removes a source removes the rooms, too.
            if (!rooms.TryGetValue(sight, out room) || !Directory.Exists(room.Folder))
            {
                // A room's tables are never changed: where the store has got others since, another room is made.
                string made = string.Create(CultureInfo.InvariantCulture, $"{Schema.Migrations.Length} {sight.Key}");
                string folder = Path.Combine(RoomsFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)))[..16]);
                room = new ReadingRoom(parts, folder, path => Database.OpenRoom(path, StorePath, sight));
                rooms[sight] = room;
            }
        }

        room.Prepare();
        return room;
    }

    /// <summary>Reads files and folders into the archive; its own folder among them is passed over.</summary>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public IngestReport Ingest(IEnumerable<string> paths, IProgress<IngestProgress>? progress, CancellationToken cancellationToken) =>
        Ingest(FoundSources.In(paths, options.DataFolder), progress, cancellationToken);

    /// <summary>Reads files that were found into the archive; what was refused when they were looked for is in the report too.</summary>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public IngestReport Ingest(FoundSources found, IProgress<IngestProgress>? progress, CancellationToken cancellationToken) =>
        Ingest(found, CollectionDesk.Default, progress, cancellationToken);

    /// <summary>Reads files that were found into a collection of the archive.</summary>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public IngestReport Ingest(FoundSources found, long collection, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        IngestReport stored = Store(collection, preparation => preparation.Prepare(found.Files, cancellationToken), found.Files.Count, progress, cancellationToken);
        return new IngestReport([.. found.Refused.Select(path => new IngestOutcome.Refused(path.Name, path.Fault)), .. stored.Outcomes]);
    }

    /// <summary>Reads uploaded files into the archive.</summary>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public IngestReport Ingest(IReadOnlyList<(string Name, Stream Content)> uploads, CancellationToken cancellationToken) =>
        Ingest(uploads, CollectionDesk.Default, cancellationToken);

    /// <summary>Reads uploaded files into a collection of the archive.</summary>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public IngestReport Ingest(IReadOnlyList<(string Name, Stream Content)> uploads, long collection, CancellationToken cancellationToken)
    {
        IEnumerable<ReceivedSource> received = uploads.SelectMany(upload => SourceReader.Receive(upload.Name, upload.Content, options.Limits).Sources);
        return Store(collection, preparation => preparation.Prepare(received, cancellationToken), uploads.Count, null, cancellationToken);
    }

    /// <summary>A text with the names, telephone and identity numbers of persons masked; as long as the text.</summary>
    public string WithoutPersons(string text) => PersonalData.Mask(text, recognizer.Value.Find(text));

    /// <summary>Builds the search index again from the store; returns how many paragraphs it holds.</summary>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public int RebuildIndex()
    {
        using WriterLock writing = WriterLock.Take(options.DataFolder);
        using SqliteConnection connection = database.Connect();
        ReuseStage.Run(connection, options.Reuse, options.DataFolder, options.Force);
        IndexStage.Build(connection, IndexFolder, Cut);
        CloseIndex();
        return OpenIndex().Count;
    }

    private AnalysedSource Analyse(SourceText source) => AnalysedSource.Of(source, FunctionShelf.Current(), topics.Value);

    private Database OpenDatabase()
    {
        try
        {
            PrivateFolder.Create(options.DataFolder);
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            throw new ArchiveUnavailableException(options.DataFolder, "无法建立这个文件夹，请检查路径是否正确、是否已有同名文件。", error);
        }

        return new Database(StorePath, mayBeNew: !IndexStage.Exists(IndexFolder));
    }

    private IngestReport Store(
        long collection, Func<SourcePreparation, IEnumerable<PreparedSource>> prepare, int total, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        IngestReport report = spare.Before(() => options.Force.Run(() => StoreAlone(collection, prepare, total, progress, cancellationToken)));
        StartMerging();
        return report;
    }

    /// <summary>Stores as the one writer.</summary>
    private IngestReport StoreAlone(
        long collection, Func<SourcePreparation, IEnumerable<PreparedSource>> prepare, int total, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        using WriterLock writing = WriterLock.Take(options.DataFolder);
        using SqliteConnection connection = database.Connect();
        List<IngestOutcome> outcomes = [];
        progress?.Report(new IngestProgress("读取文件", 0, total, ""));
        LabelAgain(connection);
        string corrections = Corrections.Read(connection).Version;
        long? run = IngestStage.Run(connection, collection, time, options.Limits, Analyse, prepare, Add, options.Force, cancellationToken);
        if (run is not null)
        {
            if (Corrections.Read(connection).Version != corrections)
            {
                // Somebody corrected a text while it was coming in.
                LabelStage.Run(connection, FunctionShelf, options.Limits);
            }

            BringUpToDate(connection, stage => progress?.Report(new IngestProgress(stage, total, total, "")));
            connection.Run("UPDATE ingest_run SET ended_at = $1 WHERE id = $2", time.Stamp(), run);
        }

        return new IngestReport(outcomes);

        void Add(IReadOnlyList<IngestOutcome> done)
        {
            outcomes.AddRange(done);
            // An archive among the files gives more outcomes than one.
            progress?.Report(new IngestProgress("读取文件", outcomes.Count, Math.Max(total, outcomes.Count), done[^1].Name) { Outcomes = done });
        }
    }

    private void StartMerging()
    {
        lock (mergingLock)
        {
            if (Merging.IsCompleted)
            {
                Merging = Task.Factory.StartNew(() => options.Force.Run(MergeIndex), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Merges as long as there is something to merge; returns how often.</summary>
    private int MergeIndex()
    {
        int times = 0;
        while (Merge.Run(CancellationToken.None))
        {
            using SqliteConnection connection = database.Connect();
            Adopt(connection);
            times++;
        }

        return times;
    }

    /// <summary>Brings up to date what an ingest that was cancelled left behind.</summary>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    internal void CatchUp()
    {
        options.Force.Run(() =>
        {
            using WriterLock writing = WriterLock.Take(options.DataFolder);
            using SqliteConnection connection = database.Connect();
            return CatchUp(connection);
        });
    }

    private (bool ReuseRedone, bool IndexRebuilt) CatchUp(SqliteConnection connection)
    {
        LabelAgain(connection);
        (bool, bool) redone = BringUpToDate(connection);
        connection.Run("UPDATE ingest_run SET ended_at = $1 WHERE ended_at IS NULL", time.Stamp());
        return redone;
    }

    /// <summary>Gives stored sources the functions of the weights in use, when they have those of others; returns whether there were any.</summary>
    private bool LabelAgain(SqliteConnection connection)
    {
        if (LabelStage.IsCurrent(connection, FunctionShelf))
        {
            return false;
        }

        bool any = connection.Value<long>("SELECT count(*) FROM (SELECT 1 FROM source LIMIT 1)") > 0;
        if (any)
        {
            LabelStage.Run(connection, FunctionShelf, options.Limits);
        }
        else
        {
            LabelStage.Note(connection, FunctionShelf);
        }

        return any;
    }

    /// <summary>What depends on all sources, by the one writer.</summary>
    private void BringIndexUpToDate()
    {
        // What was read from the store for hits may show what was removed or labelled otherwise.
        CloseIndex();
        (_, bool isAdopted) = options.Force.Run(() =>
        {
            using SqliteConnection connection = database.Connect();
            return BringUpToDate(connection);
        });
        if (!isAdopted)
        {
            lock (adopting)
            {
                // A merge may have put its index in place meanwhile, with what it had read before.
                CloseIndex();
            }
        }
    }

    /// <summary>Rooms that are in use follow at once; those of earlier processes are built anew when they are asked for.</summary>
    private void ForgetRooms()
    {
        ReadingRoom[] open;
        lock (rooms)
        {
            open = [.. rooms.Values];
            HashSet<string> kept = [.. open.Select(room => room.Folder)];
            foreach (string folder in Directory.Exists(RoomsFolder) ? Directory.GetDirectories(RoomsFolder) : [])
            {
                if (!kept.Contains(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        }

        foreach (ReadingRoom room in open)
        {
            room.Follow();
        }
    }

    /// <summary>Runs the stages over all sources whose results are older than the sources.</summary>
    private (bool ReuseRedone, bool IndexRebuilt) BringUpToDate(SqliteConnection connection, Action<string>? begun = null)
    {
        bool stale = !ReuseStage.IsCurrent(connection, options.Reuse, options.DataFolder);
        if (stale)
        {
            begun?.Invoke("比对重复");
            SiteLineStage.Run(connection);
            ReuseStage.Run(connection, options.Reuse, options.DataFolder, options.Force);
            desks.ForgetComparison();
        }

        // The index knows families, so it is as old as they are.
        bool missing = stale || !IndexStage.IsSound(connection, IndexFolder);
        if (missing)
        {
            begun?.Invoke("建立索引");
            // The index knows damage: what only the copies tell comes first.
            FalseFillStage.Run(connection);
            Replace(connection);
            Merge.Clear();
        }

        if (SourceRemover.IsUnfinished(connection))
        {
            Dense.Forget();
            desks.Findings.Forget();
            ForgetRooms();
            SourceRemover.Finish(connection);
        }

        return (stale, missing);
    }

    private void Recover()
    {
        // While another process writes, its results are not ours to mend: the last whole state is served.
        using WriterLock? writing = WriterLock.TryTake(options.DataFolder);
        if (writing is null)
        {
            return;
        }

        using SqliteConnection connection = database.Connect();
        string? interrupted = connection.Rows("SELECT started_at FROM ingest_run WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1", row => row.GetString(0)).FirstOrDefault();
        int saved = (int)connection.Value<long>("SELECT count(*) FROM source");
        (bool reuseRedone, bool indexRebuilt) = CatchUp(connection);
        bool wasEmpty = saved == 0 && interrupted is null;
        if (!wasEmpty && (interrupted is not null || reuseRedone || indexRebuilt))
        {
            DateTimeOffset? at = interrupted is null ? null : DateTimeOffset.Parse(interrupted, CultureInfo.InvariantCulture);
            Recovery = new Recovery(at, saved, reuseRedone, indexRebuilt);
        }
    }

    private WordCutter Cut => parts.Cutter;

    /// <summary>Writes the index anew; until the new one is ready, who asks is answered from the old one and waits for nothing.</summary>
    private void Replace(SqliteConnection connection)
    {
        isReplacing = true;
        try
        {
            IndexStage.Update(connection, IndexFolder, Cut, new MergeWorkshop(options.DataFolder));
            Adopt(connection);
        }
        finally
        {
            isReplacing = false;
        }
    }

    /// <summary>Opens the index that was just written, does beforehand what the first question would wait for, and gives it to those who ask.</summary>
    private void Adopt(SqliteConnection connection)
    {
        lock (adopting)
        {
            if (!isAsked)
            {
                return;
            }

            try
            {
                string path = IndexStage.CurrentPath(connection, IndexFolder);
                IndexReader reader = IndexStage.Open(path);
                desks.Search.MakeReady(reader);
                lock (openIndexLock)
                {
                    openIndex = (path, reader);
                }

                // What was answered from the old index since the store had the new one was of an earlier state.
                adopted = unchecked(adopted + 1);
                if (options.GivesWay)
                {
                    // Files that only what was before had mapped stay in memory until the collector comes by; by itself, perhaps in an hour.
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
                }
            }
            catch (FileNotFoundException)
            {
                // After a merge, which does not keep others from writing: who has replaced it gives the newer one to those who ask.
            }
        }
    }

    /// <summary>The current index; opened once, and again when another process has replaced it.</summary>
    private IndexReader OpenIndex()
    {
        lock (openIndexLock)
        {
            isAsked = true;
            if (openIndex is { } open && (isReplacing || !changes.Any()))
            {
                return open.Reader;
            }

            (string Path, IndexReader Reader)? before = openIndex;
            // What fails below is tried again at the next question.
            openIndex = null;
            using SqliteConnection connection = database.Connect();
            string path = IndexStage.CurrentPath(connection, IndexFolder);
            for (int tries = 1; openIndex is null; tries++)
            {
                try
                {
                    openIndex = before?.Path == path ? before : (path, IndexStage.Open(path));
                }
                catch (FileNotFoundException) when (tries < MostTries)
                {
                    // Replaced between the look at the store, the manifest and the files that it names.
                    path = IndexStage.CurrentPath(connection, IndexFolder);
                }
            }

            return openIndex!.Value.Reader;
        }
    }

    private void CloseIndex()
    {
        lock (openIndexLock)
        {
            openIndex = null;
        }
    }
}
