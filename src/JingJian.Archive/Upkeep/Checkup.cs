using System.Globalization;
using System.Security.Cryptography;
using JingJian.Archive.Dense;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Ingest;
using JingJian.Search.Meaning;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Upkeep;

/// <summary>Looks over an archive and all that it needs, and mends what can be mended: <c>jingjian doctor</c>.</summary>
/// <remarks>
/// <para>What is derived is built again where it is damaged (by opening the archive); left-over files of killed processes are removed.
/// What cannot be recomputed (the store, the log) is only judged: the answer to damage there is a backup.</para>
/// <para>The store is checked page by page and every source against the hash of its content: some seconds a gigabyte.</para>
/// </remarks>
public sealed class Checkup
{
    private const string Good = "good", Mended = "mended", Warning = "warning", Bad = "bad";
    private const long LittleSpace = 1L << 30;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly ArchiveOptions options;
    private readonly TimeProvider time;
    private readonly List<CheckView> findings = [];

    private Checkup(ArchiveOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
    }

    private string StorePath => Path.Combine(options.DataFolder, "archive.db");

    /// <summary>Looks at everything; never throws for what is wrong with the archive.</summary>
    public static IReadOnlyList<CheckView> Run(ArchiveOptions options, TimeProvider time)
    {
        var checkup = new Checkup(options, time);
        checkup.Run();
        return checkup.findings;
    }

    private void Run()
    {
        Look("disk", "磁盘", CheckDisk);
        Look("permissions", "权限", CheckPermissions);
        if (!File.Exists(StorePath))
        {
            Add("store", "档案库", Warning, $"数据目录“{options.DataFolder}”里还没有档案库；入库或启动服务后会建立。");
        }
        else
        {
            Look("store", "档案库", CheckStore);
            Look("index", "检索索引与复用比对", CheckDerived);
            Look("leftovers", "残留文件", RemoveLeftovers);
        }

        Look("log", "操作日志", CheckLog);
        Look("models", "模型", CheckModels);
        Look("tables", "本单位词表与配置", CheckTables);
        Look("converters", "转换程序", CheckConverters);
    }

    private void CheckDisk()
    {
        string folder = Path.GetFullPath(options.DataFolder);
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        long free = new DriveInfo(folder).AvailableFreeSpace;
        long needed = Math.Max(LittleSpace, File.Exists(StorePath) ? new FileInfo(StorePath).Length : 0);
        Add("disk", "磁盘", free < needed ? Warning : Good, free < needed
            ? $"可用空间只有 {Size(free)}，少于建议的 {Size(needed)}；重建索引或入库可能写满磁盘。"
            : $"可用空间 {Size(free)}。");
    }

    private void CheckPermissions()
    {
        if (!Directory.Exists(options.DataFolder))
        {
            return;
        }

        string probe = Path.Combine(options.DataFolder, Path.GetRandomFileName());
        File.WriteAllBytes(probe, [0]);
        File.Delete(probe);
        bool open = !OperatingSystem.IsWindows() && File.Exists(StorePath) && (File.GetUnixFileMode(options.DataFolder) & Others) != 0
            && (File.GetUnixFileMode(StorePath) & Others) != 0;
        Add("permissions", "权限", open ? Warning : Good, open
            ? $"本机的其他用户可以读到档案库；如非有意，请执行 chmod -R go-rwx \"{Path.GetFullPath(options.DataFolder)}\"。"
            : "数据目录可读可写，且只对本用户开放。");
    }

    private void CheckStore()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = StorePath, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        List<string> faults = connection.Rows("PRAGMA integrity_check(5)", row => row.GetString(0));
        int orphans = connection.Rows("PRAGMA foreign_key_check", _ => 0).Count;
        if (faults is not ["ok"] || orphans > 0)
        {
            Add("store", "档案库", Bad, $"档案库已损坏（{(faults is ["ok"] ? $"{orphans} 处引用落空" : faults[0])}），请用备份恢复：jingjian restore 备份文件夹 --data 新目录。");
            return;
        }

        // What was written last may still stand in the log beside the file.
        long bytes = connection.Value<long>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
        Add("store", "档案库", Good, $"完好，{Size(bytes)}。");
        string[] changed = [.. connection.Rows("SELECT id, hash, name FROM source ORDER BY id", row => (row.GetInt64(0), row.GetString(1), row.GetString(2)))
            .Where(source => HashOf(connection, source.Item1) != source.Item2)
            .Select(source => source.Item3)];
        long count = connection.Value<long>("SELECT count(*) FROM source");
        Add("sources", "来源文件", changed.Length == 0 ? Good : Bad, changed.Length == 0
            ? $"{count} 个来源文件的内容与入库时的校验值一致。"
            : $"{changed.Length} 个来源文件的内容与入库时不同：{string.Join('、', changed.Take(5))}；请用备份恢复，或删除后重新入库。");
    }

    /// <summary>Opening the archive mends what is derived; here it is only told what was done.</summary>
    private void CheckDerived()
    {
        ReportArchive archive = ReportArchive.Open(options, time);
        if (archive.Recovery is { } recovery)
        {
            Add("index", "检索索引与复用比对", Mended, recovery.Message);
        }
        else
        {
            StatsView stats = archive.Catalogue.Stats();
            int held = archive.Search.Paragraphs();
            Add("index", "检索索引与复用比对", held == stats.Paragraphs ? Good : Bad, held == stats.Paragraphs
                ? $"完好：{held} 个段落，{stats.Families} 个同源族。"
                : $"索引有 {held} 个段落，档案库有 {stats.Paragraphs} 个；如没有正在进行的入库，请执行 jingjian rebuild-index。");
        }
    }

    private void RemoveLeftovers()
    {
        using WriterLock? writing = WriterLock.TryTake(options.DataFolder);
        if (writing is null)
        {
            Add("leftovers", "残留文件", Good, "另一个程序正在写入，没有检查。");
            return;
        }

        // The readers of a running service may still use the scratch folder; what it has of killed processes is a day old.
        TimeSpan day = TimeSpan.FromDays(1);
        string scratch = Path.Combine(options.DataFolder, "scratch");
        FileInfo[] left = !Directory.Exists(scratch) ? []
            : [.. new DirectoryInfo(scratch).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < time.GetUtcNow().UtcDateTime - day)];
        (int files, long bytes) = ReportArchive.Open(options, time).Uploads.Clean(day);
        files += left.Length;
        bytes += left.Sum(file => file.Length);
        Array.ForEach(left, file => file.Delete());
        Add("leftovers", "残留文件", files == 0 ? Good : Mended, files == 0 ? "没有。" : $"删除了 {files} 个残留的临时文件（{Size(bytes)}）。");
    }

    private void CheckLog()
    {
        if (!File.Exists(Path.Combine(options.DataFolder, ServiceStore.FileName)))
        {
            Add("log", "操作日志", Good, "还没有记录。");
            return;
        }

        LogCheck check = new ActivityLog(new ServiceStore(options.DataFolder), time).Verify();
        Add("log", "操作日志", check.BrokenAt is null ? Good : Bad, check.BrokenAt is { } at
            ? $"第 {at} 条起与封印不符：日志被改动、删减或损坏。请与备份中的日志核对。"
            : $"{check.Entries} 条记录，封印完整{(check.Head.Length > 0 ? $"（末条 {check.Head[..16]}）" : "")}。");
    }

    private void CheckModels()
    {
        Models.OpenSlots(options.ModelsFolder, Models.OpenSegmenter(options.ModelsFolder).Lexicon);
        var shelf = new FunctionShelf(options.ModelsFolder, options.DataFolder);
        shelf.Current();
        Add("models", "模型", Good, $"词典、名称识别、功能识别（{(shelf.HasOwn ? "本单位训练的权重" : "随程序的权重")}）都能打开。");
    }

    private void CheckTables()
    {
        string synonyms = SynonymDesk.FileIn(options.DataFolder);
        if (File.Exists(synonyms) && !SynonymTable.Parse(File.ReadAllText(synonyms)).TryGet(out _, out Fault? fault))
        {
            Add("tables", "本单位词表与配置", Warning, $"synonyms.txt 没有起作用：{fault.Message}");
        }
        else if (UserWords.FileIn(options.DataFolder) is var words && File.Exists(words) && !UserWords.Read(File.ReadAllText(words)).TryGet(out _, out Fault? unread))
        {
            Add("tables", "本单位词表与配置", Warning, $"words.txt 没有起作用：{unread.Message}");
        }
        else if (EmbeddingSettings.In(options.DataFolder) is { } settings && !settings.TryGet(out _, out Fault? wrong))
        {
            Add("tables", "本单位词表与配置", Warning, wrong.Message);
        }
        else
        {
            Add("tables", "本单位词表与配置", Good, "没有问题。");
        }
    }

    private void CheckConverters()
    {
        (IReadOnlyList<string> found, IReadOnlyList<string> missing) = SourceReader.Converters(options.Limits);
        Add("converters", "转换程序", missing.Count == 0 ? Good : Warning, missing.Count == 0
            ? $"{string.Join('、', found)}。"
            : $"缺少 {string.Join('、', missing)}，相应的文件会被拒收{(found.Count > 0 ? $"；已有 {string.Join('、', found)}" : "")}。");
    }

    private static string HashOf(SqliteConnection connection, long source)
    {
        using var content = new SqliteBlob(connection, "source", "content", source, readOnly: true);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static string Size(long bytes) => bytes >= LittleSpace
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)LittleSpace:F1} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MB");

    /// <summary>One look; what keeps it from being finished is its finding.</summary>
    private void Look(string name, string label, Action look)
    {
        try
        {
            look();
        }
        catch (Exception error) when (error is CorruptArtifactException or ArchiveUnavailableException or ArchiveBusyException)
        {
            Add(name, label, Bad, error.Message);
        }
        catch (SqliteException error)
        {
            Add(name, label, Bad, StoreFaults.Sentence(error));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Add(name, label, Bad, $"无法读写（系统提示：{error.Message}）。");
        }
    }

    private void Add(string name, string label, string state, string message) => findings.Add(new CheckView(name, label, state, message));
}
