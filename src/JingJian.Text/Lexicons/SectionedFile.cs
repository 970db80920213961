using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace JingJian.Text.Lexicons;

/// <summary>A versioned, checksummed file of named sections, read in place.</summary>
/// <remarks>
/// <para>Layout, all little-endian:</para>
/// <code>
///  0  8  magic: "JJLEXICN" for a lexicon
///  8  4  byte-order mark 0x01020304
/// 12  4  format version
/// 16  8  length of the whole file
/// 24  4  CRC-32C of everything from byte 28 on
/// 28  4  number of sections, n
/// 32 16n directory: tag (4), offset (4), length (4), zero (4)
///        payloads, each starting at a multiple of 8
/// </code>
/// <para><b>Guarantee.</b> A file that opens is complete and unaltered; sections are viewed, never copied, so a
/// memory-mapped file stays mapped.</para>
/// </remarks>
internal sealed class SectionedFile
{
    public const uint Version = 1;

    private const string LexiconMagic = "JJLEXICN";
    private const uint OrderMark = 0x01020304;
    private const int ChecksummedFrom = 28;
    private const int HeaderLength = 32;
    private const int EntryLength = 16;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly string name;

    private SectionedFile(ReadOnlyMemory<byte> bytes, string name)
    {
        this.bytes = bytes;
        this.name = name;
    }

    /// <summary>Checks header, length and checksum.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What to call it when it is damaged.</param>
    /// <param name="magic">Eight ASCII characters that say what kind of file it must be.</param>
    /// <exception cref="CorruptArtifactException">Not such a file, or not this version, or damaged.</exception>
    public static SectionedFile Open(ReadOnlyMemory<byte> bytes, string name, string magic = LexiconMagic)
    {
        ReadOnlySpan<byte> data = bytes.Span;
        if (data.Length < HeaderLength)
        {
            throw new CorruptArtifactException(name, $"至少 {HeaderLength} 字节", $"{data.Length} 字节");
        }

        if (!BitConverter.IsLittleEndian)
        {
            throw new CorruptArtifactException(name, "小端字节序的机器", "大端字节序的机器");
        }

        Expect(name, $"文件标识 {magic}", data[..8].SequenceEqual(Encoding.ASCII.GetBytes(magic)), () => Convert.ToHexString(bytes.Span[..8]));
        uint mark = U32(data, 8);
        Expect(name, "小端字节序标记 01020304", mark == OrderMark, () => mark == BinaryPrimitives.ReverseEndianness(OrderMark) ? "大端字节序" : $"{mark:X8}");
        uint version = U32(data, 12);
        Expect(name, $"格式版本 {Version}", version == Version, () => $"版本 {version}");
        long length = BinaryPrimitives.ReadInt64LittleEndian(data[16..]);
        Expect(name, $"{length} 字节", length == data.Length, () => $"{bytes.Length} 字节");
        uint checksum = U32(data, 24);
        uint found = Crc32C(data[ChecksummedFrom..]);
        Expect(name, $"校验和 {checksum:X8}", checksum == found, () => $"{found:X8}");
        return new SectionedFile(bytes, name);
    }

    /// <summary>Assembles a file; the sections are written in the order given.</summary>
    public static byte[] Write(IReadOnlyList<(string Tag, ReadOnlyMemory<byte> Payload)> sections, string magic = LexiconMagic)
    {
        int offset = Align(HeaderLength + (sections.Count * EntryLength));
        int length = sections.Aggregate(offset, (end, section) => Align(end + section.Payload.Length));
        byte[] file = new byte[length];
        Span<byte> data = file;
        Encoding.ASCII.GetBytes(magic, data);
        BinaryPrimitives.WriteUInt32LittleEndian(data[8..], OrderMark);
        BinaryPrimitives.WriteUInt32LittleEndian(data[12..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(data[16..], length);
        BinaryPrimitives.WriteInt32LittleEndian(data[28..], sections.Count);
        for (int i = 0; i < sections.Count; i++)
        {
            (string tag, ReadOnlyMemory<byte> payload) = sections[i];
            Span<byte> entry = data.Slice(HeaderLength + (i * EntryLength), EntryLength);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], offset);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], payload.Length);
            payload.Span.CopyTo(data[offset..]);
            offset = Align(offset + payload.Length);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(data[24..], Crc32C(data[ChecksummedFrom..]));
        return file;
    }

    /// <summary>Whether there is a section of that name.</summary>
    public bool Has(string tag) => Find(tag) is not null;

    /// <summary>Views a section as values of <typeparamref name="T"/>.</summary>
    /// <exception cref="CorruptArtifactException">There is no such section, or it holds a fraction of a value.</exception>
    public Section<T> Section<T>(string tag)
        where T : unmanaged
    {
        ReadOnlyMemory<byte> section = Find(tag) ?? throw new CorruptArtifactException(name, $"{tag} 段", "没有这一段");
        int size = Unsafe.SizeOf<T>();
        Expect(name, $"{tag} 段长度为 {size} 的倍数", section.Length % size == 0, () => $"{section.Length}");
        return new Section<T>(section);
    }

    /// <summary>The lines of a text section; none where there is no such section or it is empty.</summary>
    public string[] Lines(string tag) => Find(tag) is { Length: > 0 } text ? Encoding.UTF8.GetString(text.Span).Split('\n') : [];

    /// <summary>All sections, in order.</summary>
    public IEnumerable<(string Tag, ReadOnlyMemory<byte> Payload)> Sections()
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[28..]);
        for (int i = 0; i < count; i++)
        {
            ReadOnlyMemory<byte> entry = bytes.Slice(HeaderLength + (i * EntryLength), EntryLength);
            int offset = BinaryPrimitives.ReadInt32LittleEndian(entry.Span[4..]);
            int length = BinaryPrimitives.ReadInt32LittleEndian(entry.Span[8..]);
            yield return (Encoding.ASCII.GetString(entry.Span[..4]), bytes.Slice(offset, length));
        }
    }

    /// <summary>A section of values, to be written.</summary>
    public static (string Tag, ReadOnlyMemory<byte> Payload) Section<T>(string tag, ReadOnlySpan<T> values)
        where T : unmanaged => (tag, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A section of lines, to be written.</summary>
    public static (string Tag, ReadOnlyMemory<byte> Payload) Section(string tag, IEnumerable<string> lines) =>
        (tag, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private ReadOnlyMemory<byte>? Find(string tag)
    {
        foreach ((string name, ReadOnlyMemory<byte> payload) in Sections())
        {
            if (name == tag)
            {
                return payload;
            }
        }

        return null;
    }

    private static void Expect(string name, string expected, bool holds, Func<string> found)
    {
        if (!holds)
        {
            throw new CorruptArtifactException(name, expected, found());
        }
    }

    private static uint U32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);

    private static int Align(int offset) => (offset + 7) & ~7;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Crc32C(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(data);
        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte rest in data[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}

/// <summary>A stretch of a file seen as values.</summary>
internal readonly struct Section<T>(ReadOnlyMemory<byte> bytes)
    where T : unmanaged
{
    public ReadOnlySpan<T> Span => MemoryMarshal.Cast<byte, T>(bytes.Span);
}
