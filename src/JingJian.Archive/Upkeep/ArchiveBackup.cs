using System.Security.Cryptography;
using System.Text.Json;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Upkeep;

/// <summary>Copies what cannot be recomputed, and what is costly, to another folder, and makes an archive of such a copy.</summary>
/// <remarks>
/// <para>The store and the file of accounts and log are copied by SQLite's own backup, each as it is at one moment, while others read and
/// write; besides them the synonyms and words of the archive, its settings for vectors and exemplars, the vectors and the function weights of the archive. What is derived from them
/// (index, comparisons) is built again at the first opening. Sessions are not copied: people sign in again.</para>
/// <para><b>Guarantee.</b> <c>backup.json</c> is written last and names each file with its size and SHA-256: a copy without it is not finished,
/// and <see cref="Restore"/> takes nothing that differs from it. A folder with anything in it is never written to.</para>
/// </remarks>
public static class ArchiveBackup
{
    private const string ManifestName = "backup.json";
    private const string StoreName = "archive.db";
    private const int Format = 1;

    private static readonly string[] KeptFiles = ["synonyms.txt", "words.txt", "embeddings.json", "exemplars.json"];
    private static readonly string[] KeptFolders = ["functions", "vectors"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Makes a backup of an archive that may be in use.</summary>
    /// <param name="dataFolder">The archive's folder.</param>
    /// <param name="folder">Where to: a new or empty folder.</param>
    /// <param name="now">The time to note.</param>
    public static Result<BackupView> Make(string dataFolder, string folder, DateTimeOffset now)
    {
        if (!File.Exists(Path.Combine(dataFolder, StoreName)))
        {
            return new Fault("backup.no-archive", $"数据目录“{dataFolder}”里没有档案库，没有可备份的内容。");
        }

        if (IsUsed(folder))
        {
            return new Fault("backup.not-empty", $"“{folder}”里已有文件；请给一个新的或空的文件夹，备份不会覆盖任何东西。");
        }

        PrivateFolder.Create(folder);
        CopyStore(Path.Combine(dataFolder, StoreName), Path.Combine(folder, StoreName));
        if (File.Exists(Path.Combine(dataFolder, ServiceStore.FileName)))
        {
            CopyStore(Path.Combine(dataFolder, ServiceStore.FileName), Path.Combine(folder, ServiceStore.FileName));
        }

        foreach (string file in Kept(dataFolder))
        {
            string to = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(dataFolder, file), to);
        }

        StatsView stats = StatsOf(folder);
        var manifest = new Manifest(
            Format, Stamps.Of(now), stats.Sources, stats.Reports, stats.Paragraphs, HeadOf(folder),
            [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => Entry.Of(folder, path))]);
        WholeFile.Write(Path.Combine(folder, ManifestName), output => JsonSerializer.Serialize(output, manifest, Json));
        return manifest.View(folder);
    }

    /// <summary>Makes an archive of a backup.</summary>
    /// <param name="folder">The backup.</param>
    /// <param name="dataFolder">Where to: a new or empty folder.</param>
    public static Result<BackupView> Restore(string folder, string dataFolder)
    {
        if (IsUsed(dataFolder))
        {
            return new Fault("restore.not-empty", $"数据目录“{dataFolder}”里已有文件；请用 --data 给一个新的或空的文件夹，恢复不会覆盖任何东西。");
        }

        if (!Read(folder).TryGet(out Manifest? manifest, out Fault? fault))
        {
            return fault;
        }

        string building = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder)) + ".restoring";
        if (Directory.Exists(building))
        {
            Directory.Delete(building, recursive: true);
        }

        PrivateFolder.Create(building);
        foreach (Entry entry in manifest.Files)
        {
            string from = Path.Combine(folder, entry.Path), to = Path.Combine(building, entry.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            if (Entry.Of(building, to) != entry)
            {
                Directory.Delete(building, recursive: true);
                return new Fault("restore.damaged", $"备份里的“{entry.Path}”与备份时不同（损坏或被改动），没有恢复任何内容。");
            }
        }

        if (Directory.Exists(dataFolder))
        {
            Directory.Delete(dataFolder);
        }

        Directory.Move(building, dataFolder);
        return manifest.View(folder);
    }

    private static Result<Manifest> Read(string folder)
    {
        string path = Path.Combine(folder, ManifestName);
        if (!File.Exists(path))
        {
            return new Fault("restore.no-backup", $"“{folder}”不是完整的备份：没有 {ManifestName}。");
        }

        try
        {
            Manifest? manifest = JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path), Json);
            if (manifest is not { Format: Format, Files: not null } || !manifest.Files.Any(entry => entry.Path == StoreName))
            {
                return new Fault("restore.format", $"“{path}”不是这个版本能读的备份清单。");
            }

            Entry? missing = manifest.Files.FirstOrDefault(entry => !IsOurs(entry.Path) || !File.Exists(Path.Combine(folder, entry.Path)));
            return missing is null ? manifest : new Fault("restore.damaged", $"备份不完整：清单里的“{missing.Path}”不在或不该在备份里，没有恢复任何内容。");
        }
        catch (JsonException)
        {
            return new Fault("restore.format", $"“{path}”读不懂：文件损坏或被改动。");
        }
    }

    /// <summary>Whether a path of a manifest is one that a backup has: none leads out of the folder.</summary>
    private static bool IsOurs(string path) =>
        path is StoreName or ServiceStore.FileName || KeptFiles.Contains(path)
        || (path.Split('/') is [var folder, var name] && KeptFolders.Contains(folder) && name.Length > 0 && Path.GetFileName(name) == name && name is not ("." or ".."));

    private static IEnumerable<string> Kept(string dataFolder) => KeptFiles
        .Concat(KeptFolders.Select(folder => Path.Combine(dataFolder, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder).Select(file => Path.GetRelativePath(dataFolder, file))))
        .Where(file => File.Exists(Path.Combine(dataFolder, file)) && !file.EndsWith(WholeFile.Unfinished, StringComparison.Ordinal));

    private static void CopyStore(string from, string to)
    {
        using SqliteConnection source = Open(from, SqliteOpenMode.ReadWrite), target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        // One file, without a log beside it.
        target.Rows("PRAGMA journal_mode = DELETE", row => row.GetString(0));
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ToString());
        connection.Open();
        return connection;
    }

    private static StatsView StatsOf(string folder)
    {
        using SqliteConnection connection = Open(Path.Combine(folder, StoreName), SqliteOpenMode.ReadOnly);
        return Catalogue.Stats(connection);
    }

    private static string HeadOf(string folder)
    {
        string path = Path.Combine(folder, ServiceStore.FileName);
        if (!File.Exists(path))
        {
            return "";
        }

        using SqliteConnection connection = Open(path, SqliteOpenMode.ReadOnly);
        return connection.Rows("SELECT hash FROM activity ORDER BY number DESC LIMIT 1", row => row.GetString(0)).FirstOrDefault("");
    }

    private static bool IsUsed(string folder) => File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any());

    /// <summary>What <c>backup.json</c> says.</summary>
    /// <param name="Format">Version of this file.</param>
    /// <param name="MadeAt">When, in UTC.</param>
    /// <param name="Sources">Figures of the archive.</param>
    /// <param name="Reports">Figures of the archive.</param>
    /// <param name="Paragraphs">Figures of the archive.</param>
    /// <param name="LogHead">The seal of the newest entry of the log.</param>
    /// <param name="Files">The files.</param>
    private sealed record Manifest(int Format, string MadeAt, int Sources, int Reports, int Paragraphs, string LogHead, IReadOnlyList<Entry> Files)
    {
        public BackupView View(string folder) => new(folder, MadeAt, Files.Count, Files.Sum(file => file.Bytes), Sources, Reports, Paragraphs);
    }

    /// <summary>A file of a backup: its path with <c>/</c>, size and hash.</summary>
    private sealed record Entry(string Path, long Bytes, string Sha256)
    {
        public static Entry Of(string folder, string path)
        {
            using FileStream file = File.OpenRead(path);
            return new Entry(System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
        }
    }
}
