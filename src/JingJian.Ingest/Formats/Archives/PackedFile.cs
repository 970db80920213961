using System.IO.Compression;
using System.Runtime.InteropServices;
using JingJian.Text;

namespace JingJian.Ingest.Formats.Archives;

/// <summary>A .zip, or a document that is one inside: its entries, read within an <see cref="Allowance"/>.</summary>
internal sealed class PackedFile : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Allowance allowance;

    private PackedFile(ZipArchive archive, Allowance allowance)
    {
        this.archive = archive;
        this.allowance = allowance;
    }

    /// <summary>The entries in their order; folders have names that end with <c>/</c>.</summary>
    public IReadOnlyList<ZipArchiveEntry> Entries => archive.Entries;

    /// <summary>Opens it.</summary>
    public static Result<PackedFile> Open(ReadOnlyMemory<byte> bytes, Allowance allowance)
    {
        // Each entry has a record in the directory, so this counts at least the entries before any is made; documents that are
        // packed again without compression show theirs as well.
        if (bytes.Span.Count("PK\x01\x02"u8) > 20L * allowance.Limits.MaxEntries)
        {
            return TooManyEntries(allowance);
        }

        try
        {
            var archive = new ZipArchive(StreamOf(bytes), ZipArchiveMode.Read, leaveOpen: false, EntryNameEncoding.Instance);
            _ = archive.Entries;
            return new PackedFile(archive, allowance);
        }
        catch (Exception error) when (IsDamage(error))
        {
            return Damaged;
        }
    }

    /// <summary>The entry of that name, or null.</summary>
    public ZipArchiveEntry? Find(string name) =>
        archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Expands one entry.</summary>
    public Result<byte[]> Read(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            return new Fault("ingest.encrypted", "压缩包里的这个文件有密码保护；请去掉密码后再入库。");
        }

        try
        {
            using Stream stream = entry.Open();
            return !Expand(stream).TryGet(out byte[]? bytes, out Fault? fault) ? fault
                : Crc32.Of(bytes) == entry.Crc32 ? bytes
                : Damaged;
        }
        catch (Exception error) when (IsDamage(error))
        {
            return Damaged;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    /// <summary>There are more entries than an archive may have.</summary>
    public static Fault TooManyEntries(Allowance allowance) =>
        new("ingest.too-many-entries", $"压缩包里的文件太多，上限是 {allowance.Limits.MaxEntries} 个；请拆分后再入库。");

    private static Fault Damaged => new("ingest.damaged", "压缩的内容已损坏、不完整，或压缩方法不受支持。");

    private static bool IsDamage(Exception error) =>
        error is InvalidDataException or EndOfStreamException or NotSupportedException or IOException or ArgumentException or OverflowException;

    private Result<byte[]> Expand(Stream stream)
    {
        using var expanded = new MemoryStream();
        byte[] chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            expanded.Write(chunk, 0, read);
            if (expanded.Length > allowance.Limits.MaxFileBytes)
            {
                return new Fault("ingest.too-large", $"解压后超过单个文件的上限（{allowance.Limits.MaxFileBytes / 1048576} MB）；请拆分后再入库。");
            }

            if (!allowance.TryExpand(read))
            {
                return new Fault("ingest.expansion", "压缩的内容展开后大得不合常理，已停止读取；请解压并检查后再入库。");
            }
        }

        return expanded.ToArray();
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
