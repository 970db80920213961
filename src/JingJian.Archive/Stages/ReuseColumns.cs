using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Archive.Stages;

/// <summary>The columns of a <see cref="ReuseIndex"/> as files of a folder, so that a new process compares a draft at once.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Derived: the folder is named after the sources it was made from, written beside and put in place by
/// rename. A column is sixteen bytes (checksum, length) and its values, mapped into memory and checked when it is opened.</para>
/// </remarks>
internal sealed class ReuseColumns : IReuseColumns
{
    /// <summary>The keys in the store of the paragraphs, by number.</summary>
    public const string Blocks = "blocks";

    /// <summary>The reports of the paragraphs, by number.</summary>
    public const string Reports = "reports";

    private const int HeaderBytes = 2 * sizeof(ulong);
    private const int PieceBytes = 1 << 26;

    private readonly string folder;

    private ReuseColumns(string folder) => this.folder = folder;

    /// <summary>Whether the columns for some sources were put in place.</summary>
    public static bool Exist(string dataFolder, string madeFrom) => Directory.Exists(FolderOf(dataFolder, madeFrom));

    /// <summary>Opens the columns for some sources.</summary>
    public static ReuseColumns Open(string dataFolder, string madeFrom) => new(FolderOf(dataFolder, madeFrom));

    /// <summary>Writes the columns of a run.</summary>
    public static void Write(string dataFolder, string madeFrom, ReuseRun run, ReuseInput input)
    {
        string folder = FolderOf(dataFolder, madeFrom);
        string building = folder + ".building";
        Remove(building);
        Directory.CreateDirectory(building);
        foreach (ReuseColumn column in run.Columns())
        {
            WriteColumn(building, column);
        }

        WriteColumn(building, new ReuseColumn(Blocks, [MemoryMarshal.AsBytes<long>(input.Blocks.ToArray()).ToArray()]));
        WriteColumn(building, new ReuseColumn(Reports, [MemoryMarshal.AsBytes<int>(input.Paragraphs.Select(paragraph => paragraph.Report).ToArray()).ToArray()]));
        Remove(folder);
        Directory.Move(building, folder);
    }

    /// <summary>Removes what was made from other sources.</summary>
    public static void RemoveOthers(string dataFolder, string madeFrom)
    {
        string kept = FolderOf(dataFolder, madeFrom);
        foreach (string other in Directory.EnumerateDirectories(Path.GetDirectoryName(kept)!).Where(folder => folder != kept))
        {
            Remove(other);
        }
    }

    /// <summary>Removes columns that are damaged: whoever opens the archive next makes them again.</summary>
    public static void Remove(string dataFolder, string madeFrom) => Remove(FolderOf(dataFolder, madeFrom));

    /// <inheritdoc/>
    /// <exception cref="CorruptArtifactException">The file is missing or damaged.</exception>
    public ReadOnlyMemory<T> Read<T>(string name)
        where T : unmanaged
    {
        string path = PathOf(folder, name);
        if (!File.Exists(path) || new FileInfo(path).Length < HeaderBytes)
        {
            throw new CorruptArtifactException(path, "复用比对的数据", "缺失或残缺的文件");
        }

        ReadOnlyMemory<T> values = MappedValues<T>.Open(path, HeaderBytes);
        Span<ulong> header = stackalloc ulong[2];
        using (FileStream file = File.OpenRead(path))
        {
            file.ReadExactly(MemoryMarshal.AsBytes(header));
            if ((ulong)file.Length != header[1] + HeaderBytes || ChecksumOf(values.Span) != header[0])
            {
                throw new CorruptArtifactException(path, "复用比对的数据", "校验和不符的文件");
            }
        }

        return values;
    }

    private static void WriteColumn(string folder, ReuseColumn column)
    {
        string path = PathOf(folder, column.Name);
        using FileStream output = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        output.Write(new byte[HeaderBytes]);
        foreach (ReadOnlyMemory<byte> block in column.Blocks)
        {
            output.Write(block.Span);
        }

        output.Flush();
        ulong checksum = ChecksumOf(MappedValues<byte>.Open(path, HeaderBytes).Span);
        ulong bytes = (ulong)output.Length - HeaderBytes;
        output.Position = 0;
        output.Write(MemoryMarshal.AsBytes<ulong>((ulong[])[checksum, bytes]));
        output.Flush(flushToDisk: true);
    }

    /// <summary>By pieces, since a span of bytes ends at two gigabytes.</summary>
    private static ulong ChecksumOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        int pieceValues = PieceBytes / Unsafe.SizeOf<T>();
        ulong checksum = 0;
        for (int start = 0; start < values.Length; start += pieceValues)
        {
            ReadOnlySpan<T> piece = values.Slice(start, Math.Min(pieceValues, values.Length - start));
            checksum = BitOperations.RotateLeft(checksum, 1) ^ Checksum.Of(MemoryMarshal.AsBytes(piece));
        }

        return checksum;
    }

    private static string FolderOf(string dataFolder, string madeFrom) => Path.Combine(dataFolder, "reuse", $"v{ReuseEngine.Version}-{madeFrom}");

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + ".column");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
