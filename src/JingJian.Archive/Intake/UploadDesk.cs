using System.Globalization;
using System.Security.Cryptography;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Ingest;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Intake;

/// <summary>Files that are sent in pieces, and go on where they stopped.</summary>
/// <remarks>
/// <para>A sender says name, size and SHA-256; what the archive has already need not be sent. Pieces come one after another; how far a
/// file is, is how long it is on the disk, so a broken line and a killed service cost what was under way and no more. A whole file is held
/// against its hash before anything is done with it.</para>
/// <para>What nobody has gone on with for a day is dropped (<see cref="Clean"/>). An upload is its sender's alone.</para>
/// <para><b>Threads.</b> Safe; of two pieces for one file at the same time one is refused.</para>
/// </remarks>
public sealed class UploadDesk
{
    /// <summary>Largest piece.</summary>
    public const int PieceBytes = 16 << 20;

    /// <summary>Most uploads that one sender may have open.</summary>
    public const int Most = 1000;

    private const int CopyBytes = 81920;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly ServiceStore store;
    private readonly StagingFolder staging;
    private readonly IngestLimits limits;
    private readonly TimeProvider time;

    internal UploadDesk(ServiceStore store, StagingFolder staging, IngestLimits limits, TimeProvider time)
    {
        this.store = store;
        this.staging = staging;
        this.limits = limits;
        this.time = time;
    }

    /// <summary>Says what will be sent; what was begun before goes on.</summary>
    /// <param name="name">What the sender calls the file.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="sha256">The hash of its content, in hexadecimal digits.</param>
    /// <param name="who">The sender.</param>
    /// <param name="seen">What the sender sees: that the archive has a file which they do not see is not told.</param>
    public Result<UploadStateView> Announce(string name, long bytes, string sha256, string who, Catalogue seen)
    {
        string clean = FileNames.Clean(name), hash = sha256.ToLowerInvariant();
        if (Wrong(bytes, hash) is { } wrong)
        {
            return wrong;
        }

        if (seen.FindSources(hash) is [var known, ..])
        {
            return new UploadStateView(null, clean, bytes, hash, bytes, "known", known.Name);
        }

        using SqliteConnection connection = store.Connect();
        if (Rows(connection, "who = $1 AND sha256 = $2 AND name = $3 AND bytes = $4", who, hash, clean, bytes) is [var begun, ..])
        {
            return Examined(connection, begun);
        }

        long open = connection.Value<long>("SELECT count(*) FROM upload WHERE who = $1", who);
        long promised = connection.Value<long>("SELECT coalesce(sum(bytes), 0) FROM upload");
        if (open >= Most)
        {
            return new Fault("upload.too-many", $"未完成的上传太多，最多 {Most} 个；请先完成或取消一些。");
        }

        if (staging.RoomFor(promised + bytes) is { } full)
        {
            return full;
        }

        var upload = new Row(StagingFolder.NewId(), clean, bytes, hash, who, false);
        connection.Run(
            "INSERT INTO upload (id, name, bytes, sha256, who, is_whole, touched_at) VALUES ($1, $2, $3, $4, $5, 0, $6)",
            upload.Id, clean, bytes, hash, who, time.Stamp());
        return View(upload);
    }

    /// <summary>How far an upload is.</summary>
    public Result<UploadStateView> Get(string id, string who)
    {
        using SqliteConnection connection = store.Connect();
        return Find(connection, id, who) is { } row ? View(row) : NotFound(id);
    }

    /// <summary>The open uploads of a sender, in the order in which they began.</summary>
    public IReadOnlyList<UploadStateView> All(string who)
    {
        using SqliteConnection connection = store.Connect();
        return [.. Rows(connection, "who = $1", who).Select(View)];
    }

    /// <summary>Adds a piece; with the last one the content is held against its hash.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="offset">Where the piece begins: what has been received before.</param>
    /// <param name="piece">The piece; what comes before its sender is cut off stays.</param>
    /// <param name="who">The sender.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Result<UploadStateView>> AddAsync(string id, long offset, Stream piece, string who, CancellationToken cancellationToken)
    {
        using SqliteConnection connection = store.Connect();
        if (Find(connection, id, who) is not { } row)
        {
            return NotFound(id);
        }

        if (staging.RoomFor(0) is { } full)
        {
            return full;
        }

        try
        {
            await using var file = new FileStream(staging.PathOf(id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, CopyBytes, FileOptions.Asynchronous);
            if (file.Length != offset)
            {
                return new Fault("upload.offset", string.Create(CultureInfo.InvariantCulture, $"已收到 {file.Length} 字节，请从那里继续，而不是从 {offset}。"));
            }

            file.Position = offset;
            if (await AppendAsync(file, piece, row.Bytes, cancellationToken) is { } tooMuch)
            {
                return tooMuch;
            }

            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(staging.PathOf(id)) && IsTaken(id))
        {
            return new Fault("upload.busy", "这个文件的另一段正在上传，请等它结束。");
        }

        connection.Run("UPDATE upload SET touched_at = $2 WHERE id = $1", id, time.Stamp());
        return Examined(connection, row);
    }

    /// <summary>Takes an upload back; what has come is removed.</summary>
    public Result<UploadStateView> Drop(string id, string who)
    {
        using SqliteConnection connection = store.Connect();
        if (Find(connection, id, who) is not { } row)
        {
            return NotFound(id);
        }

        UploadStateView view = View(row);
        connection.Run("DELETE FROM upload WHERE id = $1", id);
        staging.Remove(id);
        return view;
    }

    /// <summary>Drops what nobody has gone on with for a day, and removes what neither an upload nor a job knows.</summary>
    /// <param name="unknownOlderThan">How long ago a file that nobody knows must have been written last; it may just be coming in.</param>
    /// <returns>How many files were removed, and their bytes.</returns>
    public (int Files, long Bytes) Clean(TimeSpan unknownOlderThan)
    {
        using SqliteConnection connection = store.Connect();
        connection.Run("DELETE FROM upload WHERE touched_at < $1", Stamps.Of(time.GetUtcNow() - Kept));
        connection.Run(
            "DELETE FROM job_file WHERE job IN (SELECT id FROM job WHERE ended_at < $1)", Stamps.Of(time.GetUtcNow() - Kept));
        HashSet<string> known = [.. connection.Rows("SELECT id FROM upload UNION ALL SELECT staged FROM job_file", row => row.GetString(0))];
        return staging.RemoveAllBut(known, time.GetUtcNow() - unknownOlderThan);
    }

    /// <summary>An upload of a sender, or null.</summary>
    internal static Row? Find(SqliteConnection connection, string id, string who) => Rows(connection, "who = $1 AND id = $2", who, id).FirstOrDefault();

    internal static Fault NotFound(string id) => new("upload.not-found", $"没有编号为“{Shortening.Excerpt(id, Ids.HashDigits)}”的上传，或已过期；请重新上传。");

    private static async Task<Fault?> AppendAsync(FileStream file, Stream piece, long bytes, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[CopyBytes];
        for (int read; (read = await piece.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (file.Position + read > bytes)
            {
                return new Fault("upload.too-long", string.Create(CultureInfo.InvariantCulture, $"收到的内容多于事先说明的 {bytes} 字节。"));
            }

            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
        }

        return null;
    }

    private static List<Row> Rows(SqliteConnection connection, string condition, params ReadOnlySpan<object?> values) => connection.Rows(
        $"SELECT id, name, bytes, sha256, who, is_whole FROM upload WHERE {condition} ORDER BY rowid",
        row => new Row(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetBoolean(5)), values);

    private Fault? Wrong(long bytes, string hash) =>
        bytes <= 0 ? new Fault("upload.empty", "文件是空的，或没有说明大小（bytes）。")
        : bytes > limits.MaxFileBytes ? new Fault("upload.too-large", string.Create(CultureInfo.InvariantCulture, $"文件太大（{bytes / 1048576.0:F1} MB），单个文件的上限是 {limits.MaxFileBytes >> 20} MB；请拆分后再传。"))
        : hash.Length != 2 * SHA256.HashSizeInBytes || !hash.All(char.IsAsciiHexDigit) ? new Fault("upload.sha256", "请在 sha256 里给出文件内容的 SHA-256（64 位十六进制数字）。")
        : null;

    /// <summary>Whether another piece is just being written.</summary>
    private bool IsTaken(string id)
    {
        try
        {
            using var file = new FileStream(staging.PathOf(id), FileMode.Open, FileAccess.Write, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>The state of an upload, whose content is held against its hash once all of it is here.</summary>
    private Result<UploadStateView> Examined(SqliteConnection connection, Row row)
    {
        if (!row.IsWhole && LengthOf(row.Id) == row.Bytes)
        {
            using (FileStream file = File.OpenRead(staging.PathOf(row.Id)))
            {
                row = row with { IsWhole = Convert.ToHexStringLower(SHA256.HashData(file)) == row.Sha256 };
            }

            if (!row.IsWhole)
            {
                staging.Remove(row.Id);
                return new Fault("upload.hash", "收到的内容与事先说明的 SHA-256 不符，已丢弃；请从头重新上传。");
            }

            connection.Run("UPDATE upload SET is_whole = 1 WHERE id = $1", row.Id);
        }

        return View(row);
    }

    private long LengthOf(string id) => new FileInfo(staging.PathOf(id)) is { Exists: true } file ? file.Length : 0;

    private UploadStateView View(Row row) => new(row.Id, row.Name, row.Bytes, row.Sha256, LengthOf(row.Id), row.IsWhole ? "whole" : "open");

    /// <summary>A line of the table.</summary>
    internal sealed record Row(string Id, string Name, long Bytes, string Sha256, string Who, bool IsWhole);
}
