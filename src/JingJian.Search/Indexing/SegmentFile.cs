using System.Buffers.Binary;
using System.Runtime.InteropServices;
using JingJian.Text;

namespace JingJian.Search.Indexing;

/// <summary>The sections of a segment, found and checked.</summary>
internal sealed class SegmentFile
{
    private readonly Dictionary<int, ReadOnlyMemory<byte>> sections = [];
    private readonly string name;

    private SegmentFile(string name) => this.name = name;

    /// <summary>Checks frame and checksums.</summary>
    /// <exception cref="CorruptArtifactException">Anything is not as it was written.</exception>
    public static SegmentFile Open(ReadOnlyMemory<byte> segment, string name)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Segments are read on little-endian machines only.");
        }

        var file = new SegmentFile(name);
        file.ReadDirectory(segment);
        return file;
    }

    /// <summary>A section and the bytes that may be read past its end.</summary>
    public ReadOnlyMemory<byte> Bytes(int id) => sections.TryGetValue(id, out ReadOnlyMemory<byte> section)
        ? section
        : throw new CorruptArtifactException(name, $"第 {id} 节", "没有这一节");

    /// <summary>Whether there is such a section.</summary>
    public bool Has(SectionId id) => sections.ContainsKey((int)id);

    /// <summary>A section as numbers, without the bytes past its end.</summary>
    public ReadOnlyMemory<byte> Exactly(int id, long length)
    {
        ReadOnlyMemory<byte> section = Bytes(id);
        return section.Length - PackedInts.ReadAhead == length
            ? section[..(int)length]
            : throw new CorruptArtifactException(name, $"第 {id} 节 {length} 字节", $"{section.Length - PackedInts.ReadAhead} 字节");
    }

    public static void Write(IReadOnlyList<(int Id, ByteSink Content)> sections, Stream output)
    {
        var directory = new ByteSink();
        long offset = SegmentFormat.HeaderSize + ((long)sections.Count * SegmentFormat.EntrySize);
        foreach ((int id, ByteSink content) in sections)
        {
            int length = content.Length;
            content.Take((int)(SegmentFormat.Padded(length) - length));
            directory.Int(id);
            directory.Int(0);
            directory.Long(offset);
            directory.Long(length);
            directory.Long(unchecked((long)Checksum.Of(content.Written)));
            offset += content.Length;
        }

        var header = new ByteSink();
        SegmentFormat.Magic.CopyTo(header.Take(8));
        header.Int(SegmentFormat.Version);
        header.Int(sections.Count);
        header.Long(offset);
        header.Long(unchecked((long)FrameChecksum(header.Written, directory.Written)));
        output.Write(header.Written);
        output.Write(directory.Written);
        foreach ((_, ByteSink content) in sections)
        {
            output.Write(content.Written);
        }
    }

    private static ulong FrameChecksum(ReadOnlySpan<byte> header, ReadOnlySpan<byte> directory) =>
        unchecked(Checksum.Of(header) ^ (Checksum.Of(directory) * 3));

    private void ReadDirectory(ReadOnlyMemory<byte> segment)
    {
        ReadOnlySpan<byte> bytes = segment.Span;
        Require(bytes.Length >= SegmentFormat.HeaderSize, "至少 32 字节的文件头", $"{bytes.Length} 字节");
        Require(bytes[..8].SequenceEqual(SegmentFormat.Magic), "索引段文件", "别的文件");
        int version = PackedInts.Int(bytes, 8);
        Require(version == SegmentFormat.Version, $"第 {SegmentFormat.Version} 版", $"第 {version} 版");
        int count = PackedInts.Int(bytes, 12);
        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]);
        Require(length == bytes.Length, $"{length} 字节", $"{bytes.Length} 字节");
        Require(count >= 0 && count <= (bytes.Length - SegmentFormat.HeaderSize) / SegmentFormat.EntrySize, "完整的目录", $"{count} 节");
        ReadOnlySpan<byte> directory = bytes.Slice(SegmentFormat.HeaderSize, count * SegmentFormat.EntrySize);
        Require(FrameChecksum(bytes[..24], directory) == BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]), "文件头校验和", "校验和不符");

        long end = SegmentFormat.HeaderSize + directory.Length;
        for (; !directory.IsEmpty; directory = directory[SegmentFormat.EntrySize..])
        {
            end = ReadSection(segment, directory, end);
        }

        Require(end == bytes.Length, $"{end} 字节", $"{bytes.Length} 字节");
    }

    private long ReadSection(ReadOnlyMemory<byte> segment, ReadOnlySpan<byte> entry, long expectedOffset)
    {
        int id = PackedInts.Int(entry, 0);
        long offset = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
        long length = BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
        Require(offset == expectedOffset && length >= 0 && length <= segment.Length, $"第 {id} 节位于 {expectedOffset}", $"{offset}");
        long padded = SegmentFormat.Padded(length);
        Require(offset + padded <= segment.Length, $"第 {id} 节 {length} 字节", "文件提前结束");
        ReadOnlyMemory<byte> stored = segment.Slice((int)offset, (int)padded);
        Require(Checksum.Of(stored.Span) == BinaryPrimitives.ReadUInt64LittleEndian(entry[24..]), $"第 {id} 节校验和", "校验和不符");
        sections[id] = stored[..(int)(length + PackedInts.ReadAhead)];
        return offset + padded;
    }

    private void Require(bool fulfilled, string expected, string found)
    {
        if (!fulfilled)
        {
            throw new CorruptArtifactException(name, expected, found);
        }
    }
}

/// <summary>A section of fixed-size numbers, read in place.</summary>
internal readonly struct Column<T>(ReadOnlyMemory<byte> bytes)
    where T : struct
{
    public ReadOnlySpan<T> Values => MemoryMarshal.Cast<byte, T>(bytes.Span);

    public T this[int index] => Values[index];
}
